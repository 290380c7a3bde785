import Diagnostics

/// What a page says about itself before its text. The schema is closed: any other key is an error.
package struct FrontMatter: Sendable {
  package enum Status: String, Sendable, CaseIterable { case draft, published }

  package var title: LocatedText
  package var description: LocatedText?
  /// Place among the pages of its section; pages without one come after, by path.
  package var order: Int?
  package var status: Status = .published
  /// Former addresses of the page, as paths such as `/old/page/`.
  package var aliases: [LocatedText] = []
  package var tags: [LocatedText] = []
  package var audience: [LocatedText] = []
  /// Offers the exit link.
  package var exit = false
  /// Topics a reader may want to know about before reading.
  package var warning: [LocatedText] = []
  package var searchTerms: [LocatedText] = []
  package var review: Review?
  /// Fields that the site's settings add.
  package var fields: [DataNode.Entry] = []
}

/// What is known about who read a page and when.
package struct Review: Sendable {
  package enum State: String, Sendable, CaseIterable {
    /// Put together from the listed sources; no clinician has signed it.
    case compiled
    /// Signed by the named person.
    case reviewed
  }

  package var state: State
  package var on: CalendarDay
  package var due: CalendarDay?
  package var by: String?
  package var role: String?
  /// `sha256:` and the hash of the text that was reviewed (`Fingerprint`).
  package var content: String?
  /// The key `review`.
  package var location: SourceLocation
  package var dueLocation: SourceLocation?
  package var byLocation: SourceLocation?
  package var contentLocation: SourceLocation?

  /// What a named person signs.
  package static func signed(
    by name: String, role: String, on day: CalendarDay, due: CalendarDay, content: String, file: String
  ) -> Review {
    Review(
      state: .reviewed, on: day, due: due, by: name, role: role, content: content,
      location: SourceLocation(file: file))
  }
}
