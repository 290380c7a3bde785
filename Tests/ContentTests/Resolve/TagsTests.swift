import TestSupport
import Testing

@testable import Content

struct TagsTests {
  private func tags(_ pages: [String: String], settings: String = "") async throws -> [String] {
    var files = ["sitegen.yml": "title: A\nbaseURL: https://a.org\n" + settings]
    for (path, tags) in pages { files["content/" + path] = page("Title of " + path, "", "tags: [\(tags)]") }
    let resolved = try await ResolvedSite(files)
    return resolved.site.tags.map {
      "\($0.language) \($0.id) '\($0.label)' \($0.address): \(resolved.paths($0.pages).joined(separator: " "))"
    }
  }

  @Test func collectTheirPagesByTitle() async throws {
    #expect(
      try await tags(["b.md": "heart, pain", "a.md": "pain", "c.md": ""]) == [
        "en heart 'Heart' topics/heart/: b.md", "en pain 'Pain' topics/pain/: a.md b.md",
      ])
  }

  @Test(arguments: [
    ("heart-and-breathing", "en heart-and-breathing 'Heart and breathing' topics/heart-and-breathing/: a.md"),
    ("K hole", "en K hole 'K hole' topics/k-hole/: a.md"), ("'2c-b?'", "en 2c-b? '2c b?' topics/2c-b/: a.md"),
    ("élan", "en élan 'Élan' topics/élan/: a.md"), ("боль", "en боль 'Боль' topics/боль/: a.md"),
  ])
  func getALabelAndAnAddress(tag: String, expected: String) async throws {
    #expect(try await tags(["a.md": tag]) == [expected])
  }

  @Test func countAPageOnceThatNamesATagTwice() async throws {
    #expect(try await tags(["a.md": "pain, pain"]) == ["en pain 'Pain' topics/pain/: a.md"])
  }

  @Test func standApartByLanguage() async throws {
    #expect(
      try await tags(
        ["a.md": "pain", "de/a.md": "pain"], settings: "languages: {en: {name: English}, de: {name: Deutsch}}") == [
          "de pain 'Pain' de/topics/pain/: de/a.md", "en pain 'Pain' topics/pain/: a.md",
        ])
  }

  @Test func areNotMadeWhenTheSettingsLeaveThemOut() async throws {
    #expect(try await tags(["a.md": "pain"], settings: "outputs: [feed]") == [])
    #expect(try await tags(["a.md": "pain"], settings: "outputs: [topics]").count == 1)
  }
}
