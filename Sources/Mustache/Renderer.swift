import Diagnostics

/// Runs a program over values. One renderer renders one page.
///
/// There is no recursion: calls, loops and scopes are stacks of their own, so no template can overflow the thread's
/// stack, and limits end what would not end by itself.
struct Renderer {
  /// A call of a partial, a parent, or the content that fills a block.
  struct Call {
    /// The calling instruction; nil for the page's own template.
    var counter: Int?
    /// First instruction of what was called.
    var start: Int
    var returnTo: Int
    var isBlock: Bool
    // What to restore.
    var indentStart: Int
    var indentEnd: Int
    var filling: Int
    var fillings: Int
    var scopes: Int
    var loops: Int
  }

  /// The blocks that one parent tag fills; `outer` is what was in force around that tag.
  struct Filling {
    var arguments: Int
    var outer: Int
  }

  /// A value on the stack. What is not an object has no keys.
  struct Scope {
    var value: Value
    var object: Object

    init(_ value: Value) {
      self.value = value
      object = if case .object(let object) = value { object } else { Object() }
    }
  }

  struct Loop {
    var items: [Value]
    var next: Int
  }

  let program: Program
  let limits: RenderLimits
  let page: String
  var diagnostics: [Diagnostic] = []
  /// Instructions already reported: a mistake inside a loop is one mistake.
  var reported: Set<Int> = []
  var scopes: [Scope] = []
  var loops: [Loop] = []
  var calls: [Call] = []
  var fillings: [Filling] = []
  /// The filling in force, as an index in `fillings`; -1 outside of any parent.
  var filling = -1
  /// Calls of templates among `calls`.
  var depth = 0
  /// The indentation in force is `indents[indentStart..<indentEnd]`.
  var indents: [UInt8] = []
  var indentStart = 0
  var indentEnd = 0
  /// Instructions carried out, plus a charge for each costly diagnostic.
  var steps = 0
  /// Where the output stood when a block began whose indentation its template has already written.
  var indentedAt = -1

  init(program: Program, limits: RenderLimits, page: String) {
    self.program = program
    self.limits = limits
    self.page = page
    scopes.reserveCapacity(16)
    loops.reserveCapacity(8)
    calls.reserveCapacity(8)
  }

  mutating func run(_ template: Int, with value: Value, into output: inout [UInt8]) {
    scopes.append(Scope(value.forced))
    var counter = program.templates[template].start
    enter(start: counter, from: nil, returnTo: 0, isBlock: false)
    let program = program
    let outputLimit = output.count + limits.bytes
    program.code.withUnsafeBufferPointer { code in
      program.literals.withUnsafeBufferPointer { literals in
        while true {
          steps += 1
          if steps > limits.steps || output.count > outputLimit { return reportSize(counter) }
          let step = code[counter]
          counter += 1
          switch step.operation {
          case .text:
            let bytes = UnsafeBufferPointer(rebasing: literals[Int(step.a)..<Int(step.a + step.b)])
            if indentStart == indentEnd {
              output.append(contentsOf: bytes)
            } else {
              writeIndented(bytes, startsLine: step.c == 1, to: &output)
            }
          case .lineStart:
            if indentStart != indentEnd { writeIndent(to: &output) }
          case .escaped:
            switch lookUp(step.a, at: counter - 1) {
            case .text(let text): appendEscaped(text, to: &output)
            case let value: write(value, at: counter - 1, to: &output)
            }
          case .raw:
            write(lookUp(step.a, at: counter - 1), at: counter - 1, to: &output)
          case .section:
            let value = lookUp(step.a, at: counter - 1)
            guard value.isTruthy else {
              counter = Int(step.b)
              break
            }
            if case .list(let items) = value {
              scopes.append(Scope(items[0].forced))
              loops.append(Loop(items: items, next: 1))
            } else {
              scopes.append(Scope(value))
              loops.append(Loop(items: [], next: 1))
            }
          case .sectionEnd:
            if advanceLoop() { counter = Int(step.a) + 1 }
          case .inverted:
            if lookUp(step.a, at: counter - 1).isTruthy { counter = Int(step.b) }
          case .partial, .dynamicPartial, .parent, .dynamicParent:
            counter = call(step, at: counter - 1) ?? Int(step.b)
          case .block:
            if filling >= 0, let start = fill(step, at: counter - 1, outputCount: output.count) { counter = start }
          case .end:
            counter = leave()
            if calls.isEmpty { return }
          }
        }
      }
    }
  }

  /// Puts the next item on the stack, or ends the loop.
  private mutating func advanceLoop() -> Bool {
    let last = loops.count - 1
    let next = loops[last].next
    guard next < loops[last].items.count else {
      loops.removeLast()
      scopes.removeLast()
      return false
    }
    scopes[scopes.count - 1] = Scope(loops[last].items[next].forced)
    loops[last].next = next + 1
    return true
  }

  // MARK: Calls

  /// The first instruction of the template a tag calls; nil if there is none or it would nest too deep.
  private mutating func call(_ step: Instruction, at counter: Int) -> Int? {
    let isDynamic = step.operation == .dynamicPartial || step.operation == .dynamicParent
    guard let target = isDynamic ? template(named: step.a, at: counter) : Int(step.a), target >= 0 else { return nil }
    let start = program.templates[target].start
    if depth > limits.depth { return endRecursion(at: counter) }
    enter(start: start, from: counter, returnTo: Int(step.b), isBlock: false)
    indent(by: step)
    if step.operation == .parent || step.operation == .dynamicParent {
      fillings.append(Filling(arguments: Int(step.e), outer: filling))
      filling = fillings.count - 1
    }
    return start
  }

  /// The content that replaces a block's own, if a parent tag fills the block. The outermost tag has the last word.
  private mutating func fill(_ step: Instruction, at counter: Int, outputCount: Int) -> Int? {
    var found: (start: Int, outer: Int)?
    var candidate = filling
    while candidate >= 0 {
      let current = fillings[candidate]
      if let argument = program.arguments[current.arguments].first(where: { $0.block == step.a }) {
        found = (Int(argument.start), current.outer)
      }
      candidate = current.outer
    }
    guard let found else { return nil }
    enter(start: found.start, from: counter, returnTo: Int(step.b), isBlock: true)
    indent(by: step)
    if step.e == 1, step.c >= 0 { indentedAt = outputCount }
    // Blocks inside the content belong to the template that wrote it. Without this a block could fill itself.
    filling = found.outer
    return found.start
  }

  private mutating func enter(start: Int, from counter: Int?, returnTo: Int, isBlock: Bool) {
    calls.append(
      Call(
        counter: counter, start: start, returnTo: returnTo, isBlock: isBlock, indentStart: indentStart,
        indentEnd: indentEnd, filling: filling, fillings: fillings.count, scopes: scopes.count, loops: loops.count))
    if !isBlock { depth += 1 }
  }

  /// Returns from the last call to the instruction after it.
  mutating func leave() -> Int {
    let call = calls.removeLast()
    if !call.isBlock { depth -= 1 }
    indents.removeLast(indents.count - call.indentEnd)
    indentStart = call.indentStart
    indentEnd = call.indentEnd
    filling = call.filling
    fillings.removeLast(fillings.count - call.fillings)
    scopes.removeLast(scopes.count - call.scopes)
    loops.removeLast(loops.count - call.loops)
    return call.returnTo
  }

  // MARK: Indentation

  private mutating func indent(by step: Instruction) {
    if step.c < 0 {
      indentStart = indentEnd
    } else if step.d > 0 {
      indents += program.literals[Int(step.c)..<Int(step.c + step.d)]
      indentEnd = indents.count
    }
  }

  private func writeIndent(to output: inout [UInt8]) {
    if output.count != indentedAt { output += indents[indentStart..<indentEnd] }
  }

  private func writeIndented(_ bytes: UnsafeBufferPointer<UInt8>, startsLine: Bool, to output: inout [UInt8]) {
    if startsLine { writeIndent(to: &output) }
    var rest = bytes[...]
    while let newline = rest.firstIndex(of: UInt8(ascii: "\n")), newline + 1 < bytes.count {
      output.append(contentsOf: UnsafeBufferPointer(rebasing: rest[...newline]))
      output += indents[indentStart..<indentEnd]
      rest = rest[(newline + 1)...]
    }
    output.append(contentsOf: UnsafeBufferPointer(rebasing: rest))
  }
}
