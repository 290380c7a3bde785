import Content
import Diagnostics

extension Check {
  /// Code and styles written into a page, which the site's policy forbids, so that they never work.
  static let inlineScript = Check(
    "output/inline-script", .error,
    .init(
      finds: "Code in a page: a script without a file, an `onclick`, a `javascript:` address, or a `style` attribute.",
      why:
        """
        The page's own security policy stops it, so what it should do never happens. If the policy did not, a mistake in one \
        page could do anything on a reader's device.
        """,
      bad: ["public/index.html": "<button type=\"button\" onclick=\"window.print()\">Print</button>"],
      good: ["public/index.html": "<p>Print this page with the menu of your browser.</p>"]),
    scope: .output { file, input in
      guard let html = file.html else { return [] }
      lazy var forbidsStyles = file.policy?.allows("'unsafe-inline'", "style-src") == false
      var found: [Finding] = []
      html.eachSpecial { _, tag in
        if tag.element == .script, !html.has(.src, tag), !isData(html.attribute(.type, of: tag), html) {
          found.append(
            Finding(
              at: file.location(tag), "a script stands in the page itself",
              help: "put it into a file in templates/assets/, or do without"))
        }
        for i in tag.firstAttribute..<tag.attributeEnd {
          let attribute = html.attributes[Int(i)]
          switch attribute.name {
          case .other where isHandler(attribute, html):
            found.append(
              Finding(
                at: file.location(Int(attribute.start)..<Int(attribute.end)),
                "`\(html.name(attribute))` is code in the page", help: "remove it; plain HTML can do most of it"))
          case .style where forbidsStyles:
            found.append(
              Finding(
                at: file.location(Int(attribute.start)..<Int(attribute.end)),
                "the policy of this page forbids a `style` attribute, so it does nothing",
                help: "give the element a class, and style that in templates/assets/"))
          case .href, .src, .action, .formaction, .xlinkHref, .data:
            if WebAddress.target(html.value(attribute), origin: "") == .code {
              found.append(
                Finding(
                  at: file.location(attribute), "this address is code", help: "lead to a page, or use a button"))
            }
          case .srcdoc:
            found.append(Finding(at: file.location(attribute), "a page within the page", help: "make it a page"))
          default: break
          }
        }
      }
      return found
    })

  private static func isHandler(_ attribute: HTMLScan.Attribute, _ html: HTMLScan) -> Bool {
    let start = Int(attribute.start)
    return attribute.nameEnd - attribute.start > 3 && html.bytes[start] | 0x20 == UInt8(ascii: "o")
      && html.bytes[start + 1] | 0x20 == UInt8(ascii: "n")
  }

  /// Blocks of data are not run, so no policy stops them.
  private static func isData(_ type: HTMLScan.Attribute?, _ html: HTMLScan) -> Bool {
    guard let type else { return false }
    let value = String(decoding: html.raw(type).trimmed, as: UTF8.self).lowercased()
    return value == "application/json" || value.hasSuffix("+json")
  }
}
