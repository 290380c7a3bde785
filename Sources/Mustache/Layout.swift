/// White space: which bytes vanish with a tag that stands alone, what indentation an expansion gets, and what
/// indentation the content of a block loses.
///
/// The specification gives examples rather than rules for blocks. These rules produce all of them:
///
/// - A tag alone on its line vanishes with the line. A parent's two ends count as one tag, as what is between makes
///   no output of its own.
/// - A block inside a parent (an *argument*): its opening tag takes the rest of the line with it if that is blank, and
///   then the content loses its common indentation. Its end tag takes the blanks before it if they start the line,
///   never a newline.
/// - A block elsewhere (a *site*): what replaces its content is indented like the content if the opening tag stands
///   alone, or like the opening tag if only the pair of both stands alone.
/// - An expansion in mid-line is not indented at all.
struct Layout {
  private(set) var tags: [Tag]
  /// Per argument (index of its opening tag): bytes to drop from the start of each of its lines.
  private(set) var dedents: [Int: Int] = [:]
  private let source: TemplateSource

  static func lay(_ tags: [Tag], in source: TemplateSource) -> Layout {
    var layout = Layout(tags: tags, source: source)
    for index in tags.indices { layout.placeTag(index) }
    layout.measure()
    return layout
  }

  private init(tags: [Tag], source: TemplateSource) {
    self.tags = tags
    self.source = source
  }

  private mutating func placeTag(_ index: Int) {
    let tag = tags[index]
    if tag.isIgnored && tag.kind != .comment { return }
    switch tag.kind {
    case .escaped, .raw: return
    case .comment, .delimiters, .section, .inverted: if tag.isStandalone { removeLine(index) }
    case .partial: if tag.isStandalone { removeLine(index, indents: true) }
    case .parent: placeParent(index)
    case .block where tag.isArgument: if tag.isClearRight { tags[index].removedEnd = tag.nextLine }
    case .block: placeSite(index)
    case .close: placeEnd(index)
    }
  }

  private mutating func placeParent(_ index: Int) {
    guard let end = tags[index].partner, tags[index].isClearLeft, tags[end].isClearRight else { return }
    tags[index].removedStart = tags[index].blanksStart
    tags[index].indentation = tags[index].blanksStart..<tags[index].start
    tags[end].removedEnd = tags[end].nextLine
  }

  private mutating func placeSite(_ index: Int) {
    if tags[index].isStandalone {
      removeLine(index, indents: true)
    } else if tags[index].isClearLeft, let end = tags[index].partner, tags[end].isClearRight {
      tags[index].indentation = tags[index].blanksStart..<tags[index].start
    }
  }

  private mutating func placeEnd(_ index: Int) {
    guard let opening = tags[index].partner else { return }
    if tags[opening].kind == .parent { return }
    if tags[index].isArgument {
      if tags[index].isClearLeft { tags[index].removedStart = tags[index].blanksStart }
    } else if tags[index].isStandalone {
      removeLine(index)
    }
  }

  private mutating func removeLine(_ index: Int, indents: Bool = false) {
    tags[index].removedStart = tags[index].blanksStart
    tags[index].removedEnd = tags[index].nextLine
    if indents { tags[index].indentation = tags[index].blanksStart..<tags[index].start }
  }

  // MARK: Common indentation

  /// Finds the common indentation of arguments and of sites, each over its visible lines: those that put text or an
  /// expansion into the output. Lines of an argument inside are its own business.
  private mutating func measure() {
    var common: [Int: Range<Int>] = [:]
    var open: [Int] = []
    var cursor = 0
    for index in tags.indices {
      noteLines(in: cursor..<tags[index].start, before: index, open: open, &common)
      cursor = tags[index].end
      if tags[index].partner == nil { continue }
      if tags[index].kind == .close { open.removeLast() } else { open.append(index) }
    }
    noteLines(in: cursor..<source.bytes.count, before: nil, open: open, &common)

    for (index, range) in common.sorted(by: { $0.key < $1.key }) {
      if tags[index].isArgument {
        if tags[index].isClearRight { dedents[index] = range.count }
      } else if tags[index].isStandalone {
        tags[index].indentation = range
      }
    }
  }

  /// Takes the lines that start in a piece of text, which ends at tag `next`, into account.
  private func noteLines(in text: Range<Int>, before next: Int?, open: [Int], _ common: inout [Int: Range<Int>]) {
    // The nearest argument, and the sites inside it, own the line.
    guard let innermost = open.last, tags[innermost].kind != .parent, !tags[innermost].isIgnored else { return }
    let owners = open[(open.lastIndex { tags[$0].isArgument } ?? 0)...].filter { tags[$0].kind == .block }
    if owners.isEmpty { return }
    var lines = Array(source.lineStarts(in: text))
    if source.isLineStart(text.upperBound), next != nil { lines.append(text.upperBound) }
    for line in lines {
      let end = source.blanks(from: line)
      if let next, end == tags[next].start {
        guard isVisible(next) else { continue }
      } else if source.nextLine(afterBlanksFrom: line) != nil {
        continue
      }
      for owner in owners { common[owner] = shared(common[owner], line..<end) }
    }
  }

  /// Whether the line that starts with this tag shows in the output.
  private func isVisible(_ index: Int) -> Bool {
    switch tags[index].kind {
    case .escaped, .raw, .partial, .parent: true
    case .close where tags[index].isArgument: false
    case .comment, .delimiters, .section, .inverted, .block, .close: !tags[index].isStandalone
    }
  }

  /// The common start of two runs of blanks: tabs and spaces do not stand for each other.
  private func shared(_ a: Range<Int>?, _ b: Range<Int>) -> Range<Int> {
    guard let a else { return b }
    var count = 0
    while count < a.count, count < b.count, source.bytes[a.lowerBound + count] == source.bytes[b.lowerBound + count] {
      count += 1
    }
    return a.lowerBound..<a.lowerBound + count
  }
}
