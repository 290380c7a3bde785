/// How much a problem matters. `error` stops a build.
package enum Severity: String, Sendable, CaseIterable, Comparable {
  case info, warning, error

  package static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }

  private var rank: Int {
    switch self {
    case .info: 0
    case .warning: 1
    case .error: 2
    }
  }
}

/// One problem, told to an author: where, what, and what to do about it.
///
/// Diagnostics are values that stages return; nobody sends them to a shared engine. Whoever prints sorts them first.
package struct Diagnostic: Sendable, Hashable {
  /// A second place that belongs to the problem, such as "also defined here".
  package struct Note: Sendable, Hashable {
    package var message: String
    package var location: SourceLocation?

    package init(_ message: String, at location: SourceLocation? = nil) {
      self.message = message
      self.location = location
    }
  }

  /// `group/name` in kebab case, such as `link/missing-page`. Names the problem, not the cure.
  package var rule: String
  package var severity: Severity
  package var location: SourceLocation
  /// A headline without a full stop.
  package var message: String
  /// The one likely way to mend it, in an author's words.
  package var help: String?
  package var notes: [Note]
  /// Changes to sources that mend it without a thought; none if a person has to choose.
  package var edits: [Edit]

  package init(
    _ rule: String, _ severity: Severity = .error, at location: SourceLocation, _ message: String,
    help: String? = nil, notes: [Note] = [], edits: [Edit] = []
  ) {
    self.rule = rule
    self.severity = severity
    self.location = location
    self.message = message
    self.help = help
    self.notes = notes
    self.edits = edits
  }
}

extension Sequence where Element == Diagnostic {
  /// Sorted by place, then rule, then message: the same list whatever the threads did.
  ///
  /// One mistake is told once. A template's mistake comes back from every page that uses it; the first page is named, and
  /// how many others there are.
  package func sortedForReport() -> [Diagnostic] {
    let all = sorted { a, b in
      if a.location != b.location { return a.location < b.location }
      return (a.rule, a.message, a.help ?? "", a.noteText) < (b.rule, b.message, b.help ?? "", b.noteText)
    }
    var told: [Diagnostic] = []
    var i = 0
    while i < all.count {
      var others = 0
      var next = i + 1
      while next < all.count, all[next].isSame(as: all[i]) {
        if all[next].notes != all[next - 1].notes { others += 1 }
        next += 1
      }
      told.append(all[i])
      if others > 0 { told[told.count - 1].notes.append(.init("the same again \(others) times, from other places")) }
      i = next
    }
    return told
  }

  package func hasErrors() -> Bool { contains { $0.severity == .error } }
}

extension Diagnostic {
  /// Equal but for the notes.
  fileprivate func isSame(as other: Diagnostic) -> Bool {
    location == other.location && rule == other.rule && message == other.message && severity == other.severity
      && help == other.help && edits == other.edits
  }

  fileprivate var noteText: String { notes.map(\.message).joined(separator: "\n") }
}
