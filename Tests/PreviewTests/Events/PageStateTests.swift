import Foundation
import Testing

@testable import Preview

@Suite struct PageStateTests {
  private func problem(_ severity: PreviewProblem.Severity, _ message: String, page: String?) -> PreviewProblem {
    PreviewProblem(severity: severity, rule: "a/b", message: message, place: "content/a.md:1:2", page: page)
  }

  private func state(
    _ problems: PreviewProblems, page: String = "/a/", styles: [(old: String, new: String)] = []
  ) throws -> [String: Any] {
    let site = ServedSite(.sample([:], problems: problems), generation: 12)
    let event = PageState(of: site, page: try #require(RequestTarget(page))).event(bytes: "9f", styles: styles)
    #expect(event.hasPrefix("event: state\ndata: {\"generation\":12,\"bytes\":\"9f\""))
    #expect(event.hasSuffix("}\n\n"))
    #expect(event.split(separator: "\n").count == 2)
    let json = event.split(separator: "\n")[1].dropFirst("data: ".count)
    return try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
  }

  private func messages(_ value: Any?) -> [String] {
    (value as? [[String: Any]])?.compactMap { $0["message"] as? String } ?? ["no list"]
  }

  @Test func aPageIsToldOfItselfAndHowMuchThereIsElsewhere() throws {
    let state = try state([
      problem(.error, "elsewhere", page: "/b/"), problem(.error, "here", page: "/a/"),
      problem(.error, "nowhere", page: nil),
      problem(.warning, "my warning", page: "/a/"), problem(.warning, "another", page: "/b/"),
      problem(.info, "hint", page: "/a/"),
    ])
    #expect(messages(state["errors"]) == ["here", "elsewhere", "nowhere"])
    #expect(state["moreErrors"] as? Int == 0)
    #expect(messages(state["findings"]) == ["here", "my warning", "hint"])
    #expect(state["elsewhere"] as? [String: Int] == ["error": 2, "warning": 1, "info": 0])
    #expect(state["checking"] as? Bool == false)
    #expect(state["styles"] == nil)
  }

  @Test func listsHaveBounds() throws {
    let state = try state(PreviewProblems((0..<250).map { problem(.error, "\($0)", page: $0 == 249 ? "/b/" : "/a/") }))
    #expect(messages(state["errors"]) == (0..<20).map(String.init))
    #expect(state["moreErrors"] as? Int == 230)
    #expect(messages(state["findings"]) == (0..<200).map(String.init))
  }

  @Test func aProblemIsToldWhole() throws {
    let whole = PreviewProblem(
      severity: .warning, rule: "a/b", message: "m\n\u{2028}</script>", help: "h", notes: ["n", "o"],
      place: "content/a.md:1:2",
      excerpt: "1 | a\n  | ^", editorURL: "vscode://file/a.md:1:2", page: "/a/", quote: .init(block: "a b", text: "b"))
    let found = try #require((try state([whole])["findings"] as? [[String: Any]])?.first)
    #expect(found["severity"] as? String == "warning")
    #expect(found["rule"] as? String == "a/b")
    #expect(found["message"] as? String == "m\n\u{2028}</script>")
    #expect(found["help"] as? String == "h")
    #expect(found["notes"] as? [String] == ["n", "o"])
    #expect(found["place"] as? String == "content/a.md:1:2")
    #expect(found["excerpt"] as? String == "1 | a\n  | ^")
    #expect(found["open"] as? String == "vscode://file/a.md:1:2")
    #expect(found["page"] as? String == "/a/")
    #expect(found["quote"] as? [String: String] == ["block": "a b", "text": "b"])
    let bare = try #require((try state([problem(.info, "m", page: "/a/")])["findings"] as? [[String: Any]])?.first)
    for name in ["help", "excerpt", "open", "quote"] { #expect(bare[name] is NSNull, "\(name)") }
  }

  @Test func addressesAreTheSameHoweverTheyAreEscaped() throws {
    #expect(messages(try state([problem(.info, "m", page: "/caf%C3%A9/")], page: "/caf%c3%a9/")["findings"]) == ["m"])
  }

  @Test func renamedStyleSheetsAreNamed() throws {
    #expect(
      try state([], styles: [("/a.1.css", "/a.2.css")])["styles"] as? [String: String] == ["/a.1.css": "/a.2.css"])
  }
}
