import Testing

@testable import Preview

@Suite struct ContentPolicyTests {
  private func extended(_ policy: String, host: String = "localhost:8080") throws -> String {
    ContentPolicy.extended(policy, by: ContentPolicy.Addresses(try #require(Authority(host))))
  }

  private let script = "http://localhost:8080/.sitegen/preview.js"
  private let connect = "http://localhost:8080/.sitegen/events http://localhost:8080/.sitegen/preview.css"

  @Test func whatIsForbiddenIsAllowedForThePreviewAlone() throws {
    #expect(
      try extended("default-src 'none'; img-src 'self'")
        == "default-src 'none'; img-src 'self'; script-src \(script); connect-src \(connect)")
    #expect(try extended("script-src 'none'; connect-src") == "script-src \(script); connect-src \(connect)")
  }

  @Test func whatIsAllowedStaysAllowed() throws {
    #expect(
      try extended("default-src 'self'; script-src 'self' https://a.example")
        == "default-src 'self'; script-src 'self' https://a.example \(script); connect-src 'self' \(connect)")
    #expect(try extended("img-src 'self'") == "img-src 'self'")
    #expect(
      try extended("Script-Src-Elem 'self'; default-src *")
        == "script-src-elem 'self' \(script); default-src *; script-src * \(script); connect-src * \(connect)")
  }

  @Test func onlyTheFirstDirectiveOfANameCounts() throws {
    #expect(try extended("script-src 'self'; SCRIPT-SRC *") == "script-src 'self' \(script)")
  }

  @Test func everyPolicyOfAListIsExtended() throws {
    #expect(try extended("script-src a, script-src b") == "script-src a \(script), script-src b \(script)")
  }

  @Test func theAddressesAreThoseOfTheHostThatWasAsked() throws {
    #expect(
      try extended("script-src 'none'", host: "127.0.0.1:9") == "script-src http://127.0.0.1:9/.sitegen/preview.js")
  }

  @Test func directivesThatCountInHeadersOnlyAreLeftOutOfWhatAMetaSaid() {
    #expect(
      ContentPolicy.fromMeta("default-src 'none';frame-ancestors 'none'; sandbox;\n img-src  'self'; report-uri /x;")
        == "default-src 'none'; img-src 'self'")
  }
}
