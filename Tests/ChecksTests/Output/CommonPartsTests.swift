import Testing

@testable import Checks

/// Parts that all pages have are read once, and what is found on a page stays the same.
@Suite struct CommonPartsTests {
  private static let links = (0..<40).map { "<li><a href=\"/part-\($0)/\">Part \($0)</a></li>\n" }.joined()
  private static let list = "<ul>\(links)</ul>\n"

  private func page(_ before: String, _ after: String, _ part: String = list) -> [UInt8] {
    Array("<!doctype html><html lang=\"en\"><body>\(before)\(part)\(after)</body></html>".utf8)
  }

  private func mistakes(_ bytes: [UInt8], _ common: CommonParts) -> [String] {
    let scan = HTMLScan(bytes, fragments: common.fragments)
    return scan.mistakes.map { "\($0.kind) \(scan.tags[$0.tag].start)" }
  }

  @Test func aPlainPartIsSteppedOver() {
    let common = CommonParts([Array(Self.list.utf8)])
    #expect(common.fragments.count == 1)
    let whole = HTMLScan(page("<nav>", "</nav><p id=\"x\">Text</p>"))
    let short = HTMLScan(page("<nav>", "</nav><p id=\"x\">Text</p>"), fragments: common.fragments)
    #expect(whole.tags.count == short.tags.count + 160)
    #expect(short.tags.map(\.start).allSatisfy { start in whole.tags.contains { $0.start == start } })
    #expect(short.special.map { short.tags[Int($0)].start } == whole.special.map { whole.tags[Int($0)].start })
  }

  @Test(arguments: [
    ("<nav>", "</nav>"), ("<p>", "</p>"), ("<ol>", "</ol>"),
    ("<div>", ""), ("", "</div>"), ("<table><tr><td>", "</table>"), ("<span>", "</span>"), ("<!-- ", " -->"),
    ("<title>", "</title>"), ("<p>a<ul><li>b</ul>", "<p></div>"),
  ])
  func whatIsAroundItIsFoundAsBefore(_ around: (String, String)) {
    let bytes = page(around.0, around.1)
    #expect(mistakes(bytes, CommonParts([Array(Self.list.utf8)])) == mistakes(bytes, CommonParts([])))
  }

  @Test(arguments: [("<a href=\"/\">", "</a>"), ("<h2>", "</h2><p>"), ("<button>", "</button>")])
  func aPartWithLinksMayNotStandInALinkOrHeading(_ around: (String, String)) {
    #expect(!mistakes(page(around.0, around.1), CommonParts([Array(Self.list.utf8)])).isEmpty)
  }

  @Test(arguments: [
    "<ul>\(links)<li><a href=\"#here\">x</a></li></ul>", "<ul id=\"menu\">\(links)</ul>", "<ul>\(links)</ol>",
    "<ul>\(links)",
    "<ul>\(links)<li><a href=\"/x/\"><img src=\"/x.png\" alt=\"\"></a></li></ul>",
    "<ul>\(links)<li onclick=\"x()\">x</li></ul>",
    "<ul><li>short</li></ul>",
  ])
  func partsThatARuleMaySpeakOfAreReadOnEveryPage(_ part: String) {
    #expect(CommonParts([Array(part.utf8)]).fragments.isEmpty)
  }
}
