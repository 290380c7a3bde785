#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The tags of one built page as flat arrays, made once for all rules.
///
/// Cuts bytes as a browser does (HTML, 13.2.5) as far as a page can tell the difference: tags, attributes with and
/// without quotes, comments, and elements whose content is text. Copies nothing: everything is a range of the page's
/// bytes.
struct HTMLScan: Sendable {
  struct Tag: Sendable {
    enum Kind: Sendable { case start, end, comment }

    var kind: Kind
    var element: HTMLElement
    /// Written as `<x/>`, which counts inside SVG and MathML only.
    var isSelfClosing = false
    /// Stands for a part that was stepped over, which may hold links.
    var isPart = false
    /// From `<` to behind `>`.
    var start: Int32
    var end: Int32
    var firstAttribute: Int32
    var attributeEnd: Int32
    /// The innermost element around it, by the index of its start tag; -1 outside of all.
    var parent: Int32 = -1
    /// Of a start tag: the index of the tag that ends its content, or the number of tags; its own index if it has none.
    var close: Int32 = -1
    var nameEnd: Int32
  }

  struct Attribute: Sendable {
    var name: HTMLAttributeName
    var start: Int32
    var nameEnd: Int32
    /// Without quotes; empty if there is none.
    var valueStart: Int32
    var valueEnd: Int32
    /// With its value and quotes.
    var end: Int32
  }

  private(set) var tags: [Tag] = []
  private(set) var attributes: [Attribute] = []
  /// What browsers repair in the nesting of elements.
  private(set) var mistakes: [HTMLNesting.Mistake] = []
  private(set) var ids = HTMLIDs()
  /// Indices of the start tags that rules look at one by one. Left out are those that nothing can be wrong with but their
  /// place: plain elements with plain attributes, which nearly all are.
  private(set) var special: [Int32] = []
  /// Indices of links, buttons and fields that do not begin with words.
  private(set) var controls: [Int32] = []
  let bytes: [UInt8]

  /// - Parameter fragments: parts that many pages have, which were looked at once.
  init(_ bytes: [UInt8], fragments: [HTMLFragment] = []) {
    self.bytes = bytes
    guard bytes.count < Int32.max else { return }
    bytes.withUnsafeBufferPointer { buffer in
      var scanner = HTMLScanner(bytes: buffer, fragments: fragments)
      let rest = max(0, buffer.count - scanner.known)
      tags.reserveCapacity(rest / 24)
      attributes.reserveCapacity(rest / 40)
      scanner.scan(&tags, &attributes)
      (special, controls) = (scanner.special, scanner.controls)
    }
    mistakes = HTMLNesting.link(&tags, self)
    ids = HTMLIDs(attributes, bytes)
  }
}

private struct HTMLScanner {
  let bytes: UnsafeBufferPointer<UInt8>
  private var i = 0
  /// So that no lazy global is asked for every name.
  private let elements = HTMLName.elements
  private let attributeNames = HTMLName.attributes
  private(set) var special: [Int32] = []
  private(set) var controls: [Int32] = []
  /// Known parts and where they begin, the first at the end.
  private var parts: [(start: Int, fragment: HTMLFragment)] = []
  /// Bytes of the known parts.
  private(set) var known = 0

  init(bytes: UnsafeBufferPointer<UInt8>, fragments: [HTMLFragment]) {
    self.bytes = bytes
    special.reserveCapacity(48)
    controls.reserveCapacity(8)
    for fragment in fragments {
      guard let start = fragment.offset(in: bytes) else { continue }
      parts.append((start, fragment))
      known += fragment.bytes.count
    }
    parts.sort { $0.start > $1.start }
  }

  /// Steps over a known part that begins at `open`; keeps its outermost tags, for the nesting of what is around it.
  private mutating func skipFragment(_ open: Int, _ tags: inout [HTMLScan.Tag]) -> Bool {
    while let next = parts.last, next.start <= open {
      parts.removeLast()
      guard next.start == open else { continue }
      tags += next.fragment.outermost.map { $0.moved(by: Int32(open)) }
      i = open + next.fragment.bytes.count
      return true
    }
    return false
  }

  @inline(__always)
  private func find(_ byte: UInt8, from: Int) -> Int? {
    guard from < bytes.count, let base = bytes.baseAddress,
      let found = memchr(base + from, Int32(byte), bytes.count - from)
    else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  mutating func scan(_ tags: inout [HTMLScan.Tag], _ attributes: inout [HTMLScan.Attribute]) {
    while let open = find(UInt8(ascii: "<"), from: i) {
      guard open + 1 < bytes.count else { return }
      if !parts.isEmpty, skipFragment(open, &tags) { continue }
      let next = bytes[open + 1]
      if next | 0x20 &- 97 < 26 {
        tag(.start, open, nameStart: open + 1, &tags, &attributes)
        if let last = tags.last, last.element.isRawText { skipRawText(last) }
      } else if next == UInt8(ascii: "/"), open + 2 < bytes.count, bytes[open + 2] | 0x20 &- 97 < 26 {
        tag(.end, open, nameStart: open + 2, &tags, &attributes)
      } else if next == UInt8(ascii: "!") || next == UInt8(ascii: "?") || next == UInt8(ascii: "/") {
        comment(open, &tags)
      } else {
        i = open + 1
      }
    }
  }

  @inline(__always)
  private func isSpace(_ byte: UInt8) -> Bool { byte == 32 || (byte >= 9 && byte <= 13 && byte != 11) }

  private mutating func tag(
    _ kind: HTMLScan.Tag.Kind, _ open: Int, nameStart: Int, _ tags: inout [HTMLScan.Tag],
    _ attributes: inout [HTMLScan.Attribute]
  ) {
    let count = bytes.count
    i = nameStart
    while i < count, !isSpace(bytes[i]), bytes[i] != UInt8(ascii: ">"), bytes[i] != UInt8(ascii: "/") { i += 1 }
    let nameEnd = i
    let first = attributes.count
    let element = elements.name(HTMLName.key(bytes, nameStart, nameEnd)) ?? .other
    var isSelfClosing = false
    var isSpecial = element.isSpecial
    while i < count {
      let byte = bytes[i]
      if byte == UInt8(ascii: ">") {
        i += 1
        break
      }
      if isSpace(byte) || byte == UInt8(ascii: "/") {
        isSelfClosing = byte == UInt8(ascii: "/") && i + 1 < count && bytes[i + 1] == UInt8(ascii: ">")
        i += 1
        continue
      }
      if attribute(&attributes, of: element) { isSpecial = true }
    }
    if kind == .start {
      if isSpecial { special.append(Int32(tags.count)) }
      if element.isControl, !(element == .a && beginsWithWord(i)) { controls.append(Int32(tags.count)) }
    }
    tags.append(
      HTMLScan.Tag(
        kind: kind, element: element,
        isSelfClosing: isSelfClosing, start: Int32(open), end: Int32(i), firstAttribute: Int32(first),
        attributeEnd: Int32(attributes.count), nameEnd: Int32(nameEnd)))
  }

  /// Whether what stands at `at` is surely a letter or digit.
  @inline(__always)
  private func beginsWithWord(_ at: Int) -> Bool {
    guard at < bytes.count else { return false }
    let byte = bytes[at]
    return byte | 0x20 &- 97 < 26 || byte &- 48 < 10
  }

  /// Reads one attribute.
  ///
  /// - Returns: whether a rule may have something to say about it.
  private mutating func attribute(_ attributes: inout [HTMLScan.Attribute], of element: HTMLElement) -> Bool {
    let count = bytes.count
    let start = i
    // A `=` at the very start belongs to the name.
    i += 1
    while i < count, !isSpace(bytes[i]), bytes[i] != UInt8(ascii: "="), bytes[i] != UInt8(ascii: ">"),
      bytes[i] != UInt8(ascii: "/")
    { i += 1 }
    let nameEnd = i
    var (valueStart, valueEnd, end) = (i, i, i)
    var next = i
    while next < count, isSpace(bytes[next]) { next += 1 }
    if next < count, bytes[next] == UInt8(ascii: "=") {
      next += 1
      while next < count, isSpace(bytes[next]) { next += 1 }
      if next < count, bytes[next] == UInt8(ascii: "\"") || bytes[next] == UInt8(ascii: "'") {
        valueStart = next + 1
        valueEnd = find(bytes[next], from: next + 1) ?? count
        end = min(valueEnd + 1, count)
      } else {
        valueStart = next
        while next < count, !isSpace(bytes[next]), bytes[next] != UInt8(ascii: ">") { next += 1 }
        (valueEnd, end) = (next, next)
      }
      i = end
    }
    let name = attributeNames.name(HTMLName.key(bytes, start, nameEnd)) ?? .other
    attributes.append(
      HTMLScan.Attribute(
        name: name, start: Int32(start), nameEnd: Int32(nameEnd), valueStart: Int32(valueStart),
        valueEnd: Int32(valueEnd), end: Int32(end)))
    switch name {
    case .id, .lang, .title, .hidden, .ariaLabel, .ariaHidden: return false
    // `onclick` and its like.
    case .other: return bytes[start] | 0x20 == UInt8(ascii: "o") && nameEnd - start > 3
    case .rel: return element != .a
    case .href:
      // Links to paths and to other sites; the rest may be code, or a place on this page.
      guard element == .a, valueStart < valueEnd else { return true }
      return bytes[valueStart] != UInt8(ascii: "/") && bytes[valueStart] | 0x20 != UInt8(ascii: "h")
    default: return true
    }
  }

  /// Comments, the doctype, and what browsers take for a comment.
  private mutating func comment(_ open: Int, _ tags: inout [HTMLScan.Tag]) {
    var end = bytes.count
    if open + 3 < bytes.count, bytes[open + 2] == UInt8(ascii: "-"), bytes[open + 3] == UInt8(ascii: "-") {
      var from = open + 4
      while let close = find(UInt8(ascii: ">"), from: from) {
        let isShort = close == open + 4 || (close == open + 5 && bytes[close - 1] == UInt8(ascii: "-"))
        if isShort || (close >= open + 6 && bytes[close - 1] == 45 && bytes[close - 2] == 45) {
          end = close + 1
          break
        }
        from = close + 1
      }
    } else if let close = find(UInt8(ascii: ">"), from: open + 2) {
      end = close + 1
    }
    i = end
    tags.append(
      HTMLScan.Tag(
        kind: .comment, element: .other, start: Int32(open), end: Int32(end), firstAttribute: 0, attributeEnd: 0,
        nameEnd: Int32(open)))
  }

  /// Goes to the end tag of an element whose content is text.
  private mutating func skipRawText(_ tag: HTMLScan.Tag) {
    let (nameStart, nameEnd) = (Int(tag.start) + 1, Int(tag.nameEnd))
    let key = HTMLName.key(bytes, nameStart, nameEnd)
    while let open = find(UInt8(ascii: "<"), from: i) {
      let end = open + 2 + nameEnd - nameStart
      if end < bytes.count, bytes[open + 1] == UInt8(ascii: "/"), HTMLName.key(bytes, open + 2, end) == key,
        isSpace(bytes[end]) || bytes[end] == UInt8(ascii: ">") || bytes[end] == UInt8(ascii: "/")
      {
        i = open
        return
      }
      i = open + 1
    }
    i = bytes.count
  }
}
