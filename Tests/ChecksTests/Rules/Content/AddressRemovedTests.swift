import Content
import Diagnostics
import Testing

@testable import Checks

@Suite struct AddressRemovedTests {
  @Test func addressesThatAreGoneAreReported() async throws {
    let lock = "# Comment\n/\n👉/bladder/👈\n/old/\n👉/über-uns/👈\n/risks/bladder/\n"
    let found = try await findings(
      of: .addressRemoved,
      [
        "urls.lock": lock,
        "content/risks/bladder.md": "---\ntitle: The bladder\naliases: [/old/]\n---\nText.\n",
      ], published: AddressLock.read(Array(lock.replacing("👉", with: "").replacing("👈", with: "").utf8)))
    #expect(
      found.map(\.help) == [
        "give a page this address: `aliases: [/bladder/]` in content/risks/bladder.md",
        "give a page this address: `aliases: [/über-uns/]` in the page that replaces it",
      ])
  }

  @Test func aPageThatIsADraftAgainIsGone() async throws {
    let lock = "👉/bladder/👈\n"
    try await findings(
      of: .addressRemoved,
      ["urls.lock": lock, "content/bladder.md": "---\ntitle: The bladder\nstatus: draft\n---\nText.\n"],
      published: AddressLock.read(Array("/bladder/\n".utf8)))
  }
}
