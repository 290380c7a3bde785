import Diagnostics
import TestSupport
import Testing

@testable import Pipeline

/// Files full of what nobody would write, through the whole pipeline. It may complain as it likes, but it must come to an
/// end, and write nothing if it complains.
@Suite struct RandomInputTests {
  private static let alphabets: [(path: String, pieces: [String])] = [
    (
      "content/s1/p1.md",
      [
        "---\n", "title: ", "\n", "\n\n", "> ", "- ", "1. ", "    ", "`", "```\n", ":::note", ":::\n", "{a=b}", "[a](",
        "b.md)",
        "![", "](x.svg)", "[@a", "; @b]", "[^1]", "[^1]: ", "| a | b |\n", "|--|\n", "*", "**", "~~", "<b>", "<!--",
        "&amp;", "\\",
        "# ", "{#id}", "[!NOTE]", "glossary:k-hole", "support:x", "http://a.b", "é", "漢", "\u{301}", "\t", "\r", "\0",
        "a", "word ",
      ]
    ),
    (
      "sitegen.yml",
      [
        "title: x\n", "baseURL: https://a.b/\n", "languages:\n", "  en: {name: E}\n", "navigation: [", "]", "{", "}",
        ": ", "- ", "\n",
        "  ", "\"", "'", "&a ", "*a", "!x ", "| ", "> ", "#", "? ", "%", "@", "outputs: ", "fields: {a: text}\n",
        "rawHTML: [s1/p1.md]\n",
        "feedLength: -3\n", "helpPage: ", "é", "\t", "null", "~", "true", "2026-01-01", "---\n", "...\n",
      ]
    ),
    (
      "content/data/glossary.yml",
      [
        "- id: a\n", "  term: b\n", "  definition: c\n", "- ", "  ", "[", "]", "{", "}", "\n", ": ", "\"", "*x",
        "also: ", "[x](glossary:a)", "[@a]", ":::", "é",
      ]
    ),
    (
      "content/data/references.json",
      [
        "[", "]", "{", "}", ",", ":", "\"id\"", "\"title\"", "\"a\"", "\"author\"", "\"issued\"", "\"date-parts\"", "1",
        "-", "e9", "null", "\\u", "\"", "\n", "é",
      ]
    ),
    ("content/data/table.csv", ["a", ",", "\"", "\n", "\r\n", ";", "\t", "é", " "]),
    (
      "templates/layouts/page.html",
      [
        "{{", "}}", "{{{", "}}}", "{{#page}}", "{{/page}}", "{{^", "{{> ", "{{< ", "{{$", "{{/", "{{!", "{{=", "=}}",
        "page.title", "site.",
        "layouts/page", "*page", "<p>", "\n", " ", ".", "strings.", "assets.style.css", "once.x", "é",
      ]
    ),
    ("templates/strings/en.yml", ["pages:\n", "  index: x\n", "months: [", "]", "{", "}", "\n", ": ", "a", "- "]),
    (
      "templates/assets/style.css",
      ["{", "}", "(", ")", "url(", "\"", "'", "/*", "*/", ";", "a", ":", "@import", "\\", "\n", "icon.svg", "é"]
    ),
    (
      "content/s1/dot1.svg",
      [
        "<svg ", "width=\"", "height='", "viewBox=\"0 0 ", "9", "e9", "%", "\"", ">", "/>", "<!--", "-->", "<?", "&",
        "é", "\0",
      ]
    ),
  ]

  @Test(.timeLimit(.minutes(30)), arguments: alphabets.indices)
  func randomFilesComeToAnEnd(_ index: Int) async throws {
    let (path, pieces) = Self.alphabets[index]
    let site = try SmallSite.ofEverything()
    let original = try FileSystem.read(site.folder.path + "/" + (site.folder.exists(path) ? path : "sitegen.yml"))
    var random = SeededRandom(seed: UInt64(index))
    for round in 0..<30 {
      var bytes: [UInt8] = []
      switch round % 3 {
      case 0:  // pieces of the grammar in any order
        for _ in 0..<Int.random(in: 0..<120, using: &random) {
          bytes += Array(pieces.randomElement(using: &random)!.utf8)
        }
        if path.hasSuffix(".md"), Bool.random(using: &random) { bytes = Array("---\ntitle: A\n---\n".utf8) + bytes }
      case 1:  // the file with some bytes exchanged, left out or put in
        bytes = original
        for _ in 0..<Int.random(in: 1..<12, using: &random) where !bytes.isEmpty {
          let at = Int.random(in: 0..<bytes.count, using: &random)
          switch Int.random(in: 0..<3, using: &random) {
          case 0: bytes[at] = .random(in: 0...255, using: &random)
          case 1: bytes.remove(at: at)
          default: bytes.insert(contentsOf: Array(pieces.randomElement(using: &random)!.utf8), at: at)
          }
        }
      default:  // noise
        bytes = (0..<Int.random(in: 0..<300, using: &random)).map { _ in .random(in: 0...255, using: &random) }
      }
      try site.folder.write(bytes, to: path)
      try site.folder.remove("public")
      let result = try await site.build(threads: 1 + round % 2)
      let isWritten = site.folder.exists("public")
      #expect(isWritten != result.diagnostics.hasErrors(), "round \(round): \(String(decoding: bytes, as: UTF8.self))")
      if isWritten {
        // What was written is taken for sitegen's own the next time.
        #expect(try await site.build().written == 0)
      }
      // Printing must survive whatever the file holds.
      _ = site.report(result)
      _ = SARIFReport.render(
        result.diagnostics, tool: "t", version: "1", contents: Excerpts(root: site.folder.path).bytes)
      _ = GitHubReport.render(result.diagnostics, contents: Excerpts(root: site.folder.path).bytes)
    }
  }
}
