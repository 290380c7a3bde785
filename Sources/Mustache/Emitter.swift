import Diagnostics

/// Writes one template's instructions.
struct Emitter {
  private let source: TemplateSource
  private let tags: [Tag]
  private let dedents: [Int: Int]
  /// Opening tags around the current place, with the instruction of each.
  private var open: [(tag: Int, counter: Int)] = []
  private var arguments: [[Program.Argument]] = []
  /// Parents whose left-out content has been reported.
  private var reportedParents: Set<Int> = []
  /// A jump may lead here: text on either side must stay apart.
  private var label: Int32 = -1

  init(source: TemplateSource, layout: Layout) {
    self.source = source
    tags = layout.tags
    dedents = layout.dedents
  }

  mutating func emit(into compiler: inout Compiler, _ outline: inout Outline) {
    label = compiler.counter
    var cursor = 0
    for index in tags.indices {
      let tag = tags[index]
      emitText(cursor..<max(cursor, tag.removedStart), into: &compiler)
      cursor = max(cursor, tag.removedEnd)
      guard !tag.isIgnored else {
        if tag.kind != .comment, tag.kind != .delimiters, tag.kind != .close {
          reportLeftOut(tag.start..<tag.end, &compiler)
        }
        continue
      }
      if needsLineStart(index) { compiler.append(.init(operation: .lineStart)) }
      emitTag(index, into: &compiler, &outline)
    }
    emitText(cursor..<max(cursor, source.bytes.count), into: &compiler)
    while !open.isEmpty { emitEnd(into: &compiler) }
    compiler.append(.init(operation: .end))
  }

  /// A line's indentation goes before its first byte of text. This is about lines that start with a tag instead.
  private func needsLineStart(_ index: Int) -> Bool {
    let tag = tags[index]
    guard source.isLineStart(tag.start), !isSilent, !tag.isArgument else { return false }
    return tag.kind == .parent ? tag.indentation == nil : !tag.isStandalone
  }

  /// Inside a parent, outside its blocks: nothing there is for the output.
  private var isSilent: Bool { open.last.map { tags[$0.tag].kind == .parent } ?? false }

  /// The specification has what is not a block inside a parent ignored. Authors who write there expect to see it.
  private mutating func reportLeftOut(_ range: Range<Int>, _ compiler: inout Compiler) {
    guard let parent = open.last?.tag, tags[parent].kind == .parent, reportedParents.insert(parent).inserted else {
      return
    }
    compiler.report(
      Diagnostic(
        "template/outside-block", .warning, at: source.location(range),
        "inside a parent only blocks count; this is left out",
        help: "move it into one of the blocks of '\(tags[parent].writtenName)'"))
  }

  // MARK: Text

  private mutating func emitText(_ range: Range<Int>, into compiler: inout Compiler) {
    if isSilent {
      let start = range.first { !" \t\r\n".utf8.contains(source.bytes[$0]) }
      if let start { reportLeftOut(start..<range.upperBound, &compiler) }
      return
    }
    if range.isEmpty { return }
    let startsLine = source.isLineStart(range.lowerBound)
    let start = compiler.program.literals.count
    let dedent = open.last { tags[$0.tag].isArgument }.flatMap { dedents[$0.tag] } ?? 0
    if dedent == 0 {
      compiler.addLiteral(source.bytes[range])
    } else {
      var cursor = range.lowerBound
      for line in source.lineStarts(in: range) {
        compiler.addLiteral(source.bytes[cursor..<line])
        cursor = min(source.blanks(from: line), line + dedent, range.upperBound)
      }
      compiler.addLiteral(source.bytes[cursor..<range.upperBound])
    }
    let count = compiler.program.literals.count - start
    if count > 0 { appendText(start, count, startsLine: startsLine, &compiler) }
    // All of the last line may have been indentation that went: then a tag starts the line.
    let isAtLineStart = count > 0 ? compiler.program.literals.last == UInt8(ascii: "\n") : startsLine
    if isAtLineStart, !source.isLineStart(range.upperBound) { compiler.append(.init(operation: .lineStart)) }
  }

  private func appendText(_ start: Int, _ count: Int, startsLine: Bool, _ compiler: inout Compiler) {
    // Two pieces become one where the renderer would indent them alike.
    if label != compiler.counter, compiler.program.code.last?.operation == .text,
      (compiler.program.literals[start - 1] == UInt8(ascii: "\n")) == startsLine
    {
      return compiler.extendText(by: count)
    }
    compiler.append(
      .init(
        operation: .text, a: Int32(truncatingIfNeeded: start), b: Int32(truncatingIfNeeded: count),
        c: startsLine ? 1 : 0))
  }

  // MARK: Tags

  private mutating func emitTag(_ index: Int, into compiler: inout Compiler, _ outline: inout Outline) {
    let tag = tags[index]
    let location = source.location(tag.start..<tag.end)
    switch tag.kind {
    case .comment, .delimiters: break
    case .escaped: compiler.append(.init(operation: .escaped, a: compiler.path(tag.name)), at: location)
    case .raw: compiler.append(.init(operation: .raw, a: compiler.path(tag.name)), at: location)
    case .section:
      begin(index, .init(operation: .section, a: compiler.path(tag.name)), location, &compiler)
    case .inverted:
      begin(index, .init(operation: .inverted, a: compiler.path(tag.name)), location, &compiler)
    case .block where tag.isArgument: beginArgument(index, location, &compiler, &outline)
    case .block:
      outline.sites.insert(tag.name)
      var block = expansion(.block, target: compiler.block(tag.name), tag, &compiler)
      block.e = tag.isStandalone ? 0 : 1
      begin(index, block, location, &compiler)
    case .partial:
      note(tag, location, compiler, &outline)
      let target = tag.isDynamic ? compiler.path(tag.name) : target(tag, compiler)
      var call = expansion(tag.isDynamic ? .dynamicPartial : .partial, target: target, tag, &compiler)
      call.b = compiler.counter + 1
      compiler.append(call, at: location)
    case .parent:
      note(tag, location, compiler, &outline)
      let target = tag.isDynamic ? compiler.path(tag.name) : target(tag, compiler)
      let call = expansion(tag.isDynamic ? .dynamicParent : .parent, target: target, tag, &compiler)
      arguments.append([])
      begin(index, call, location, &compiler)
    case .close:
      // Tags inside that were never closed end here too.
      while let last = open.last?.tag, tag.partner.map({ last >= $0 }) ?? false { emitEnd(into: &compiler) }
    }
  }

  private mutating func begin(
    _ index: Int, _ instruction: Instruction, _ location: SourceLocation, _ compiler: inout Compiler
  ) {
    open.append((index, Int(compiler.counter)))
    compiler.append(instruction, at: location)
    label = compiler.counter
  }

  private mutating func beginArgument(
    _ index: Int, _ location: SourceLocation, _ compiler: inout Compiler, _ outline: inout Outline
  ) {
    let name = tags[index].name
    let block = compiler.block(name)
    if let same = arguments[arguments.count - 1].firstIndex(where: { $0.block == block }) {
      compiler.report(
        Diagnostic(
          "template/syntax", at: location, "block '\(name)' is filled twice in one parent; the later one counts",
          help: "delete one of the two"))
      arguments[arguments.count - 1].remove(at: same)
    }
    arguments[arguments.count - 1].append(.init(block: block, start: compiler.counter))
    if let parent = open.last, let reference = outline.references.lastIndex(where: { $0.counter == parent.counter }) {
      outline.references[reference].arguments.append((name, location))
    }
    open.append((index, Int(compiler.counter)))
    label = compiler.counter
    // Content that starts in mid-line is a line of its own where it is expanded, unless there is none.
    let isEmpty = tags[index].partner.map { tags[$0].start == tags[index].end } ?? false
    if !tags[index].isClearRight, !isEmpty { compiler.append(.init(operation: .lineStart)) }
  }

  private mutating func emitEnd(into compiler: inout Compiler) {
    let (index, counter) = open.removeLast()
    switch tags[index].kind {
    case .section:
      compiler.append(.init(operation: .sectionEnd, a: Int32(truncatingIfNeeded: counter)))
      compiler.patch(counter, next: compiler.counter)
    case .parent:
      compiler.patch(counter, next: compiler.counter)
      compiler.patch(counter, arguments: arguments.removeLast())
    case .block where tags[index].isArgument: compiler.append(.init(operation: .end))
    default: compiler.patch(counter, next: compiler.counter)
    }
    label = compiler.counter
  }

  /// An instruction that expands something with this tag's indentation, without what the surrounding block loses.
  private func expansion(
    _ operation: Instruction.Operation, target: Int32, _ tag: Tag, _ compiler: inout Compiler
  ) -> Instruction {
    guard let blanks = tag.indentation else { return .init(operation: operation, a: target, c: -1) }
    let dedent = open.last { tags[$0.tag].isArgument }.flatMap { dedents[$0.tag] } ?? 0
    let start = compiler.program.literals.count
    let kept = source.bytes[blanks].dropFirst(dedent)
    compiler.addLiteral(kept)
    return .init(
      operation: operation, a: target, c: Int32(truncatingIfNeeded: start), d: Int32(truncatingIfNeeded: kept.count))
  }

  private func target(_ tag: Tag, _ compiler: Compiler) -> Int32 {
    compiler.program.index[tag.name].map { Int32(truncatingIfNeeded: $0) } ?? -1
  }

  private func note(_ tag: Tag, _ location: SourceLocation, _ compiler: Compiler, _ outline: inout Outline) {
    if tag.isDynamic {
      outline.isDynamic = true
    } else {
      outline.references.append(
        .init(
          name: tag.name, counter: Int(compiler.counter), location: location,
          isUnconditional: open.isEmpty, isParent: tag.kind == .parent))
    }
  }
}
