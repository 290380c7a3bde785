import Content
import Diagnostics

extension Check {
  /// A QR code that leads nowhere.
  static let unknownCode = Check(
    "link/unknown-code", .error,
    .init(
      finds:
        "A directive with `code=`, which prints a QR code, for an address that is neither a page of the site nor one of "
        + "its `aliases`.",
      why:
        "What is on paper cannot be mended. Every address of the site stands in urls.lock and never goes away, so a code "
        + "for one of them works for as long as the site does.",
      bad: ["content/card.md": ":::callout{title=More code=h/card}\n:::\n"],
      good: [
        "content/card.md": ":::callout{title=More code=h/card}\n:::\n",
        "content/signs.md": "---\ntitle: Signs\naliases: [/h/card/]\n---\nText.\n",
      ]),
    scope: .site { input in
      var known: Set<String>?
      var found: [Finding] = []
      for page in input.site.pages {
        for directive in page.document.directives {
          guard let code = directive.attributes.first(where: { $0.name == "code" }) else { continue }
          let addresses = known ?? AddressLock.addresses(of: input.site)
          known = addresses
          let address = Site.address(written: code.value)
          if addresses.contains(address) { continue }
          let nearest = NearMiss.nearest(to: address, in: addresses).map { "the nearest is '\($0)'; or " } ?? ""
          found.append(
            Finding(
              at: code.location, "the site has no address '/\(address)' for a QR code",
              help: "\(nearest)write `aliases: [/\(address)]` into the front matter of the page it should lead to"))
        }
      }
      return found
    })
}
