import Content
import Markdown
import Mustache

/// References as templates get them.
enum ReferenceValues {
  /// The numbered list of a page, with a link back to every place that cites each.
  static func list(of citations: CitationList, _ rendering: Rendering, _ language: String) -> Value {
    .nonEmpty(
      zip(citations.references, citations.occurrences).enumerated().map { k, entry in
        let reference = rendering.site.data.references[entry.0]
        let number = k + 1
        return [
          "number": .number(number), "id": .text(reference.id),
          "html": .html(ReferenceFormat.html(reference, rendering.words(language))),
          "backlinks": .list(
            (1...entry.1).map { occurrence in
              ["url": .text("#" + anchor(number, occurrence)), "label": .text(letters(occurrence))]
            }),
        ]
      })
  }

  /// The anchor of one mention.
  static func anchor(_ number: Int, _ occurrence: Int) -> String { "cite-\(number)-\(occurrence)" }

  /// `a`, `b`, … `z`, `aa`, …
  static func letters(_ number: Int) -> String {
    var rest = number
    var text = ""
    while rest > 0 {
      rest -= 1
      text = String(Unicode.Scalar(UInt8(97 + rest % 26))) + text
      rest /= 26
    }
    return text
  }
}

/// A reference in Vancouver style: authors, title, container, year, volume and pages, then its address.
/// (ICMJE Recommendations, "Sample references".)
enum ReferenceFormat {
  /// More than six authors are cut to the first three and "et al." (AMA Manual of Style, 11th edition, section 3.7).
  static let authorLimit = 6
  static let authorsShown = 3

  static func html(_ reference: Reference, _ words: Strings) -> [UInt8] {
    var out: [UInt8] = []
    func sentence(_ text: String) {
      guard !text.isEmpty else { return }
      if !out.isEmpty { out.append(32) }
      Escaping.html(text, to: &out)
      if !endsSentence(text) { out.append(UInt8(ascii: ".")) }
    }
    sentence(authors(reference.authors))
    sentence(reference.title)
    if let container = reference.containerTitle {
      if !out.isEmpty { out.append(32) }
      out += Array("<cite>".utf8)
      Escaping.html(container, to: &out)
      out += Array((endsSentence(container) ? "</cite>" : "</cite>.").utf8)
    } else if let publisher = reference.publisher {
      sentence(publisher)
    }
    sentence(published(reference))
    if let address = address(reference) {
      out += Array(" <a href=\"".utf8)
      Escaping.url(Array(address.url.utf8)[...], to: &out)
      out += Array("\" rel=\"noreferrer\">".utf8)
      Escaping.html(address.label, to: &out)
      out += Array("</a>.".utf8)
    }
    if let note = reference.note { sentence(note) }
    return out
  }

  private static func endsSentence(_ text: String) -> Bool { text.last.map { ".?!".contains($0) } ?? false }

  private static func authors(_ names: [Reference.Name]) -> String {
    let isLong = names.count > authorLimit
    var shown = names.prefix(isLong ? authorsShown : authorLimit).map {
      [$0.family, $0.given].compactMap(\.self).joined(separator: " ")
    }
    if isLong { shown.append("et al.") }
    return shown.joined(separator: ", ")
  }

  /// `2006;63(8):856-64`
  private static func published(_ reference: Reference) -> String {
    var text = reference.year.map(String.init) ?? ""
    if let volume = reference.volume { text += (text.isEmpty ? "" : ";") + volume }
    if let issue = reference.issue { text += "(\(issue))" }
    if let page = reference.page { text += (reference.volume == nil ? (text.isEmpty ? "" : "; ") : ":") + page }
    if let number = reference.number { text += (text.isEmpty ? "" : "; ") + number }
    return text
  }

  private static func address(_ reference: Reference) -> (url: String, label: String)? {
    if let doi = reference.doi { return ("https://doi.org/" + doi, "doi:" + doi) }
    guard let url = reference.url, !DangerousURL.matches(Array(url.utf8)[...]) else { return nil }
    let host = url.split(separator: "/", omittingEmptySubsequences: true).dropFirst().first.map(String.init)
    return (url, host ?? url)
  }
}
