import Preview
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Two listings as files, for the tests in a browser, which have no other way to get them. `make golden` rewrites them.
@Suite struct ListingExampleTests {
  private static let folder =
    "/" + #filePath.split(separator: "/").dropLast(2).joined(separator: "/") + "/BrowserTests/Listings/"
  private static let isUpdating = getenv("SITEGEN_UPDATE_GOLDEN").map { String(cString: $0) == "1" } ?? false

  @Test(arguments: ["full.html", "empty.html"])
  func theFileIsWhatIsRendered(name: String) throws {
    let bytes = ListingPage.render(name == "full.html" ? Self.full : Self.empty)
    let file = try #require(fopen(Self.folder + name, Self.isUpdating ? "w" : "r"))
    defer { fclose(file) }
    if Self.isUpdating {
      #expect(fwrite(bytes, 1, bytes.count, file) == bytes.count)
      return
    }
    var expected = [UInt8](repeating: 0, count: 1 << 16)
    expected.removeLast(expected.count - fread(&expected, 1, expected.count, file))
    #expect(bytes == expected, "'\(name)' is not what is rendered; `make golden` rewrites it")
  }

  private static let empty = PreviewSite(
    basePath: "/", files: [:], listing: PreviewListing(title: "Ketamine information"))

  private static let full = PreviewSite(
    basePath: "/", files: [:],
    problems: [
      PreviewProblem(
        severity: .error, rule: "link/missing-page", message: "there is no page 'content/risks/blader.md'",
        help: "did you mean 'bladder.md'?", place: "content/risks/bladder.md:12:5",
        editorURL: "vscode://file/site/content/risks/bladder.md:12:5", page: "/risks/bladder/"),
      PreviewProblem(
        severity: .warning, rule: "language/long-sentence", message: "this sentence has 34 words",
        help: "make two of it, each with one thought", notes: ["readers lose the thread after about 20"],
        place: "content/risks/bladder.md:40:1", page: "/risks/bladder/"),
      PreviewProblem(
        severity: .info, rule: "template/unused-string", message: "no template uses this text",
        place: "templates/strings/en.yml:14:1", editorURL: "vscode://file/site/templates/strings/en.yml:14:1"),
    ],
    isChecking: true,
    listing: PreviewListing(
      title: "Ketamine information", drafts: [.init(title: "Ketamine and sleep", path: "content/research/sleep.md")],
      due: [
        .init(
          title: "Emergency help", path: "content/help/emergency.md", url: "/help/emergency/",
          note: "due on 2026-12-01",
          editorURL: "vscode://file/site/content/help/emergency.md")
      ]))
}
