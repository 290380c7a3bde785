import Content
import Hashing
import TestSupport
import Testing

@testable import Outputs

struct AssetsTests {
  private func assets(_ files: [String: String]) -> Assets {
    Assets(SourceTree(Dictionary(uniqueKeysWithValues: files.map { ("templates/assets/" + $0, $1) })), base: "/k/")
  }

  private func read(_ files: [String: String]) -> (addresses: [String: String], texts: [String: String]) {
    let assets = assets(files)
    #expect(assets.diagnostics.isEmpty)
    var texts: [String: String] = [:]
    for file in assets.files {
      var out: [UInt8] = []
      if case .made(let write) = file.content { _ = write(&out) }
      texts[file.path] = String(decoding: out, as: UTF8.self)
    }
    return (assets.addresses, texts)
  }

  private func text(of name: String, _ files: [String: String]) throws -> String {
    let (addresses, texts) = read(files)
    let address = try #require(addresses[name])
    return try #require(texts[address])
  }

  @Test func getAPartOfTheirHashIntoTheirName() throws {
    let hash = SHA256.hex(Array("<svg/>".utf8)).prefix(10)
    #expect(read(["icon.svg": "<svg/>"]).addresses == ["icon.svg": "assets/icon.\(hash).svg"])
    #expect(read(["a/b.min.js": "<svg/>"]).addresses == ["a/b.min.js": "assets/a/b.min.\(hash).js"])
    #expect(read(["a.b/LICENSE": "<svg/>"]).addresses == ["a.b/LICENSE": "assets/a.b/LICENSE.\(hash)"])
  }

  @Test func getAnotherNameWhenTheirBytesChange() {
    #expect(read(["a.txt": "one"]).addresses != read(["a.txt": "two"]).addresses)
    #expect(read(["a.txt": "one"]).addresses == read(["a.txt": "one"]).addresses)
  }

  @Test func aStyleSheetGetsAnotherNameWhenAPictureInItChanges() {
    let css = "a{background:url(i.svg)}"
    #expect(
      read(["s.css": css, "i.svg": "<svg/>"]).addresses["s.css"]
        != read(["s.css": css, "i.svg": "<svg />"]).addresses["s.css"])
  }

  @Test func styleSheetsAreMinifiedAndOtherFilesAreNot() throws {
    let files = ["s.css": "a { color : red ; }\n", "s.js": "let  a = 1 // x\n"]
    #expect(try text(of: "s.css", files) == "a{color:red}")
    #expect(try text(of: "s.js", files) == "let  a = 1 // x\n")
  }

  @Test(arguments: [
    ("s.css", "url(i.svg)", "i.svg", "url(", ")"), ("s.css", "url(\"i.svg\")", "i.svg", "url(", ")"),
    ("s.css", "url( 'i.svg' )", "i.svg", "url(", ")"), ("s.css", "url(./i.svg)", "i.svg", "url(", ")"),
    ("s.css", "url(img/i.svg#arrow)", "img/i.svg", "url(", "#arrow)"),
    ("css/s.css", "url(../i.svg)", "i.svg", "url(../", ")"),
    ("css/s.css", "url(i.svg)", "css/i.svg", "url(../", ")"),
    ("a/b/s.css", "url(../../x/i.svg)", "x/i.svg", "url(../../", ")"),
  ])
  func addressesInStyleSheetsStartFromTheirFolder(
    sheet: String, written: String, picture: String, before: String, after: String
  ) throws {
    let files = [sheet: "a{b:\(written)}", picture: "<svg/>"]
    let address = try #require(read(files).addresses[picture]).dropFirst("assets/".count)
    #expect(try text(of: sheet, files) == "a{b:\(before)\(address)\(after)}")
  }

  @Test func addressesWithSpacesAreEncoded() throws {
    let files = ["s.css": "a{b:url('my icon.svg')}", "my icon.svg": "<svg/>"]
    #expect(try text(of: "s.css", files).hasPrefix("a{b:url(my%20icon."))
  }

  @Test(arguments: [
    "url(https://example.org/i.svg)", "url(data:image/png;base64,AA==)", "url(other.svg)", "url(../i.svg)",
    "url(#id)", "url()", "\"url(\"",
  ])
  func otherAddressesStayAsTheyAre(written: String) throws {
    #expect(try text(of: "s.css", ["s.css": "a{b:\(written)}", "i.svg": "<svg/>"]) == "a{b:\(written)}")
  }

  @Test func hiddenFilesAreLeftOut() { #expect(read([".a.css": "", "b/.c/d.css": ""]).addresses.isEmpty) }

  @Test func aFileThatCannotBeReadIsReported() {
    let tree = SourceTree(paths: ["templates/assets/a.css"]) { (path) throws(SourceTree.ReadError) in
      throw SourceTree.ReadError(reason: "permission denied")
    }
    let assets = Assets(tree, base: "/")
    #expect(assets.diagnostics.map(\.rule) == ["input/unreadable"])
    #expect(assets.files.isEmpty)
  }

  @Test func theCriticalStyleSheetIsForPagesAndNoFile() {
    let assets = assets(["critical.css": "a { color : red }", "sub/critical.css": "a{}", "style.css": "b{}"])
    #expect(String(decoding: assets.criticalStyle, as: UTF8.self) == "a{color:red}")
    #expect(assets.addresses.keys.sorted() == ["style.css", "sub/critical.css"])
    #expect(assets.files.count == 2)
  }

  @Test func addressesInTheCriticalStyleSheetWorkOnEveryPage() {
    let assets = assets(["critical.css": "a{b:url(i.svg)}", "i.svg": "<svg/>"])
    let hash = SHA256.hex(Array("<svg/>".utf8)).prefix(10)
    #expect(String(decoding: assets.criticalStyle, as: UTF8.self) == "a{b:url(/k/assets/i.\(hash).svg)}")
  }

  @Test func everyPageHoldsTheCriticalStyleSheetAndItsPolicyAllowsJustThat() async throws {
    let files = [
      "sitegen.yml": "title: A\nbaseURL: https://a.org/k/\noutputs: []", "content/index.md": page("Home"),
      "templates/assets/critical.css": "a { color: red }", "templates/layouts/page.html": "{{csp}}|{{{critical}}}",
    ]
    // printf 'a{color:red}' | openssl dgst -sha256 -binary | base64
    let source = "&#39;sha256-6hWWMOcF+mJesSJGYhmK2lkIIEw9Xc5XKGLPVzh8yxs=&#39;"
    #expect(
      try await RenderedSite(files).text("index.html")
        == "default-src &#39;none&#39;; img-src &#39;self&#39;; style-src \(source); base-uri &#39;none&#39;; "
        + "form-action &#39;none&#39;|<style>a{color:red}</style>")
    let without = files.filter { $0.key != "templates/assets/critical.css" }
    #expect(try await RenderedSite(without).text("index.html").hasSuffix("|"))
  }

  @Test func templatesNameThemByFolderNameAndEnding() async throws {
    let site = try await RenderedSite([
      "sitegen.yml": "title: A\nbaseURL: https://a.org/k/\noutputs: []", "templates/assets/style.css": "a{}",
      "templates/assets/img/x.min.svg": "<svg/>", "content/index.md": page("Home"),
      "templates/layouts/page.html": "{{assets.style.css}} {{assets.img.x.min.svg}}",
    ])
    let hashes = ["a{}", "<svg/>"].map { SHA256.hex(Array($0.utf8)).prefix(10) }
    #expect(try site.text("index.html") == "/k/assets/style.\(hashes[0]).css /k/assets/img/x.min.\(hashes[1]).svg")
    #expect(site.paths.contains("assets/style.\(hashes[0]).css"))
  }
}
