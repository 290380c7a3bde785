import Content
import Diagnostics

/// Comments in pages, data and templates that ask checks to be silent about a place.
struct Suppressions {
  private let comments: [Suppression]
  private let known: [String: Check]

  init(_ input: CheckInput, _ checks: [Check]) {
    known = Dictionary(checks.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let onPages = input.site.pages.flatMap(\.parsed.suppressions)
    let elsewhere = input.tree.paths.lazy.filter { path in
      (path.hasPrefix("templates/") || path.hasPrefix(DataReader.folder))
        && [".yml", ".yaml", ".html", ".css"].contains { path.hasSuffix($0) }
    }.flatMap { path in (try? input.tree.read(path)).map { Suppression.read($0, file: path) } ?? [] }
    comments = onPages + elsewhere
  }

  /// - Returns: what is not silenced, and what is wrong with the comments.
  func apply(to all: [Diagnostic]) -> (kept: [Diagnostic], findings: [Diagnostic]) {
    if comments.isEmpty { return (all, []) }
    var byFile = Dictionary(grouping: comments.indices, by: { comments[$0].location.file })
    byFile = byFile.filter { !$0.value.isEmpty }
    var used = Set<[Int]>()
    let kept = all.filter { diagnostic in
      guard let here = byFile[diagnostic.location.file] else { return true }
      var isSilenced = false
      for i in here where comments[i].lines?.contains(max(1, diagnostic.location.line)) ?? false {
        for (k, rule) in comments[i].rules.enumerated() where rule == diagnostic.rule {
          used.insert([i, k])
          if comments[i].reason.isEmpty || mayNotBeSilenced(diagnostic) { continue }
          isSilenced = true
        }
      }
      return !isSilenced
    }
    var findings: [Diagnostic] = []
    for (i, comment) in comments.enumerated() {
      if comment.reason.isEmpty { findings.append(withoutReason(comment)) }
      for (k, rule) in comment.rules.enumerated() {
        guard let check = known[rule] else {
          findings.append(unknown(rule, comment))
          continue
        }
        if check.isUnsuppressible {
          findings.append(forbidden(rule, comment))
        } else if !used.contains([i, k]), !check.isFoundOnNetwork {
          findings.append(unused(rule, comment))
        }
      }
    }
    return (kept, findings)
  }

  private func mayNotBeSilenced(_ diagnostic: Diagnostic) -> Bool {
    guard diagnostic.severity == .error else { return false }
    if diagnostic.rule.hasPrefix("safety/") { return true }
    // Without what a stage of reading asks for there is nothing to publish.
    if case .reading? = known[diagnostic.rule]?.scope { return true }
    return known[diagnostic.rule] == nil
  }

  private func withoutReason(_ comment: Suppression) -> Diagnostic {
    Diagnostic(
      "suppression/no-reason", at: comment.location, "the comment gives no reason, so it silences nothing",
      help:
        "write `\(Suppression.word) \(comment.rules.first ?? "rule"): why a stranger may believe that this is right`")
  }

  private func unknown(_ rule: String, _ comment: Suppression) -> Diagnostic {
    Diagnostic(
      "suppression/unknown-rule", at: comment.location, "no rule '\(rule)'",
      help: NearMiss.nearest(to: rule, in: known.keys).map { "the nearest is '\($0)'" }
        ?? "`sitegen explain --all` lists the rules")
  }

  private func forbidden(_ rule: String, _ comment: Suppression) -> Diagnostic {
    Diagnostic(
      "suppression/forbidden", at: comment.location, "'\(rule)' cannot be silenced: it keeps readers from harm",
      help: "change the text, and remove the comment")
  }

  private func unused(_ rule: String, _ comment: Suppression) -> Diagnostic {
    Diagnostic(
      "suppression/unused", .warning, at: comment.location, "nothing here has to be silenced for '\(rule)'",
      help: "remove the comment; it would hide the next mistake")
  }
}
