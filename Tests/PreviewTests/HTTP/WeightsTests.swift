import Testing

@testable import Preview

@Suite struct WeightsTests {
  @Test(
    arguments: [
      (browser.1, true), ("text/html", true), ("TEXT/HTML;level=1", true), ("image/png, text/html;q=0.1", true),
      ("*/*", false), ("text/*", false), ("", false), (nil, false), ("text/html;q=0", false),
      ("text/html; q=0.000", false),
      ("text/htmlx", false), ("application/xhtml+xml", false), ("text/html;q=x", false),
    ] as [(String?, Bool)])
  func aBrowserNamesHTML(_ accept: String?, _ isBrowser: Bool) { #expect(Weights.namesHTML(accept) == isBrowser) }

  @Test(
    arguments: [
      ("gzip", true), ("gzip, deflate, br", true), ("br;q=1.0, GZIP;q=0.2", true), ("x-gzip", true), ("*", true),
      ("gzip;q=0", false), ("gzip;q=0, *", false), ("*;q=0", false), ("identity", false), ("", false), (nil, false),
      ("br", false), ("gzip;q=0.5, identity;q=0.9", false), ("identity;q=0, *", true), ("gzip ; q=0.000", false),
      ("gzip;q=nan", false),
    ] as [(String?, Bool)])
  func gzipIsSentToWhoeverWantsIt(_ accept: String?, _ isWanted: Bool) {
    #expect(Weights.allowGzip(accept) == isWanted)
  }
}
