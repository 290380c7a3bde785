import Diagnostics
import Markdown
import TestSupport
import Testing

struct HostileInputTests {
  @Test(.timeLimit(.minutes(30)))
  func randomBytesAreReadWithoutACrash() {
    var random = SeededRandom(seed: 3)
    let alphabet = Array("*_`[]()<>!\\&~|#-+>:=.@^{}\"' \t\n\n\r0a1é".utf8) + [0]
    for _ in 0..<3000 {
      let source = (0..<random.below(300)).map { _ in
        random.below(20) == 0 ? UInt8.random(in: 0...255, using: &random) : random.pick(alphabet)
      }
      let page = Parsed(source)
      #expect(isSound(page.document))
    }
  }

  @Test(arguments: [
    "", "\n", "\n\n\n\n", " ", "\t", "a", "\r", "\r\n\r\n", "\u{FEFF}", "\u{FEFF}# a", "#", "-", ">", ":::", "[^", "[@",
    "|", "`",
  ])
  func almostEmptyTextsAreFine(_ text: String) { #expect(isSound(Parsed(text).document)) }

  /// Each of 50,000 or up to 1 MB. Quotes and lists go too deep, the rest is read or refused; nothing hangs.
  @Test(
    .timeLimit(.minutes(30)),
    arguments: [
      (">", 50_000), ("> ", 50_000), ("- ", 50_000), ("1. ", 50_000), ("* - + ", 20_000), ("- > ", 20_000),
      ("[", 50_000), ("![", 50_000),
      ("]", 50_000), ("[](", 30_000), ("![[]()", 10_000), ("[a](", 30_000), ("*", 100_000), ("*a ", 50_000),
      ("_a*", 50_000),
      ("*a_ ", 50_000), ("*a **a ", 20_000), ("a**b", 50_000), ("**a *", 20_000), ("`", 100_000), ("`a``", 50_000),
      ("<", 100_000),
      ("<!--", 50_000), ("<?", 50_000), ("<a ", 50_000), ("&", 100_000), ("&amp;", 50_000), ("\\", 100_000),
      ("~", 50_000),
      ("~a~~ ", 30_000), ("|", 50_000), ("|-", 50_000), ("a|", 50_000), ("[^a]", 50_000), ("[^a]: b\n\n", 20_000),
      ("[a]: b\n", 50_000),
      ("[a]", 50_000), ("[@a] ", 50_000), ("[@a", 20_000), (":::a\n", 20_000), (":::\n", 10_000), ("# a\n", 50_000),
      ("# a {#b}\n", 10_000),
      ("> [!NOTE]\n\n", 20_000), ("www.", 50_000), ("a@b.c ", 50_000), ("a@", 50_000), ("http://", 50_000),
      ("\n", 500_000),
      ("- a\n", 50_000), ("x", 1_000_000), ("\0", 100_000), ("<b>", 50_000), ("    a\n", 50_000), ("```\n", 50_000),
      ("a\n===\n", 30_000),
      ("(", 50_000), ("[a](b) ", 50_000), ("a  \n", 50_000), ("\u{80}", 50_000), ("\"", 50_000), ("|a\n|-\n", 20_000),
    ])
  func repeatedMarksNeitherCrashNorHang(_ mark: String, _ count: Int) {
    let page = Parsed(Array(String(repeating: mark, count: count).utf8))
    #expect(isSound(page.document))
    var out: [UInt8] = []
    HTMLWriter.write(page.document, to: &out)
    // "Nothing is silently dropped": what is not read is refused with a reason.
    #expect(!page.document.nodes.isEmpty || page.diagnostics.contains { $0.severity == .error })
  }

  @Test func aTextOfMoreThanAMegabyteIsRefused() {
    #expect(Parsed([UInt8](repeating: 97, count: Parser.sizeLimit)).diagnostics.isEmpty)
    let page = Parsed([UInt8](repeating: 97, count: Parser.sizeLimit + 1))
    #expect(page.problems == ["0:0 content/too-large"])
  }

  @Test func bracketsWithoutEndAreRefusedAndManyParagraphsOfThemAreNot() {
    let mark = String(repeating: "![[]()", count: 12_000)
    #expect(Parsed("a\n\n" + mark).problems == ["3:1 content/too-many-marks"])
    let links = String(repeating: "[a](b) @c\n\n", count: 15_000)
    #expect(Parsed(links).diagnostics.isEmpty)
  }

  @Test func emphasisWithoutEndIsRefused() {
    let mark = String(repeating: "*a ", count: 20_000) + String(repeating: "_a*_ ", count: 10_000)
    #expect(Parsed(mark).problems == ["1:1 content/too-many-marks"])
  }

  /// cmark fills short rows up: a table of a few kilobytes could ask for gigabytes.
  @Test func aTableOfTooManyCellsIsRefused() {
    func table(_ columns: Int, _ rows: Int) -> String {
      let head = Array(repeating: "a", count: columns).joined(separator: "|")
      return head + "\n" + String(repeating: "-|", count: columns) + "\n" + String(repeating: "b\n", count: rows)
    }
    #expect(Parsed(table(2_000, 2_000)).problems.map { $0.suffix(15) } == ["table-too-large"])
    #expect(Parsed("> - " + table(300, 1_000)).problems.map { $0.suffix(15) } == ["table-too-large"])
    #expect(Parsed(table(20, 2_000)).diagnostics.isEmpty)
    #expect(Parsed(table(100, 500) + "\n" + table(200, 500)).diagnostics.isEmpty)
  }

  @Test func nestingBeyondTheLimitIsRefusedAtItsLine() {
    let quotes = String(repeating: ">", count: 150)
    #expect(Parsed("a\n\n\(quotes) x\n").diagnostics.isEmpty)
    #expect(Parsed("a\n\n\(quotes)\(quotes) x\n", lineOffset: 2).problems == ["5:1 content/too-deep"])
    // One more level a line, which no single line shows.
    let stairs = (0..<150).map { String(repeating: "  ", count: $0) + "- a\n" }.joined()
    #expect(Parsed(stairs).problems.map { $0.split(separator: " ").last ?? "" } == ["content/too-deep"])
    #expect(
      Parsed(String(repeating: "*a **b ", count: 300) + String(repeating: "b** a*", count: 300)).problems.count == 1)
  }

  /// Ends of nodes grow and stay inside their parents; places and texts are inside the source.
  private func isSound(_ document: Document) -> Bool {
    var ends: [Int32] = []
    for (i, node) in document.nodes.enumerated() {
      while let end = ends.last, end <= i { ends.removeLast() }
      guard node.end > i, node.end <= ends.last ?? Int32(document.nodes.count) else { return false }
      ends.append(node.end)
    }
    return true
  }
}
