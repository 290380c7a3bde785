import Content
import Markdown

extension Output {
  /// An Atom feed (RFC 4287) of the pages that changed last.
  static let feed = Output(name: "feed") { rendering in
    [
      OutputTree.File(
        Feed.path,
        .made { out in
          Feed.write(rendering, to: &out)
          return []
        })
    ]
  }
}

enum Feed {
  static let path = "feed.xml"

  static func isMade(_ site: Site) -> Bool { site.settings.outputs.map { $0.contains { $0.text == "feed" } } ?? true }

  static func write(_ rendering: Rendering, to out: inout [UInt8]) {
    let settings = rendering.site.settings
    let entries = entries(rendering.site)
    func element(_ name: String, _ text: String, _ attributes: String = "") {
      out += Array("<\(name)\(attributes)>".utf8)
      Escaping.html(withoutControls(text), to: &out)
      out += Array("</\(name)>\n".utf8)
    }
    func link(_ relation: String, _ url: String) {
      out += Array("<link rel=\"\(relation)\" href=\"".utf8)
      Escaping.html(url, to: &out)
      out += Array("\"/>\n".utf8)
    }
    out += Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8)
    out += Array("<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"\(settings.defaultLanguage.tag)\">\n".utf8)
    element("title", settings.title)
    if !settings.description.isEmpty { element("subtitle", settings.description) }
    element("id", settings.baseURL.absolute)
    link("self", rendering.absoluteURL(path))
    link("alternate", settings.baseURL.absolute)
    element("updated", entries.first.map { timestamp($0.day) } ?? "1970-01-01T00:00:00Z")
    out += Array("<author>".utf8)
    element("name", settings.title)
    out += Array("</author>\n".utf8)
    for entry in entries {
      let url = rendering.absoluteURL(entry.page.address)
      out += Array("<entry>\n".utf8)
      element("title", entry.page.title)
      element("id", url)
      link("alternate", url)
      element("updated", timestamp(entry.day))
      if let description = entry.page.frontMatter.description { element("summary", description.text) }
      out += Array("</entry>\n".utf8)
    }
    out += Array("</feed>\n".utf8)
  }

  /// The pages that changed last, newest first. A page changes when it is compiled or reviewed, or on its `date` if the
  /// settings add such a field; a page without any such day is not in the feed.
  private static func entries(_ site: Site) -> [(page: Page, day: CalendarDay)] {
    let dated = site.pages.compactMap { page -> (page: Page, day: CalendarDay)? in
      let date = page.frontMatter.fields.first { $0.key == "date" }?.value.scalar.flatMap { CalendarDay($0) }
      return (page.frontMatter.review?.on ?? date).map { (page, $0) }
    }
    // Not sorted as a whole: a feed wants twenty of ten thousand.
    var newest: [(page: Page, day: CalendarDay)] = []
    for entry in dated {
      if newest.count == site.settings.feedLength, let last = newest.last, last.day >= entry.day { continue }
      let place = newest.firstIndex { $0.day < entry.day } ?? newest.count
      newest.insert(entry, at: place)
      if newest.count > site.settings.feedLength { newest.removeLast() }
    }
    return newest
  }

  /// Without what no XML may hold, not even escaped (XML 1.0, section 2.2).
  private static func withoutControls(_ text: String) -> String {
    func isControl(_ scalar: Unicode.Scalar) -> Bool {
      (scalar.value < 32 && ![9, 10, 13].contains(scalar.value)) || scalar.value == 0xFFFE || scalar.value == 0xFFFF
    }
    guard text.unicodeScalars.contains(where: isControl) else { return text }
    var kept = ""
    kept.unicodeScalars.append(contentsOf: text.unicodeScalars.filter { !isControl($0) })
    return kept
  }

  private static func timestamp(_ day: CalendarDay) -> String { "\(day)T00:00:00Z" }
}
