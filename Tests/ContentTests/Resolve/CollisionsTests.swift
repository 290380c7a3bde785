import TestSupport
import Testing

@testable import Content

struct CollisionsTests {
  /// `address: file of the first, file of the second`, in the order in which they are found.
  private func collisions(_ files: [String: String], settings: String = "outputs: []") async throws -> [String] {
    var files = files
    files["sitegen.yml"] = "title: A\nbaseURL: https://a.org\n" + settings
    return try await ResolvedSite(files).site.collisions.map {
      "\($0.address): \($0.first.file), \($0.second.file)\($0.isAlias ? " (alias)" : "")"
    }
  }

  @Test func areNoneWhenEveryAddressIsTakenOnce() async throws {
    #expect(
      try await collisions([
        "content/index.md": page("A"), "content/a.md": page("A"), "content/a/b.md": page("B"), "content/a/c.svg": "",
        "content/x.md": page("X", "", "aliases: [/old/, /old.html, /a/old/]"),
      ]) == [])
  }

  @Test func namePagesOfOneAddress() async throws {
    #expect(
      try await collisions(["content/a.md": page("A"), "content/a/index.md": page("B")])
        == ["a/: content/a.md, content/a/index.md"])
  }

  @Test(arguments: [("A.md", "a.md"), ("É.md", "é.md"), ("s/X.md", "S/x.md")])
  func countAddressesThatDifferInCaseOnly(first: String, second: String) async throws {
    #expect(
      try await collisions(["content/" + first: page("A"), "content/" + second: page("B")]).count == 1)
  }

  @Test func nameFilesThatStandWhereAPageDoes() async throws {
    #expect(
      try await collisions(["content/a.md": page("A"), "content/a/index.html": "x", "content/index.html": "x"])
        == ["a/index.html: content/a.md, content/a/index.html"])
    #expect(
      try await collisions(["content/index.md": page("A"), "content/INDEX.html": "x"])
        == ["INDEX.html: content/index.md, content/INDEX.html"])
  }

  @Test func nameAFileThatAFolderHasTheNameOf() async throws {
    #expect(
      try await collisions(["content/a.md": page("A"), "content/a": "x"]) == ["a: content/a.md, content/a"])
    #expect(
      try await collisions(["content/b/c/d.md": page("A"), "content/B/c": "x"])
        == ["B/c: content/b/c/d.md, content/B/c"])
    #expect(
      try await collisions(["content/x": "x", "content/y.md": page("Y", "", "aliases: [/x/y/]")])
        == ["x/y/: content/x, content/y.md (alias)"])
  }

  @Test func nameAliasesThatHideAPageOrEachOther() async throws {
    #expect(
      try await collisions([
        "content/a.md": page("A", "", "aliases: [/b, /c/, /C/index.html]"),
        "content/b.md": page("B", "", "aliases: [/c]"),
      ]) == [
        "b/: content/b.md, content/a.md (alias)", "C/index.html: content/a.md, content/a.md (alias)",
        "c/: content/a.md, content/b.md (alias)",
      ])
  }

  @Test func namePagesThatStandWhereSitegenPutsItsOwn() async throws {
    let found = try await collisions(
      [
        "content/a-z.md": page("A"), "content/404.html": "x", "content/topics/index.md": page("T", "", "tags: [pain]"),
        "content/topics/pain.md": page("P"),
      ], settings: "")
    #expect(
      found == [
        "a-z/: sitegen's A to Z, content/a-z.md", "topics/: sitegen's list of topics, content/topics/index.md",
        "topics/pain/: content/topics/index.md, content/topics/pain.md",
        "404.html: sitegen's page for what is not found, content/404.html",
      ])
  }

  @Test func nameTagsOfOneAddress() async throws {
    #expect(
      try await collisions(
        ["content/a.md": page("A", "", "tags: [K hole]"), "content/b.md": page("B", "", "tags: [k-hole]")],
        settings: "outputs: [topics]") == ["topics/k-hole/: content/a.md, content/b.md"])
  }

  @Test func keepTheManifestForSitegen() async throws {
    #expect(
      try await collisions(["content/index.md": page("A"), "content/Manifest.SHA256": ""])
        == ["Manifest.SHA256: sitegen's list of files, content/Manifest.SHA256"])
  }
}
