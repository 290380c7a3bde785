/// One state of the site, as the preview shows it. The server swaps it as a whole; nothing in it changes.
package struct PreviewSite: Sendable {
  /// Makes the bytes of one file anew each time; nil if it cannot be made.
  package typealias Maker = @Sendable () -> [UInt8]?

  /// Where the site stands below the origin: `/`, or such as `/ketamine/`.
  package var basePath: String
  /// Every file that a build would write, by its path below the base path, such as `risks/bladder/index.html`.
  package var files: [String: Maker]
  package var problems: PreviewProblems
  /// Whether checks still run, so that more may be found.
  package var isChecking: Bool
  /// What the preview's own first page lists.
  package var listing: PreviewListing

  package init(
    basePath: String, files: [String: Maker], problems: PreviewProblems = PreviewProblems([]), isChecking: Bool = false,
    listing: PreviewListing = PreviewListing()
  ) {
    self.basePath = basePath
    self.files = files
    self.problems = problems
    self.isChecking = isChecking
    self.listing = listing
  }
}

/// What is wrong, errors first, then sorted as in any report. Each problem is told in full only when it is shown: a large
/// site may have ten thousand, and a page shows a few.
package struct PreviewProblems: Sendable {
  /// What one has to know of a problem to choose whether to show it.
  package struct Mark: Sendable {
    package var severity: PreviewProblem.Severity
    package var page: String?

    package init(severity: PreviewProblem.Severity, page: String?) {
      self.severity = severity
      self.page = page
    }
  }

  package let marks: [Mark]
  /// The problem at an index of `marks`.
  package let tell: @Sendable (Int) -> PreviewProblem

  package init(marks: [Mark], tell: @escaping @Sendable (Int) -> PreviewProblem) {
    self.marks = marks
    self.tell = tell
  }

  package init(_ problems: [PreviewProblem]) {
    self.init(marks: problems.map { Mark(severity: $0.severity, page: $0.page) }) { problems[$0] }
  }

  package var isEmpty: Bool { marks.isEmpty }
}

/// Something that is wrong, as an open page shows it.
package struct PreviewProblem: Sendable, Hashable {
  package enum Severity: String, Sendable { case error, warning, info }

  /// Words by which a page finds the place again: the text of the paragraph, heading or cell, spaces folded to one, and
  /// the words in it that are meant (empty for all of it).
  package struct Quote: Sendable, Hashable {
    package var block: String
    package var text: String

    package init(block: String, text: String) {
      self.block = block
      self.text = text
    }
  }

  package var severity: Severity
  /// Such as `link/missing-page`.
  package var rule: String
  package var message: String
  package var help: String?
  /// One line each.
  package var notes: [String]
  /// Such as `content/risks/bladder.md:12:5`.
  package var place: String
  /// The line with its number and a line of marks below it, for a fixed-width font; nil if there is none.
  package var excerpt: String?
  /// A link that opens the place in an editor; nil where nobody at this machine would follow it.
  package var editorURL: String?
  /// Address of the page it belongs to, base path included, such as `/risks/bladder/`; nil if it belongs to none.
  package var page: String?
  package var quote: Quote?

  package init(
    severity: Severity, rule: String, message: String, help: String? = nil, notes: [String] = [], place: String,
    excerpt: String? = nil, editorURL: String? = nil, page: String? = nil, quote: Quote? = nil
  ) {
    self.severity = severity
    self.rule = rule
    self.message = message
    self.help = help
    self.notes = notes
    self.place = place
    self.excerpt = excerpt
    self.editorURL = editorURL
    self.page = page
    self.quote = quote
  }
}

/// What an editor wants to see of the site at a glance.
package struct PreviewListing: Sendable {
  package struct Entry: Sendable, Hashable {
    package var title: String
    /// Source file, such as `content/risks/bladder.md`.
    package var path: String
    /// Address in the preview; nil if it is not shown, as a draft without `--drafts`.
    package var url: String?
    /// Such as `overdue since 2026-05-01`.
    package var note: String?
    package var editorURL: String?

    package init(title: String, path: String, url: String? = nil, note: String? = nil, editorURL: String? = nil) {
      self.title = title
      self.path = path
      self.url = url
      self.note = note
      self.editorURL = editorURL
    }
  }

  /// The site's title.
  package var title: String
  package var drafts: [Entry]
  /// Reviews and numbers that are overdue or soon due, the most urgent first.
  package var due: [Entry]

  package init(title: String = "", drafts: [Entry] = [], due: [Entry] = []) {
    self.title = title
    self.drafts = drafts
    self.due = due
  }
}
