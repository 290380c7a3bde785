import Markdown
import Testing

struct HeadingAnchorsTests {
  @Test(arguments: [
    ("Hello World", "hello-world"),
    ("What's new? (v2.0) – a_b & c-d", "whats-new-v20--a_b--c-d"),
    ("  two  spaces ", "--two--spaces-"),
    ("Über Größe", "über-größe"),
    ("Ελληνικά Σας", "ελληνικά-σας"),
    ("مرحبا بالعالم", "مرحبا-بالعالم"),
    ("你好 世界", "你好-世界"),
    ("हिन्दी में", "हिन्दी-में"),
    ("ÀÉ İ", "àé-i̇"),
    ("Rocket 🚀 man", "rocket--man"),
    ("①½ x²", "-x"),
    ("١٢٣", "١٢٣"),
    ("🚀", ""),
    ("", ""),
    ("a\tb", "ab"),
  ])
  func slugsAreMadeAsGitHubMakesThem(_ text: String, _ slug: String) { #expect(Slug.make(text) == slug) }

  @Test func markupInHeadingsLeavesItsText() {
    #expect(Parsed("# *A* `b` [c](/d) ![e](/f) &amp; \\*\n").anchors == ["a-b-c-e--"])
    #expect(Parsed("One\ntwo\n===\n").anchors == ["one-two"])
  }

  @Test func duplicatesAreNumberedAndNeverCollide() {
    #expect(Parsed("# a\n# a\n# a\n").anchors == ["a", "a-1", "a-2"])
    #expect(Parsed("# a\n# a-1\n# a\n# a\n").anchors == ["a", "a-1", "a-2", "a-3"])
    #expect(Parsed("# 🚀\n# 🚀\n").anchors == ["section-1", "section-2"])
  }

  @Test func anExplicitAnchorIsTakenOffTheHeading() {
    let page = Parsed("## Get help  {#help-now}\n\nSetext {#über}\n---\n")
    #expect(page.anchors == ["help-now", "über"])
    #expect(page.outline == "heading('Get help') heading('Setext')")
    #expect(page.places(of: .text) == ["1:4-1:11", "3:1-3:6"])
    #expect(page.diagnostics.isEmpty)
  }

  @Test func explicitAnchorsGoFirstWhereverTheyStand() {
    #expect(Parsed("# a\n# b {#a}\n").anchors == ["a-1", "a"])
  }

  @Test func anExplicitAnchorThatIsTakenIsReportedWithBothPlaces() {
    let page = Parsed("# a {#x}\n# b {#x}\n", lineOffset: 2)
    #expect(page.problems == ["4:7 content/duplicate-anchor"])
    #expect(page.diagnostics[0].notes[0].location?.line == 3)
    #expect(page.anchors == ["x", "b"])
  }

  @Test(arguments: ["# a {#}\n", "# a {x}\n", "# a{#x}\n", "# a {#x} b\n", "# a `{#x}`\n", "# a {#x y}\n"])
  func otherBracesAreText(_ text: String) { #expect(!Parsed(text).anchors.contains("x")) }
}
