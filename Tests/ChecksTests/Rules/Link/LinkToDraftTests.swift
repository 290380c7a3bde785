import Diagnostics
import Testing

@testable import Checks

@Suite struct LinkToDraftTests {
  private let draft = "---\ntitle: Draft\nstatus: draft\n---\nText.\n"

  @Test func linksToADraftAreReported() async throws {
    try await findings(
      of: .linkToDraft,
      ["content/wip.md": draft, "content/a/b.md": "See 👉[this](../wip.md)👈 and\n👉[that *part*](../wip.md#part)👈.\n"])
  }

  @Test func linksToADraftAreFineWhereDraftsAreBuilt() async throws {
    try await findings(
      of: .linkToDraft, ["content/wip.md": draft, "content/a.md": "See [this](wip.md).\n"], drafts: true)
  }
}
