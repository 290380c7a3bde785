import Content
import Mustache
import QRCode

/// The QR code of a directive with `code=`, and the address it leads to.
enum CodeValues {
  /// `size` of the picture in modules, its `path`, the `url`, and the `address` as people type it.
  ///
  /// - Parameter code: an address of the site, such as `h/card`. A check has seen that it is one.
  static func make(_ code: String, _ rendering: Rendering) -> Value {
    let url = rendering.absoluteURL(Site.address(written: code))
    guard let code = QRCode(Array(url.utf8), correction: .medium) else { return .absent }
    let typed = url.firstRange(of: "://").map { String(url[$0.upperBound...]) } ?? url
    return [
      "size": .number(code.width + 2 * QRCode.quietZone), "path": .text(code.strokes), "url": .text(url),
      "address": .text(typed),
    ]
  }
}

/// What stands on a sheet of paper for the second time, to be cut apart: without ids, which may be there only once.
enum SecondCopy {
  static func make(of html: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(html.count)
    var copied = 0
    var tags = HTMLTags(html[...])
    while let tag = tags.next() {
      for attribute in tag.attributes where tags.holds(attribute.name, "id") {
        // With the space before it.
        out += html[copied..<attribute.range.lowerBound - 1]
        copied = attribute.range.upperBound
      }
    }
    return out + html[copied...]
  }
}
