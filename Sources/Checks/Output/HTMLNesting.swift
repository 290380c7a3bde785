/// Pairs start tags with what ends them, as a browser's parser does (HTML, 13.2.6), and notes where a browser would
/// build another page than the one that is written.
struct HTMLNesting {
  struct Mistake: Sendable {
    enum Kind: Sendable {
      /// A start tag that ended the element `other`, whose own end tag then ends nothing.
      case endsParagraph
      case strayEnd, unclosed
      /// Within the element `other`, which cannot hold it.
      case within
      /// Not directly within an element that it belongs to.
      case outside
    }

    var kind: Kind
    var tag: Int
    var other = -1
  }

  private var mistakes: [Mistake] = []
  private var stack: [Int] = []
  /// Start tags that ended a paragraph, with its start tag.
  private var ended: [(tag: Int, paragraph: Int)] = []
  private var foreign = 0
  private var paragraphs = 0
  /// Open elements that must not hold themselves, by their start tags.
  private var (link, button, form, heading) = (-1, -1, -1, -1)

  static func link(_ tags: inout [HTMLScan.Tag], _ scan: HTMLScan) -> [Mistake] {
    var nesting = HTMLNesting()
    nesting.stack.reserveCapacity(32)
    for i in tags.indices {
      switch tags[i].kind {
      case .comment: tags[i].parent = Int32(nesting.stack.last ?? -1)
      case .start: nesting.start(i, &tags)
      case .end: nesting.end(i, &tags, scan)
      }
    }
    while !nesting.stack.isEmpty { nesting.pop(&tags, at: tags.count, isEnded: false) }
    return nesting.mistakes
  }

  private mutating func start(_ i: Int, _ tags: inout [HTMLScan.Tag]) {
    let element = tags[i].element
    if foreign == 0 {
      makeRoom(for: element, i, &tags)
      complain(element, i, tags)
    }
    tags[i].parent = Int32(stack.last ?? -1)
    if (foreign == 0 && element.isVoid)
      || (tags[i].isSelfClosing && (foreign > 0 || element == .svg || element == .math))
    {
      tags[i].close = Int32(i)
      return
    }
    stack.append(i)
    switch element {
    case .a: link = i
    case .button: button = i
    case .form: form = i
    case .p: paragraphs += 1
    case .svg, .math: foreign += 1
    case .h1, .h2, .h3, .h4, .h5, .h6: heading = i
    default: break
    }
  }

  private mutating func pop(_ tags: inout [HTMLScan.Tag], at end: Int, isEnded: Bool) {
    let i = stack.removeLast()
    tags[i].close = Int32(end)
    if !isEnded, !tags[i].element.mayStayOpen { mistakes.append(Mistake(kind: .unclosed, tag: i)) }
    switch tags[i].element {
    case .a where link == i: link = -1
    case .button where button == i: button = -1
    case .form where form == i: form = -1
    case .p: paragraphs -= 1
    case .svg, .math: foreign -= 1
    case .h1, .h2, .h3, .h4, .h5, .h6: if heading == i { heading = -1 }
    default: break
    }
  }

  /// Ends what a start tag ends (13.2.6.4.7 "in body", 13.2.6.4.9 and on, tables).
  private mutating func makeRoom(for element: HTMLElement, _ i: Int, _ tags: inout [HTMLScan.Tag]) {
    switch element {
    case .li: end({ $0 == .li }, before: { $0 == .ul || $0 == .ol || $0 == .menu }, i, &tags)
    case .dt, .dd: end({ $0 == .dt || $0 == .dd }, before: { $0 == .dl }, i, &tags)
    case .td, .th: end({ $0 == .td || $0 == .th }, before: { $0 == .tr }, i, &tags)
    case .tr: end({ $0 == .tr }, before: { _ in false }, i, &tags)
    case .thead, .tbody, .tfoot: end(\.isPartOfTable, before: { _ in false }, i, &tags)
    case .option:
      end({ $0 == .option }, before: { $0 == .select || $0 == .datalist || $0 == .optgroup }, i, &tags)
    case .optgroup:
      end({ $0 == .option }, before: { $0 == .select || $0 == .datalist || $0 == .optgroup }, i, &tags)
      end({ $0 == .optgroup }, before: { $0 == .select }, i, &tags)
    case .body: end({ $0 == .head }, before: { _ in false }, i, &tags)
    default: break
    }
    guard paragraphs > 0, element.endsParagraph else { return }
    for k in stack.indices.reversed() {
      if tags[stack[k]].element.isScope { return }
      guard tags[stack[k]].element == .p else { continue }
      ended.append((i, stack[k]))
      while stack.count > k { pop(&tags, at: i, isEnded: false) }
      return
    }
  }

  private mutating func end(
    _ isEnded: (HTMLElement) -> Bool, before isLimit: (HTMLElement) -> Bool, _ i: Int, _ tags: inout [HTMLScan.Tag]
  ) {
    for k in stack.indices.reversed() {
      let open = tags[stack[k]].element
      if isLimit(open) || open == .table || open == .template || open == .svg { return }
      guard isEnded(open) else { continue }
      while stack.count > k { pop(&tags, at: i, isEnded: false) }
      return
    }
  }

  private mutating func end(_ i: Int, _ tags: inout [HTMLScan.Tag], _ scan: HTMLScan) {
    let element = tags[i].element
    var found: Int?
    for k in stack.indices.reversed() {
      let open = tags[stack[k]]
      if open.element == element, element != .other || scan.hasSameName(open, tags[i]) {
        found = k
        break
      }
      if foreign == 0, element == .p || element == .li, open.element.isScope { break }
    }
    tags[i].parent = Int32(found.map { stack[$0] } ?? stack.last ?? -1)
    guard let found else {
      if element == .p, let cause = ended.popLast() {
        mistakes.append(Mistake(kind: .endsParagraph, tag: cause.tag, other: cause.paragraph))
      } else {
        mistakes.append(Mistake(kind: .strayEnd, tag: i))
      }
      return
    }
    while stack.count > found + 1 { pop(&tags, at: i, isEnded: false) }
    pop(&tags, at: i, isEnded: true)
  }

  // MARK: What may stand where

  private mutating func complain(_ element: HTMLElement, _ i: Int, _ tags: [HTMLScan.Tag]) {
    if link >= 0, element == .a || element.isInteractive || tags[i].isPart {
      mistakes.append(Mistake(kind: .within, tag: i, other: link))
    } else if button >= 0, element == .a || element.isInteractive || element == .input || element.endsParagraph {
      mistakes.append(Mistake(kind: .within, tag: i, other: button))
    } else if heading >= 0, element.endsParagraph {
      mistakes.append(Mistake(kind: .within, tag: i, other: heading))
    } else if form >= 0, element == .form {
      mistakes.append(Mistake(kind: .within, tag: i, other: form))
    }
    guard let top = stack.last else { return }
    let parent = tags[top].element
    if !belongs(element, in: parent, above: tags[top].parent, tags) {
      mistakes.append(Mistake(kind: .outside, tag: i))
    } else if !holds(parent, element) {
      mistakes.append(Mistake(kind: .within, tag: i, other: top))
    }
  }

  private func belongs(_ element: HTMLElement, in parent: HTMLElement, above: Int32, _ tags: [HTMLScan.Tag]) -> Bool {
    switch element {
    case .li: parent == .ul || parent == .ol || parent == .menu
    case .dt, .dd: parent == .dl || (parent == .div && above >= 0 && tags[Int(above)].element == .dl)
    case .tr: parent == .table || parent == .thead || parent == .tbody || parent == .tfoot || parent == .template
    case .td, .th: parent == .tr || parent == .template
    case .thead, .tbody, .tfoot, .caption, .colgroup: parent == .table || parent == .template
    case .col: parent == .colgroup
    case .option: parent == .select || parent == .datalist || parent == .optgroup
    case .figcaption: parent == .figure
    case .summary: parent == .details
    case .legend: parent == .fieldset || parent == .optgroup
    default: true
    }
  }

  private func holds(_ parent: HTMLElement, _ element: HTMLElement) -> Bool {
    switch element {
    case .script, .template: return true
    default: break
    }
    switch parent {
    case .ul, .ol, .menu: return element == .li
    case .dl: return element == .dt || element == .dd || element == .div
    case .table, .thead, .tbody, .tfoot, .tr:
      switch element {
      case .caption, .colgroup, .thead, .tbody, .tfoot, .tr, .td, .th: return true
      default: return false
      }
    case .head:
      switch element {
      case .title, .meta, .link, .base, .style, .noscript: return true
      default: return false
      }
    case .summary: return !element.endsParagraph || element.isHeading
    case .span, .strong, .em, .b, .i, .small, .code, .sup, .sub, .cite, .label, .abbr, .time, .q, .kbd, .samp, .mark:
      return !element.endsParagraph
    default: return true
    }
  }
}

extension HTMLScan {
  func hasSameName(_ start: Tag, _ end: Tag) -> Bool {
    let length = Int(start.nameEnd - start.start) - 1
    guard Int(end.nameEnd - end.start) - 2 == length else { return false }
    return (0..<length).allSatisfy { k in
      bytes[Int(start.start) + 1 + k] | 0x20 == bytes[Int(end.start) + 2 + k] | 0x20
    }
  }
}
