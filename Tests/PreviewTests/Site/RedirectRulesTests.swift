import Testing

@testable import Preview

@Suite struct RedirectRulesTests {
  @Test func linesLeadFromOldAddressesToNew() {
    let rules = RedirectRules(
      Array("# note\n/old/ /new/ 301\r\n/a%20b/\t/c/ 302\n/d/ https://example.org/\n/old/ /late/ 301\n".utf8))
    #expect(rules.target(for: "/old/") == .init(location: "/new/", status: 301))
    #expect(rules.target(for: "/a b/") == .init(location: "/c/", status: 302))
    #expect(rules.target(for: "/d/") == .init(location: "https://example.org/", status: 301))
    #expect(rules.target(for: "/new/") == nil)
  }

  @Test func whatIsNoRedirectIsPassedOver() {
    let rules = RedirectRules(Array("/a/\n/b/ /c/ 200\n/d/ /e/ 301 Country=de\nf /g/ 301\n/h/ /\u{1}/ 301\n".utf8))
    for path in ["/a/", "/b/", "/d/", "f", "/h/"] { #expect(rules.target(for: path) == nil, "\(path)") }
  }
}
