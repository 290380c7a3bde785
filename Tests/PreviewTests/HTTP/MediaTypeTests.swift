import Testing

@testable import Preview

@Suite struct MediaTypeTests {
  @Test(
    arguments: [
      ("index.html", "text/html; charset=utf-8"), ("a/style.0a.css", "text/css; charset=utf-8"),
      ("a.js", "text/javascript; charset=utf-8"), ("robots.txt", "text/plain; charset=utf-8"),
      ("feed.xml", "application/atom+xml; charset=utf-8"), ("de/feed.xml", "application/atom+xml; charset=utf-8"),
      ("sitemap.xml", "application/xml; charset=utf-8"), ("a.json", "application/json"),
      ("a.webmanifest", "application/manifest+json"), ("a.svg", "image/svg+xml; charset=utf-8"), ("a.PNG", "image/png"),
      ("a.jpg", "image/jpeg"), ("a.jpeg", "image/jpeg"), ("a.avif", "image/avif"), ("a.webp", "image/webp"),
      ("a.gif", "image/gif"), ("favicon.ico", "image/vnd.microsoft.icon"), ("a.woff2", "font/woff2"),
      ("a.woff", "font/woff"),
      ("a.pdf", "application/pdf"), ("a.mp4", "video/mp4"), ("a.webm", "video/webm"), ("a.mp3", "audio/mpeg"),
      ("a.ogg", "audio/ogg"), ("a.vtt", "text/vtt; charset=utf-8"), ("a.zip", "application/zip"),
      ("a.csv", "text/csv; charset=utf-8"), ("LICENSE", "application/octet-stream"),
      (".nojekyll", "application/octet-stream"),
      ("a.html/b", "application/octet-stream"), ("a.xyz", "application/octet-stream"),
      ("a.", "application/octet-stream"),
    ])
  func aFileIsWhatItsNameSays(_ path: String, _ type: String) { #expect(MediaType.of(path: path) == type) }

  @Test func textIsWhatGzipMakesSmaller() {
    for type in ["text/html; charset=utf-8", "image/svg+xml", "application/json", "application/atom+xml"] {
      #expect(MediaType.isText(type), "\(type)")
    }
    for type in ["image/png", "video/mp4", "application/pdf", "font/woff2"] {
      #expect(!MediaType.isText(type), "\(type)")
    }
  }
}
