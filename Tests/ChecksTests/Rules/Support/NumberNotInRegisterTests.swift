import Diagnostics
import Testing

@testable import Checks

@Suite struct NumberNotInRegisterTests {
  private static let files = [
    "content/data/support-lines.yml": Check.registerEntry(),
    "content/data/words/en/dialling.yml": "[call, ring, dial, phone, text, tel]\n",
  ]

  @discardableResult
  private func found(_ text: String) async throws -> [Diagnostic] {
    try await findings(of: .numberNotInRegister, Self.files.merging(["content/a.md": text + "\n"]) { $1 })
  }

  @Test(arguments: [
    "Call the service on 👉0800 496 0123👈.", "Their number is 👉+44 20 7946 0018👈, day and night.",
    "Ring 👉(02) 5550 1234👈 or 👉020 7946 0018👈.", "In the US: 👉1-800-555-0199👈.", "See 👉212-555-0123👈!",
    "👉1-800-555-HELP👈 is free", "Call 👉911👈 now.", "dial 👉999👈 immediately", "Text SHOUT to 👉60777👈.",
    "Call or text 👉988👈 at any hour.", "Phone 👉555 0123👈 after six", "Tel: 👉01632 960 123👈",
    "Call 👉+44 (0)20 7946 0018👈.", "Freephone 👉1800 555 019👈 in Ireland", "**Call 👉112👈**, then wait",
    "Call\u{A0}👉0800\u{A0}496\u{A0}0123👈", "call (👉0800 496 0123👈)", "Rufen Sie 👉0800 496 0 123👈 an – Ärztin",
    "The helpline, 👉0800-496-0123👈, is free.", "Text or call 👉9-8-8👈, or call 👉9-1-1👈.", "Ring 👉08.00.49.60.12👈.",
    "call “👉0800 496 0123👈”",
  ])
  func numbersThatNobodyKeepsAreReported(_ text: String) async throws { try await found(text) }

  @Test func placesAreExactInEveryConstruct() async throws {
    try await found(
      """
      ## Élan: ring 👉0800 496 0123👈

      Ünïcödé &amp; *emphasis*, then a second
      line \\* with 👉0800 496 0124👈 in it.

      - item **👉0800 496 0125👈**
      - [call 👉0800 496 0126👈](https://example.org/)

      > Quote: call 👉999👈

      | Who | Number |
      |---|---|
      | Crew | 👉0800 496 0127👈 |

      ![Call 👉0800 496 0128👈](a.svg)
      """)
  }

  @Test func linksThatDialAreNumbersToo() async throws {
    try await found("Please 👉[call them](tel:+442079460018)👈 or [write](mailto:a@example.org).")
    try await found("Ring [👉020 7946 0018👈](tel:+442079460018).")
  }

  @Test func titlesAndDescriptionsAreRead() async throws {
    try await found("---\ntitle: Call 👉999👈 first\ndescription: \"Or ring 👉0800 496 0123👈.\"\n---\nText.")
  }

  /// What only looks like a number to dial, as it stands on pages about health.
  @Test(arguments: [
    "In 2018 2019 and 2020 the number rose from 426 to 3,609.", "1 in 100 000 people, or 10 000 000 in all",
    "Trials with 5,299 people (1998–2021) and 2026-11-21.", "A dose of 0.5 mg/kg, 100 200 mg, 28 mg or 56 mg",
    "ISBN 978-0-306-40615-7, ISSN 0028-0836, ISBN 0-306-40615-2", "doi 10.1016 2020 117 and PMID 12345678",
    "CAS 6740-88-1, NCT04599855, ISRCTN 14422391", "It costs £1,234.56 or $800 000 000", "SW1A 2AA and 90210",
    "They called 500 people; a phone survey of 111 people found", "open 24/7, 365 days a year", "page 112 of 999",
    "People who ring 200 times, call 3 times or text 160 characters", "95% CI 0.6 to 7.3, p = 0.001 or 0.000123456",
    "ratio 800-911-200 mg", "the phone, in 1998 2004", "version 1.10.12345", "Call 2026-11-21 the day of change",
    "the years 1914 1918 1939 1945", "between 0800 and 1800 hours", "a helpline took 4,200,000 calls",
    "call `999` code",
    "temperature +37 degrees", "51 Franklin Street, Boston, MA 02110-1301", "0000-0002-1825-0097", "192.168.100.200",
    "sections 116-123 of the report",
  ])
  func whatNobodyDialsIsLeftAlone(_ text: String) async throws { try await found(text) }

  /// A leaflet of a drug service, and a page of an article: what is right and what is wrong in one text.
  @Test func realProse() async throws {
    try await found(
      """
      If someone will not wake up, call 👉999👈 and say "overdose". Stay on the phone. You can also call
      [](support:gb-samaritans). Lines are open 24 hours a day, 365 days a year, and a call is free.
      In 2023 to 2024 the helpline answered 12,450 calls, 1 in 5 of them about ketamine. For the drug team in
      your area ring 👉01632 960 960👈 (Monday to Friday, 9 to 5), or text HELP to 👉81066👈.
      A new text number, 👉07860 064 775👈, replaces 👉0191 496 0861👈 / 👉07887 625 277👈. The old one
      (👉1-800-273-8255👈) also works. Depression helpline: 15,209 calls; drug helpline: 6658.
      In one survey of 1,285 people, 26.6% had symptoms; 274 answered the phone.
      """)
  }

  @Test func aRegisterThatCannotBeReadIsReportedThere() async throws {
    let site = try MarkedSite([
      "content/data/support-lines.yml": "- {id: a}\n", "content/a.md": "Call 0800 496 0123.\n",
    ])
    #expect(try await site.found(by: [.numberNotInRegister]).allSatisfy { $0.rule == "data/missing-key" })
  }
}
