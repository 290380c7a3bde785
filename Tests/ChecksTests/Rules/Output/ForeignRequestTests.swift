import Testing

@testable import Checks

@Suite struct ForeignRequestTests {
  @Test func everyKindOfRequestIsFound() async throws {
    try await findings(
      of: .foreignRequest,
      [
        "public/risks/index.html": """
        <!doctype html>
        <html lang="en"><head><meta charset="utf-8">
        <link rel="stylesheet" href="👉https://fonts.example/css?family=Lora&amp;display=swap👈">
        <link rel="dns-prefetch preconnect" href=👉//fonts.example👈>
        <link rel="icon" href='👉http://icons.example/i.svg👈'>
        <meta http-equiv="Refresh" content="👉5; url=https://other.example/👈">
        <style>@import "👉https://a.example/a.css👈"; h1 { background: url( 👉//b.example/b.png👈 ) }</style>
        </head><body>
        <p>Café “é” <img alt="é" src="👉https://pictures.example/b.png👈" srcset="/a.png 1x, /b.png 2x"></p>
        <img alt="" srcset="👉/a.png 1x, https://pictures.example/c.png 2x👈" src="/a.png">
        <video poster="👉\\\\v.example/p.jpg👈" src="👉https://v.example/v.mp4👈"></video>
        <iframe src="👉https://www.youtube.example/embed/x👈"></iframe>
        <object data="👉https://o.example/o.pdf👈"></object>
        <form action="👉https://forms.example/send👈"><button formaction="👉//x.example/👈">Send</button></form>
        <p style="background: url('👉https://c.example/c.png👈')">Text</p>
        <svg><use href="👉https://s.example/s.svg#a👈"/></svg>
        <a href="/help/" ping="👉https://count.example/👈">Help</a>
        </body></html>
        """
      ])
  }

  @Test func ownFilesAndLinksAreFine() async throws {
    try await findings(
      of: .foreignRequest,
      [
        "public/index.html": """
        <link rel="canonical" href="https://other.example/"> <link rel="alternate" href="https://de.example/">
        <link rel="stylesheet" href="https://example.org/style.css"> <link rel="icon" href="//example.org/i.svg">
        <meta http-equiv="refresh" content="0; url=/help/">
        <!-- <img src="https://a.example/"> --> <textarea><img src="https://a.example/"></textarea>
        <a href="https://www.nhs.uk/">NHS</a> <a href="tel:112">112</a>
        <img alt="" src="/a.png"> <img alt="" src="data:image/png;base64,AA//"> <img alt="" src="a:b/c.png">
        <style>h1::before { content: "https://a.example/" } /* url(https://a.example/) */</style>
        """,
        "public/assets/style.css": "a { background: url(/a.png) } b { background: url(\"../b.png\") }",
      ])
  }

  @Test func styleSheetsAreRead() async throws {
    try await findings(
      of: .foreignRequest,
      [
        "public/assets/style.css": """
        /* é */ @import url("👉https://fonts.example/a.css👈");
        h1{background:URL(👉//a.example/a.png👈)}h2{color:red}
        """,
        "public/robots.txt": "url(https://a.example/)",
      ])
  }
}
