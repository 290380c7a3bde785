import Diagnostics

/// Splits a template into tags; what lies between them is text. Everything wrong inside one tag is reported here.
///
/// Reading is linear in the size of the template whatever it holds: a search that reaches the end without finding is
/// not made twice, and a tag's search for its end stops where the next tag opens.
struct TagReader {
  private(set) var tags: [Tag] = []
  private(set) var diagnostics: [Diagnostic] = []
  private let source: TemplateSource
  private var open = Array("{{".utf8)
  private var close = Array("}}".utf8)
  /// The current closing delimiter does not occur after this offset.
  private var noCloseAfter = Int.max
  private var position = 0

  static func read(_ source: TemplateSource) -> (tags: [Tag], diagnostics: [Diagnostic]) {
    var reader = TagReader(source)
    while let start = reader.find(reader.open, from: reader.position) { reader.readTag(at: start) }
    return (reader.tags, reader.diagnostics)
  }

  private init(_ source: TemplateSource) { self.source = source }

  private mutating func readTag(at start: Int) {
    let bytes = source.bytes
    var content = start + open.count
    while content < bytes.count, isSpace(bytes[content]) { content += 1 }
    let sigil = content < bytes.count ? bytes[content] : 0
    switch sigil {
    case UInt8(ascii: "!"): readComment(start: start, content: content + 1)
    case UInt8(ascii: "="): readDelimiters(start: start, content: content + 1)
    case UInt8(ascii: "{"):
      readNamed(.raw, start: start, content: content + 1, closing: [UInt8(ascii: "}")] + close)
    case UInt8(ascii: "&"): readNamed(.raw, start: start, content: content + 1, closing: close)
    case UInt8(ascii: "#"): readNamed(.section, start: start, content: content + 1, closing: close)
    case UInt8(ascii: "^"): readNamed(.inverted, start: start, content: content + 1, closing: close)
    case UInt8(ascii: "/"): readNamed(.close, start: start, content: content + 1, closing: close)
    case UInt8(ascii: "$"): readNamed(.block, start: start, content: content + 1, closing: close)
    case UInt8(ascii: "<"): readNamed(.parent, start: start, content: content + 1, closing: close)
    case UInt8(ascii: ">"): readNamed(.partial, start: start, content: content + 1, closing: close)
    default: readNamed(.escaped, start: start, content: content, closing: close)
    }
  }

  private mutating func readComment(start: Int, content: Int) {
    guard content < noCloseAfter, let end = find(close, from: content) else {
      noCloseAfter = min(noCloseAfter, content)
      return reportUnclosed(start, needs: close, resumeAt: start + open.count)
    }
    add(.comment, name: "", start: start, end: end + close.count)
  }

  /// A set-delimiter tag is short: the search for its end stops after 200 bytes.
  private mutating func readDelimiters(start: Int, content: Int) {
    let closing = [UInt8(ascii: "=")] + close
    guard let end = find(closing, from: content, before: content + 200) else {
      return reportUnclosed(start, needs: closing, resumeAt: start + open.count)
    }
    let words = source.bytes[content..<end].split(whereSeparator: isSpace)
    let tagEnd = end + closing.count
    // The old delimiters stay in force after a mistake: fewer follow-up errors than with half of a change.
    if words.count == 2, !words.contains(where: { $0.contains(UInt8(ascii: "=")) }) {
      add(.delimiters, name: "", start: start, end: tagEnd)
      open = Array(words[0])
      close = Array(words[1])
      noCloseAfter = .max
    } else {
      report(
        start..<tagEnd, "a change of delimiters names two, separated by a space and without '='",
        help: "write it like {{=<% %>=}}")
      addIgnored(start: start, end: tagEnd)
    }
  }

  private mutating func readNamed(_ kind: Tag.Kind, start: Int, content: Int, closing: [UInt8]) {
    guard let end = findEnd(closing, from: content) else {
      return reportUnclosed(start, needs: closing, resumeAt: max(start + open.count, position))
    }
    let tagEnd = end + closing.count
    var name = trimmed(content..<end)
    var isDynamic = false
    if kind == .partial || kind == .parent || kind == .close, name.first == UInt8(ascii: "*") {
      isDynamic = true
      name = trimmed(name.startIndex + 1..<name.endIndex)
    }
    if let (message, help) = mistake(inName: name, kind: kind, isDynamic: isDynamic) {
      report(start..<tagEnd, message, help: help)
      return addIgnored(start: start, end: tagEnd)
    }
    add(kind, name: String(decoding: name, as: UTF8.self), start: start, end: tagEnd, isDynamic: isDynamic)
  }

  private func mistake(inName name: ArraySlice<UInt8>, kind: Tag.Kind, isDynamic: Bool) -> (String, String?)? {
    if name.isEmpty { return ("a tag needs a name", nil) }
    if name.contains(where: isSpace) {
      return ("a tag's name holds no spaces: '\(excerpt(name))'", "look for a missing \(text(close))")
    }
    let isPath = kind == .escaped || kind == .raw || kind == .section || kind == .inverted || isDynamic
    let isDot = name.count == 1 && name.first == UInt8(ascii: ".")
    if isPath, !isDot, name.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).contains([]) {
      return ("a name has a word on either side of each dot: '\(excerpt(name))'", nil)
    }
    return nil
  }

  // MARK: Searching

  /// Where the closing delimiter starts, unless another tag opens before. Leaves `position` where reading resumes if
  /// it fails.
  private mutating func findEnd(_ closing: [UInt8], from start: Int) -> Int? {
    var offset = start
    while offset < source.bytes.count {
      if matches(closing, at: offset) { return offset }
      if offset > start, matches(open, at: offset) { break }
      offset += 1
    }
    position = offset
    return nil
  }

  private func find(_ wanted: [UInt8], from start: Int, before limit: Int = .max) -> Int? {
    let last = min(source.bytes.count - wanted.count, limit)
    guard start <= last else { return nil }
    let first = wanted[0]
    return source.bytes.withUnsafeBufferPointer { bytes in
      for offset in start...last where bytes[offset] == first {
        if matches(wanted, at: offset) { return offset }
      }
      return nil
    }
  }

  private func matches(_ wanted: [UInt8], at offset: Int) -> Bool {
    guard offset + wanted.count <= source.bytes.count else { return false }
    for index in wanted.indices where source.bytes[offset + index] != wanted[index] { return false }
    return true
  }

  private func trimmed(_ range: Range<Int>) -> ArraySlice<UInt8> {
    var range = range
    while let first = range.first, isSpace(source.bytes[first]) { range = range.dropFirst() }
    while let last = range.last, isSpace(source.bytes[last]) { range = range.dropLast() }
    return source.bytes[range]
  }

  private func isSpace(_ byte: UInt8) -> Bool { byte == 32 || (9...13).contains(byte) }

  // MARK: Results

  private mutating func add(_ kind: Tag.Kind, name: String, start: Int, end: Int, isDynamic: Bool = false) {
    var tag = Tag(kind, name: name, start: start, end: end, in: source)
    tag.isDynamic = isDynamic
    tags.append(tag)
    position = end
  }

  private mutating func addIgnored(start: Int, end: Int) { add(.comment, name: "", start: start, end: end) }

  private mutating func reportUnclosed(_ start: Int, needs closing: [UInt8], resumeAt: Int) {
    report(
      start..<start + open.count, "a tag opens here and is never closed",
      help: "close it with \(text(closing)) before the next tag")
    position = resumeAt
  }

  private mutating func report(_ range: Range<Int>, _ message: String, help: String? = nil) {
    diagnostics.append(Diagnostic("template/syntax", at: source.location(range), message, help: help))
  }

  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  /// The start of a name, on one line, for a message.
  private func excerpt(_ name: ArraySlice<UInt8>) -> String {
    let line = name.prefix(40).map { isSpace($0) ? 32 : $0 }
    return String(decoding: line, as: UTF8.self) + (name.count > 40 ? "…" : "")
  }
}
