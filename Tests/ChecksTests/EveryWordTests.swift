import Content
import Foundation
import Markdown
import Testing

@testable import Checks

/// Every word that a check can find is found where it stands: on all pages of the site, and in texts made of every
/// construct that shifts columns.
@Suite struct EveryWordTests {
  private static let root = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")

  /// How many words were looked at, and which do not stand where they are said to.
  private func wrong(_ files: [String: String]) async throws -> (words: Int, wrong: [String]) {
    let marked = try MarkedSite(files)
    let input = try await marked.input(directives: ["note", "warning", "box"]).0
    var count = 0
    var wrong: [String] = []
    for page in input.site.pages {
      let lines = (marked.files[page.path] ?? "").utf8.split(separator: 10, omittingEmptySubsequences: false).map(
        Array.init)
      let prose = Prose(page, input)
      for (i, word) in prose.words.enumerated() {
        count += 1
        let place = prose.location(ofWords: i..<(i + 1), input)
        let text = prose.string(word)
        let line = place.line >= 1 && place.line <= lines.count ? lines[place.line - 1] : []
        let end = place.column - 1 + place.length
        let there =
          place.column >= 1 && end <= line.count
          ? String(decoding: line[(place.column - 1)..<end], as: UTF8.self) : "nothing"
        if plain(there) != text { wrong.append("\(page.path):\(place.line):\(place.column) '\(text)' is '\(there)'") }
      }
    }
    return (count, wrong)
  }

  /// What is written with backslashes, entities and marks within a word, as it is read.
  private func plain(_ source: String) -> String {
    var text = source.replacing("&eacute;", with: "é").replacing("&#233;", with: "é").replacing("&rsquo;", with: "’")
    for mark in ["\\", "*", "~~", "[", "]"] { text = text.replacing(mark, with: "") }
    return text
  }

  @Test func onAllPagesOfTheSite() async throws {
    var files: [String: String] = [:]
    let enumerator = try #require(FileManager.default.enumerator(atPath: Self.root + "/content"))
    for case let name as String in enumerator where name.hasSuffix(".md") {
      files["content/" + name] = try String(contentsOfFile: Self.root + "/content/" + name, encoding: .utf8)
    }
    let (words, wrong) = try await wrong(files)
    #expect(words > 30_000)
    #expect(wrong.isEmpty, "\(wrong.count) of \(words): \(wrong.prefix(10))")
  }

  @Test(arguments: [
    "one *two* **three** ~~four~~ five\n", "é 漢字 😀 one\ntwo &eacute;three four&#233; \\*five\\* six\n",
    "- one\n- two *three*\n  four\n\n  five\n", "1. one\n2. two\n   three\n", "> one\n> two **three**\nfour\n",
    "> - one\n>   two\n",
    "| one | two |\n|---|:-:|\n| *three* four | five \\| six |\n| seven &eacute; eight | `nine` ten |\n",
    "## One *two* three\n\nOne\ntwo\n===\n", "see <https://example.org/a-b> one https://example.org/c two\n",
    "[one](a.md) [two *three*](a.md \"four\") ![five six](x.svg) seven\n", "one\\\ntwo  \nthree `code` four\n",
    "text[^1] after\n\n[^1]: note *one* two\n    three\n", ":::box{title=\"x\"}\none *two*\n\n- three\n:::\n",
    "> [!NOTE]\n> one two\n", "one [@a; @b] two [@c] three\n", "\tcode\n\none\ttwo\n", "- [ ] one\n- [x] two\n",
    "a*b*c d~~e~~f don&rsquo;t it’s g\\_h\n", "[one]\n\n[one]: a.md\n\ntwo\n", "*one\ntwo* three\n",
  ])
  func inEveryConstruct(_ text: String) async throws {
    let (words, wrong) = try await wrong(["content/a.md": text])
    #expect(words > 0)
    #expect(wrong.isEmpty, "\(wrong)")
  }

  @Test(arguments: ["Plain title", "'Quoted title here'", "\"Double quoted title\"", "Größe and 漢字"])
  func inFrontMatter(_ title: String) async throws {
    let (_, wrong) = try await wrong([
      "content/a.md": "---\ntitle: \(title)\ndescription: One, two  three.\n---\nText.\n"
    ])
    #expect(wrong.isEmpty, "\(wrong)")
  }
}
