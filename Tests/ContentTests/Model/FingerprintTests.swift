import Testing

@testable import Content

@Suite struct FingerprintTests {
  private func fingerprint(_ source: String) -> String {
    let (page, _) = PageParser(settings: .plain).parse(Array(source.utf8), path: "content/a.md")
    return Fingerprint.of(page, source: Array(source.utf8))
  }

  /// `printf 'Bladder\n\nText.\n' | sha256sum`, as docs/authoring.md says.
  @Test func isWhatTheDocumentationSays() {
    #expect(
      fingerprint("---\ntitle: Bladder\n---\nText.\n")
        == "sha256:460dfc065940a7a2fdc7d8ba0da65d3e3d9f45997b794c4401e3f0018f8538e1")
    #expect(
      fingerprint("---\ntitle: Bladder\ndescription: The signs.\n---\nText.\n")
        == "sha256:7e796267349febd4d4b6b9ace7ab504d69bba14443f4c7404fd5609608a86dea")
  }

  @Test func howTheFrontMatterIsWrittenDoesNotCount() {
    let plain = fingerprint("---\ntitle: Bladder\n---\nText.\n")
    #expect(
      fingerprint("---\ntags: [a]\ntitle: \"Bladder\" # x\nreview: {state: compiled, on: 2026-01-01}\n---\nText.\n")
        == plain)
    #expect(fingerprint("---\ntitle: Bladder\n---\n\nText.\n") != plain)
  }

  @Test func knowsWhatAFingerprintIs() {
    #expect(Fingerprint.isOne("sha256:" + String(repeating: "0a", count: 32)))
    for text in ["", "sha256:", "sha256:" + String(repeating: "0A", count: 32), String(repeating: "0a", count: 32)] {
      #expect(!Fingerprint.isOne(text))
    }
  }
}
