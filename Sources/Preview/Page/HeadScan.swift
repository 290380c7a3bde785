/// Walks the head of a page as a browser does, as far as the preview changes it (HTML, section 13.2.6.4.4): where the head
/// ends, also without `</head>`, and the policies in it.
struct HeadScan {
  struct Policy: Equatable {
    /// The whole `<meta>`.
    var range: Range<Int>
    /// Its `content`, without character references.
    var text: String
  }

  /// Where the head ends.
  private(set) var end: Int
  private(set) var policies: [Policy] = []

  init(_ page: [UInt8]) {
    var tags = TagScan(page)
    end = page.count
    while let tag = tags.next() {
      if tag.isText || tag.isEnd ? Self.endsHead(tag) : !Self.inHead.contains(tag.name) {
        end = tag.range.lowerBound
        return
      }
      guard !tag.isEnd else { continue }
      if Self.holdsText.contains(tag.name) {
        tags.skipText(of: tag.name)
      } else if tag.name == "meta", tag.attribute("http-equiv")?.lowercased() == "content-security-policy",
        let text = tag.attribute("content")
      {
        policies.append(Policy(range: tag.range, text: text))
      }
    }
  }

  private static func endsHead(_ tag: TagScan.Tag) -> Bool {
    tag.isText || ["head", "body", "html", "br"].contains(tag.name)
  }

  private static let inHead: Set<String> = [
    "html", "head", "base", "basefont", "bgsound", "link", "meta", "noframes", "noscript", "script", "style",
    "template",
    "title",
  ]
  /// Elements in which tags are text, or of no effect.
  private static let holdsText: Set<String> = ["noframes", "noscript", "script", "style", "template", "title"]
}
