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

  private let bytes: UnsafeBufferPointer<UInt8>
  private let tags: UnsafeMutableBufferPointer<HTMLScan.Tag>
  private var mistakes: [Mistake] = []
  /// The innermost open element, by the index of its start tag; -1 outside of all. What is open around it are its
  /// parents, so no stack is needed.
  private var top = -1
  /// Start tags that ended a paragraph, with its start tag.
  private var ended: [(tag: Int, paragraph: Int)] = []
  private var foreign = 0
  private var paragraphs = 0
  /// Open elements that must not hold themselves, by their start tags.
  private var (link, button, form, heading) = (-1, -1, -1, -1)

  private init(_ tags: UnsafeMutableBufferPointer<HTMLScan.Tag>, _ bytes: UnsafeBufferPointer<UInt8>) {
    (self.tags, self.bytes) = (tags, bytes)
  }

  static func link(_ tags: inout [HTMLScan.Tag], _ bytes: UnsafeBufferPointer<UInt8>) -> [Mistake] {
    tags.withUnsafeMutableBufferPointer { tags in
      var nesting = HTMLNesting(tags, bytes)
      for i in tags.indices {
        switch tags[i].kind {
        case .comment: tags[i].parent = Int32(nesting.top)
        case .start: nesting.start(i)
        case .end: nesting.end(i)
        }
      }
      while nesting.top >= 0 { nesting.pop(at: tags.count, isEnded: false) }
      return nesting.mistakes
    }
  }

  private func parent(_ i: Int) -> Int { Int(tags[i].parent) }

  private mutating func start(_ i: Int) {
    let element = tags[i].element
    if foreign == 0 {
      makeRoom(for: element, i)
      complain(element, i)
    }
    tags[i].parent = Int32(top)
    if (foreign == 0 && element.isVoid)
      || (tags[i].isSelfClosing && (foreign > 0 || element == .svg || element == .math))
    {
      tags[i].close = Int32(i)
      return
    }
    top = i
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

  /// Ends the innermost open element.
  private mutating func pop(at end: Int, isEnded: Bool) {
    let i = top
    let element = tags[i].element
    top = parent(i)
    tags[i].close = Int32(end)
    if !isEnded, !element.mayStayOpen { mistakes.append(Mistake(kind: .unclosed, tag: i)) }
    switch element {
    case .a where link == i: link = -1
    case .button where button == i: button = -1
    case .form where form == i: form = -1
    case .p: paragraphs -= 1
    case .svg, .math: foreign -= 1
    case .h1, .h2, .h3, .h4, .h5, .h6: if heading == i { heading = -1 }
    default: break
    }
  }

  /// Ends an open element whose end tag is left out, and all that is open within it.
  private mutating func pop(to open: Int, at end: Int) {
    let outer = parent(open)
    while top != outer { pop(at: end, isEnded: false) }
  }

  /// Ends what a start tag ends (13.2.6.4.7 "in body", 13.2.6.4.9 and on, tables).
  private mutating func makeRoom(for element: HTMLElement, _ i: Int) {
    switch element {
    case .li: end({ $0 == .li }, before: { $0 == .ul || $0 == .ol || $0 == .menu }, i)
    case .dt, .dd: end({ $0 == .dt || $0 == .dd }, before: { $0 == .dl }, i)
    case .td, .th: end({ $0 == .td || $0 == .th }, before: { $0 == .tr }, i)
    case .tr: end({ $0 == .tr }, before: { _ in false }, i)
    case .thead, .tbody, .tfoot: end(\.isPartOfTable, before: { _ in false }, i)
    case .option:
      end({ $0 == .option }, before: { $0 == .select || $0 == .datalist || $0 == .optgroup }, i)
    case .optgroup:
      end({ $0 == .option }, before: { $0 == .select || $0 == .datalist || $0 == .optgroup }, i)
      end({ $0 == .optgroup }, before: { $0 == .select }, i)
    case .body: end({ $0 == .head }, before: { _ in false }, i)
    default: break
    }
    guard paragraphs > 0, element.endsParagraph else { return }
    var open = top
    while open >= 0 {
      if tags[open].element.isScope { return }
      if tags[open].element == .p {
        ended.append((i, open))
        return pop(to: open, at: i)
      }
      open = parent(open)
    }
  }

  private mutating func end(
    _ isEnded: (HTMLElement) -> Bool, before isLimit: (HTMLElement) -> Bool, _ i: Int
  ) {
    var open = top
    while open >= 0 {
      let element = tags[open].element
      if isLimit(element) || element == .table || element == .template || element == .svg { return }
      if isEnded(element) { return pop(to: open, at: i) }
      open = parent(open)
    }
  }

  private mutating func end(_ i: Int) {
    let element = tags[i].element
    var open = top
    while open >= 0 {
      let outer = tags[open].element
      if outer == element, element != .other || hasSameName(tags[open], tags[i]) { break }
      open = foreign == 0 && (element == .p || element == .li) && outer.isScope ? -1 : parent(open)
    }
    guard open >= 0 else {
      tags[i].parent = Int32(top)
      if element == .p, let cause = ended.popLast() {
        mistakes.append(Mistake(kind: .endsParagraph, tag: cause.tag, other: cause.paragraph))
      } else {
        mistakes.append(Mistake(kind: .strayEnd, tag: i))
      }
      return
    }
    tags[i].parent = Int32(open)
    while top != open { pop(at: i, isEnded: false) }
    pop(at: i, isEnded: true)
  }

  private func hasSameName(_ start: HTMLScan.Tag, _ end: HTMLScan.Tag) -> Bool {
    let length = Int(start.nameEnd - start.start) - 1
    guard Int(end.nameEnd - end.start) - 2 == length else { return false }
    return (0..<length).allSatisfy { k in
      bytes[Int(start.start) + 1 + k] | 0x20 == bytes[Int(end.start) + 2 + k] | 0x20
    }
  }

  // MARK: What may stand where

  private mutating func complain(_ element: HTMLElement, _ i: Int) {
    if link >= 0, element == .a || element.isInteractive || tags[i].isPart {
      mistakes.append(Mistake(kind: .within, tag: i, other: link))
    } else if button >= 0, element == .a || element.isInteractive || element == .input || element.endsParagraph {
      mistakes.append(Mistake(kind: .within, tag: i, other: button))
    } else if heading >= 0, element.endsParagraph {
      mistakes.append(Mistake(kind: .within, tag: i, other: heading))
    } else if form >= 0, element == .form {
      mistakes.append(Mistake(kind: .within, tag: i, other: form))
    }
    guard top >= 0 else { return }
    let outer = tags[top].element
    if !belongs(element, in: outer, above: parent(top)) {
      mistakes.append(Mistake(kind: .outside, tag: i))
    } else if !holds(outer, element) {
      mistakes.append(Mistake(kind: .within, tag: i, other: top))
    }
  }

  @inline(__always)
  private func belongs(_ element: HTMLElement, in parent: HTMLElement, above: Int) -> Bool {
    switch element {
    case .li: parent == .ul || parent == .ol || parent == .menu
    case .dt, .dd: parent == .dl || (parent == .div && above >= 0 && tags[above].element == .dl)
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

  @inline(__always)
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
