import Markdown
import Testing

struct AlertsTests {
  @Test(arguments: ["NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION", "note", "Tip"])
  func aQuoteThatBeginsWithAMarkIsAnAlert(_ word: String) {
    let page = Parsed("> [!\(word)]\n> Some *text*.\n>\n> More.\n\nafter\n")
    #expect(
      page.outline
        == "\(word.lowercased())(paragraph('Some ' emphasis('text') '.') paragraph('More.')) paragraph('after')")
    #expect(page.diagnostics.isEmpty)
  }

  @Test func theMarkMayStandAlone() {
    #expect(Parsed("> [!NOTE]\n").outline == "note")
    #expect(Parsed("> [!NOTE]\n>\n> - item\n").outline == "note(list(item(paragraph('item'))))")
    #expect(Parsed("> [!NOTE]  \n> text\n").outline == "note(paragraph('text'))")
  }

  @Test func alertsStandInListsDirectivesAndOneAfterTheOther() {
    #expect(Parsed("- > [!TIP]\n  > x\n").outline == "list(item(tip(paragraph('x'))))")
    #expect(Parsed(":::a\n> [!TIP]\n> x\n:::\n").outline == "a(tip(paragraph('x')))")
    #expect(
      Parsed("> [!TIP]\n> x\n\n> [!NOTE]\n> > [!TIP]\n> > y\n").outline
        == "tip(paragraph('x')) note(tip(paragraph('y')))")
  }

  @Test(arguments: [
    "> text [!NOTE]\n", "> [!NOTE] text\n", "[!NOTE]\n", "> \\[!NOTE]\n> x\n", "> `[!NOTE]`\n",
    "> ```\n> [!NOTE]\n> ```\n", "> [!1]\n",
  ])
  func otherQuotesStayQuotes(_ text: String) {
    let page = Parsed(text)
    #expect(page.document.directives.isEmpty)
    #expect(page.diagnostics.isEmpty, "\(page.problems)")
  }

  @Test func anUnknownAlertIsReportedAtItsMark() {
    let page = Parsed("> [!DANGER]\n> x\n", lineOffset: 4)
    #expect(page.problems == ["5:3 content/unknown-alert"])
    #expect(page.outline == "blockQuote(paragraph('[!DANGER]' / 'x'))")
  }

  @Test func whatIsLeftOfTheParagraphStartsAtItsFirstWord() {
    let page = Parsed("> [!NOTE]\n>   Some text\n")
    #expect(page.places(of: .directive) == ["1:1-2:13"])
    #expect(page.places(of: .paragraph) == ["2:5-2:13"])
    #expect(page.places(of: .text) == ["2:5-2:13"])
  }
}
