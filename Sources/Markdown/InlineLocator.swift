#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Finds where each inline node stands by walking the nodes and the text they were parsed from side by side.
///
/// The tree says what comes next, so the text is never parsed again: opening `*`, `[` or a backtick run is stepped
/// over, a literal is matched byte for byte with escapes and entities undone on the way.
struct InlineLocator {
  private var content = InlineContent()
  /// Offset in the text of the next byte that no node has claimed.
  private(set) var at = 0

  private var text: UnsafeBufferPointer<UInt8> { content.text }

  private func byte(_ i: Int) -> UInt8 { i < text.count ? text[i] : 0 }

  // MARK: Starting

  mutating func start(_ text: UnsafeBufferPointer<UInt8>, endingOn lastLine: Int, in lines: SourceLines) {
    content.start(text, endingOn: lastLine, in: lines)
    at = 0
  }

  mutating func start(aboveTable text: UnsafeBufferPointer<UInt8>, endingOn lastLine: Int, in lines: SourceLines) {
    content.start(aboveTable: text, endingOn: lastLine, in: lines)
    at = 0
  }

  mutating func start(_ text: UnsafeBufferPointer<UInt8>, line: Int, column: Int) {
    content.start(text, line: line, column: column)
    at = 0
  }

  mutating func start(cell text: UnsafeBufferPointer<UInt8>, source: Range<Int>, line: Int, in lines: SourceLines) {
    content.start(cell: text, source: source, line: line, in: lines)
    at = 0
  }

  mutating func skip(to offset: Int) { at = max(0, min(offset, text.count)) }

  /// Line and column of the byte at `offset`.
  @inline(__always)
  mutating func position(_ offset: Int) -> (line: Int32, column: Int32) { content.position(offset) }

  // MARK: Leaves

  /// - Parameter inside: how the link around the text begins: what an autolink shows is not unescaped.
  /// - Returns: the first and last offset of the literal in the text.
  mutating func text(_ literal: UnsafeBufferPointer<UInt8>, inside: Opening) -> (first: Int, last: Int) {
    let first = at
    if let base = text.baseAddress, let wanted = literal.baseAddress, at + literal.count <= text.count,
      memcmp(base + at, wanted, literal.count) == 0, inside == .bare || !mayBeEscaped(literal)
    {
      at += literal.count
      return (first, max(first, at - 1))
    }
    var i = 0
    while i < literal.count, at < text.count {
      let here = text[at]
      if here == UInt8(ascii: "\\"), inside != .angle, isPunctuation(byte(at + 1)), byte(at + 1) == literal[i] {
        at += 2
        i += 1
      } else if here == UInt8(ascii: "&"), let entity = Entity(text, at: at),
        let made = entity.bytes(in: literal, at: i)
      {
        at += entity.length
        i += made
      } else {
        // Equal, or cmark replaced a byte (U+0000): keep in step.
        at += 1
        i += 1
      }
    }
    return (first, max(first, at - 1))
  }

  /// A literal with a backslash or ampersand may stand for more bytes than it shows.
  private func mayBeEscaped(_ literal: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let base = literal.baseAddress else { return false }
    return memchr(base, 38, literal.count) != nil || memchr(base, 92, literal.count) != nil
  }

  mutating func code() -> (first: Int, last: Int) {
    let first = at
    var ticks = 0
    while byte(at) == UInt8(ascii: "`") {
      ticks += 1
      at += 1
    }
    var run = 0
    while at < text.count {
      if text[at] == UInt8(ascii: "`") {
        run += 1
      } else {
        if run == ticks { break }
        run = 0
      }
      at += 1
    }
    return (first, max(first, at - 1))
  }

  mutating func html(_ length: Int) -> (first: Int, last: Int) {
    let first = at
    at = min(text.count, at + length)
    return (first, max(first, at - 1))
  }

  mutating func footnoteReference() -> (first: Int, last: Int) {
    let first = at
    while at < text.count, text[at] != UInt8(ascii: "]") { at += 1 }
    at = min(text.count, at + 1)
    return (first, max(first, at - 1))
  }

  mutating func lineEnd() -> (first: Int, last: Int) {
    let first = at
    while at < text.count, text[at] != 10 { at += 1 }
    let last = at
    at = min(text.count, at + 1)
    // Behind a backslash cmark leaves the next line's indentation in its text.
    if byte(first) != UInt8(ascii: "\\") { skipBlanks() }
    return (first, max(first, last - 1))
  }

  private mutating func skipBlanks() { while at < text.count, text[at] == 32 || text[at] == 9 { at += 1 } }

  // MARK: Containers

  /// Steps over the delimiters that open or close emphasis (1), strong (2).
  mutating func delimiters(_ count: Int) -> Int {
    let first = at
    at = min(text.count, at + count)
    return first
  }

  /// Steps over the `~` or `~~` of a strikethrough; `opener` tells how many its opening had.
  mutating func tildes(_ opener: Int?) -> (first: Int, count: Int) {
    let first = at
    while byte(at) == UInt8(ascii: "~"), at - first < opener ?? 2 { at += 1 }
    return (first, at - first)
  }

  /// How a link begins, which tells how it ends.
  enum Opening { case bracket, angle, bare }

  mutating func openLink(image: Bool) -> (first: Int, opening: Opening) {
    let first = at
    if image {
      at = min(text.count, at + 2)
      return (first, .bracket)
    }
    switch byte(at) {
    case UInt8(ascii: "["):
      at += 1
      return (first, .bracket)
    case UInt8(ascii: "<"):
      at += 1
      return (first, .angle)
    default: return (first, .bare)
    }
  }

  /// - Returns: the last offset of the link.
  mutating func closeLink(_ opening: Opening) -> Int {
    switch opening {
    case .bare: break
    case .angle: at = min(text.count, at + 1)
    case .bracket:
      while at < text.count, text[at] != UInt8(ascii: "]") { at += 1 }
      at = min(text.count, at + 1)
      if let end = LinkTail.end(text, at) { at = end }
    }
    return max(0, at - 1)
  }
}
