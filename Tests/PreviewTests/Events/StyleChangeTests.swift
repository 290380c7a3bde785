import Testing

@testable import Preview

@Suite struct StyleChangeTests {
  private func changed(_ old: String, _ new: String, from: Set<String>, to: Set<String>) -> [String: String]? {
    StyleChange(from: from, to: to).explains(Array(old.utf8), Array(new.utf8))
      .map { Dictionary($0.map { ($0.old, $0.new) }, uniquingKeysWith: { $1 }) }
  }

  @Test func aNewFingerprintAloneIsAChangeOfStyle() {
    let (old, new) = ("/s/style.0123456789.css", "/s/style.abcdef0123.css")
    #expect(changed("<link href=\(old)>/\(old)", "<link href=\(new)>/\(new)", from: [old], to: [new]) == [old: new])
    #expect(
      changed("\(old) /p.1.css", "\(new) /p.2.css", from: [old, "/p.1.css"], to: [new, "/p.2.css"])
        == [old: new, "/p.1.css": "/p.2.css"])
  }

  @Test func onlyWhatThePageUsesIsNamed() {
    #expect(
      changed("/a.1.css", "/a.2.css", from: ["/a.1.css", "/b.1.css"], to: ["/a.2.css", "/b.2.css"]) == [
        "/a.1.css": "/a.2.css"
      ])
  }

  @Test func anyOtherChangeIsMore() {
    #expect(changed("/a.1.css old", "/a.2.css new", from: ["/a.1.css"], to: ["/a.2.css"]) == nil)
    #expect(changed("/a.1.css", "/a.3.css", from: ["/a.1.css"], to: ["/a.2.css"]) == nil)
    #expect(changed("/a.1.css", "/b.1.css", from: ["/a.1.css"], to: ["/b.1.css"]) == nil)
    #expect(changed("/x/a.1.css", "/y/a.1.css", from: ["/x/a.1.css"], to: ["/y/a.1.css"]) == nil)
    // Which is the successor of which?
    #expect(changed("/a.1.css", "/a.2.css", from: ["/a.1.css"], to: ["/a.2.css", "/a.3.css"]) == nil)
    #expect(changed("/a.css", "/b.css", from: ["/a.css"], to: ["/b.css"]) == nil)
  }
}
