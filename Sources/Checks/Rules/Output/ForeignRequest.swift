import Content
import Diagnostics

extension Check {
  /// An address that a browser asks for by itself, on another host than the site's.
  static let foreignRequest = Check(
    "output/foreign-request", .error,
    .init(
      finds: "A picture, font, style, script, frame or form that makes the reader's browser ask another site.",
      why:
        "The other site learns who reads about ketamine, and when. Links that a reader follows on purpose are fine.",
      bad: ["public/index.html": "<p><img src=\"https://pictures.example/bladder.png\" alt=\"A bladder\"></p>"],
      good: [
        "public/index.html":
          "<p><img src=\"/bladder.png\" alt=\"A bladder\"> <a href=\"https://www.nhs.uk/\">The NHS</a></p>"
      ]),
    scope: .output { file, input in
      let origin = input.site.settings.baseURL.origin
      if let html = file.html { return ForeignRequests(file: file, html: html, origin: origin).find() }
      guard file.path.hasSuffix(".css") else { return [] }
      return ForeignRequests.inCSS(file.bytes[...], file, origin)
    })
}

private struct ForeignRequests {
  let file: BuiltFile
  let html: HTMLScan
  let origin: String

  func find() -> [Finding] {
    var found: [Finding] = []
    html.eachSpecial { _, tag in
      if tag.element == .style { found += Self.inCSS(html.bytes[Int(tag.end)..<end(of: tag)], file, origin) }
      if tag.element == .meta, isForeignRefresh(tag), let content = html.attribute(.content, of: tag) {
        found.append(Self.finding(file.location(content), String(decoding: html.raw(content), as: UTF8.self)))
      }
      for i in tag.firstAttribute..<tag.attributeEnd {
        let attribute = html.attributes[Int(i)]
        switch attribute.name {
        case .style: found += Self.inCSS(html.raw(attribute), file, origin)
        case .srcset, .imagesrcset:
          if WebAddress.candidates(html.value(attribute)).contains(where: isForeign) {
            found.append(finding(attribute))
          }
        case _ where isLoaded(attribute.name, tag):
          if isForeign(html.value(attribute)) { found.append(finding(attribute)) }
        default: break
        }
      }
    }
    return found
  }

  private func end(of tag: HTMLScan.Tag) -> Int {
    Int(tag.close) < html.tags.count ? Int(html.tags[Int(tag.close)].start) : html.bytes.count
  }

  private func isForeign(_ address: ArraySlice<UInt8>) -> Bool {
    WebAddress.target(address, origin: origin) == .foreign
  }

  private func isLoaded(_ name: HTMLAttributeName, _ tag: HTMLScan.Tag) -> Bool {
    switch name {
    case .src, .poster, .action, .formaction, .ping, .background: return true
    case .data: return tag.element == .object
    case .href, .xlinkHref:
      switch tag.element {
      case .link: return loads(html.attribute(.rel, of: tag))
      case .base, .use, .image: return true
      default: return false
      }
    default: return false
    }
  }

  private func loads(_ rel: HTMLScan.Attribute?) -> Bool {
    guard let rel else { return false }
    return html.hasWord(rel) { word in Self.loaded.contains { HTMLText.equal(word, $0) } }
  }

  /// Values of `rel` that make a browser load what a `<link>` names.
  private static let loaded: [StaticString] = [
    "stylesheet", "icon", "preload", "modulepreload", "prefetch", "preconnect", "dns-prefetch", "prerender",
    "manifest", "apple-touch-icon", "mask-icon",
  ]

  private func isForeignRefresh(_ tag: HTMLScan.Tag) -> Bool {
    guard html.isWord(html.attribute(.httpEquiv, of: tag), "refresh"),
      let content = html.attribute(.content, of: tag)
    else { return false }
    let value = html.value(content)
    guard let mark = value.firstIndex(of: UInt8(ascii: "=")) else { return false }
    return isForeign(value[(mark + 1)...].trimmed.drop { $0 == UInt8(ascii: "'") || $0 == UInt8(ascii: "\"") })
  }

  static func inCSS(_ css: ArraySlice<UInt8>, _ file: BuiltFile, _ origin: String) -> [Finding] {
    WebAddress.addresses(inCSS: css).filter { WebAddress.target(css[$0], origin: origin) == .foreign }.map { range in
      finding(file.location(range), String(decoding: css[range], as: UTF8.self))
    }
  }

  private func finding(_ attribute: HTMLScan.Attribute) -> Finding {
    Self.finding(file.location(attribute), html.text(attribute))
  }

  private static func finding(_ place: SourceLocation, _ address: String) -> Finding {
    Finding(
      at: place, "the page asks another site for '\(address)' by itself",
      help: "keep a copy of the file in the project and name that, or make it a link")
  }
}
