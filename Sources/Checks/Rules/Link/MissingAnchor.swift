import Content
import Diagnostics
import Markdown

extension Check {
  /// A link to a heading that is not there.
  static let missingAnchor = Check(
    "link/missing-anchor", .error,
    .init(
      finds: "A link to a heading that is not there, on this page or another.",
      why: "The reader lands at the top of a page and has to search for what the link promised.",
      bad: "## First signs\n\nSee [the signs](#first-sings).\n",
      good: "## First signs\n\nSee [the signs](#first-signs).\n"),
    scope: .page { view in
      let (page, site) = (view.page, view.site)
      var found: [Finding] = []
      view.eachLink { link, target in
        let wanted: (page: Page, anchor: String)
        switch target {
        case .anchor(let anchor): wanted = (page, anchor)
        // Why a page cannot be read is reported there.
        case .page(let i, .some(let anchor)) where !site.pages[i].parsed.isUnread: wanted = (site.pages[i], anchor)
        default: return
        }
        let anchors = wanted.page.document.headings.map { heading in
          wanted.page.document.string(wanted.page.document.nodes[Int(heading)].payload)
        }
        guard !wanted.anchor.isEmpty, !anchors.contains(wanted.anchor) else { return }
        let slip = NearMiss.slip(of: wanted.anchor, in: anchors)
        found.append(
          Finding(
            at: page.location(of: link), "no heading '\(wanted.anchor)' in \(wanted.page.path)",
            help: NearMiss.nearest(to: wanted.anchor, in: anchors).map { "the nearest is '\($0)'" }
              ?? (anchors.isEmpty
                ? "the page has no headings" : "its headings are: " + anchors.joined(separator: ", ")),
            edits: slip.map { edits(link, wanted.anchor, $0, view) } ?? []))
      }
      return found
    })

  /// Puts a slip in the part of a link after `#` right.
  private static func edits(_ link: Link, _ anchor: String, _ right: String, _ view: PageView) -> [Edit] {
    guard var place = view.page.location(ofDestination: link, view.input),
      view.document.string(link.destination).hasSuffix("#" + anchor)
    else { return [] }
    place.column += place.length - anchor.utf8.count
    place.length = anchor.utf8.count
    return [Edit(place, right)]
  }
}
