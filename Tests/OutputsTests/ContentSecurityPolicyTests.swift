import Testing

@testable import Outputs

struct ContentSecurityPolicyTests {
  private let end = "; base-uri 'none'; form-action 'none'"

  @Test func allowsPicturesOnlyWithoutAssets() {
    #expect(ContentSecurityPolicy.policy(assets: []) == "default-src 'none'; img-src 'self'" + end)
  }

  @Test(arguments: [
    ("a/style.css", "; style-src 'self'"), ("main.js", "; script-src 'self'"), ("a.woff2", "; font-src 'self'"),
    ("a.otf", "; font-src 'self'"), ("icon.svg", ""), ("css", ""), ("style.css.txt", ""),
  ])
  func allowsWhatTheAssetsNeed(asset: String, directive: String) {
    #expect(ContentSecurityPolicy.policy(assets: [asset]) == "default-src 'none'; img-src 'self'\(directive)" + end)
  }

  @Test func allowsTheStyleSheetOfThePageBesideThatOfTheSite() {
    let policy = ContentSecurityPolicy.policy(assets: ["a.css"], style: Array("a{color:red}".utf8))
    #expect(
      policy == "default-src 'none'; img-src 'self'; "
        + "style-src 'self' 'sha256-6hWWMOcF+mJesSJGYhmK2lkIIEw9Xc5XKGLPVzh8yxs='" + end)
  }

  @Test func neverAllowsWhatElseIsWrittenIntoAPage() {
    let policy = ContentSecurityPolicy.policy(assets: ["a.css", "a.js", "a.woff", "a.ttf"])
    #expect(!policy.contains("unsafe") && !policy.contains("data:") && !policy.contains("http"))
    #expect(policy.contains("style-src 'self'; script-src 'self'; font-src 'self'"))
  }
}
