/// Elements that a rule speaks of; all others are one.
enum HTMLElement: String, CaseIterable, Sendable {
  case other
  case a, abbr, address, area, article, aside, audio, b, base, blockquote, body, br, button, caption, center, cite, code
  case col, colgroup, data, datalist, dd, del, details, dfn, dialog, dir, div, dl, dt, em, embed, fieldset, figcaption
  case figure, footer, form, frame, h1, h2, h3, h4, h5, h6, head, header, hgroup, hr, html, i, iframe, image, img
  case input, ins, kbd, label, legend, li, link, main, map, mark, math, menu, meta, nav, noembed, noframes, noscript
  case object, ol, optgroup, option, output, p, picture, pre, progress, q, rp, rt, ruby, s, samp, script, search
  case section, select, slot, small, source, span, strong, style, sub, summary, sup, svg, table, tbody, td, template
  case textarea, tfoot, th, thead, time, title, tr, track, u, ul, use, video, wbr, xmp

  /// Has no content and no end tag (HTML, 13.1.2, void elements).
  var isVoid: Bool {
    switch self {
    case .area, .base, .br, .col, .embed, .hr, .img, .input, .link, .meta, .source, .track, .wbr: true
    default: false
    }
  }

  /// Its content is text whatever it looks like (13.2.5.2 to 13.2.5.5).
  var isRawText: Bool {
    switch self {
    case .script, .style, .title, .textarea, .iframe, .xmp, .noembed, .noframes: true
    default: false
    }
  }

  /// Its start tag ends an open paragraph (13.2.6.4.7).
  var endsParagraph: Bool {
    switch self {
    case .address, .article, .aside, .blockquote, .center, .details, .dialog, .dir, .div, .dl, .fieldset, .figcaption,
      .figure, .footer, .header, .hgroup, .main, .menu, .nav, .ol, .p, .search, .section, .summary, .ul, .h1, .h2, .h3,
      .h4, .h5, .h6, .pre, .form, .table, .hr, .li, .dd, .dt, .xmp:
      true
    default: false
    }
  }

  var isHeading: Bool {
    switch self {
    case .h1, .h2, .h3, .h4, .h5, .h6: true
    default: false
    }
  }

  /// Where a look for an open paragraph, list item or link stops (13.2.4.2, scopes).
  var isScope: Bool {
    switch self {
    case .html, .table, .td, .th, .caption, .template, .object, .button, .svg, .math: true
    default: false
    }
  }

  /// Its end tag may be left out (13.1.2.4).
  var mayStayOpen: Bool {
    switch self {
    case .html, .head, .body, .li, .dt, .dd, .p, .rt, .rp, .optgroup, .option, .colgroup, .caption, .thead, .tbody,
      .tfoot, .tr, .td, .th:
      true
    default: false
    }
  }

  var isPartOfTable: Bool {
    switch self {
    case .thead, .tbody, .tfoot, .caption, .colgroup: true
    default: false
    }
  }

  /// Rules look at it whatever its attributes are.
  var isSpecial: Bool {
    switch self {
    case .area, .audio, .base, .body, .embed, .form, .frame, .h1, .head, .html, .iframe, .image, .img, .input, .label,
      .link, .main, .meta, .object, .output, .script, .source, .style, .title, .track, .use, .video:
      true
    default: false
    }
  }

  /// Needs a name that a screen reader can say.
  var isControl: Bool {
    switch self {
    case .a, .area, .button, .input, .select, .summary, .textarea: true
    default: false
    }
  }

  /// May not stand in a link or a button.
  var isInteractive: Bool {
    switch self {
    case .button, .details, .embed, .iframe, .label, .select, .textarea: true
    default: false
    }
  }
}

/// Attributes that a rule speaks of; all others are one.
enum HTMLAttributeName: String, CaseIterable, Sendable {
  case other
  case action, alt, `as`, background, charset, commandfor, content, data, `for`, form, formaction, headers, hidden, href
  case id, imagesrcset, lang, list, media, name, ping, popovertarget, poster, rel, role, src, srcdoc, srcset, style,
    title
  case type, value
  case ariaActiveDescendant = "aria-activedescendant"
  case ariaControls = "aria-controls"
  case ariaDescribedBy = "aria-describedby"
  case ariaDetails = "aria-details"
  case ariaErrorMessage = "aria-errormessage"
  case ariaFlowTo = "aria-flowto"
  case ariaHidden = "aria-hidden"
  case ariaLabel = "aria-label"
  case ariaLabelledBy = "aria-labelledby"
  case ariaOwns = "aria-owns"
  case httpEquiv = "http-equiv"
  case xlinkHref = "xlink:href"
}

/// Finds the case of an enumeration by a name in bytes, of any case: one multiplication and, nearly always, one look.
struct HTMLNameTable<Name: RawRepresentable & CaseIterable & Sendable>: Sendable where Name.RawValue == String {
  private let keys: [UInt64]
  private let names: [Name?]

  init() {
    var keys = [UInt64](repeating: 0, count: 512)
    var names = [Name?](repeating: nil, count: 512)
    for name in Name.allCases {
      let key = Array(name.rawValue.utf8).withUnsafeBufferPointer { HTMLName.key($0, 0, $0.count) }
      var slot = HTMLName.slot(key)
      while keys[slot] != 0 { slot = (slot + 1) & 511 }
      keys[slot] = key
      names[slot] = name
    }
    self.keys = keys
    self.names = names
  }

  @inline(__always)
  func name(_ key: UInt64) -> Name? {
    var slot = HTMLName.slot(key)
    while keys[slot] != 0 {
      if keys[slot] == key { return names[slot] }
      slot = (slot + 1) & 511
    }
    return nil
  }
}

enum HTMLName {
  static let elements = HTMLNameTable<HTMLElement>()
  static let attributes = HTMLNameTable<HTMLAttributeName>()

  /// A number that tells a name from all others, whatever case its letters are in.
  struct Key {
    private var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    /// Never 0.
    var value: UInt64 { hash | 1 }

    @inline(__always)
    mutating func add(_ byte: UInt8) { addFolded(byte &- 65 < 26 ? byte | 0x20 : byte) }

    /// Adds a byte that is no capital letter.
    @inline(__always)
    mutating func addFolded(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
  }

  /// The key of the name that stands in a range of bytes.
  @inline(__always)
  static func key(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> UInt64 {
    var key = Key()
    for i in start..<end { key.add(bytes[i]) }
    return key.value
  }

  @inline(__always)
  static func slot(_ key: UInt64) -> Int { Int(truncatingIfNeeded: (key &* 0x9e37_79b9_7f4a_7c15) >> 55) }
}
