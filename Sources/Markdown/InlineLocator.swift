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
  let content: InlineContent
  /// Offset in `content.text` of the next byte that no node has claimed.
  private(set) var at = 0

  init(_ content: InlineContent) { self.content = content }

  private var text: UnsafeBufferPointer<UInt8> { content.text }

  private func byte(_ i: Int) -> UInt8 { i < text.count ? text[i] : 0 }

  // MARK: Leaves

  /// - Returns: the first and last offset of the literal in the text.
  mutating func text(_ literal: UnsafeBufferPointer<UInt8>) -> (first: Int, last: Int) {
    let first = at
    if let base = text.baseAddress, let wanted = literal.baseAddress, at + literal.count <= text.count,
      memcmp(base + at, wanted, literal.count) == 0, !mayBeEscaped(literal)
    {
      at += literal.count
      return (first, max(first, at - 1))
    }
    var i = 0
    while i < literal.count, at < text.count {
      let here = text[at]
      if here == UInt8(ascii: "\\"), isPunctuation(byte(at + 1)), byte(at + 1) == literal[i] {
        at += 2
        i += 1
      } else if here == UInt8(ascii: "&"), let entity = entityLength(at), let made = decoded(literal, i, entity) {
        at += entity
        i += made
      } else if here == literal[i] {
        at += 1
        i += 1
      } else if here == 10 || isSpace(here) {
        at += 1
      } else {
        // Only reached where cmark replaced bytes (U+0000): keep in step.
        at += 1
        i += 1
      }
    }
    return (first, max(first, at - 1))
  }

  /// A literal with a backslash or ampersand may stand for more bytes than it shows.
  private func mayBeEscaped(_ literal: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let base = literal.baseAddress, literal.count > 0 else { return false }
    return memchr(base, 38, literal.count) != nil || memchr(base, 92, literal.count) != nil
  }

  /// Length of what looks like an entity or character reference at `start`, its semicolon included.
  private func entityLength(_ start: Int) -> Int? {
    var i = start + 1
    while i < text.count, i - start < 34 {
      if text[i] == UInt8(ascii: ";") { return i > start + 1 ? i - start + 1 : nil }
      guard text[i] == UInt8(ascii: "#") || (text[i] | 32 >= 97 && text[i] | 32 <= 122) || (text[i] >= 48 && text[i] <= 57)
      else { return nil }
      i += 1
    }
    return nil
  }

  /// How many bytes of `literal` from `i` the entity at the cursor made, or nil if it is no entity and stands as it is.
  private func decoded(_ literal: UnsafeBufferPointer<UInt8>, _ i: Int, _ length: Int) -> Int? {
    let after = at + length
    for scalars in 1...2 {
      var j = i
      for _ in 0..<scalars where j < literal.count {
        j += 1
        while j < literal.count, literal[j] & 0xC0 == 0x80 { j += 1 }
      }
      guard j > i else { return nil }
      let atEnd = j == literal.count
      if atEnd || after >= text.count || literal[j] == text[after] || text[after] == 92 || text[after] == 38 {
        // `&foo;` that is no entity matches itself; one that is never does, as its own text cannot come out of it.
        if !atEnd, verbatim(literal, i, length), !knownEntity(length) { return nil }
        return j - i
      }
    }
    return nil
  }

  private func verbatim(_ literal: UnsafeBufferPointer<UInt8>, _ i: Int, _ length: Int) -> Bool {
    i + length <= literal.count && (0..<length).allSatisfy { literal[i + $0] == text[at + $0] }
  }

  private func knownEntity(_ length: Int) -> Bool {
    let name = text[at..<at + length]
    return ["&amp;", "&lt;", "&gt;", "&quot;", "&#38;", "&#x26;"].contains { $0.utf8.elementsEqual(name) }
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
    at = min(text.count, at + 1)
    while at < text.count, text[at] == 32 || text[at] == 9 { at += 1 }
    return (first, first)
  }

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
