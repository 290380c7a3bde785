import Diagnostics
import Testing

@testable import Content

struct SettingsReaderTests {
  private func read(_ yaml: String..., baseURL: String? = nil) -> (settings: Settings?, problems: [Diagnostic]) {
    SettingsReader.read(
      yaml.enumerated().map { ("\($0 + 1).yml", Array($1.utf8)) }, baseURL: baseURL)
  }

  private func problems(_ yaml: String) -> [String] {
    read("title: A\nbaseURL: https://a.org/\n" + yaml).problems.map { "\($0.rule): \($0.message)" }
  }

  @Test func needsATitleAndAnAddressOnly() throws {
    let (found, problems) = read("title: A\nbaseURL: https://a.org/")
    let settings = try #require(found)
    #expect(problems.isEmpty)
    #expect(settings.title == "A" && settings.description == "")
    #expect(settings.baseURL.absolute == "https://a.org/")
    #expect(settings.languages.map(\.tag) == ["en"])
    #expect(settings.languages.map(\.direction) == ["ltr"])
    #expect(settings.navigation.isEmpty && settings.rawHTML.isEmpty && settings.fields.isEmpty)
    #expect(settings.helpPage == nil && settings.exitURL == nil && settings.outputs == nil)
    #expect(settings.feedLength == 20)
  }

  @Test func readsEveryKey() throws {
    let (found, problems) = read(
      """
      title: A
      description: B
      baseURL: https://a.org/b/
      languages:
        en: {name: English}
        ar: {name: العربية, direction: rtl}
        pt-BR: {name: Português}
      navigation: [risks, help/emergency]
      helpPage: help/emergency.md
      exitURL: https://example.com/
      fields: {subtitle: text, minutes: number, wide: flag, date: date, editors: list}
      rawHTML: [demo.md]
      outputs: [feed]
      feedLength: 5
      """)
    let settings = try #require(found)
    #expect(problems.isEmpty)
    #expect(settings.description == "B")
    #expect(
      settings.languages.map { "\($0.tag) \($0.name) \($0.direction)" }
        == ["en English ltr", "ar العربية rtl", "pt-BR Português ltr"])
    #expect(settings.defaultLanguage.tag == "en")
    #expect(settings.navigation.map(\.text) == ["risks", "help/emergency"])
    #expect(settings.helpPage?.text == "help/emergency.md")
    #expect(settings.helpPage?.location.line == 9)
    #expect(settings.exitURL == "https://example.com/")
    #expect(
      settings.fields == ["subtitle": .text, "minutes": .number, "wide": .flag, "date": .date, "editors": .list])
    #expect(settings.rawHTML.map(\.text) == ["demo.md"])
    #expect(settings.outputs?.map(\.text) == ["feed"])
    #expect(settings.feedLength == 5)
  }

  @Test func reportsAllThatIsMissingAtOnce() {
    let (settings, problems) = read("description: A")
    #expect(settings == nil)
    #expect(problems.map(\.message) == ["1.yml has no `title`", "1.yml has no `baseURL`"])
  }

  @Test(arguments: ["", "# nothing", "\n"])
  func readsAnEmptyFileAsOneWithoutKeys(yaml: String) {
    #expect(read(yaml).problems.map(\.rule) == ["data/missing-key", "data/missing-key"])
  }

  @Test(arguments: [
    ("zzzzzz: 1", "data/unknown-key: 1.yml has no key `zzzzzz`"),
    ("navigation: risks", "data/wrong-type: `navigation` takes a list of sections and pages, this is a text"),
    ("feedLength: many", "data/wrong-type: `feedLength` takes a whole number, this is 'many'"),
    ("outputs: feed", "data/wrong-type: `outputs` takes a list of words, this is a text"),
    ("languages: [en]", "data/wrong-type: `languages` takes keys with values, this is a list"),
    ("languages: {en: English}", "data/wrong-type: `language` takes keys with values, this is a text"),
    ("languages: {en: {}}", "data/missing-key: language has no `name`"),
    ("languages: {en: {name: E, direction: up}}", "data/wrong-type: `direction` is ltr or rtl"),
    ("languages: {en: {name: E, dir: ltr}}", "data/unknown-key: language has no key `dir`"),
    ("fields: [a]", "data/wrong-type: `fields` takes keys with values, this is a list"),
    ("fields: {a: words}", "data/wrong-type: `a` cannot be 'words'"),
    ("fields: {a: [text]}", "data/wrong-type: `a` takes a text, this is a list"),
    ("fields: {title: number}", "settings/field-name: every page has a `title` already"),
  ])
  func reportsWhatDoesNotFitOnce(yaml: String, expected: String) { #expect(problems(yaml) == [expected]) }

  @Test(arguments: ["fields:", "languages:", "fields: {}", "languages: {}"])
  func takesAnEmptyGroupAsNone(yaml: String) { #expect(problems(yaml) == []) }

  @Test(arguments: ["e", "../en", "en/x", "en_GB", "en-", "-en", "en--GB", "englishes", "en-toolonger", "é1"])
  func refusesALanguageWhoseFolderWouldNotBeItsTag(tag: String) {
    #expect(
      problems("languages: {'\(tag)': {name: X}}") == [
        "settings/language-tag: a language is named by its tag, such as en or pt-BR"
      ])
  }

  @Test func makesNoFeedOfANegativeLength() {
    #expect(read("title: A\nbaseURL: https://a.org\nfeedLength: -5").settings?.feedLength == 0)
  }

  // MARK: Several files

  @Test func takesAKeyFromTheLastFileThatHasIt() throws {
    let (found, problems) = read(
      "title: A\nbaseURL: https://a.org\ndescription: first", "title: B\nlanguages: {de: {name: Deutsch}}",
      "title: C\n")
    let settings = try #require(found)
    #expect(problems.isEmpty)
    #expect(settings.title == "C")
    #expect(settings.description == "first")
    #expect(settings.baseURL.absolute == "https://a.org/")
    #expect(settings.languages.map(\.tag) == ["de"])
  }

  @Test func saysNothingOfWhatAnUnreadableFileMayHold() {
    let (settings, problems) = read("title: [", "description: A")
    #expect(settings == nil)
    #expect(problems.map(\.rule) == ["data/yaml-syntax"])
  }

  @Test func reportsAFileThatIsNoGroupOfKeys() {
    #expect(read("[title]").problems.map(\.message) == ["`1.yml` takes keys with values, this is a list"])
  }

  // MARK: An address given with the command

  @Test func takesTheAddressOfTheCommandOverThatOfTheFile() {
    let (settings, problems) = read("title: A\nbaseURL: nonsense", baseURL: "http://localhost:8080/x")
    #expect(problems.isEmpty)
    #expect(settings?.baseURL.absolute == "http://localhost:8080/x/")
    #expect(read("title: A", baseURL: "https://a.org").settings != nil)
  }

  @Test func saysWhichAddressIsWrong() {
    let inFile = read("title: A\nbaseURL: a.org").problems
    #expect(inFile.map(\.rule) == ["settings/base-url"])
    #expect(inFile.map(\.location) == [SourceLocation(file: "1.yml", line: 2, column: 10, length: 5)])
    #expect(inFile.flatMap(\.notes).isEmpty)
    let inCommand = read("title: A\nbaseURL: https://a.org", baseURL: "a.org").problems
    #expect(inCommand.map(\.location) == [SourceLocation(file: "1.yml")])
    #expect(inCommand.flatMap(\.notes).map(\.message) == ["it was given with the command, not in the file"])
  }
}
