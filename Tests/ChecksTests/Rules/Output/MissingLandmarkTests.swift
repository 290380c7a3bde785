import Testing

@testable import Checks

@Suite struct MissingLandmarkTests {
  @Test func whatIsMissingIsFoundOnce() async throws {
    let found = try await findings(
      of: .missingLandmark,
      ["public/index.html": "<html lang=en><head></head>\n👉<body class=\"a\">👈<p>A</p></body></html>"])
    #expect(
      Set(found.map(\.message)) == [
        "this page has no main part", "this page has no main heading", "this page has no title",
      ])
  }

  @Test func whatIsThereTwiceIsFound() async throws {
    try await findings(
      of: .missingLandmark,
      [
        "public/index.html": """
        <html lang=en><head>👉<title>👈 \u{a0}</title></head><body>
        <main hidden></main><main><h1>Größe</h1> 👉<h1 id=b>👈B</h1><h1>C</h1></main> 👉<div role="main">👈</div></body></html>
        """
      ])
  }

  @Test func aWholePageIsFine() async throws {
    try await findings(
      of: .missingLandmark,
      [
        "public/index.html": """
        <html lang=en><head><title>Help</title></head><body>
        <main><h1>Help</h1><svg><title></title></svg></main></body></html>
        """, "public/part.html": "<p>A part.</p>",
      ])
  }
}
