import Content
import Diagnostics
import Markdown

extension Check {
  /// Two links of one page that read the same and lead to different places.
  static let sameLinkText = Check(
    "link/same-text", .warning,
    .init(
      finds: "Two links on one page that read the same and lead to different places.",
      why: "Somebody who hears or skims the links alone cannot tell which one to take.",
      bad: "Harm to the bladder: [more](index.md). Harm to the liver: [more](https://example.org/liver).\n",
      good:
        "Read [how ketamine harms the bladder](index.md) and [the liver](https://example.org/liver).\n"),
    scope: .page { view in
      let (page, document) = (view.page, view.document)
      guard document.links.count > 1 else { return [] }
      var first = [UInt64: Int](minimumCapacity: document.links.count)
      var found: [Finding] = []
      for (k, link) in document.links.enumerated() {
        let i = Int(link.node)
        guard document.nodes[i].kind == .link, leads(page.targets[k]), let hash = document.hash(ofWordsIn: i) else {
          continue
        }
        guard let earlier = first[hash] else {
          first[hash] = k
          continue
        }
        if isOnePlace(page, earlier, k) { continue }
        let words = document.plainText(of: i)
        found.append(
          Finding(
            at: page.location(ofTextIn: i), "another link that reads '\(words)' leads elsewhere",
            help: "say in the words of each link what is there",
            notes: [.init("the other link", at: page.location(ofTextIn: Int(document.links[earlier].node)))]))
      }
      return found
    })

  /// Whether a link leads to a place that its own words have to name.
  private static func leads(_ target: LinkTarget) -> Bool {
    switch target {
    case .page, .anchor, .asset, .external: true
    case .term, .supportLine, .draft, .missing, .unknownTerm, .unknownSupportLine, .dangerous: false
    }
  }

  /// A page and a part of it count as one place: who wants the part finds it there.
  private static func isOnePlace(_ page: Page, _ a: Int, _ b: Int) -> Bool {
    let links = page.document.links
    switch (page.targets[a], page.targets[b]) {
    case (.page(let i, let first), .page(let j, let second)): return i == j && isOnePart(first, second)
    case (.anchor(let first), .anchor(let second)): return first == second
    case (.asset(let first), .asset(let second)): return first == second
    case (.external, .external):
      return address(links[a], page.document).elementsEqual(address(links[b], page.document))
    default: return false
    }
  }

  private static func address(_ link: Link, _ document: Document) -> ArraySlice<UInt8> {
    let address = document.bytes(link.destination)
    return address.last == UInt8(ascii: "/") ? address.dropLast() : address
  }

  private static func isOnePart(_ first: String?, _ second: String?) -> Bool {
    guard let first, let second else { return true }
    return first == second
  }
}
