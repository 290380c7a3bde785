import Testing

@testable import Checks

@Suite struct UnnamedControlTests {
  @Test func whatHasNoNameIsFound() async throws {
    try await findings(
      of: .unnamedControl,
      [
        "public/index.html": """
        <p>Über: 👉<a href="/help/">👈</a> 👉<a href="/">👈 <img src="/a.svg" alt=""> &nbsp; <!-- Home --></a></p>
        👉<button type="button">👈<span aria-hidden="true">×</span> </button>
        👉<input type="text" placeholder="Name">👈 👉<select id="s">👈<option>A</option></select>
        👉<input type="image" src="/go.png">👈 👉<textarea aria-label=" ">👈</textarea>
        <label for="other">Name</label> 👉<input id="name">👈
        """
      ])
  }

  @Test func whatHasANameIsFine() async throws {
    try await findings(
      of: .unnamedControl,
      [
        "public/index.html": """
        <a href="/help/">Help</a> <a href="/"><b><img src="/a.svg" alt="Home"></b></a> <a id="anchor"></a>
        <button type="button" aria-label="What this means: K-hole"></button> <button><span hidden>x</span> Go</button>
        <a href="/x/" title="Next"></a> <a href="/y/"><svg><title>Next</title></svg></a>
        <label for="name">Name</label> <input id="name"> <label>Age <input type="number"></label>
        <input type="hidden"> <input type="submit"> <input type="button" value="Go">
        <details><summary>Menu</summary></details> <h2 id="t">Text</h2> <textarea aria-labelledby="t"></textarea>
        """
      ])
  }
}
