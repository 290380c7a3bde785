import Testing

@testable import Checks

@Suite struct DuplicateIDTests {
  @Test func theSecondIsFound() async throws {
    let found = try await findings(
      of: .duplicateID,
      [
        "public/index.html": """
        <h2 id="help">Help</h2>
        <p>Größe <b id='über'>x</b> <i id=👉help👈>y</i></p>
        <!-- <p id="help"> --> <p id="👉über👈" title="id=help">z</p> <p id="Help"> <p id=""> <p id="">
        """
      ])
    #expect(found.first?.message == "the id 'help' is given twice on this page")
    #expect(found.first?.notes.first?.message == "first given in line 1")
  }

  @Test func manyIDsAreToldApart() async throws {
    let lines = (0..<500).map { "<p id=\"p\($0)\">\($0)</p>\n" }.joined()
    try await findings(of: .duplicateID, ["public/index.html": lines + "<p id=\"👉p77👈\">again</p>"])
  }
}
