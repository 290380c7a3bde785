#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Cuts the bytes of a page into tags and attributes (HTML, 13.2.5).
struct HTMLScanner {
  let bytes: UnsafeBufferPointer<UInt8>
  private var i = 0
  /// So that no lazy global is asked for every name.
  private let elements = HTMLName.elements
  private let attributeNames = HTMLName.attributes
  private(set) var special: [Int32] = []
  private(set) var jumps: [Int32] = []
  private(set) var controls: [Int32] = []
  /// Known parts and where they begin, the first at the end.
  private var parts: [(start: Int, fragment: HTMLFragment)] = []
  /// Bytes of the known parts.
  private(set) var known = 0

  init(bytes: UnsafeBufferPointer<UInt8>, fragments: [HTMLFragment]) {
    self.bytes = bytes
    special.reserveCapacity(48)
    jumps.reserveCapacity(32)
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
      let isEnd = next == UInt8(ascii: "/")
      let nameStart = isEnd ? open + 2 : open + 1
      if nameStart < bytes.count, bytes[nameStart] | 0x20 &- 97 < 26 {
        tag(isEnd ? .end : .start, open, nameStart: nameStart, &tags, &attributes)
        if !isEnd, let last = tags.last, last.element.isRawText { skipRawText(last) }
      } else if next == UInt8(ascii: "!") || next == UInt8(ascii: "?") || next == UInt8(ascii: "/") {
        comment(open, &tags)
      } else {
        i = open + 1
      }
    }
  }

  @inline(__always)
  private func isSpace(_ byte: UInt8) -> Bool { byte == 32 || (byte >= 9 && byte <= 13 && byte != 11) }

  @inline(__always)
  private mutating func tag(
    _ kind: HTMLScan.Tag.Kind, _ open: Int, nameStart: Int, _ tags: inout [HTMLScan.Tag],
    _ attributes: inout [HTMLScan.Attribute]
  ) {
    let count = bytes.count
    let (key, nameEnd) = name(at: nameStart)
    let element = elements.name(key) ?? .other
    let first = attributes.count
    var isSelfClosing = false
    var isSpecial = kind == .start && element.isSpecial
    i = nameEnd
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
      // What an end tag has counts for nothing.
      if attribute(&attributes, of: kind == .start ? element : .other) { isSpecial = true }
    }
    if kind == .start {
      if isSpecial { special.append(Int32(tags.count)) }
      if element.isControl, !(element == .a && beginsWithWord(i)) { controls.append(Int32(tags.count)) }
    }
    tags.append(
      HTMLScan.Tag(
        kind: kind, element: element, isSelfClosing: isSelfClosing, start: short(open), end: short(i),
        firstAttribute: short(first), attributeEnd: short(attributes.count), nameEnd: short(nameEnd)))
  }

  /// Without a check for each: longer pages are not read at all.
  @inline(__always)
  private func short(_ offset: Int) -> Int32 { Int32(truncatingIfNeeded: offset) }

  /// Reads a name of one byte or more.
  ///
  /// - Returns: `HTMLName.key` of it, and where it ends.
  @inline(__always)
  private func name(at start: Int, endsAtEquals: Bool = false) -> (key: UInt64, end: Int) {
    var key = HTMLName.Key()
    key.add(bytes[start])
    var i = start + 1
    while i < bytes.count {
      let byte = bytes[i]
      // Nearly all are small letters.
      if byte &- 97 < 26 {
        key.addFolded(byte)
      } else {
        if byte == UInt8(ascii: ">") || isSpace(byte) || byte == UInt8(ascii: "/") { break }
        if endsAtEquals, byte == UInt8(ascii: "=") { break }
        key.add(byte)
      }
      i += 1
    }
    return (key.value, i)
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
    let (key, nameEnd) = name(at: start, endsAtEquals: true)
    let name = attributeNames.name(key) ?? .other
    i = nameEnd
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
    attributes.append(
      HTMLScan.Attribute(
        name: name, start: short(start), nameEnd: short(nameEnd), valueStart: short(valueStart),
        valueEnd: short(valueEnd), end: short(end)))
    switch name {
    case .id, .lang, .title, .hidden, .ariaLabel, .ariaHidden: return false
    // `onclick` and its like.
    case .other: return bytes[start] | 0x20 == UInt8(ascii: "o") && nameEnd - start > 3
    case .rel: return element != .a
    case .href:
      // Links to paths and to other sites; the rest may be code.
      guard element == .a, valueStart < valueEnd else { return true }
      if bytes[valueStart] == UInt8(ascii: "#") {
        jumps.append(short(attributes.count - 1))
        return false
      }
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
