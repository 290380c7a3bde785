import Content
import Diagnostics

extension Check {
  /// An attribute that names an id which the page does not have.
  static let brokenReference = Check(
    "output/broken-reference", .error,
    .init(
      finds: "A link within a page, a label or an `aria-…` attribute that names a part which is not on the page.",
      why: "The link leads nowhere, or a screen reader says nothing where a name should be.",
      bad: [
        "public/index.html":
          "<!doctype html>\n<a href=\"#overdose\">Overdose</a> <h2 id=\"an-overdose\">An overdose</h2>"
      ],
      good: [
        "public/index.html": "<!doctype html>\n<a href=\"#overdose\">Overdose</a> <h2 id=\"overdose\">Overdose</h2>"
      ]),
    scope: .output { file, _ in
      guard let html = file.html, html.isPage else { return [] }
      var found: [Finding] = []
      func look(for id: ArraySlice<UInt8>, _ range: Range<Int>, _ attribute: HTMLScan.Attribute) {
        if html.ids.attribute(id, html) != nil { return }
        found.append(
          Finding(
            at: file.location(range),
            "nothing on this page has the id '\(String(decoding: id, as: UTF8.self))' that `\(html.name(attribute))` names",
            help: "give that id to the part that is meant, or name another one"))
      }
      func look(atLink attribute: HTMLScan.Attribute) {
        // A browser looks for the id as it is written first (HTML, 7.4.6.4), and nearly all links are right.
        let raw = html.raw(attribute)
        if raw.first == UInt8(ascii: "#"), html.ids.attribute(raw.dropFirst(), html) != nil { return }
        let value = html.value(attribute)
        guard value.first == UInt8(ascii: "#"), value.count > 1 else { return }
        let id = value.dropFirst()
        if HTMLText.equal(id, "top") || id.hasPrefix(":~:") { return }
        let range = Int(attribute.valueStart)..<Int(attribute.valueEnd)
        look(for: id.contains(UInt8(ascii: "%")) ? percentDecoded(id) : id, range, attribute)
      }
      for jump in html.jumps { look(atLink: html.attributes[Int(jump)]) }
      html.eachSpecial { _, tag in
        for i in tag.firstAttribute..<tag.attributeEnd {
          let attribute = html.attributes[Int(i)]
          let range = Int(attribute.valueStart)..<Int(attribute.valueEnd)
          switch attribute.name {
          case .ariaActiveDescendant, .ariaControls, .ariaDescribedBy, .ariaDetails, .ariaErrorMessage, .ariaFlowTo,
            .ariaLabelledBy, .ariaOwns, .headers:
            for word in html.words(attribute) { look(for: html.bytes[word], word, attribute) }
          case .for where tag.element == .output:
            for word in html.words(attribute) { look(for: html.bytes[word], word, attribute) }
          case .for where tag.element == .label: look(for: html.raw(attribute), range, attribute)
          case .popovertarget, .commandfor, .form: look(for: html.raw(attribute), range, attribute)
          case .list where tag.element == .input: look(for: html.raw(attribute), range, attribute)
          case .href, .xlinkHref:
            let isJump = tag.element == .a && attribute.name == .href && html.raw(attribute).first == UInt8(ascii: "#")
            if !isJump, tag.element != .link { look(atLink: attribute) }
          default: break
          }
        }
      }
      return found
    })

  private static func percentDecoded(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var decoded: [UInt8] = []
    var i = bytes.startIndex
    while i < bytes.endIndex {
      if bytes[i] == UInt8(ascii: "%"), i + 2 < bytes.endIndex,
        let byte = UInt8(String(decoding: bytes[(i + 1)...(i + 2)], as: UTF8.self), radix: 16)
      {
        decoded.append(byte)
        i += 3
      } else {
        decoded.append(bytes[i])
        i += 1
      }
    }
    return decoded[...]
  }
}
