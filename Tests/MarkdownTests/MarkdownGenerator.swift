import TestSupport

/// Makes small Markdown documents of random constructs, or of random punctuation. Same seed, same documents.
struct MarkdownGenerator {
  private var random: SeededRandom

  init(seed: UInt64) { random = SeededRandom(seed: seed) }

  mutating func document() -> [UInt8] {
    switch random.below(8) {
    case 0: return noise(4 + random.below(120))
    case 1: return Array((blocks(2).joined(separator: "\n") + "\n").utf8) + noise(random.below(40))
    default:
      let text = blocks(3).joined(separator: "\n")
      return Array((random.below(6) == 0 ? text : text + "\n").utf8)
    }
  }

  // MARK: Noise

  private static let pieces = [
    "*", "**", "_", "`", "``", "[", "]", "![", "(", ")", "](", "<", ">", "\\", "&", "&amp;", "~", "~~", "|", "\n",
    "\n\n",
    " ", "  ", "\t", "#", "## ", "- ", "1. ", "+ ", "> ", ":", "---", "===", "```", "~~~", "a", "b c", "é", "\"", "'",
    "[^a]", "[^a]: ", "[a]: /u", "www.a.bc", "x@y.zz", "http://a.b", "<b>", "</b>", "<!--", "-->", "|-|", "    ", "😀",
    "- [ ] ", "\\\n", "&#35;", "&bogus;", "!", ";", "@",
  ]

  private mutating func noise(_ length: Int) -> [UInt8] {
    var text = ""
    while text.utf8.count < length { text += random.pick(Self.pieces) }
    return Array(text.utf8)
  }

  // MARK: Blocks

  /// Lines of a few blocks.
  private mutating func blocks(_ depth: Int) -> [String] {
    var lines: [String] = []
    for _ in 0...random.below(4) {
      lines += block(depth)
      if random.below(4) > 0 { lines.append("") }
    }
    return lines
  }

  private mutating func block(_ depth: Int) -> [String] {
    switch random.below(depth > 0 ? 17 : 11) {
    case 0:
      return [String(repeating: "#", count: 1 + random.below(6)) + " " + inline(2) + random.pick(["", " #", " ##  "])]
    case 1: return paragraph() + [random.pick(["===", "---", " -", "=  "])]
    case 2:
      return [random.pick(["```", "~~~", "```swift", "~~~~ a&amp;b c"])] + ["let a = \"<b>\"", "", "  *x*"] + [
        random.pick(["```", "~~~", "~~~~", ""])
      ]
    case 3: return ["    indented *code*", "", "    & more", ""]
    case 4: return table()
    case 5: return [random.pick(["***", "- - -", "____"])]
    case 6:
      return [
        random.pick(["<div>", "<!-- a", "<script>", "<x-y>"]), "*raw* <title>",
        random.pick(["</div>", "-->", "</script>", ""]), "",
      ]
    case 7:
      return [
        random.pick(["[foo]: /url \"title\"", "[bar]: <b c>", "[foo]: /x\n'long\ntitle'", "[é ü]: http://a/ä?b&c"])
      ] + paragraph()
    case 8:
      return ["[^\(random.pick(["a", "b", "note-1"]))]: " + inline(1)]
        + (random.below(2) == 0 ? ["", "    " + inline(1)] : [])
    case 11, 12: return quoted(blocks(depth - 1))
    case 13, 14, 15, 16: return list(depth)
    default: return paragraph()
    }
  }

  private mutating func paragraph() -> [String] {
    (0...random.below(3)).map { _ in
      random.pick(["", "", "", " ", "   "]) + inline(2) + random.pick(["", "", "", "  ", "\\", " "])
    }
  }

  private mutating func quoted(_ lines: [String]) -> [String] {
    let mark = random.pick(["> ", ">", " > "])
    return lines.map { line in
      // Without its mark a line is a lazy continuation.
      !line.isEmpty && random.below(10) == 0 ? line : mark + line
    }
  }

  private mutating func list(_ depth: Int) -> [String] {
    let bullet = random.pick(["- ", "* ", "+   ", "1. ", "7) ", "-\t"])
    let task = random.below(4) == 0
    let loose = random.below(3) == 0
    var lines: [String] = []
    for _ in 0...random.below(3) {
      let body = random.below(3) > 0 ? paragraph() : blocks(depth - 1)
      let indent = String(repeating: " ", count: bullet == "-\t" ? 4 : bullet.utf8.count)
      for (k, line) in body.enumerated() {
        let mark = bullet + (task ? random.pick(["[ ] ", "[x] ", "[X] "]) : "")
        lines.append(k == 0 ? mark + line : line.isEmpty ? "" : random.below(8) == 0 ? line : indent + line)
      }
      if loose { lines.append("") }
    }
    return lines
  }

  private mutating func table() -> [String] {
    let columns = 1 + random.below(3)
    let outer = random.below(3) > 0
    var lines = random.below(4) == 0 ? ["text above " + inline(1).replacing("\n", with: " ")] : []
    for row in 0...(1 + random.below(3)) {
      let wanted = row < 2 ? columns : max(1, columns - 1 + random.below(3))
      let cells = (0..<wanted).map { _ -> String in
        if row == 1 { return random.pick(["---", ":-", "-:", ":-:"]) }
        return random.pick([inline(1), "a", "", "x \\| y", "`a\\|b`", "**b\\|c**", "\\\\"]).replacing("\n", with: " ")
      }
      let text = cells.joined(separator: random.pick([" | ", "|", "  |"]))
      lines.append(
        random.pick(["", "", "  "]) + (outer || columns == 1 ? "| \(text) |" : text) + random.pick(["", " "]))
    }
    return lines
  }

  // MARK: Inlines

  private static let words = ["alpha", "beta", "γάμμα", "delta", "x", "日本語", "e", "mn_op", "a*b", "😀"]

  private mutating func inline(_ depth: Int) -> String {
    (0...random.below(5)).map { _ in piece(depth) }.joined(separator: random.pick([" ", " ", "", " ", "\n"]))
  }

  private mutating func piece(_ depth: Int) -> String {
    let inner = depth > 0 ? inline(depth - 1) : "w"
    switch random.below(30) {
    case 0: return "*\(inner)*"
    case 1: return "_\(inner)_"
    case 2: return "**\(inner)**"
    case 3: return "__\(inner)__"
    case 4: return "***\(inner)***"
    case 5: return random.pick(["~~\(inner)~~", "~\(inner)~"])
    case 6: return random.pick(["`code`", "`` a`b ``", "`  x `", "`two\nlines`", "```c```"])
    case 7: return "[\(inner)](\(random.pick(["/url", "<a b>", "/x \"t\"", "/y\n'it'", "", "/ä(b)c", "/p\\)q&amp;r"])))"
    case 8: return random.pick(["[foo]", "[\(inner)][foo]", "[bar][]", "[é ü]", "[nope]", "[foo] [bar]"])
    case 9: return "![\(inner)](/i.png \"title\")"
    case 10: return random.pick(["![foo]", "![a *b*][bar]"])
    case 11: return random.pick(["<http://a.b/c?d&e>", "<me@x.org>", "<irc://é>"])
    case 12:
      return random.pick([
        "www.example.com", "https://a.b/c_d(e)&amp;", "me.you@ex-ample.org", "ftp://x.yz.", "www.a.b&lt;",
      ])
    case 13:
      return random.pick(["&amp;", "&lt;", "&auml;", "&#35;", "&#x1F600;", "&nope;", "&copy", "&ngE;", "&#0;", "&"])
    case 14: return random.pick(["\\*", "\\\\", "\\[", "\\&amp;", "\\a", "\\<", "\\`", "\\_x\\_"])
    case 15: return random.pick(["<b>", "</b>", "<a href='x'>", "<!-- c -->", "<title>", "<br/>", "<?p ?>"])
    case 16: return random.pick(["[^a]", "[^b]", "[^note-1]", "[^missing]"])
    case 17: return random.pick(["**", "*", "_", "[", "]", "~~", "`", "<", "!", "]("])
    case 18: return random.pick(["  \n", "\\\n", "\n"])
    default: return random.pick(Self.words)
    }
  }
}
