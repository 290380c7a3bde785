import Testing

@testable import Checks

@Suite struct HiddenEmergencyTests {
  private let card = ":::emergency{title=\"Call an ambulance now if:\"}\n\n- they cannot be woken\n\n:::\n"

  @Test func cardsThatHaveToBeOpenedAreReported() async throws {
    let marked = card.replacing(":::emergency{", with: ":::👉emergency👈{")
    try await findings(of: .hiddenEmergency, ["content/a.md": "::::details{title=More}\n\n\(marked)\n::::\n\n\(card)"])
    try await findings(
      of: .hiddenEmergency,
      [
        "content/a.md": ":::::box\n\n::::callout{title=x}\n\n\(marked)\n::::\n\n:::::\n",
        "templates/directives/box.html": "<details>{{{content}}}</details>\n",
        "templates/directives/callout.html": "<div>{{{content}}}</div>\n",
      ])
    try await findings(
      of: .hiddenEmergency, ["content/a.md": "<details>\n\n\(marked)\n</details>\n\n\(card)"])
  }

  @Test func cardsInTheOpenAreFine() async throws {
    try await findings(
      of: .hiddenEmergency,
      [
        "content/a.md": "::::handout{size=A5}\n\n\(card)\n::::\n\n:::details{title=x}\n\nText.\n\n:::\n\n\(card)",
        "templates/directives/handout.html": "<div class=\"{{attributes.size}}\">{{{content}}}</div>\n",
      ])
  }
}
