import Content
import Diagnostics
import Markdown

extension Page {
  /// What stands between a link's or an image's brackets, as far as it is on one line; all of it if there is nothing.
  func location(ofTextIn i: Int) -> SourceLocation {
    let nodes = document.nodes
    let end = Int(nodes[i].end)
    guard i + 1 < end else { return location(of: i) }
    let first = nodes[i + 1]
    var length = 0
    for child in document.children(of: i) where nodes[child].endLine == first.line {
      length = Int(nodes[child].endColumn - first.column) + 1
    }
    return SourceLocation(file: path, line: Int(first.line), column: Int(first.column), length: max(0, length))
  }

  /// Where a link names what it leads to; nil where that is written in another way, as in a link by reference, or with
  /// escapes.
  func location(ofDestination link: Link, _ input: CheckInput) -> SourceLocation? {
    let node = document.nodes[Int(link.node)]
    let wanted = document.bytes(link.destination)
    guard !wanted.isEmpty, let line = input.line(Int(node.endLine), of: path) else { return nil }
    let bytes = Array(line)
    let first = node.line == node.endLine ? Int(node.column) - 1 : 0
    var at = min(bytes.count, Int(node.endColumn) + 1) - wanted.count
    // From the end, since an address may be its own text.
    while at >= first {
      let after = at + wanted.count
      let isWhole =
        (at == 0 || " \t(<".utf8.contains(bytes[at - 1]))
        && (after == bytes.count || " \t)>".utf8.contains(bytes[after]))
      if isWhole, bytes[at..<after].elementsEqual(wanted) {
        return SourceLocation(file: path, line: Int(node.endLine), column: at + 1, length: wanted.count)
      }
      at -= 1
    }
    return nil
  }
}

extension Document {
  /// Whether the first thing in node `i` is surely a letter or a digit. True of nearly all headings and links, and much
  /// less work than to read them.
  func beginsWithWord(_ i: Int) -> Bool {
    guard i + 1 < Int(nodes[i].end), case .text = nodes[i + 1].kind, nodes[i + 1].payload.length > 0 else {
      return false
    }
    let byte = text[Int(nodes[i + 1].payload.start)]
    return byte | 32 &- 97 < 26 || byte &- 48 < 10
  }

  /// The words of node `i` as one number, so that texts can be compared without making strings of them. Case, marks and
  /// white space do not count; nil if there is no letter or digit.
  func hash(ofWordsIn i: Int) -> UInt64? {
    var words = WordRun()
    for node in nodes[i..<Int(nodes[i].end)] {
      switch node.kind {
      case .text, .code: words.add(bytes(node.payload))
      case .softBreak, .lineBreak: words.addGap()
      default: break
      }
    }
    return words.hash
  }
}

/// The hash of some words with one space between each.
struct WordRun {
  private var made = WordHash()
  private var isEmpty = true
  private var hasGap = false

  /// Nil before the first word.
  var hash: UInt64? { isEmpty ? nil : made.value }

  static func hash(of text: String) -> UInt64? {
    var run = WordRun()
    run.add(Array(text.utf8)[...])
    return run.hash
  }

  mutating func addGap() { hasGap = true }

  mutating func add(_ bytes: ArraySlice<UInt8>) {
    var i = bytes.startIndex
    while i < bytes.endIndex {
      let byte = bytes[i]
      if byte == 0xC2 {
        // Quotation marks and signs of Latin-1.
        hasGap = true
        i += 2
      } else if byte == 0xE2, i + 1 < bytes.endIndex, bytes[i + 1] < 0xB0 {
        // Punctuation, arrows and other symbols, from U+2000 to U+2BFF.
        hasGap = true
        i += 3
      } else {
        if byte >= 0x80 || (byte | 32 >= 97 && byte | 32 <= 122) || (byte >= 48 && byte <= 57) {
          if hasGap, !isEmpty { made.add(32) }
          (isEmpty, hasGap) = (false, false)
          made.add(byte)
        } else {
          hasGap = true
        }
        i += 1
      }
    }
  }
}
