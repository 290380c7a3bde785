import Content
import Diagnostics

/// Shows what has changed in a page since somebody signed it.
package enum ReviewDiff {
  /// - Returns: a unified diff of title, description and text; empty if they are as they were.
  package static func text(of page: Page, in site: Site, root: String) throws(EditFailure) -> String {
    guard let review = page.frontMatter.review, let signed = review.content else {
      throw failure(
        page, "review/not-signed", "nobody has signed this page, so there is nothing to compare it with",
        help: "`sitegen review sign` writes the fingerprint of what was read")
    }
    let now: [UInt8]
    do throws(FileSystem.Failure) { now = try FileSystem.read(root + "/" + page.path) } catch {
      throw EditFailure(reading: page.path, error)
    }
    if Fingerprint.of(page.parsed, source: now) == signed { return "" }
    let git = Git(folder: root)
    guard let versions = git.versions(of: page.path) else {
      throw EditFailure(
        Diagnostic(
          "review/no-history", at: SourceLocation(file: page.path), "git cannot be asked for earlier texts",
          help: "install git, and run this in a clone of the project"), isEnvironment: true)
    }
    let parser = PageParser(settings: site.settings)
    for version in versions {
      guard let source = git.bytes(of: version) else { continue }
      let (old, _) = parser.parse(source, path: page.path)
      if Fingerprint.of(old, source: source) == signed {
        return
          "--- \(page.path) (signed on \(review.on), commit \(version.commit.prefix(12)))\n+++ \(page.path) (now)\n"
          + diff(Version(old, source), Version(page.parsed, now))
      }
    }
    throw failure(
      page, "review/no-history",
      versions.isEmpty
        ? "this page has never been committed, so its earlier text is not known"
        : "none of the \(versions.count) commits of this page has the text that was signed on \(review.on)",
      help: "commit a page when it is signed; `git fetch --unshallow` brings the history that a shallow clone lacks")
  }

  private static func failure(_ page: Page, _ rule: String, _ message: String, help: String) -> EditFailure {
    let place = page.frontMatter.review.map { $0.contentLocation ?? $0.location } ?? SourceLocation(file: page.path)
    return EditFailure(Diagnostic(rule, at: place, message, help: help))
  }

  private struct Version {
    let page: ParsedPage
    let body: UnifiedDiff.Text

    init(_ page: ParsedPage, _ source: [UInt8]) {
      self.page = page
      let head = source.prefix(page.bodyOffset)
      body = UnifiedDiff.Text(
        String(decoding: source.dropFirst(page.bodyOffset), as: UTF8.self), first: head.count { $0 == 10 } + 1)
    }
  }

  private static func diff(_ old: Version, _ new: Version) -> String {
    func line(_ name: String, _ text: LocatedText?) -> UnifiedDiff.Text {
      UnifiedDiff.Text(text.map { "\(name): \($0.text)\n" } ?? "", first: text?.location.line ?? 1)
    }
    let (was, now) = (old.page.frontMatter, new.page.frontMatter)
    return UnifiedDiff.hunks(from: line("title", was.title), to: line("title", now.title))
      + UnifiedDiff.hunks(from: line("description", was.description), to: line("description", now.description))
      + UnifiedDiff.hunks(from: old.body, to: new.body)
  }
}
