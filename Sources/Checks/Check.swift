import Content
import Diagnostics

/// One thing that can be wrong with a site: one value, one file in `Rules/`, one line in `Check.all`.
package struct Check: Sendable {
  /// What a check looks at.
  package enum Scope: Sendable {
    /// One page at a time, side by side with others.
    case page(@Sendable (PageView) -> [Finding])
    /// The running text of one page or one glossary definition at a time.
    case prose(@Sendable (Prose, CheckInput) -> [Finding])
    /// The site as a whole, once.
    case site(@Sendable (CheckInput) -> [Finding])
    /// The final bytes of one file at a time.
    case output(@Sendable (BuiltFile, CheckInput) -> [Finding])
    /// Found by an earlier stage, which cannot do its work without. Listed so that it can be explained and tested.
    case reading
    /// Found by asking other servers, which only `check --external` does. Its examples cannot be run: what a server says
    /// is in no source.
    case network
  }

  /// What `sitegen explain` tells of a check, in an editor's words.
  package struct Explanation: Sendable {
    /// What it finds, in one or two sentences.
    package let finds: String
    /// Why that matters to a reader.
    package let why: String
    /// A site that has the mistake: sources by path. A page may do without front matter.
    package let bad: [String: String]
    /// The same without it.
    package let good: [String: String]

    /// - Parameters:
    ///   - bad: text of the page `content/page.md`, if one page is enough to show it.
    package init(finds: String, why: String, bad: String, good: String) {
      self.init(finds: finds, why: why, bad: ["content/page.md": bad], good: ["content/page.md": good])
    }

    package init(finds: String, why: String, bad: [String: String], good: [String: String]) {
      self.finds = finds
      self.why = why
      self.bad = bad
      self.good = good
    }
  }

  /// `group/name`; every finding has it.
  package let id: String
  /// What a finding counts as where neither the finding nor the settings say otherwise.
  package let severity: Severity
  package let explanation: Explanation
  package let scope: Scope
  /// Off until the settings ask for it.
  package let isOptIn: Bool

  package init(
    _ id: String, _ severity: Severity, _ explanation: Explanation, isOptIn: Bool = false, scope: Scope
  ) {
    self.id = id
    self.severity = severity
    self.explanation = explanation
    self.isOptIn = isOptIn
    self.scope = scope
  }

  package var group: Substring { id.prefix { $0 != "/" } }

  /// Whether most runs cannot find it, so that its absence says nothing.
  package var isFoundOnNetwork: Bool { if case .network = scope { true } else { false } }

  /// Whether nobody may silence it: what is an error of safety hurts a reader.
  package var isUnsuppressible: Bool { group == "safety" && severity == .error }
}

extension String {
  /// One ASCII byte again and again, for examples that have to be long. `String(repeating:count:)` appends one by one,
  /// and every start of the program would wait for that.
  init(of count: Int, _ byte: UInt8) { self.init(decoding: Array(repeating: byte, count: count), as: UTF8.self) }
}

/// What a check found. The runner adds the check's id and severity.
package struct Finding: Sendable {
  package var location: SourceLocation
  /// A headline without a full stop.
  package var message: String
  /// The one likely way to mend it.
  package var help: String?
  package var notes: [Diagnostic.Note]
  /// Changes that mend it without a thought.
  package var edits: [Edit]
  /// Replaces the check's own, as where a thing grows worse with time.
  package var severity: Severity?

  package init(
    at location: SourceLocation, _ message: String, help: String? = nil, notes: [Diagnostic.Note] = [],
    edits: [Edit] = [], severity: Severity? = nil
  ) {
    self.location = location
    self.message = message
    self.help = help
    self.notes = notes
    self.edits = edits
    self.severity = severity
  }
}
