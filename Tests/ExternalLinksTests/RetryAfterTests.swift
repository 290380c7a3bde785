import Testing

@testable import ExternalLinks

@Suite struct RetryAfterTests {
  @Test(arguments: [("0", 0.0), ("120", 120), ("007", 7)])
  func countsSeconds(_ value: String, _ seconds: Double) {
    #expect(RetryAfter.seconds(value, date: nil) == seconds)
  }

  /// The example of RFC 9110, section 5.6.7, in all three forms.
  @Test(arguments: ["Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994"])
  func readsEveryFormOfDate(_ value: String) {
    #expect(RetryAfter.moment(value) == 784_111_777)
    #expect(RetryAfter.seconds(value, date: "Sun, 06 Nov 1994 08:48:37 GMT") == 60)
    #expect(RetryAfter.seconds(value, date: "Mon, 07 Nov 1994 08:48:37 GMT") == 0)
  }

  @Test(arguments: [
    "", "-5", "1.5", "soon", "Sun, 31 Feb 1994 08:49:37 GMT", "Sun, 06 Nov 1994 25:49:37 GMT",
    "Sun, 06 Nov 1994 08:49 GMT", "Sun, 06 Nov 1994 08:49:37 CET", "Sun Nov", "Sun, 06 Nov 1994 08:49:37",
    "Sun, 06 November 1994 08:49:37 GMT",
  ])
  func anythingElseIsNothing(_ value: String) {
    #expect(RetryAfter.seconds(value, date: "Sun, 06 Nov 1994 08:49:37 GMT") == nil)
  }

  @Test func aDateNeedsTheServersOwnClock() {
    #expect(RetryAfter.seconds("Sun, 06 Nov 1994 08:49:37 GMT", date: nil) == nil)
    #expect(RetryAfter.seconds("Sun, 06 Nov 1994 08:49:37 GMT", date: "today") == nil)
  }
}
