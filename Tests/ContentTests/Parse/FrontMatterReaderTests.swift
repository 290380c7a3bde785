import Diagnostics
import Testing

@testable import Content

struct FrontMatterReaderTests {
  private func read(
    _ yaml: String, fields: [String: Settings.FieldKind] = [:]
  ) -> (matter: FrontMatter, problems: [Diagnostic]) {
    var (node, problems) = YAML.read(yaml.utf8, file: "a.md")
    let matter = FrontMatterReader(path: "a.md", extra: fields).read(node, &problems)
    if node == nil { problems.append(Diagnostic("test/unread", at: SourceLocation(file: "a.md"), "not read")) }
    return (matter, problems)
  }

  private func problems(_ yaml: String) -> [String] {
    read("title: A\n" + yaml).problems.map { "\($0.rule): \($0.message)" }
  }

  @Test func readsEveryField() throws {
    let (matter, problems) = read(
      """
      title: Bladder
      description: What to watch for.
      order: -3
      status: draft
      aliases: [/old/, /older/page.html]
      tags: [bladder, "2"]
      audience: [families]
      exit: true
      warning: [suicide]
      searchTerms: [wee hurts]
      review: {state: reviewed, on: 2026-11-21, due: 2027-11-21, by: Dr A, role: Urologist, content: "sha256:0"}
      """)
    #expect(problems.isEmpty)
    #expect(matter.title.text == "Bladder")
    #expect(matter.description?.text == "What to watch for.")
    #expect(matter.order == -3)
    #expect(matter.status == .draft)
    #expect(matter.aliases.map(\.text) == ["/old/", "/older/page.html"])
    #expect(matter.tags.map(\.text) == ["bladder", "2"])
    #expect(matter.audience.map(\.text) == ["families"])
    #expect(matter.exit)
    #expect(matter.warning.map(\.text) == ["suicide"])
    #expect(matter.searchTerms.map(\.text) == ["wee hurts"])
    let review = try #require(matter.review)
    #expect(review.state == .reviewed)
    #expect(review.on == CalendarDay("2026-11-21"))
    #expect(review.due == CalendarDay("2027-11-21"))
    #expect([review.by, review.role, review.content] == ["Dr A", "Urologist", "sha256:0"])
    #expect(review.location.line == 11)
  }

  @Test func needsATitleOnly() {
    let (matter, problems) = read("title: A")
    #expect(problems.isEmpty)
    #expect(matter.description == nil && matter.order == nil && matter.review == nil)
    #expect(matter.status == .published && !matter.exit)
    #expect(matter.aliases.isEmpty && matter.tags.isEmpty && matter.searchTerms.isEmpty)
  }

  @Test(arguments: ["", "# nothing", "order: 1", "title:", "title: ' '", "title: [a]"])
  func namesAPageWithoutATitleAfterItsFile(yaml: String) {
    let (matter, problems) = read(yaml)
    #expect(matter.title.text == "a.md")
    #expect(problems.count == 1)
  }

  @Test func reportsAMisspeltTitleOnce() {
    let (_, problems) = read("titel: A")
    #expect(problems.map(\.rule) == ["data/unknown-key"])
    #expect(problems.first?.help == "the nearest is `title`")
  }

  @Test(arguments: [
    ("zzzzzz: 1", "data/unknown-key: the front matter has no key `zzzzzz`"),
    ("order: first", "data/wrong-type: `order` takes a whole number, this is 'first'"),
    ("order: 1.5", "data/wrong-type: `order` takes a whole number, this is '1.5'"),
    ("exit: yes", "data/wrong-type: `exit` takes true or false, this is 'yes'"),
    ("tags: bladder", "data/wrong-type: `tags` takes a list of words, this is a text"),
    ("tags: [[a]]", "data/wrong-type: `tags` takes a list of words, this item is a list"),
    ("aliases: /old/", "data/wrong-type: `aliases` takes a list of addresses, this is a text"),
    ("description: [a]", "data/wrong-type: `description` takes a text, this is a list"),
    ("status: drafts", "data/wrong-type: `status` cannot be 'drafts'"),
    ("status: Draft", "data/wrong-type: `status` cannot be 'Draft'"),
    ("review: soon", "data/wrong-type: `review` takes keys with values, this is a text"),
    ("review:", "data/missing-key: review has no `state`"),
    ("review: {state: compiled}", "data/missing-key: review has no `on`"),
    ("review: {state: signed, on: 2026-11-21}", "data/wrong-type: `state` cannot be 'signed'"),
    ("review: {state: compiled, on: 2026-02-30}", "data/wrong-type: the calendar has no day 2026-02-30"),
    ("review: {state: compiled, on: 2026-11-21, until: 2027-01-01}", "data/unknown-key: review has no key `until`"),
    ("review: {state: reviewed, on: 2026-11-21}", "review/no-reviewer: a reviewed page names its reviewer"),
    (
      "review: {state: compiled, on: 2026-11-21, due: 2026-11-20}",
      "review/due-before-review: the next review is due before the last one"
    ),
  ])
  func reportsWhatDoesNotFitOnce(yaml: String, expected: String) { #expect(problems(yaml) == [expected]) }

  @Test func takesAReviewThatIsDueOnTheSameDay() {
    #expect(problems("review: {state: compiled, on: 2026-11-21, due: 2026-11-21}") == [])
  }

  @Test func suggestsTheNearestStatusOrListsAll() {
    #expect(read("title: A\nstatus: drafts").problems.first?.help == "did you mean 'draft'")
    #expect(read("title: A\nstatus: zzz").problems.first?.help == "it is one of: draft, published")
  }

  @Test func publishesAPageWhoseStatusIsWrong() { #expect(read("title: A\nstatus: zzz").matter.status == .published) }

  @Test(arguments: ["/old/", "/old", "/old/page.html", "/über-uns/", "/a/b/c/", "/a.b/", "/..a/"])
  func takesFormerAddresses(alias: String) {
    let (matter, problems) = read("title: A\naliases: ['\(alias)']")
    #expect(problems.isEmpty)
    #expect(matter.aliases.map(\.text) == [alias])
  }

  @Test(arguments: [
    "", "/", "old/", "https://example.org/old/", "//old/", "/a//b/", "/a b/", "/a?b", "/a#b", "/a\\b", "/a%20b", "/a<b",
    "/../a", "/a/..", "/./a", "/.",
  ])
  func refusesWhatIsNoFormerAddress(alias: String) {
    let (matter, problems) = read("title: A\naliases: [\"\(alias.replacing("\\", with: "\\\\"))\", /good/]")
    #expect(problems.map(\.rule) == ["content/alias-syntax"])
    #expect(matter.aliases.map(\.text) == ["/good/"])
  }

  @Test(arguments: ["!", " ", "- _", "…"])
  func refusesATagWithoutLettersOrDigits(tag: String) {
    let (matter, problems) = read("title: A\ntags: ['\(tag)', ok]")
    #expect(problems.map(\.rule) == ["content/tag-syntax"])
    #expect(matter.tags.map(\.text) == ["ok"])
  }

  @Test func readsFieldsThatTheSettingsAdd() {
    let kinds: [String: Settings.FieldKind] = [
      "subtitle": .text, "minutes": .number, "wide": .flag, "date": .date, "editors": .list, "unused": .text,
    ]
    let (matter, problems) = read(
      "title: A\nsubtitle: B\nminutes: 5\nwide: false\ndate: 2026-11-21\neditors: [C]", fields: kinds)
    #expect(problems.isEmpty)
    #expect(matter.fields.map(\.key) == ["subtitle", "minutes", "wide", "date", "editors"])
  }

  @Test(arguments: [
    (Settings.FieldKind.text, "[a]", "a text"), (.number, "x", "a whole number"), (.flag, "1", "true or false"),
    (.date, "2026", "a date such as 2026-11-21"), (.list, "a", "a list of words"), (.text, "", "a text"),
  ])
  func reportsAnAddedFieldOfTheWrongKind(kind: Settings.FieldKind, value: String, wanted: String) throws {
    let (matter, problems) = read("title: A\nextra: \(value)", fields: ["extra": kind])
    #expect(matter.fields.isEmpty)
    #expect(problems.map(\.rule) == ["data/wrong-type"])
    #expect(try #require(problems.first).message.hasPrefix("`extra` takes \(wanted), this is"))
  }

  @Test func suggestsAddedFieldsToo() {
    #expect(
      read("title: A\nsubtitel: B", fields: ["subtitle": .text]).problems.first?.help == "the nearest is `subtitle`")
  }
}
