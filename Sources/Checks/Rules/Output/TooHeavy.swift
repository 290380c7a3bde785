import Compression
import Content
import Diagnostics

extension Check {
  /// A page that needs more than the first round trip of a slow connection.
  ///
  /// Only pages of more than `worthALook` bytes are compressed, as that takes longer than all other rules together. HTML
  /// with words in it shrinks to a quarter or less, so a shorter page fits. There are no examples: one that is too heavy
  /// fills a book.
  static let tooHeavy = Check(
    "output/too-heavy", .warning,
    .init(
      finds: "A page that needs more than 14 kB with its style sheet, compressed as hosts send it.",
      why:
        """
        14 kB is what a phone gets in the first round trip. With a weak signal, each further one takes a second or more of \
        somebody who needs help.
        """,
      bad: [:], good: [:]),
    scope: .output { file, input in
      guard let html = file.html, file.bytes.count > worthALook, let place = html.first(.body) ?? html.tags.first,
        let page = gzipSize(file.bytes)
      else { return [] }
      let size = styleSheets(of: html, input).reduce(page) { $0 + (gzipSize($1) ?? 0) }
      if size <= budget { return [] }
      return [
        Finding(
          at: file.location(ofName: place),
          "this page needs \((size + 1023) / 1024) kB with its style sheet, and 14 are there to spend",
          help: "divide it into two pages, or shorten its lists")
      ]
    })

  private static let budget = 14 * 1024
  private static let worthALook = 40_000

  /// The sources of the sheets that a page names, without comments and indentation, which the build takes out.
  private static func styleSheets(of html: HTMLScan, _ input: CheckInput) -> [[UInt8]] {
    var sheets: [[UInt8]] = []
    html.eachSpecial { _, tag in
      guard tag.element == .link, html.isWord(html.attribute(.rel, of: tag), "stylesheet"),
        // No page waits for what only paper needs.
        !html.isWord(html.attribute(.media, of: tag), "print"),
        let href = html.attribute(.href, of: tag)
      else { return }
      // `style.1977513370.css` is made of `style.css`.
      let name = html.text(href).split(separator: "/").last ?? ""
      let stem = name.split(separator: ".").first ?? ""
      for path in input.tree.paths(under: "templates/assets/") where path.hasSuffix("/\(stem).css") {
        if let source = try? input.tree.read(path) { sheets.append(slim(source)) }
      }
    }
    return sheets
  }

  private static func slim(_ css: [UInt8]) -> [UInt8] {
    let lines = StyleSheet.withoutComments(css).split(separator: 10)
    return Array(lines.map(\.trimmed).filter { !$0.isEmpty }.joined())
  }

  private static func gzipSize(_ bytes: [UInt8]) -> Int? { Gzip.compress(bytes, level: 9)?.count }
}
