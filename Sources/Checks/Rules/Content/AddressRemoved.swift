import Content
import Diagnostics

extension Check {
  /// An address that readers may have kept, and that leads nowhere now.
  static let addressRemoved = Check(
    "content/address-removed", .error,
    .init(
      finds: "An address in urls.lock that the site had once and has no more.",
      why: "Links in messages, bookmarks and printed leaflets would be dead. An alias keeps them alive.",
      bad: ["urls.lock": "/bladder/\n", "content/risks/bladder.md": "Text.\n"],
      good: [
        "urls.lock": "/bladder/\n",
        "content/risks/bladder.md": "---\ntitle: The bladder\naliases: [/bladder/]\n---\nText.\n",
      ]),
    scope: .site { input in
      // A project without pages is reported as that.
      if input.published.isEmpty || input.site.pages.isEmpty { return [] }
      let today = AddressLock.addresses(of: input.site)
      let missing = input.published.filter { !today.contains($0.text) }
      return missing.map { address in
        Finding(
          at: address.location, "the site has no page at '/\(address.text)' any more",
          help: "give a page this address: `aliases: [/\(address.text)]`" + successor(to: address.text, input.site))
      }
    })

  /// The page that most likely took over, in the words of the help.
  private static func successor(to address: String, _ site: Site) -> String {
    let name = address.split(separator: "/").last ?? ""
    // The same name in another folder, else a name that is near.
    let moved = site.pages.filter { $0.address.split(separator: "/").last == name }.map(\.address)
    guard
      let nearest = NearMiss.nearest(to: address, in: moved) ?? moved.first
        ?? NearMiss.nearest(to: address, in: site.pages.map(\.address)),
      let page = site.pages.first(where: { $0.address == nearest })
    else { return " in the page that replaces it" }
    return " in \(page.path)"
  }
}
