import Content
import Diagnostics

/// Writes down that a person has read a page and stands for it.
package enum ReviewSigning {
  /// Months until the next review, where nobody says otherwise.
  package static let months = 12

  /// - Parameters:
  ///   - page: of `site`, whose project is at `root`.
  ///   - name: of the reviewer; whoever signs types it.
  package static func sign(
    _ page: Page, of site: Site, root: String, by name: String, role: String, on day: CalendarDay, due: CalendarDay
  ) throws(EditFailure) -> Review {
    let path = root + "/" + page.path
    let source: [UInt8]
    do throws(FileSystem.Failure) { source = try FileSystem.read(path) } catch {
      throw EditFailure(reading: page.path, error)
    }
    let (parsed, problems) = PageParser(settings: site.settings).parse(source, path: page.path)
    // What is wrong with the old review goes with it.
    if let problem = problems.sortedForReport().first(where: { problem in
      problem.severity == .error && !problem.rule.hasPrefix("review/")
    }) {
      throw EditFailure(problem)
    }
    let review = Review.signed(
      by: name, role: role, on: day, due: due, content: Fingerprint.of(parsed, source: source), file: page.path)
    guard let edited = ReviewEdit.write(review, into: source, of: parsed, settings: site.settings) else {
      throw EditFailure(
        Diagnostic(
          "review/not-signed", at: SourceLocation(file: page.path, line: 1, column: 1, length: 3),
          "the review cannot be written into this front matter",
          help: "write `review:` and every other key of the front matter on a line of its own"))
    }
    if edited != source {
      do throws(FileSystem.Failure) { try FileSystem.replace(path, with: edited) } catch {
        throw EditFailure(writing: page.path, error)
      }
    }
    return review
  }
}

/// Writes down that a person has read the number of a service again.
package enum SupportVerification {
  package static func verify(
    _ id: String, of site: Site, root: String, on day: CalendarDay, by name: String
  ) throws -> SupportLine {
    guard let index = site.supportLineByID[id] else {
      let nearest = NearMiss.nearest(to: id, in: site.supportLineByID.keys)
      throw UnknownName(
        message: "there is no support line '\(id)'"
          + (nearest.map { "; did you mean '\($0)'" } ?? "; the ids stand in \(VerificationEdit.file)"))
    }
    let line = site.data.supportLines[index]
    let path = root + "/" + VerificationEdit.file
    let source: [UInt8]
    do throws(FileSystem.Failure) { source = try FileSystem.read(path) } catch {
      throw EditFailure(reading: VerificationEdit.file, error)
    }
    guard let edited = VerificationEdit.write(id, on: day, by: name, into: source) else {
      throw EditFailure(
        Diagnostic(
          "support/not-verified", at: line.location(of: "verified"), "the day cannot be written here",
          help: "write `verified` as plain text on a line of its own"))
    }
    if edited != source {
      do throws(FileSystem.Failure) { try FileSystem.replace(path, with: edited) } catch {
        throw EditFailure(writing: VerificationEdit.file, error)
      }
    }
    return line
  }
}
