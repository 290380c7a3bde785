import Testing

@testable import Checks

@Suite struct InlineScriptTests {
  private let policy =
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src &#39;none&#39;; style-src &#39;self&#39;\">"

  @Test func codeInThePageIsFound() async throws {
    try await findings(
      of: .inlineScript,
      [
        "public/index.html": """
        \(policy)
        👉<script>👈alert(1 < 2)</script> 👉<script type="module">👈import "/a.js"</script>
        <p>Für dich: <button 👉onclick="go()"👈 type="button">Go</button> <img alt="" src=x 👉onError=go()👈></p>
        <a href="👉javascript:go()👈">Go</a> <a href="👉 java\tscript&colon;go()👈">Go</a>
        <p 👉style="color: red"👈>Red</p>
        """
      ])
  }

  @Test func filesAndDataAreFine() async throws {
    try await findings(
      of: .inlineScript,
      [
        "public/index.html": """
        \(policy)
        <script src="/a.js"></script> <script type="application/ld+json">{"@type": "WebPage"}</script>
        <button type="button" popovertarget="once">Once</button> <a href="/javascript/">Java</a> <p on="x">Text</p>
        <p title="<script>">1 &lt; 2</p>
        """
      ])
  }

  @Test func stylesAreLeftToPagesThatAllowThem() async throws {
    try await findings(of: .inlineScript, ["public/index.html": "<p style=\"color: red\">Red</p>"])
  }
}
