import Diagnostics
import Testing

@testable import Checks

@Suite struct LowContrastTests {
  private func check(_ css: String) async throws -> [String] {
    try await findings(of: .lowContrast, ["templates/assets/style.css": css]).map(\.message)
  }

  @Test func pairsOfOneRuleAreFound() async throws {
    let found = try await check(".note {\n  background: #fff; /* é */ color: 👉#777👈;\n}")
    #expect(
      found == ["this text has a contrast of 4.4 to 1 in light colours, and needs 7"])
    _ = try await check("a { background: #FFFFFF; color: rgb(60 60 60) } b { background: white; color: black }")
    _ = try await check("a { color: 👉hsl(0, 0%, 60%)👈 } b { color: 👉oklch(70% 0 0)👈 } i { color: 👉rgba(0,0,0,.4)👈 }")
  }

  @Test func whatIsReadableForMostIsAWarning() async throws {
    for (color, severity) in [("#777", Severity.error), ("#666", .warning)] {
      let found = try await findings(
        of: .lowContrast, ["templates/assets/style.css": "body { background: #fff; color: 👉\(color)👈 }"])
      #expect(found.map(\.severity) == [severity])
    }
  }

  @Test func thePagesColoursStandInForWhatIsMissing() async throws {
    _ = try await check(
      "body { background: #222; color: #fff } .dim { color: 👉#888👈 !important } .box { background: 👉#eee👈 }")
  }

  @Test func variablesAndSchemesAreFilledIn() async throws {
    let found = try await check(
      """
      :root { color-scheme: light dark; --paper: #fff; --ink: #111; --soft: #444 }
      @media screen and (prefers-color-scheme: dark) { :root { --paper: #111; --ink: #eee } }
      body { background: var(--paper); color: var(--ink) }
      .soft { color: 👉var(--soft, red)👈 }
      .other { color: 👉light-dark(#222, #333)👈 }
      """)
    #expect(found.allSatisfy { $0.contains("in dark colours") })
  }

  @Test func paperHasColoursOfItsOwn() async throws {
    let found = try await check(
      """
      .call { background: #084b52; color: #fff } .call:visited { color: 👉#fff👈 }
      @media print { .call { background: none; color: #000 } }
      """)
    #expect(found.first?.contains("on paper") == true)
    _ = try await check(
      """
      .call { background: #084b52; color: #fff } .call:visited { color: #fff }
      @media print { .call, .call:visited { background: none; color: #000 } }
      """)
  }

  @Test func aVariableOfSomeElementsCanBeAnyOfTheirs() async throws {
    _ = try await check(
      """
      .care { --tone: #174a74 } .urgent { --tone: #ffb000 }
      .care > :first-child { background: var(--tone); color: 👉#fff👈 }
      """)
  }

  @Test func largeTextAndLinesNeedLess() async throws {
    _ = try await check(
      """
      h1 { font-size: 2rem; color: #666 } h2 { font: 700 1.25rem/1.3 serif; color: #666 }
      h3 { font-size: 1.25rem; color: 👉#666👈 }
      :focus-visible { outline: 3px solid 👉#ccc👈 } a:focus { outline: 2px solid #777 } button { border: 1px solid 👉#ddd👈 }
      hr { border: 1px solid #eee }
      """)
  }

  @Test func boxesWithColouredPartsAndPicturesAreLeftAlone() async throws {
    _ = try await check(
      """
      .help { background: #103c41 } .help a { background: #fff; color: #103c41 } .help .exit { background: none; color: #fff }
      .photo { background: url(/a.png); color: #fff } .gone { display: none; color: #fff } a { color: inherit }
      @media (forced-colors: active) { a { color: #fff } } @font-face { color: #fff }
      """)
  }
}
