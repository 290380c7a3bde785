extension HTMLWriter {
  mutating func htmlBlock(_ node: Node) {
    freshLine()
    let html = document.bytes(node.payload)
    if !options.unsafe {
      omitted()
    } else if options.tagFilter {
      for i in html.indices {
        if html[i] == UInt8(ascii: "<"), TagFilter.matches(html[i...]) { put("&lt;") } else { out.append(html[i]) }
      }
    } else {
      out.append(contentsOf: html)
    }
    freshLine()
  }

  mutating func htmlInline(_ node: Node) {
    let html = document.bytes(node.payload)
    if !options.unsafe {
      omitted()
    } else if options.tagFilter, TagFilter.matches(html) {
      put("&lt;")
      out.append(contentsOf: html.dropFirst())
    } else {
      out.append(contentsOf: html)
    }
  }

  private mutating func omitted() { if hooks == nil { put("<!-- raw HTML omitted -->") } }
}

/// GitHub's disallowed raw HTML (GFM 0.29, section 6.11).
enum TagFilter {
  private static let names = [
    "title", "textarea", "style", "xmp", "iframe", "noembed", "noframes", "script", "plaintext",
  ].map { Array($0.utf8) }

  static func matches(_ tag: ArraySlice<UInt8>) -> Bool {
    guard tag.count >= 3, tag.first == UInt8(ascii: "<") else { return false }
    var name = tag.dropFirst()
    if name.first == UInt8(ascii: "/") { name = name.dropFirst() }
    return names.contains { wanted in
      let found = name.prefix(wanted.count)
      guard found.count == wanted.count, found.elementsEqual(wanted, by: { $0 | 32 == $1 }) else { return false }
      let rest = name.dropFirst(wanted.count)
      guard let next = rest.first else { return false }
      return isSpace(next) || next == UInt8(ascii: ">")
        || (next == UInt8(ascii: "/") && rest.dropFirst().first == UInt8(ascii: ">"))
    }
  }
}

/// Addresses that run code or leave the web: `javascript:`, `vbscript:`, `file:`, and `data:` but for four image types.
package enum DangerousURL {
  package static func matches(_ url: ArraySlice<UInt8>) -> Bool {
    func begins(_ prefix: String) -> Bool {
      url.count >= prefix.utf8.count
        && zip(url, prefix.utf8).allSatisfy { ($0 >= 65 && $0 <= 90 ? $0 | 32 : $0) == $1 }
    }
    if ["png", "gif", "jpeg", "webp"].contains(where: { begins("data:image/\($0)") }) { return false }
    return ["javascript:", "vbscript:", "file:", "data:"].contains(where: begins)
  }
}
