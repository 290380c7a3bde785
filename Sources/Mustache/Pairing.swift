import Diagnostics

/// Matches end tags to opening tags and marks what makes no output. Afterwards every opening tag that is not ignored
/// has an end: one that the author forgot ends where the tag around it ends.
struct Pairing {
  /// Sections, blocks and parents deeper than this are dropped with a diagnostic.
  static let depthLimit = 200

  private(set) var tags: [Tag]
  private(set) var diagnostics: [Diagnostic] = []
  private let source: TemplateSource
  /// Indices of the tags open at this point, outermost first.
  private var open: [Int] = []
  /// Opening tags dropped for being too deep whose end tags are still to come.
  private var droppedDepth = 0
  private var reportedDepth = false

  static func pair(_ tags: [Tag], in source: TemplateSource) -> (tags: [Tag], diagnostics: [Diagnostic]) {
    var pairing = Pairing(tags, source)
    for index in tags.indices { pairing.place(index) }
    while let last = pairing.open.popLast() { pairing.reportUnclosed(last) }
    return (pairing.tags, pairing.diagnostics)
  }

  private init(_ tags: [Tag], _ source: TemplateSource) {
    self.tags = tags
    self.source = source
  }

  private mutating func place(_ index: Int) {
    let kind = tags[index].kind
    if kind == .close { return close(index) }
    tags[index].enclosing = open.last
    if let outer = open.last {
      let isInParent = tags[outer].kind == .parent
      tags[index].isIgnored = tags[outer].isIgnored || isInParent && kind != .block
      tags[index].isArgument = isInParent && kind == .block
    }
    if droppedDepth > 0 { tags[index].isIgnored = true }
    guard kind.opens else { return }
    if open.count == Self.depthLimit || droppedDepth > 0 {
      tags[index].isIgnored = true
      droppedDepth += 1
      return reportDepth(index)
    }
    open.append(index)
  }

  private mutating func close(_ index: Int) {
    if droppedDepth > 0 {
      droppedDepth -= 1
      tags[index].enclosing = open.last
      tags[index].isIgnored = true
      return
    }
    guard let last = open.last else {
      tags[index].isIgnored = true
      return report(index, "\(quoted(index)) closes nothing that is open", help: "delete it, or open what it closes")
    }
    if isSameName(last, index) { return join(open.removeLast(), index) }
    guard let match = open.lastIndex(where: { isSameName($0, index) }) else {
      // Nothing of that name is open: most likely a slip of the pen in one of the two.
      report(
        index, "\(quoted(index)) stands where \(tags[last].kind.noun) '\(tags[last].writtenName)' ends",
        help: "write {{/\(tags[last].writtenName)}}", notes: [openedHere(last)])
      return join(open.removeLast(), index)
    }
    while open.count > match + 1 { reportUnclosed(open.removeLast(), closedBy: index) }
    join(open.removeLast(), index)
  }

  private mutating func join(_ opening: Int, _ closing: Int) {
    tags[opening].partner = closing
    tags[closing].partner = opening
    tags[closing].enclosing = tags[opening].enclosing
    tags[closing].isIgnored = tags[opening].isIgnored
    tags[closing].isArgument = tags[opening].isArgument
  }

  private func isSameName(_ opening: Int, _ closing: Int) -> Bool {
    tags[opening].name == tags[closing].name && tags[opening].isDynamic == tags[closing].isDynamic
  }

  // MARK: Messages

  private mutating func reportUnclosed(_ opening: Int, closedBy index: Int? = nil) {
    var notes: [Diagnostic.Note] = []
    if let index {
      notes.append(
        .init("\(quoted(index)) ends what is around it", at: source.location(tags[index].start..<tags[index].end)))
    }
    report(
      opening, "\(tags[opening].kind.noun) '\(tags[opening].writtenName)' is never closed",
      help: "close it with {{/\(tags[opening].writtenName)}}", notes: notes)
  }

  private mutating func reportDepth(_ index: Int) {
    if reportedDepth { return }
    reportedDepth = true
    report(
      index, "sections nest at most \(Self.depthLimit) deep; the tags further in are left out",
      help: "move the inner part to a partial")
  }

  private func openedHere(_ opening: Int) -> Diagnostic.Note {
    .init(
      "'\(tags[opening].writtenName)' is opened here", at: source.location(tags[opening].start..<tags[opening].end))
  }

  private func quoted(_ index: Int) -> String { "'{{/\(tags[index].writtenName)}}'" }

  private mutating func report(_ index: Int, _ message: String, help: String, notes: [Diagnostic.Note] = []) {
    let location = source.location(tags[index].start..<tags[index].end)
    diagnostics.append(Diagnostic("template/syntax", at: location, message, help: help, notes: notes))
  }
}

extension Tag.Kind {
  var noun: String {
    switch self {
    case .section: "section"
    case .inverted: "inverted section"
    case .block: "block"
    case .parent: "parent"
    default: "tag"
    }
  }
}
