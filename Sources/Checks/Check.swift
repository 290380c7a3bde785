import Content
import Diagnostics
import Markdown

/// One thing that can be wrong with a site: one value, one file in `Rules/`, one line in `Check.all`.
///
/// Checks look at the resolved site and never at text or output, so every finding has an exact place.
package struct Check: Sendable {
  /// What a check looks at: one page at a time, or the site as a whole.
  enum Scope: Sendable {
    case page(@Sendable (Page, Site) -> [Diagnostic])
    case site(@Sendable (Site) -> [Diagnostic])
  }

  /// `group/name`; every diagnostic of this check has it.
  let id: String
  let scope: Scope

  /// Every check, in the order of their ids.
  static let all: [Check] = [
    .aliasHidesPage, .duplicateAddress, .glossaryLink, .rawHTML, .unknownDirective, .unknownTerm, .unknownReference,
    .dangerousLink,
    .linkToDraft, .missingAnchor, .missingAsset, .missingPage, .unknownSettingsPage, .unknownSupportLine,
  ]

  /// The findings of every check on the whole site, unsorted.
  ///
  /// - Parameter threads: how many pages to look at side by side.
  package static func run(_ site: Site, threads: Int) async -> [Diagnostic] {
    var pageChecks: [@Sendable (Page, Site) -> [Diagnostic]] = []
    var found: [Diagnostic] = []
    for check in all {
      switch check.scope {
      case .page(let find): pageChecks.append(find)
      case .site(let find): found += find(site)
      }
    }
    let checks = pageChecks
    let onPages = await parallelMap(site.pages.count, threads: threads) { i in
      checks.flatMap { $0(site.pages[i], site) }
    }
    return found + onPages.joined()
  }
}

extension Page {
  /// The place of node `i`, with the part of its first line that it covers.
  func location(of i: Int) -> SourceLocation {
    let node = document.nodes[i]
    let length = node.endLine == node.line ? Int(node.endColumn - node.column) + 1 : 0
    return SourceLocation(file: path, line: Int(node.line), column: Int(node.column), length: max(0, length))
  }

  /// Calls `body` for each link and image with its target.
  func eachLink(_ body: (Link, LinkTarget, SourceLocation) -> Void) {
    for (link, target) in zip(document.links, targets) { body(link, target, location(of: Int(link.node))) }
  }
}
