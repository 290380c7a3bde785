import Testing

@testable import Content

struct LinkResolverTests {
  private let resolver = LinkResolver(
    pageByPath: ["content/index.md": 0, "content/risks/bladder.md": 1, "content/a b/é.md": 2],
    drafts: ["content/wip.md"],
    assets: ["content/risks/dot.svg": "risks/dot.svg"], termByID: ["k-hole": 3], supportLineByID: ["gb": 4])

  /// The target of a link on `content/risks/bladder.md`, in words.
  private func target(_ destination: String) -> String {
    switch resolver.target(destination, from: "content/risks/bladder.md") {
    case .page(let page, let anchor): "page \(page)" + (anchor.map { " #" + $0 } ?? "")
    case .anchor(let anchor): "anchor \(anchor)"
    case .asset(let path): "asset \(path)"
    case .external: "external"
    case .term(let term): "term \(term)"
    case .supportLine(let line): "support line \(line)"
    case .draft(let path): "draft \(path)"
    case .missing(let path): "missing \(path)"
    case .unknownTerm(let id): "unknown term \(id)"
    case .unknownSupportLine(let id): "unknown support line \(id)"
    case .dangerous: "dangerous"
    }
  }

  @Test(arguments: [
    ("bladder.md", "page 1"), ("./bladder.md", "page 1"), ("../index.md", "page 0"), ("/index.md", "page 0"),
    ("../index.md#top", "page 0 #top"), ("../index.md#", "page 0 #"), ("bladder.md#%C3%A9", "page 1 #é"),
    ("../a%20b/%C3%A9.md", "page 2"), ("../a b/é.md#x y", "page 2 #x y"), ("../index.md#a#b", "page 0 #a#b"),
  ])
  func findsPages(destination: String, expected: String) { #expect(target(destination) == expected) }

  @Test(arguments: [("#top", "anchor top"), ("#", "anchor "), ("#%C3%A9", "anchor é"), ("#%FF", "anchor #%FF")])
  func findsHeadingsOfTheSamePage(destination: String, expected: String) { #expect(target(destination) == expected) }

  @Test(arguments: [
    ("dot.svg", "asset content/risks/dot.svg"), ("../wip.md", "draft content/wip.md"),
    ("glossary:k-hole", "term 3"), ("Glossary:k-hole", "term 3"), ("glossary:zzz", "unknown term zzz"),
    ("support:gb", "support line 4"), ("support:", "unknown support line "),
  ])
  func findsEverythingElse(destination: String, expected: String) { #expect(target(destination) == expected) }

  @Test(arguments: [
    "https://example.org/", "HTTP://example.org", "mailto:a@example.org", "tel:116123", "sms:85258",
    "ftp://example.org",
    "//example.org/a", "urn:isbn:1", "x+y-z.1:a",
  ])
  func leavesOtherSitesAlone(destination: String) { #expect(target(destination) == "external") }

  @Test(arguments: [
    "javascript:alert(1)", "JavaScript:alert(1)", "vbscript:x", "data:text/html,x", "file:///etc/passwd",
  ])
  func tellsAddressesThatRunCode(destination: String) { #expect(target(destination) == "dangerous") }

  @Test(arguments: [
    ("zzz.md", "missing content/risks/zzz.md"), ("bladder", "missing content/risks/bladder"),
    ("bladder/", "missing content/risks/bladder/"), ("Bladder.md", "missing content/risks/Bladder.md"),
    ("bladder.md?x=1", "missing content/risks/bladder.md?x=1"), ("", "missing content/risks/"),
    ("../../../x.md", "missing ../../../x.md"), ("%FF.md", "missing %FF.md"),
    ("1:30.md", "missing content/risks/1:30.md"),
    (":a", "missing content/risks/:a"),
  ])
  func recordsWhatIsNotThere(destination: String, expected: String) { #expect(target(destination) == expected) }

  @Test func resolvesEveryLinkAndPictureOfAPage() {
    let text = "---\ntitle: A\n---\n[a](../index.md) ![b](dot.svg) <https://example.org> [c](zzz.md)\n"
    let page = PageParser(settings: .plain).parse(Array(text.utf8), path: "content/risks/bladder.md").0
    let kinds = resolver.targets(of: page).map { target in
      switch target {
      case .page: "page"
      case .asset: "asset"
      case .external: "external"
      case .missing: "missing"
      default: "other"
      }
    }
    #expect(kinds == ["page", "asset", "external", "missing"])
  }
}
