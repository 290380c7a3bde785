/// One page as a part of a document that holds all of them.
///
/// What stands in its `main` is kept, without navigation (`nav`, and links of the class `back`) and search boxes, as the
/// document has its own. Its headings are a level lower, below the title of the document. Its anchors begin with its id, so
/// that those of two pages never meet: on the page `p12`, `early-signs` becomes `p12-early-signs`. Links to other pages
/// become links within the document, and pictures stand in it.
struct Chapter {
  let files: SiteFiles
  /// The id of each page in the document, by its path as it stands in addresses.
  let ids: [[UInt8]: [UInt8]]

  /// Empty if the page has no `main`.
  func make(_ html: [UInt8], id: [UInt8]) -> [UInt8] {
    var out = Array("<div class=\"chapter\" id=\"".utf8) + id + Array("\">".utf8)
    out.reserveCapacity(html.count)
    var tags = HTMLTags(html[...])
    var isInside = false
    // How many elements deep the reader is in what is left out.
    var depth = 0
    var leftOut = 0..<0
    var copied = 0
    while let tag = tags.next() {
      if tags.holds(tag.name, "main") {
        if isInside { out += html[copied..<tag.range.lowerBound] }
        isInside = !tag.isEnd
        copied = tag.range.upperBound
      } else if !isInside {
        continue
      } else if depth > 0 {
        if html[tag.name] == html[leftOut] { depth += tag.isEnd ? -1 : 1 }
        copied = tag.range.upperBound
      } else if !tag.isEnd, isLeftOut(tag, tags) {
        out += html[copied..<tag.range.lowerBound]
        copied = tag.range.upperBound
        leftOut = tag.name
        depth = 1
      } else {
        if let level = level(of: tag, html) {
          out += html[copied..<(tag.name.upperBound - 1)] + [level]
          copied = tag.name.upperBound
        }
        for attribute in tag.attributes {
          guard let value = value(of: attribute, tags, html, id) else { continue }
          out += html[copied..<attribute.value.lowerBound] + value
          copied = attribute.value.upperBound
        }
      }
    }
    return copied == 0 ? [] : out + Array("</div>\n".utf8)
  }

  /// Navigation between pages, the search, and links from a source back to the text: there are thousands, and the browser
  /// goes back too.
  private func isLeftOut(_ tag: HTMLTags.Tag, _ tags: HTMLTags) -> Bool {
    tags.holds(tag.name, "nav")
      || tag.attributes.contains {
        tags.holds($0.name, "role") && tags.holds($0.value, "search")
          || tags.holds(tag.name, "a") && tags.holds($0.name, "class") && tags.holds($0.value, "back")
      }
  }

  /// The level that a heading gets, as the digit of its name; nil if it keeps it, or is none.
  private func level(of tag: HTMLTags.Tag, _ html: [UInt8]) -> UInt8? {
    let name = html[tag.name]
    guard name.count == 2, name.first.map({ $0 | 32 }) == UInt8(ascii: "h"), let digit = name.last,
      digit >= UInt8(ascii: "1"), digit < UInt8(ascii: "6")
    else { return nil }
    return digit + 1
  }

  /// What an attribute says in the document; nil if that is what it says already.
  private func value(
    of attribute: HTMLTags.Attribute, _ tags: HTMLTags, _ html: [UInt8], _ id: [UInt8]
  ) -> [UInt8]? {
    let old = html[attribute.value]
    if old.isEmpty { return nil }
    if tags.holds(attribute.name, "href") || tags.holds(attribute.name, "src") { return address(old, id) }
    if Self.namesOfIDs.contains(where: { tags.holds(attribute.name, $0) }) {
      return Array(old.split(separator: 32).map { anchor($0, of: id) }.joined(separator: [32]))
    }
    let local = Array("url(#".utf8)
    return old.starts(with: local) ? local + anchor(old.dropFirst(local.count), of: id) : nil
  }

  private func anchor(_ name: ArraySlice<UInt8>, of id: [UInt8]) -> [UInt8] { id + [UInt8(ascii: "-")] + name }

  /// Attributes that give or name ids, one or several (HTML; WAI-ARIA 1.2).
  private static let namesOfIDs: [StaticString] = [
    "id", "for", "headers", "popovertarget", "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns",
  ]

  /// What an address in the site's HTML is in the document; nil if it stays.
  ///
  /// - Parameter id: of the page that names it.
  func address(_ old: ArraySlice<UInt8>, _ id: [UInt8]) -> [UInt8]? {
    let hash = UInt8(ascii: "#")
    if old.first == hash { return old.count > 1 ? [hash] + anchor(old.dropFirst(), of: id) : nil }
    switch files.target(of: old) {
    case .file(let file, let rest):
      if let id = ids[file] { return [hash] + (rest.first == hash ? anchor(rest.dropFirst(), of: id) : id) }
      return files.dataURL(of: file) ?? files.online(old)
    case .online(let address): return address
    case nil: return nil
    }
  }
}
