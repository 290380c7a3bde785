import Content
import Diagnostics

extension Check {
  /// A page without the parts by which readers of screen readers find their way, or with too many of them.
  static let missingLandmark = Check(
    "output/missing-landmark", .error,
    .init(
      finds: "A page without a title, a main heading (`<h1>`) or a main part (`<main>`), or with two of them.",
      why: "People who cannot see the page jump by these. Two or none, and they get lost.",
      bad: [
        "public/index.html": "<html lang=\"en\"><head><title>Help</title></head><body><p>Call 999.</p></body></html>"
      ],
      good: [
        "public/index.html": """
        <html lang="en"><head><title>Help</title></head>
        <body><main><h1>Help</h1><p>Call 999.</p></main></body></html>
        """
      ]),
    scope: .output { file, _ in
      guard let html = file.html, html.isPage, let page = html.first(.body) ?? html.first(.html) ?? html.tags.first
      else { return [] }
      var found: [Finding] = []
      var (mains, headings, titles) = (0, 0, 0)
      html.eachSpecial { i, tag in
        if tag.element == .main || html.isWord(html.attribute(.role, of: tag), "main") {
          mains += html.has(.hidden, tag) ? 0 : 1
          if mains == 2 {
            found.append(
              Finding(at: file.location(tag), "a second main part on this page", help: "make it a <div> or a <section>")
            )
          }
        } else if tag.element == .h1 {
          headings += 1
          if headings == 2 {
            found.append(
              Finding(
                at: file.location(tag), "a second main heading on this page", help: "make it a heading of level 2"))
          }
        } else if tag.element == .title, titles == 0, !isInPicture(tag, html) {
          titles = 1
          let end = Int(tag.close) < html.tags.count ? Int(html.tags[Int(tag.close)].start) : html.bytes.count
          if HTMLText.isBlank(html.bytes[Int(tag.end)..<max(Int(tag.end), end)]) {
            found.append(
              Finding(at: file.location(tag), "the title of this page is empty", help: "write {{page.title}}"))
          }
        }
      }
      if mains > 0, headings > 0, titles > 0 { return found }
      let place = file.location(page)
      if mains == 0 {
        found.append(Finding(at: place, "this page has no main part", help: "put the content into <main>…</main>"))
      }
      if headings == 0 {
        found.append(
          Finding(at: place, "this page has no main heading", help: "write <h1>{{page.title}}</h1> in its layout"))
      }
      if titles == 0 {
        found.append(
          Finding(at: place, "this page has no title", help: "write <title>{{page.title}}</title> in its layout"))
      }
      return found
    })

  /// A picture drawn in SVG has a title of its own.
  private static func isInPicture(_ tag: HTMLScan.Tag, _ html: HTMLScan) -> Bool {
    var parent = tag.parent
    while parent >= 0 {
      if html.tags[Int(parent)].element == .svg { return true }
      parent = html.tags[Int(parent)].parent
    }
    return false
  }
}
