/// The variant of a page that a browser gets: with the preview's script, and without policies in the page, which would
/// refuse it.
struct BrowserPage {
  var bytes: [UInt8]
  /// What stood in `<meta>`, to be sent as headers instead, one each.
  var policies: [String]

  /// - Parameter address: the page's path, as in `data-page`.
  init(_ page: [UInt8], address: String) {
    let scan = HeadScan(page)
    let hash = PageHash.of(page)
    let script =
      "<script src=\"\(ServedSite.ownPath)preview.js\" data-page=\"\(Self.escaped(address))\" data-bytes=\"\(hash)\" defer>"
      + "</script>"
    bytes = []
    bytes.reserveCapacity(page.count + script.utf8.count)
    var place = 0
    for policy in scan.policies {
      bytes += page[place..<policy.range.lowerBound]
      place = policy.range.upperBound
    }
    bytes += page[place..<scan.end]
    bytes += script.utf8
    bytes += page[scan.end...]
    policies = scan.policies.map { ContentPolicy.fromMeta(Self.plain($0.text)) }.filter { !$0.isEmpty }
  }

  /// As it may stand in a header, where a comma would begin another policy.
  private static func plain(_ policy: String) -> String {
    policy.unicodeScalars.reduce(into: "") { text, scalar in
      switch scalar {
      case ",": text += "%2C"
      case " "..."~": text.unicodeScalars.append(scalar)
      default: text += " "
      }
    }
  }

  private static func escaped(_ address: String) -> String {
    address.utf8.reduce(into: "") { text, byte in
      switch byte {
      case UInt8(ascii: "&"): text += "&amp;"
      case UInt8(ascii: "\""): text += "&quot;"
      case UInt8(ascii: "<"): text += "&lt;"
      default: text.unicodeScalars.append(Unicode.Scalar(byte))
      }
    }
  }
}
