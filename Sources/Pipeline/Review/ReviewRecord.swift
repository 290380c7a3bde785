import Content
import Diagnostics

/// What is known of the review of one page.
package struct ReviewRecord: Sendable {
  /// Whether the text is the one that was signed.
  package enum Text: String, Sendable {
    /// Nobody has signed, or without a fingerprint.
    case unknown = "-"
    case unchanged
    case changed
  }

  package let path: String
  package let title: String
  package let review: Review?
  package let text: Text

  /// One for each page, in the order of their paths.
  package static func all(of site: Site, root: String) -> [ReviewRecord] {
    site.pages.map { page in
      var text = Text.unknown
      if let signed = page.frontMatter.review?.content, let source = try? FileSystem.read(root + "/" + page.path) {
        text = signed == Fingerprint.of(page.parsed, source: source) ? .unchanged : .changed
      }
      return ReviewRecord(path: page.path, title: page.title, review: page.frontMatter.review, text: text)
    }
  }
}

/// A day on which a page or a service has to be looked at again.
package struct DueDate: Sendable {
  package enum Kind: String, Sendable {
    case page
    case supportLine = "support-line"
  }

  package let kind: Kind
  /// The page's path, or the id of the service.
  package let id: String
  package let title: String
  package let due: CalendarDay
  /// The day of the last look.
  package let last: CalendarDay

  /// All of a site, by day, pages first.
  package static func all(of site: Site) -> [DueDate] {
    let pages = site.pages.compactMap { page -> DueDate? in
      guard let review = page.frontMatter.review, let due = review.due else { return nil }
      return DueDate(kind: .page, id: page.path, title: page.title, due: due, last: review.on)
    }
    let lines = site.data.supportLines.map { line in
      DueDate(kind: .supportLine, id: line.id, title: line.name, due: line.due, last: line.verified)
    }
    return (pages + lines).sorted { a, b in
      (a.due, a.kind.rawValue, a.id) < (b.due, b.kind.rawValue, b.id)
    }
  }

  /// The first day after `today` on which anything falls due.
  package static func next(of site: Site, after today: CalendarDay) -> CalendarDay? {
    all(of: site).map(\.due).first { $0 > today }
  }
}
