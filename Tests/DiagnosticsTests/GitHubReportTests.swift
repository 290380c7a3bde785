import Testing

@testable import Diagnostics

struct GitHubReportTests {
  private func report(_ diagnostic: Diagnostic, _ text: String? = nil) -> String {
    GitHubReport.render([diagnostic]) { _ in text.map { Array($0.utf8) } }
  }

  @Test func printsACommandForEach() {
    let place = SourceLocation(file: "a.md", line: 1, column: 4)
    #expect(
      report(Diagnostic("link/missing-page", at: place, "m"), "éé")
        == "::error file=a.md,line=1,col=3,title=link/missing-page::m\n")
    #expect(report(Diagnostic("a/b", .warning, at: place, "m")) == "::warning file=a.md,line=1,col=4,title=a/b::m\n")
    #expect(
      report(Diagnostic("a/b", .info, at: SourceLocation(file: "a.md"), "m")) == "::notice file=a.md,title=a/b::m\n")
  }

  @Test func escapesPropertiesAndMessages() {
    let diagnostic = Diagnostic(
      "a/b", at: SourceLocation(file: "a:b,c%.md"), "100%: x,\r\n::error::y", help: "h",
      notes: [Diagnostic.Note("n", at: SourceLocation(file: "b.md", line: 1, column: 2)), Diagnostic.Note("o")])
    #expect(
      report(diagnostic)
        == "::error file=a%3Ab%2Cc%25.md,title=a/b::100%25: x,%0D%0A::error::y%0Ahelp: h%0Anote: n: b.md:1:2%0Anote: o\n"
    )
  }
}
