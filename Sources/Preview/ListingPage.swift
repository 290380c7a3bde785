/// The page `/.sitegen/`: drafts, due reviews, and what is wrong with the whole site, for the people who write it.
package enum ListingPage {
  /// Nobody reads more, and a page of ten thousand would take the browser a minute.
  private static let mostProblems = 500

  /// A whole document in HTML, without scripts and styles of its own.
  package static func render(_ site: PreviewSite) -> [UInt8] {
    let marks = site.problems.marks
    let files = problemsByFile(marks.indices.prefix(mostProblems).map(site.problems.tell))
    let listing = site.listing
    let name = listing.title.isEmpty ? "this site" : listing.title
    let page: HTMLText = """
      <!doctype html>
      <html lang="en" dir="ltr">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <title>What is left to do – \(name)</title>
      <link rel="stylesheet" href="/.sitegen/preview.css">
      </head>
      <body class="listing">
      <header><p>Preview: nothing of this is published</p></header>
      <main>
      <h1>What is left to do: \(name)</h1>
      <p>\(summary(marks, fileCount: marks.count > mostProblems ? nil : files.count)) \(site.isChecking ? "Checks are still running." : nil)</p>
      <nav aria-label="On this page">
      <ul>
      <li><a href="#problems">Problems (\(marks.count))</a></li>
      <li><a href="#due">Reviews due (\(listing.due.count))</a></li>
      <li><a href="#drafts">Drafts (\(listing.drafts.count))</a></li>
      <li><a href="\(site.basePath)">Open the site</a></li>
      </ul>
      </nav>
      <section aria-labelledby="problems">
      <h2 id="problems">Problems</h2>
      \(files.isEmpty ? nothing(site.isChecking ? "Nothing found so far." : "The checks found nothing. Well done.") : nil)
      \(files.enumerated().map { section($1.file, $1.problems, id: "file-\($0 + 1)") })</section>
      <section aria-labelledby="due">
      <h2 id="due">Reviews due</h2>
      \(entries(listing.due, none: "No review is due for now."))</section>
      <section aria-labelledby="drafts">
      <h2 id="drafts">Drafts</h2>
      \(entries(listing.drafts, none: "There are no drafts: every page will be published."))</section>
      </main>
      </body>
      </html>

      """
    return Array(page.markup.utf8)
  }

  /// In the order in which the files come first, so that those with errors stay first.
  private static func problemsByFile(_ problems: [PreviewProblem]) -> [(file: String, problems: [PreviewProblem])] {
    var files: [(file: String, problems: [PreviewProblem])] = []
    var indexes: [String: Int] = [:]
    for problem in problems {
      let file = place(problem).file
      if let index = indexes[file] {
        files[index].problems.append(problem)
      } else {
        indexes[file] = files.count
        files.append((file, [problem]))
      }
    }
    return files
  }

  /// The file and the line, if there is one, of such as `content/a.md:3:7`.
  private static func place(_ problem: PreviewProblem) -> (file: String, line: Int?) {
    var parts = problem.place.split(separator: ":", omittingEmptySubsequences: false)
    var numbers: [Int] = []
    while parts.count > 1, numbers.count < 2, let last = parts.last, let number = Int(last) {
      numbers.append(number)
      parts.removeLast()
    }
    return (parts.joined(separator: ":"), numbers.last)
  }

  /// - Parameter fileCount: nil if not all problems are shown.
  private static func summary(_ problems: [PreviewProblems.Mark], fileCount: Int?) -> HTMLText {
    let kinds: [(PreviewProblem.Severity, String)] = [(.error, "error"), (.warning, "warning"), (.info, "remark")]
    let parts = kinds.compactMap { severity, word in
      let number = problems.count { $0.severity == severity }
      return number == 0 ? nil : counted(number, word)
    }
    guard let last = parts.last else { return "No problems." }
    let all = parts.count == 1 ? last : parts.dropLast().joined(separator: ", ") + " and " + last
    guard let fileCount else { return "\(all). The first \(mostProblems) are listed." }
    return "\(all) in \(counted(fileCount, "file"))."
  }

  private static func section(_ file: String, _ problems: [PreviewProblem], id: String) -> HTMLText {
    """
    <section class="file" aria-labelledby="\(id)">
    <h3 id="\(id)">\(file) <span class="count">(\(counted(problems.count, "problem")))</span></h3>
    <ul class="problems">
    \(problems.map(item))</ul>
    </section>

    """
  }

  private static func item(_ problem: PreviewProblem) -> HTMLText {
    let (file, line) = place(problem)
    let spot = line.map { "line \($0)" } ?? file
    let edit: HTMLText = problem.editorURL.map { "<a href=\"\($0)\">Open \(spot)</a>" } ?? "\(spot)"
    let notes: HTMLText? =
      problem.notes.isEmpty ? nil : "<ul>\(problem.notes.map { note -> HTMLText in "<li>\(note)</li>" })</ul>\n"
    return """
      <li>
      <p><strong class="severity \(problem.severity.rawValue)">\(word(problem.severity)):</strong> \(problem.message)</p>
      <p class="links">\(edit) \(problem.page.map { page -> HTMLText in "<a href=\"\(page)\">See the page \(page)</a>" })</p>
      \(problem.help.map { help -> HTMLText in "<p class=\"help\">Help: \(help)</p>\n" })\(notes)\
      <p class="rule">Rule: <code>\(problem.rule)</code></p>
      </li>

      """
  }

  private static func entries(_ entries: [PreviewListing.Entry], none: HTMLText) -> HTMLText {
    if entries.isEmpty { return nothing(none) }
    return "<ul class=\"problems\">\n\(entries.map(entry))</ul>\n"
  }

  private static func entry(_ entry: PreviewListing.Entry) -> HTMLText {
    let title: HTMLText = entry.url.map { "<a href=\"\($0)\">\(entry.title)</a>" } ?? "\(entry.title)"
    let edit: HTMLText = entry.editorURL.map { "<a href=\"\($0)\">Open \(entry.path)</a>" } ?? "\(entry.path)"
    return """
      <li>
      <p><strong>\(title)</strong>\(entry.note.map { note -> HTMLText in ": \(note)" })</p>
      <p class="links">\(edit)</p>
      </li>

      """
  }

  private static func nothing(_ words: HTMLText) -> HTMLText { "<p>\(words)</p>\n" }

  private static func counted(_ number: Int, _ word: String) -> String { "\(number) \(word)\(number == 1 ? "" : "s")" }

  private static func word(_ severity: PreviewProblem.Severity) -> String {
    switch severity {
    case .error: "Error"
    case .warning: "Warning"
    case .info: "Remark"
    }
  }
}
