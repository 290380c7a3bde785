import Diagnostics
import Testing

@testable import Checks

/// Pages as editors write them: what is fine must stay unremarked, and what is wrong must be found where it is.
@Suite struct RealPageTests {
  private static let structure = Check.all.filter { ["content", "image", "link", "table"].contains($0.group) }

  private static let home = """
    ---
    title: Ketamine information
    description: Plain, sourced information about ketamine.
    ---
    Frightened now? Go to [what to do in an emergency](risks/bladder.md#get-help-the-same-day).

    """

  @Test func aGoodPageIsFine() async throws {
    let site = try MarkedSite([
      "content/index.md": Self.home,
      "content/risks/index.md": "---\ntitle: Risks\ndescription: What can go wrong.\n---\nText.\n",
      "content/risks/bladder.md": Self.good, "content/risks/bladder.svg": "<svg width='4' height='3'/>",
      "content/risks/line.svg": "<svg width='4' height='1'/>",
      "content/data/glossary.yml": "- {id: cystitis, term: Cystitis, definition: Inflammation of the bladder.}\n",
      "content/data/words/en/generic-link-text.yml": "- here\n- click here\n- more\n- read more\n",
    ])
    let found = try await site.found(by: Self.structure, directives: ["table", "urgent", "key-message"])
    #expect(found.isEmpty, "\(found.map { "\($0.location.line): \($0.rule): \($0.message)" })")
  }

  private static let good = """
    ---
    title: Bladder and kidneys
    description: Early signs that ketamine is harming the bladder, what helps, and when to see a doctor.
    ---
    :::key-message
    **Stop at the first sign.** Most people get better if they stop early.[^1]
    :::

    ## Early signs

    People who use ketamine often may notice *any* of these:

    - **needing to wee often**, also at night
    - pain low in the belly, or when weeing

    **If you see blood in your wee, see a doctor the same day.**

    ### How common is it?

    About 1 in 4 people who use it regularly have had such signs ([Winstock and others](https://doi.org/10.1/x)).

    :::table{caption="Signs, by how long people had used ketamine"}
    | | Under a year | 1 to 2 years | Over 2 years |
    |---|---:|---:|---:|
    | Needing to wee often | 12% | 20% | 31% |
    | Pain | 8% | 14% | 27% |
    :::

    ![Kidneys, ureters and bladder, labelled with the harm to each](bladder.svg)

    ![](line.svg "decorative")

    ## Get help the same day

    :::urgent{title="See a doctor today if:"}
    - you cannot wee at all
    - you have pain in your side **and** a temperature over 38 °C
    :::

    Read more about [cystitis](glossary:cystitis), or [how doctors treat it](#early-signs). In the UK call
    [111](tel:111), in an emergency call [999](tel:999). The NHS explains [ketamine harm](https://www.nhs.uk/k).

    > “I thought it was an infection.”
    >
    > **A woman of 24**

    [^1]: If they use again, it comes back sooner.
    """

  @Test func mistakesInAPageAreFoundWhereTheyAre() async throws {
    let site = try MarkedSite([
      "content/index.md": Self.home.replacing("#get-help-the-same-day", with: ""),
      "content/risks/index.md": "---\ntitle: Risks\ndescription: What can go wrong.\n---\nText.\n",
      "content/risks/bladder.svg": "<svg width='4' height='3'/>",
      "content/data/words/en/generic-link-text.yml": "- here\n- click here\n- more\n- read more\n",
      "content/risks/bladder.md": """
      ---
      title: 👉Bladder and kidneys👈
      ---
      👉#👈 Bladder and kidneys

      Ketamine can scar the bladder. For the evidence click [👉here👈](👉http://www.bristol.ac.uk/ketamine.pdf👈).

      👉####👈 Early signs

      👉**What people notice first**👈

      - needing to wee often, see 👉https://www.nhs.uk/conditions/cystitis👈
      - 👉![](bladder.svg)👈

      | Sign | How often |
      |------|-----------|
      | Pain | 1 in 4 | 👉often at night👈 |
      👉See a doctor if it lasts.👈

      👉##👈
      """,
    ])
    let found = try await site.found(by: Self.structure)
    let places = found.map { finding in
      let place = finding.location
      return MarkedSite.Mark(file: place.file, line: place.line, column: place.column, length: place.length)
    }
    #expect(Set(places) == Set(site.marks))
    #expect(
      found.map(\.rule) == [
        "content/missing-description", "content/second-h1", "link/generic-text", "link/insecure",
        "content/heading-order", "content/pseudo-heading", "content/bare-url", "image/missing-alternative",
        "table/ragged", "table/ragged", "content/empty-heading",
      ])
  }
}
