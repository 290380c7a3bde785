import Testing

@testable import Preview

@Suite struct BrowserPageTests {
  private func page(_ html: String, address: String = "/a/") -> (html: String, policies: [String]) {
    let page = BrowserPage(Array(html.utf8), address: address)
    let script =
      "<script src=\"/.sitegen/preview.js\" data-page=\"\(address)\" data-bytes=\"\(PageHash.of(Array(html.utf8)))\" defer></script>"
    return (String(decoding: page.bytes, as: UTF8.self).replacing(script, with: "👉"), page.policies)
  }

  @Test(
    arguments: [
      "<!doctype html><html><head><title>a</title>👉</head><body></body></html>", "<HEAD><TITLE>a</TITLE>👉</HEAD><BODY>",
      "<!doctype html><title>a</title>👉<p>b", "<title>a</title>👉<body><p></head>", "<meta charset=utf-8>👉text </head>",
      "<!-- </head> --><head><title></head></title>👉</head>", "<script>'</head>'</script>👉</head>",
      "<style>/*</head>*/</STYLE >👉</head >",
      "<meta content='</head>'><link rel=stylesheet href=/a>👉</head>", "👉", "<title>a</title>👉",
      "👉text", "<head>👉<p>", "<head><script>👉", "<!---->👉<b>", "<!-->👉<b>--></head>",
      "<noscript><p></p></noscript>👉</head>",
      "<template><p></template>👉</head>", "<?xml version='1.0'?><head>👉</head>", "<link rel=a />👉</head>",
      "<meta a = b c=\"d\" / e>👉</head>",
    ])
  func theScriptStandsAtTheEndOfTheHead(_ marked: String) {
    let html = marked.replacing("👉", with: "")
    #expect(page(html).html == marked)
  }

  @Test func aPolicyInThePageIsSentAsAHeader() {
    let (html, policies) = page(
      "<head><meta http-equiv=\"Content-Security-Policy\" content=\"default-src &#39;none&#39;; img-src &apos;self&apos;\">"
        + "<title>a</title><META CONTENT='script-src a,b' HTTP-EQUIV=content-security-policy></head>")
    #expect(html == "<head><title>a</title>👉</head>")
    #expect(policies == ["default-src 'none'; img-src 'self'", "script-src a%2Cb"])
  }

  @Test func whatIsNoPolicyOfThePageStays() {
    for html in [
      "<head><!--<meta http-equiv=content-security-policy content=a>-->", "<head><meta http-equiv=refresh content=a>",
      "<head><meta name=content-security-policy content=a>",
      "<noscript><meta http-equiv=content-security-policy content=a></noscript>",
      "<p><meta http-equiv=content-security-policy content=a>",
    ] {
      #expect(page(html).policies.isEmpty)
      #expect(page(html).html.replacing("👉", with: "") == html)
    }
  }

  @Test func aPolicyCannotBeginAnotherHeader() {
    #expect(
      page("<meta http-equiv=content-security-policy content=\"img-src a\r\nX: &#10;b\u{1}é\">").policies == [
        "img-src a X: b"
      ])
  }

  @Test func anAddressIsEscaped() {
    let html = String(decoding: BrowserPage([], address: "/a&\"<'/").bytes, as: UTF8.self)
    #expect(html.contains("data-page=\"/a&amp;&quot;&lt;'/\""))
  }

  @Test func anyBytesAreAPage() {
    for bytes in [
      [], [0x3C], Array("</".utf8), Array("<!".utf8), Array("<!-".utf8), Array("<a b=".utf8), Array("<meta =".utf8),
      Array("<meta a='".utf8), Array("&#;&#x110000;<meta content=&#99999999999;".utf8), [0xFF, 0xFE],
    ] as [[UInt8]] {
      #expect(BrowserPage(bytes, address: "/").bytes.count > bytes.count)
    }
  }
}
