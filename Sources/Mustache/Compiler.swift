import Diagnostics

/// Turns laid-out tags into instructions, one template at a time, into one shared program.
struct Compiler {
  private(set) var program = Program()
  private(set) var diagnostics: [Diagnostic] = []
  /// Per template, what it refers to, for the checks over all templates.
  private(set) var outlines: [Outline] = []
  private var pathIDs: [String: Int32] = [:]
  private var blockIDs: [String: Int32] = [:]

  init(names: [String]) {
    for (index, name) in names.enumerated() { program.index[name] = index }
  }

  mutating func compile(name: String, file: TemplateFile) {
    let source = decode(file)
    program.templates.append(.init(name: name, path: source.path, start: program.code.count))
    let read = TagReader.read(source)
    let paired = Pairing.pair(read.tags, in: source)
    keep(read.diagnostics + paired.diagnostics, source)
    let layout = Layout.lay(paired.tags, in: source)
    var outline = Outline(name: name)
    var emitter = Emitter(source: source, layout: layout)
    emitter.emit(into: &self, &outline)
    outlines.append(outline)
  }

  /// Reports bytes that are not UTF-8 and goes on with replacement characters for them.
  private mutating func decode(_ file: TemplateFile) -> TemplateSource {
    let bytes = file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(file.bytes.dropFirst(3)) : file.bytes
    let source = TemplateSource(path: file.path, bytes: bytes)
    guard String(validating: bytes, as: UTF8.self) == nil else { return source }
    var parser = Unicode.UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    var offset = 0
    while case .valid(let scalar) = parser.parseScalar(from: &iterator) { offset += scalar.count }
    diagnostics.append(
      Diagnostic(
        "template/encoding", at: source.location(offset..<offset + 1), "a template is UTF-8 text; this byte is not",
        help: "save the file as UTF-8"))
    return TemplateSource(path: file.path, bytes: Array(String(decoding: bytes, as: UTF8.self).utf8))
  }

  /// One slip can make a mistake of every tag after it: keeps the first hundred.
  private mutating func keep(_ found: [Diagnostic], _ source: TemplateSource) {
    let sorted = found.sortedForReport()
    diagnostics += sorted.prefix(100)
    if sorted.count > 100 {
      diagnostics.append(
        Diagnostic(
          "template/syntax", at: SourceLocation(file: source.path),
          "\(sorted.count - 100) more mistakes are not listed",
          help: "mend the first ones; the others may follow from them"))
    }
  }

  // MARK: For the emitter

  var counter: Int32 { Int32(truncatingIfNeeded: program.code.count) }

  mutating func append(_ instruction: Instruction, at place: SourceLocation? = nil) {
    program.code.append(instruction)
    program.places.append(
      place.map {
        .init(
          line: Int32(truncatingIfNeeded: $0.line), column: Int32(truncatingIfNeeded: $0.column),
          length: Int32(truncatingIfNeeded: $0.length))
      } ?? .init())
  }

  mutating func patch(_ counter: Int, next: Int32) { program.code[counter].b = next }

  mutating func patch(_ counter: Int, arguments: [Program.Argument]) {
    program.code[counter].e = Int32(truncatingIfNeeded: program.arguments.count)
    program.arguments.append(arguments)
  }

  mutating func extendText(by count: Int) { program.code[program.code.count - 1].b += Int32(truncatingIfNeeded: count) }

  mutating func addLiteral(_ bytes: ArraySlice<UInt8>) { program.literals.append(contentsOf: bytes) }

  mutating func path(_ name: String) -> Int32 {
    if let id = pathIDs[name] { return id }
    let id = Int32(truncatingIfNeeded: program.paths.count)
    pathIDs[name] = id
    program.paths.append(.init(name))
    return id
  }

  mutating func block(_ name: String) -> Int32 {
    if let id = blockIDs[name] { return id }
    let id = Int32(truncatingIfNeeded: program.blockNames.count)
    blockIDs[name] = id
    program.blockNames.append(name)
    return id
  }

  mutating func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

  /// Takes back the call of a template that would call itself for ever.
  mutating func disable(_ counter: Int) { program.code[counter].a = -1 }
}

/// What a template refers to by a fixed name.
struct Outline {
  struct Reference {
    var name: String
    var counter: Int
    var location: SourceLocation
    /// No section or block is around it: nothing in the data can keep it from being expanded.
    var isUnconditional: Bool
    /// Names and places of the blocks it fills, for parents.
    var arguments: [(name: String, location: SourceLocation)] = []
    var isParent: Bool
  }

  var name: String
  var references: [Reference] = []
  /// Blocks it offers.
  var sites: Set<String> = []
  /// Includes partials that the data name, so what it reaches is not known.
  var isDynamic = false
}
