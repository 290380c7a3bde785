import CLibYAML
import Diagnostics

/// Reads YAML 1.2 as far as settings need it: mappings, lists and texts, in one document.
///
/// Anchors, aliases, tags, merge keys, further documents and keys that are not texts are refused, each with a
/// diagnostic. Without aliases the tree is never larger than the file, so no file can blow up in memory.
package enum YAML {
  /// Lists and mappings within each other; deeper ones are refused. Nothing an author writes comes near.
  package static let nestingLimit = 64

  /// The tree, or nil if the text is not YAML. There may be diagnostics with a tree too (`data/duplicate-key`).
  ///
  /// `lineOffset` is the number of lines in the file before `bytes`, for front matter. A byte order mark is skipped and
  /// not counted as a column. A file with no value, such as one of comments only, is `.null`.
  package static func read(
    _ bytes: some Collection<UInt8>, file: String, lineOffset: Int = 0
  ) -> (node: DataNode?, problems: [Diagnostic]) {
    bytes.withContiguousStorageIfAvailable { read($0, file: file, lineOffset: lineOffset) }
      ?? Array(bytes).withUnsafeBufferPointer { read($0, file: file, lineOffset: lineOffset) }
  }

  private static func read(
    _ all: UnsafeBufferPointer<UInt8>, file: String, lineOffset: Int
  ) -> (node: DataNode?, problems: [Diagnostic]) {
    let bytes = all.withoutByteOrderMark
    let isASCII = bytes.isASCII
    if !isASCII, let problem = bytes.encodingProblem(file: file, lineOffset: lineOffset) {
      return (nil, [problem])
    }
    // libyaml keeps a pointer to the parser inside the parser, so it must not move.
    return withUnsafeTemporaryAllocation(of: yaml_parser_t.self, capacity: 1) { parsers in
      withUnsafeTemporaryAllocation(of: yaml_event_t.self, capacity: 1) { events in
        guard let parser = parsers.baseAddress, let event = events.baseAddress else { return (nil, []) }
        parser.initialize(to: yaml_parser_t())
        event.initialize(to: yaml_event_t())
        guard yaml_parser_initialize(parser) == 1 else { preconditionFailure("out of memory") }
        defer {
          yaml_event_delete(event)
          yaml_parser_delete(parser)
        }
        // Told the encoding, libyaml does not guess at UTF-16.
        yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
        yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
        let places = YAMLPlaces(bytes, isASCII: isASCII, file: file, lineOffset: lineOffset)
        var reader = EventReader(parser: parser, event: event, places: places)
        let node = try? reader.document()
        return (node, reader.problems)
      }
    }
  }
}

/// The text cannot be read further; the reason is already among the problems.
private struct Stopped: Error {}

/// Builds the tree from libyaml's events. `event` always holds the event to look at next.
private struct EventReader {
  let parser: UnsafeMutablePointer<yaml_parser_t>
  let event: UnsafeMutablePointer<yaml_event_t>
  var places: YAMLPlaces
  var problems: [Diagnostic] = []

  init(
    parser: UnsafeMutablePointer<yaml_parser_t>, event: UnsafeMutablePointer<yaml_event_t>, places: YAMLPlaces
  ) {
    self.parser = parser
    self.event = event
    self.places = places
  }

  mutating func document() throws(Stopped) -> DataNode {
    try next()  // the stream's start
    try next()
    guard event.pointee.type == YAML_DOCUMENT_START_EVENT else {
      return DataNode(.null, at: SourceLocation(file: places.file, line: places.lineOffset + 1, column: 1))
    }
    try next()
    let node = try node(depth: 1)
    try next()  // the document's end
    try next()
    if event.pointee.type != YAML_STREAM_END_EVENT {
      throw stop(
        "a second document begins here, only one is read",
        help: "remove the line `---`, or put quotes around the text that begins with it")
    }
    return node
  }

  private mutating func next() throws(Stopped) {
    yaml_event_delete(event)
    if yaml_parser_parse(parser, event) == 1 { return }
    problems.append(problem())
    throw Stopped()
  }

  /// The node that begins with the current event; leaves its last event current.
  private mutating func node(depth: Int) throws(Stopped) -> DataNode {
    let type = event.pointee.type
    if type == YAML_SCALAR_EVENT { return try scalar() }
    if depth > YAML.nestingLimit {
      throw stop("lists and keys are nested more than \(YAML.nestingLimit) levels deep")
    }
    if type == YAML_MAPPING_START_EVENT { return try mapping(depth: depth) }
    if type == YAML_SEQUENCE_START_EVENT { return try sequence(depth: depth) }
    throw stop(
      "a value that begins with `*` needs quotes around it",
      help: "YAML reads `*` as an alias, and aliases are not used here")
  }

  private mutating func scalar() throws(Stopped) -> DataNode {
    let location = places.location(from: event.pointee.start_mark, to: event.pointee.end_mark)
    let scalar = event.pointee.data.scalar
    if scalar.anchor != nil || scalar.tag != nil { throw stopAtProperty(anchor: scalar.anchor, tag: scalar.tag) }
    let bytes = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
    if scalar.style != YAML_PLAIN_SCALAR_STYLE {
      return DataNode(.scalar(String(decoding: bytes, as: UTF8.self), quoted: true), at: location)
    }
    if bytes.count <= 4, Self.isNull(bytes) { return DataNode(.null, at: location) }
    return DataNode(.scalar(String(decoding: bytes, as: UTF8.self), quoted: false), at: location)
  }

  private mutating func sequence(depth: Int) throws(Stopped) -> DataNode {
    let start = event.pointee.start_mark
    let sequence = event.pointee.data.sequence_start
    if sequence.anchor != nil || sequence.tag != nil {
      throw stopAtProperty(anchor: sequence.anchor, tag: sequence.tag)
    }
    var location = places.location(of: start)
    var items: [DataNode] = []
    try next()
    while event.pointee.type != YAML_SEQUENCE_END_EVENT {
      items.append(try node(depth: depth + 1))
      try next()
    }
    if sequence.style == YAML_FLOW_SEQUENCE_STYLE {
      location.length = places.length(from: start, to: event.pointee.end_mark)
    }
    return DataNode(.sequence(items), at: location)
  }

  private mutating func mapping(depth: Int) throws(Stopped) -> DataNode {
    let start = event.pointee.start_mark
    let mapping = event.pointee.data.mapping_start
    if mapping.anchor != nil || mapping.tag != nil {
      throw stopAtProperty(anchor: mapping.anchor, tag: mapping.tag)
    }
    var location = places.location(of: start)
    var entries = UniqueEntries()
    try next()
    while event.pointee.type != YAML_MAPPING_END_EVENT {
      let key = try key()
      try next()
      let value = try node(depth: depth + 1)
      if let problem = entries.add(DataNode.Entry(key: key.text, keyLocation: key.location, value: value)) {
        problems.append(problem)
      }
      try next()
    }
    if mapping.style == YAML_FLOW_MAPPING_STYLE {
      location.length = places.length(from: start, to: event.pointee.end_mark)
    }
    return DataNode(.mapping(entries.all), at: location)
  }

  private mutating func key() throws(Stopped) -> LocatedText {
    if event.pointee.type == YAML_SCALAR_EVENT {
      let node = try scalar()
      if case .scalar(let text, let quoted) = node.value {
        if text != "<<" || quoted { return LocatedText(text, at: node.location) }
        throw stop("`<<` merges aliases, which are not used here", help: "write the keys out")
      }
    }
    if event.pointee.type == YAML_ALIAS_EVENT { _ = try node(depth: 1) }
    throw stop("a key is a word, followed by a colon", help: "put quotes around the value if it is meant as a text")
  }

  /// `null` in the spellings of YAML 1.2's core schema, section 10.3.2. At most four bytes come in.
  private static func isNull(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    switch bytes.count {
    case 0: true
    case 1: bytes[0] == UInt8(ascii: "~")
    case 4 where bytes[3] | 0x20 == UInt8(ascii: "l"):
      bytes.elementsEqual("null".utf8) || bytes.elementsEqual("Null".utf8) || bytes.elementsEqual("NULL".utf8)
    default: false
    }
  }
}

// The ways to stop.
extension EventReader {
  private mutating func stop(_ message: String, help: String? = nil) -> Stopped {
    let location = places.location(from: event.pointee.start_mark, to: event.pointee.end_mark)
    problems.append(Diagnostic("data/yaml-syntax", at: location, message, help: help))
    return Stopped()
  }

  private mutating func stopAtProperty(
    anchor: UnsafeMutablePointer<yaml_char_t>?, tag: UnsafeMutablePointer<yaml_char_t>?
  ) -> Stopped {
    var location = places.location(of: event.pointee.start_mark)
    location.length = 1
    let sign = anchor == nil ? "!" : "&"
    let meaning = anchor == nil ? "a tag, and tags" : "an anchor, and anchors"
    problems.append(
      Diagnostic(
        "data/yaml-syntax", at: location, "a value that begins with `\(sign)` needs quotes around it",
        help: "YAML reads `\(sign)` as \(meaning) are not used here"))
    return Stopped()
  }

  /// libyaml's own complaint, in an editor's words.
  private mutating func problem() -> Diagnostic {
    let parser = parser.pointee
    if parser.error == YAML_MEMORY_ERROR { preconditionFailure("out of memory") }
    let problem = parser.problem.map { String(cString: $0) } ?? ""
    let context = parser.context.map { String(cString: $0) } ?? ""
    // The reader knows no lines, only the offset of the byte it choked on.
    let offset =
      parser.error == YAML_READER_ERROR ? parser.problem_offset : places.offset(of: parser.problem_mark)
    // The mark of the context is only set with a context.
    let contextOffset = parser.context == nil ? offset : places.offset(of: parser.context_mark)
    return YAMLProblem(
      bytes: places.bytes, problem: problem, context: context, offset: offset, contextOffset: contextOffset
    ).diagnostic(file: places.file, lineOffset: places.lineOffset)
  }
}

/// From libyaml's marks, which count characters, to lines and columns, which count bytes.
private struct YAMLPlaces {
  let bytes: UnsafeBufferPointer<UInt8>
  let isASCII: Bool
  let file: String
  let lineOffset: Int

  /// A place reached before, in bytes and in characters. Marks come almost in order, so going on from here, forwards or
  /// backwards, looks at each byte about once. Not used for ASCII, where characters are bytes.
  private var reached = (offset: 0, character: 0)
  private var lines: LineCursor

  init(_ bytes: UnsafeBufferPointer<UInt8>, isASCII: Bool, file: String, lineOffset: Int) {
    self.bytes = bytes
    self.isASCII = isASCII
    self.file = file
    self.lineOffset = lineOffset
    lines = LineCursor(bytes)
  }

  mutating func location(of mark: yaml_mark_t) -> SourceLocation {
    if isASCII { return SourceLocation(file: file, line: mark.line + 1 + lineOffset, column: mark.column + 1) }
    // Lines are counted anew, since libyaml also ends them at U+0085, U+2028 and U+2029, as no editor does.
    let offset = offset(of: mark)
    lines.move(to: offset)
    return SourceLocation(file: file, line: lines.line + lineOffset, column: offset - lines.start + 1)
  }

  mutating func location(from start: yaml_mark_t, to end: yaml_mark_t) -> SourceLocation {
    var place = location(of: start)
    place.length = length(from: start, to: end)
    return place
  }

  /// Bytes between two marks, as far as they stand on the first one's line.
  mutating func length(from start: yaml_mark_t, to end: yaml_mark_t) -> Int {
    if isASCII && start.line == end.line { return end.index - start.index }
    let first = offset(of: start)
    let last = max(first, offset(of: end))
    let lineEnd = bytes[first..<last].firstIndex { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
    return (lineEnd ?? last) - first
  }

  /// In bytes, from the text's start.
  mutating func offset(of mark: yaml_mark_t) -> Int {
    if isASCII { return min(mark.index, bytes.count) }
    while reached.character < mark.index, reached.offset < bytes.count {
      reached.character += 1
      repeat { reached.offset += 1 } while reached.offset < bytes.count && bytes[reached.offset] & 0xC0 == 0x80
    }
    while reached.character > mark.index, reached.offset > 0 {
      reached.character -= 1
      repeat { reached.offset -= 1 } while reached.offset > 0 && bytes[reached.offset] & 0xC0 == 0x80
    }
    return reached.offset
  }
}
