import Diagnostics
import Testing

@testable import Checks

@Suite struct PseudoHeadingTests {
  @Test func boldLinesWithTextBelowAreReported() async throws {
    let found = try await findings(
      of: .pseudoHeading,
      [
        "content/a.md": """
        👉**Early signs**👈

        Pain, and going often.

        ### Treatment

        👉__Was hilft – über Nacht?__👈

        - rest
        - water

        👉***Side effects:***👈

        | A |
        |---|
        | b |

        ::: callout
        👉**What to do**👈

        Stay with them.
        :::
        """
      ], directives: ["callout"])
    #expect(found.map(\.help).contains("write it as one, such as `#### Was hilft – über Nacht?`"))
  }

  @Test func boldSentencesAreFine() async throws {
    try await findings(
      of: .pseudoHeading,
      [
        "content/a.md": """
        **One sign is enough. If you are not sure, call.**

        **Call 112 now**

        **116 123**

        Text with **bold words**

        - **In a list**

          with text below

        > **Quoted**
        >
        > Text.

        **Never leave them alone and never put them into a bath or a shower to wake them**

        Text.

        **An address**

        **in two lines**

        ## Heading

        **At the end of a section**

        ## Another

        ::: callout
        **At the end of a box**
        :::

        Text.
        """
      ], directives: ["callout"])
  }
}
