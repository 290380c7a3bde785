import Preview
import Testing

@Suite struct ListingPageTests {
  @Test func aSiteWithoutProblemsSaysSoInWords() {
    let page = render(PreviewSite(basePath: "/", files: [:]))
    #expect(page.contains("<p>No problems. </p>"))
    #expect(page.contains("The checks found nothing. Well done."))
    #expect(page.contains("No review is due for now."))
    #expect(page.contains("There are no drafts"))
    #expect(!page.contains("<ul class=\"problems\">"))
  }

  @Test func whileChecksRunNothingIsPraised() {
    let page = render(PreviewSite(basePath: "/", files: [:], isChecking: true))
    #expect(page.contains("Checks are still running."))
    #expect(page.contains("Nothing found so far."))
    #expect(!page.contains("Well done"))
  }

  @Test func problemsAreGroupedByFileAndCounted() throws {
    let page = render(
      PreviewSite(
        basePath: "/",
        files: [:],
        problems: [
          problem(.error, "content/b.md:3:7"), problem(.warning, "content/a.md:1"), problem(.info, "content/b.md"),
          problem(.warning, "content/b.md:9:1"),
        ]))
    #expect(page.contains("<p>1 error, 2 warnings and 1 remark in 2 files. </p>"))
    #expect(page.contains("Problems (4)"))
    let b = try #require(page.range(of: "content/b.md <span class=\"count\">(3 problems)</span>"))
    let a = try #require(page.range(of: "content/a.md <span class=\"count\">(1 problem)</span>"))
    #expect(b.lowerBound < a.lowerBound, "the file with the error comes first")
    #expect(page.occurrences(of: "<h3 ") == 2)
  }

  @Test func aProblemHasItsWordsItsPlaceAndItsLinks() {
    let page = render(
      PreviewSite(
        basePath: "/",
        files: [:],
        problems: [
          PreviewProblem(
            severity: .error, rule: "link/missing-page", message: "no such page", help: "write bladder.md",
            notes: ["it was there on Monday"], place: "content/a.md:12:5", editorURL: "vscode://file/a.md:12:5",
            page: "/a/")
        ]))
    #expect(page.contains("<strong class=\"severity error\">Error:</strong> no such page"))
    #expect(page.contains("<a href=\"vscode://file/a.md:12:5\">Open line 12</a>"))
    #expect(page.contains("<a href=\"/a/\">See the page /a/</a>"))
    #expect(page.contains("<p class=\"help\">Help: write bladder.md</p>"))
    #expect(page.contains("<li>it was there on Monday</li>"))
    #expect(page.contains("<code>link/missing-page</code>"))
  }

  @Test(arguments: [
    ("content/a.md:12:5", "content/a.md", "line 12"), ("content/a.md:12", "content/a.md", "line 12"),
    ("sitegen.yml", "sitegen.yml", "sitegen.yml"), ("content/a:1:2:3", "content/a:1", "line 2"), ("", "", ""),
  ])
  func aPlaceIsSaidInWords(place: String, file: String, spot: String) {
    let page = render(PreviewSite(basePath: "/", files: [:], problems: [problem(.error, place)]))
    #expect(page.contains(">\(file) <span"))
    #expect(page.contains("<p class=\"links\">\(spot) </p>"))
  }

  @Test func draftsAndDueReviewsLinkToPageAndFile() {
    let page = render(
      PreviewSite(
        basePath: "/site/", files: [:],
        listing: PreviewListing(
          title: "Health",
          drafts: [.init(title: "New page", path: "content/new.md")],
          due: [
            .init(title: "Old page", path: "content/old.md", url: "/old/", note: "overdue", editorURL: "vscode://old")
          ])))
    #expect(page.contains("<h1>What is left to do: Health</h1>"))
    #expect(page.contains("<strong>New page</strong>"))
    #expect(page.contains("<p class=\"links\">content/new.md</p>"))
    #expect(page.contains("<strong><a href=\"/old/\">Old page</a></strong>: overdue"))
    #expect(page.contains("<a href=\"vscode://old\">Open content/old.md</a>"))
    #expect(page.contains("<a href=\"/site/\">Open the site</a>"))
    #expect(page.contains("Reviews due (1)") && page.contains("Drafts (1)"))
  }

  @Test func nothingFromTheSiteIsMarkup() {
    let nasty = "<script>\"'&</script>"
    let entry = PreviewListing.Entry(title: nasty, path: nasty, url: nasty, note: nasty, editorURL: nasty)
    let page = render(
      PreviewSite(
        basePath: nasty, files: [:],
        problems: [
          PreviewProblem(
            severity: .error, rule: nasty, message: nasty, help: nasty, notes: [nasty], place: nasty, editorURL: nasty,
            page: nasty)
        ],
        listing: PreviewListing(title: nasty, drafts: [entry], due: [entry])))
    #expect(!page.contains("<script"))
    #expect(!page.contains("\"'&"))
    #expect(page.occurrences(of: "&lt;script&gt;&quot;&#39;&amp;&lt;/script&gt;") == 22)
  }

  @Test func thePageHasNoStyleOrScriptOfItsOwn() {
    let page = render(PreviewSite(basePath: "/", files: [:], problems: [problem(.error, "a:1:1")]))
    #expect(page.hasPrefix("<!doctype html>\n<html lang=\"en\""))
    #expect(page.contains("<link rel=\"stylesheet\" href=\"/.sitegen/preview.css\">"))
    #expect(page.occurrences(of: "<h1>") == 1)
    #expect(page.occurrences(of: "</head>") == 1)
    #expect(!page.contains("<style") && !page.contains(" style=") && !page.contains("<script"))
  }

  private func render(_ site: PreviewSite) -> String { String(decoding: ListingPage.render(site), as: UTF8.self) }

  private func problem(_ severity: PreviewProblem.Severity, _ place: String) -> PreviewProblem {
    PreviewProblem(severity: severity, rule: "a/b", message: "something", place: place)
  }
}

extension String {
  fileprivate func occurrences(of text: String) -> Int { ranges(of: text).count }

  fileprivate func range(of text: String) -> Range<String.Index>? { ranges(of: text).first }
}
