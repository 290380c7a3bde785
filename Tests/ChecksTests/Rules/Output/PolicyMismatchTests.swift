import Testing

@testable import Checks

@Suite struct PolicyMismatchTests {
  private func page(_ policy: String, head: String = "", body: String = "") -> [String: String] {
    [
      "public/index.html": """
      <!doctype html><html lang="en"><head><meta charset="utf-8">
      <meta http-equiv="content-security-policy" content="\(policy)">
      \(head)<title>Help</title></head><body>\(body)</body></html>
      """
    ]
  }

  @Test func aPageNeedsOne() async throws {
    try await findings(
      of: .policyMismatch, ["public/index.html": "<!doctype html><html lang=en>👉<head>👈<title>A</title></head></html>"])
    try await findings(of: .policyMismatch, ["public/part.html": "<p>No page.</p>"])
  }

  @Test(arguments: [
    "👉default-src 'self'👈", "👉img-src 'self'👈", "👉default-src 'none'; style-src 'self' 'unsafe-inline'👈",
    "👉default-src 'none'; img-src *👈", "👉default-src 'none'; script-src https:👈",
    "👉default-src 'none'; script-src data:👈", "👉default-src &#39;none&#39;; script-src &#39;unsafe-eval&#39;👈",
  ])
  func aWeakOneIsFound(_ policy: String) async throws { try await findings(of: .policyMismatch, page(policy)) }

  @Test func theSitesOwnIsFine() async throws {
    let policy =
      "default-src &#39;none&#39;; img-src &#39;self&#39;; style-src &#39;self&#39;; base-uri &#39;none&#39;; form-action &#39;none&#39;"
    try await findings(
      of: .policyMismatch,
      page(
        policy, head: "<link rel=icon href=/i.svg><link rel=stylesheet href=https://example.org/s.css>",
        body: "<picture><source srcset='/a.avif 1x, /b.avif 2x'><img alt='' src=/a.png></picture>"))
  }

  @Test func whatThePageUsesHasToBeAllowed() async throws {
    try await findings(
      of: .policyMismatch,
      page(
        "default-src 'none'; img-src 'self'; form-action 'none'",
        head: """
          <link rel="stylesheet" href="👉/style.css👈">👉<style>👈a { color: red }</style>
          <link rel="preload" as="font" href="👉/a.woff2👈"><script src="👉/a.js👈"></script>
          """,
        body: """
          <img alt="" src="/a.png"><img alt="" src="👉data:image/gif;base64,R0👈"><iframe src="👉/frame/👈"></iframe>
          <audio src="👉/a.mp3👈"></audio><form action="👉/send👈"></form>
          """))
  }

  @Test func stylesInThePageNeedTheHashOfTheirVeryText() async throws {
    // printf 'a { color: red }' | openssl dgst -sha256 -binary | base64
    let hash = "sha256-LHvAPItmcc9l4w10oslyz6Nh8tFuoEH5lssCs9WdKIE="
    try await findings(
      of: .policyMismatch,
      page(
        "default-src &#39;none&#39;; style-src &#39;self&#39; &#39;\(hash)&#39;",
        head: "<style>a { color: red }</style>👉<style>👈a { color: blue }</style>👉<style>👈</style>"))
    try await findings(
      of: .policyMismatch, page("default-src 'none'; style-src 'self'", head: "👉<style>👈a { color: red }</style>"))
  }

  @Test func whatStandsBeforeIsNotHeld() async throws {
    try await findings(
      of: .policyMismatch,
      [
        "public/index.html": """
        <html lang="en"><head><link rel="canonical" href="/">👉<script src="/a.js">👈</script>
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'"></head></html>
        """
      ])
  }
}
