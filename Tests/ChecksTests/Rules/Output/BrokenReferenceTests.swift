import Testing

@testable import Checks

@Suite struct BrokenReferenceTests {
  @Test func everyKindOfReferenceIsFollowed() async throws {
    try await findings(
      of: .brokenReference,
      [
        "public/index.html": """
        <!doctype html>
        <section aria-labelledby="here 👉gone👈"><h2 id="here">Überdosis</h2>
        <p>Für alle: <a href="#here">a</a> <a href="👉#gone👈">b</a> <button popovertarget="👉term-x👈">?</button></p>
        <label for=👉name👈>Name</label> <input id="other" list="👉names👈" aria-describedby=" 👉x👈  👉y👈 ">
        <table><tr><th id="h1">A</th></tr><tr><td headers="h1 👉h2👈">1</td></tr></table>
        <svg><use href="👉#icon👈"/></svg> <a rev="x" target="_self" href="👉&#35;lost👈">c</a>
        <a onclick="" href="👉#told-once👈">d</a> <area href="👉#map👈" alt="e">
        </section>
        """
      ])
  }

  @Test func whatIsThereIsFine() async throws {
    try await findings(
      of: .brokenReference,
      [
        "public/index.html": """
        <!doctype html>
        <a href="#">Top</a> <a href="#top">Top</a> <a href="#caf%C3%A9">Café</a> <a href="/help/#gone">Help</a>
        <a href="#a&amp;b">A and B</a> <a href="#:~:text=help">Help</a> <h2 id="café">Café</h2> <h2 id="a&b">A and B</h2>
        <label for="name">Name</label> <input id="name"> <!-- <a href="#gone"> --> <meta name="x" content="#gone">
        <a href="#a%20b">As written</a href="#gone"> <h2 id="a%20b">An id that looks encoded</h2>
        """
      ])
  }
}
