import Testing

@testable import ExternalLinks

@Suite struct WebAddressTests {
  @Test(arguments: [
    ("https://Example.ORG", "https://example.org/"),
    ("HTTPS://example.org/A?b=C", "https://example.org/A?b=C"),
    ("http://example.org?q=1", "http://example.org/?q=1"),
    ("https://example.org:8443/a", "https://example.org:8443/a"),
    ("https://example.org/a#part", "https://example.org/a"),
    ("https://example.org/naïve page/\"x\"", "https://example.org/na%C3%AFve%20page/%22x%22"),
    ("https://example.org/100%25", "https://example.org/100%25"),
    ("http://[::1]:80/", "http://[::1]:80/"),
    (
      "https://doi.org/10.1002/(SICI)1096<1::AID>3.0.CO;2-A",
      "https://doi.org/10.1002/(SICI)1096%3C1::AID%3E3.0.CO;2-A"
    ),
  ])
  func isWrittenAsServersAreAskedForIt(_ written: String, _ text: String) {
    #expect(WebAddress(written)?.text == text)
    #expect(WebAddress(text)?.text == text)
  }

  @Test(arguments: [
    "", "https://", "mailto:a@example.org", "//example.org/", "ftp://example.org/", "file:///etc/passwd", "tel:+44",
    "https:/example.org", "https://user:secret@example.org/", "https://münchen.example/", "https://exa mple.org/",
    "https://:80/", "https://example.org:x/", "http://[::1/",
  ])
  func whatIsNoWebAddressIsRefused(_ written: String) { #expect(WebAddress(written) == nil) }

  @Test func theFragmentIsKeptBeside() throws {
    let address = try #require(WebAddress("https://www.example.org/a#b#ü"))
    #expect(address.fragment == "#b#%C3%BC")
    #expect(address == WebAddress("https://www.example.org/a"))
    #expect(address.host == "www.example.org")
    #expect(address.site == "example.org")
    #expect(!address.isHome)
    #expect(WebAddress("https://example.org:80")?.isHome == true)
  }
}
