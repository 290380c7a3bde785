import Diagnostics
import Markdown

/// The data files of a site, read and typed.
package struct SiteData: Sendable {
  package var references: [Reference] = []
  package var glossary: [GlossaryTerm] = []
  package var supportLines: [SupportLine] = []
  /// What helps readers to find pages, by language.
  package var search: [SearchData] = []
  /// Words of the interface by language tag.
  package var strings: [String: DataNode] = [:]
  /// Every file in `content/data/`, by name without ending, as rows for directives.
  package var tables: [String: [DataNode]] = [:]
  /// Names of the data files of which something could not be read. What they lack is reported there, not where it is
  /// used.
  package var incomplete: Set<String> = []

  package init() {}
}

/// A source, in the terms of CSL-JSON (citationstyles.org, schema 1.0).
package struct Reference: Sendable {
  package struct Name: Sendable {
    package var family: String
    package var given: String?
  }

  package var id: String
  package var location: SourceLocation
  package var type: String
  package var title: String
  package var authors: [Name]
  package var containerTitle: String?
  package var publisher: String?
  package var volume: String?
  package var issue: String?
  package var page: String?
  package var number: String?
  package var year: Int?
  package var doi: String?
  package var url: String?
  package var note: String?
}

package struct GlossaryTerm: Sendable {
  package var id: String
  package var location: SourceLocation
  package var term: String
  package var definition: Document
  package var alsoKnownAs: [String]
}

/// A service that a reader can call, text or write to. Numbers stand here and nowhere else.
package struct SupportLine: Sendable {
  package var id: String
  package var location: SourceLocation
  /// ISO 3166-1 alpha-2, `EU` or `INT`.
  package var country: String
  package var region: String?
  package var name: String
  package var kind: String
  /// What a phone dials: a short code or `+` and digits.
  package var phone: String?
  /// Where a text message goes.
  package var text: String?
  /// The number as people write it.
  package var display: String?
  package var url: String?
  package var hours: String?
  package var languages: [String]
  package var cost: String?
  package var audience: String?
  package var note: String?
  /// The page on which the number was read.
  package var evidence: String
  package var verified: CalendarDay
  /// Who read the page that day.
  package var verifiedBy: String?
  /// Where the value of each key stands.
  package var places: [String: SourceLocation]

  /// How long a number counts as checked.
  package static let monthsBetweenChecks = 3

  /// The day on which somebody has to read the page again.
  package var due: CalendarDay { verified.adding(months: Self.monthsBetweenChecks) }

  /// Where the value of a key stands, or the entry if it has no such key.
  package func location(of key: String) -> SourceLocation { places[key] ?? location }
}
