import Checks
import Content
import Diagnostics
import Mustache

/// What the files of a site show of how it is kept, in the order of the PIF TICK's criteria for health information
/// (pifonline.org.uk/pif-tick), as Markdown. Says nothing that the files do not show.
package struct GovernanceReport {
  private let site: Site
  private let diagnostics: [Diagnostic]
  private let today: CalendarDay
  private let records: [ReviewRecord]
  private let active: [Check]
  private let readability: [Readability]

  /// - Parameter diagnostics: what all checks have found.
  package init(site: Site, diagnostics: [Diagnostic], root: String, today: CalendarDay) {
    self.site = site
    self.diagnostics = diagnostics
    self.today = today
    records = ReviewRecord.all(of: site, root: root)
    let input = CheckInput(site: site, today: today, templates: TemplateSet([:]), tree: Load(root: root).tree)
    active = CheckRun(input).active
    readability = site.pages.map { Readability(PageView($0, input).prose) }
  }

  package var markdown: String {
    [head, systems, evidence, inequalities, design, feedback, helplines, pages].map { section in
      var text = section[...]
      while text.last == "\n" { text.removeLast() }
      return String(text) + "\n"
    }.joined(separator: "\n")
  }

  private var head: String {
    """
    # Governance report: \(site.settings.title)

    Address: \(site.settings.baseURL.origin + site.settings.baseURL.path). State of \(today).

    `sitegen report` made this from the files of the site. It follows those criteria of the PIF TICK about which files
    can show something. **The site does not have the PIF TICK**: the Patient Information Forum gives it to
    organisations after an assessment. Training of writers (2), need (3), involving users (5), reaching people (9) and
    impact (10) are about people and plans, and have to be shown in another way.

    """
  }

  private var systems: String {
    let reviewed = records.filter { $0.review?.state == .reviewed }
    let compiled = records.filter { $0.review?.state == .compiled }
    let overdue = records.filter { record in record.review?.due.map { $0 < today } ?? false }
    let changed = records.filter { $0.text == .changed }
    let soon = records.count { record in
      record.review?.due.map { (0...30).contains(today.days(until: $0)) } ?? false
    }
    return """
      ## 1. Systems: who has read what, and when it is read again

      \(MarkdownTable(["", "Pages"], [
        ["Signed by a named reviewer", "\(reviewed.count)"],
        ["Put together from sources, signed by nobody", "\(compiled.count)"],
        ["Without any record", "\(records.count - reviewed.count - compiled.count)"],
        ["Signed, and changed since", "\(changed.count)"],
        ["Next review overdue", "\(overdue.count)"], ["Next review due within 30 days", "\(soon)"],
        ["All", "\(records.count)"],
      ]))
      \(list("Changed since they were signed:", changed.map(\.path)))\
      \(list("Overdue:", overdue.map { "\($0.path), due \($0.review?.due?.description ?? "")" }))
      """
  }

  private var evidence: String {
    let cited = site.pages.map(\.citations.references.count).sorted()
    let used = Set(site.pages.flatMap(\.citations.references))
    let without = site.pages.filter { $0.citations.references.isEmpty }.map(\.path)
    return """
      ## 4. Evidence: sources

      \(MarkdownTable(["", "Count"], [
        ["References listed", "\(site.data.references.count)"], ["References that a page cites", "\(used.count)"],
        ["Pages that cite a source", "\(cited.count - without.count) of \(cited.count)"],
        ["Sources per page, median", "\(cited.isEmpty ? 0 : cited[cited.count / 2])"],
        ["Sources per page, most", "\(cited.last ?? 0)"],
      ]))
      \(list("Pages that cite no source, such as lists and pages about the site:", without))
      """
  }

  private var inequalities: String {
    let languages = site.settings.languages.map { language in
      [language.name, "\(site.pages.count { $0.language == language.tag })"]
    }
    let all = readability.reduce(Readability(), +)
    return """
      ## 6. Health inequalities: languages and plain words

      \(MarkdownTable(["Language", "Pages"], languages))
      \(MarkdownTable(["Sentences in running text", "Count"], [
        ["Words per sentence", all.wordsPerSentence],
        ["Sentences of more than \(Readability.long) words", all.share],
        ["Page with the longest sentences, on average", longest],
      ]))
      Counts of words are a warning light. Whether people understand a page is only found out by asking them.

      """
  }

  private var longest: String {
    let pages = zip(site.pages, readability).filter { $0.1.sentences >= 5 }
    guard let most = pages.max(by: { $0.1.average < $1.1.average }) else { return "-" }
    return "\(most.0.path), \(most.1.wordsPerSentence)"
  }

  private var design: String {
    let groups = Dictionary(grouping: active, by: { String($0.group) }).sorted { $0.key < $1.key }
    let rows = groups.map { group, checks in
      let found = diagnostics.filter { $0.rule.hasPrefix(group + "/") }
      return [group, "\(checks.count)"]
        + Severity.allCases.reversed().map { severity in
          "\(found.count { $0.severity == severity })"
        }
    }
    return """
      ## 7. Content and design: what is checked by machine

      \(active.count) rules ran over every page. `sitegen explain` tells what each finds.

      \(MarkdownTable(["Group", "Rules", "Errors", "Warnings", "Remarks"], rows))
      """
  }

  private var feedback: String {
    let names: Set<Substring> = ["contact", "feedback"]
    let pages = site.pages.filter { page in
      page.path.split(separator: "/").contains { names.contains($0.split(separator: ".").first ?? "") }
    }
    return """
      ## 8. Feedback

      \(pages.isEmpty
        ? "No page is called contact or feedback, so none was found on which readers can report a mistake.\n"
        : list("Pages on which readers are told how to report a mistake:", pages.map { "\($0.path): \($0.title)" }))
      """
  }

  private var helplines: String {
    let lines = site.data.supportLines
    let overdue = lines.count { $0.due < today }
    let rows = lines.map { line in
      [line.id, line.name, line.country, "\(line.verified)", line.verifiedBy ?? "-", "<\(line.evidence)>"]
    }
    return """
      ## Helplines

      \(lines.count) services in \(Set(lines.map(\.country)).count) countries and regions; \(overdue) of them have \
      not been verified for more than \(SupportLine.monthsBetweenChecks) months.

      \(MarkdownTable(["Id", "Service", "Country", "Verified", "By", "Evidence"], rows))
      """
  }

  private var pages: String {
    let rows = site.pages.indices.map { i -> [String] in
      let review = records[i].review
      let reviewer = [review?.by, review?.role].compactMap(\.self).joined(separator: ", ")
      return [
        records[i].path, review?.state.rawValue ?? "-", review?.on.description ?? "-", reviewer,
        review?.due?.description ?? "-", "\(site.pages[i].citations.references.count)",
        readability[i].wordsPerSentence,
      ]
    }
    return """
      ## Pages

      \(MarkdownTable(["Page", "State", "On", "By", "Due", "Sources", "Words per sentence"], rows))
      """
  }

  private func list(_ title: String, _ items: [String]) -> String {
    items.isEmpty ? "" : "\(title)\n\n" + items.map { "- \($0)\n" }.joined() + "\n"
  }
}
