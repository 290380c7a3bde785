import Diagnostics

/// What the renderer executes: the instructions of every template one after the other, and the tables they refer to.
struct Program: Sendable {
  var code: [Instruction] = []
  /// The literal text and the indentations of all templates.
  var literals: [UInt8] = []
  /// Per instruction, the place of its tag; text has none.
  var places: [Place] = []
  var paths: [Path] = []
  var blockNames: [String] = []
  /// Blocks that parent tags fill: pairs of block name and entry point.
  var arguments: [[Argument]] = []
  var templates: [Entry] = []
  /// Name to index in `templates`.
  var index: [String: Int] = [:]

  struct Entry: Sendable {
    var name: String
    var path: String
    var start: Int
  }

  struct Argument: Sendable {
    var block: Int32
    var start: Int32
  }

  struct Place: Sendable {
    var line: Int32 = 0
    var column: Int32 = 0
    var length: Int32 = 0
  }

  /// A dotted name. An empty first key means `.`, the value on top of the stack.
  struct Path: Sendable {
    struct Key: Sendable {
      var text: String
      var hash: UInt32

      init(_ text: some StringProtocol) {
        self.text = String(text)
        hash = Object.hash(self.text)
      }
    }

    var name: String
    var first: Key
    var rest: [Key]

    init(_ name: String) {
      self.name = name
      let keys = name == "." ? [] : name.split(separator: ".").map(Key.init)
      first = keys.first ?? Key("")
      rest = Array(keys.dropFirst())
      isDot = keys.isEmpty
    }

    var isDot: Bool
  }

  /// The template an instruction belongs to.
  func template(at counter: Int) -> Int {
    var low = 0
    var high = templates.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if templates[middle].start <= counter { low = middle } else { high = middle }
    }
    return low
  }

  func location(at counter: Int) -> SourceLocation {
    let place = places[counter]
    return SourceLocation(
      file: templates[template(at: counter)].path, line: Int(place.line), column: Int(place.column),
      length: Int(place.length))
  }
}

/// One step. What `a` to `d` mean depends on the operation.
struct Instruction: Sendable {
  enum Operation: UInt8, Sendable {
    /// Literal bytes: a = start, b = count, c = 1 if they start a line of the template.
    case text
    /// A line of the template starts here with a tag: write the indentation.
    case lineStart
    /// a = path.
    case escaped, raw
    /// a = path, b = first instruction after the end.
    case section, inverted
    /// a = the section's first instruction.
    case sectionEnd
    /// a = template, b = next instruction, c and d = start and count of the indentation, c = -1 in mid-line.
    case partial
    /// As `partial`, a = path.
    case dynamicPartial
    /// As `partial`; the arguments' list is in `e`.
    case parent, dynamicParent
    /// a = block name, b = first instruction after the default content, c and d as in `partial`, e = 1 if the
    /// indentation is already written when the block starts.
    case block
    /// The end of a template or of an argument.
    case end
  }

  var operation: Operation
  var a: Int32 = 0
  var b: Int32 = 0
  var c: Int32 = 0
  var d: Int32 = 0
  var e: Int32 = 0
}
