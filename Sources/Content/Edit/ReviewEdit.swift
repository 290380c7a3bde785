import Diagnostics

/// Writes a review into the front matter of a page, and changes nothing else.
package enum ReviewEdit {
  /// - Parameters:
  ///   - page: as it was read from `source`.
  ///   - settings: of the site, to read the result again.
  /// - Returns: nil if the front matter is written in a way in which the review cannot be told apart, such as all of it
  ///   in one pair of brackets.
  package static func write(_ review: Review, into source: [UInt8], of page: ParsedPage, settings: Settings) -> [UInt8]?
  {
    let lines = EditedLines(source)
    guard let yaml = frontMatter(source, page),
      let entries = YAML.read(source[yaml], file: page.path, lineOffset: 1).node?.entries
    else { return nil }
    let written = text(of: review)
    let edited: [UInt8]
    if let index = entries.firstIndex(where: { $0.key == "review" }) {
      let entry = entries[index]
      let first = entry.keyLocation.line
      let close = source[..<yaml.upperBound].count { $0 == 10 } + 1
      var end = index + 1 < entries.count ? entries[index + 1].keyLocation.line : close
      guard entry.keyLocation.column == 1, end > first else { return nil }
      // What stands before the next key belongs to it.
      while end - 1 > first, isBlankOrComment(lines.text(of: end - 1)) { end -= 1 }
      var comment = ""
      if end == first + 1, entry.value.location.line == first, entry.value.location.length > 0 {
        let rest = lines.text(of: first).dropFirst(entry.value.location.column - 1 + entry.value.location.length)
        if rest.contains(UInt8(ascii: "#")) { comment = String(decoding: rest, as: UTF8.self) }
      }
      edited = lines.replacing(
        lines.start(of: first)..<lines.start(of: end), with: "review:\(comment)\n" + written)
    } else {
      edited = lines.replacing(yaml.upperBound..<yaml.upperBound, with: "review:\n" + written)
    }
    let (read, _) = PageParser(settings: settings).parse(edited, path: page.path)
    return holds(review, read, page) ? edited : nil
  }

  /// The bytes between the two marks. Every page that can be read has both.
  private static func frontMatter(_ source: [UInt8], _ page: ParsedPage) -> Range<Int>? {
    guard let first = source.firstIndex(of: 10), page.bodyOffset > first + 1, page.bodyOffset <= source.count else {
      return nil
    }
    let mark = source[..<page.bodyOffset].dropLast(source[page.bodyOffset - 1] == 10 ? 1 : 0)
    guard let before = mark.lastIndex(of: 10), before >= first else { return nil }
    return (first + 1)..<(before + 1)
  }

  private static func isBlankOrComment(_ line: ArraySlice<UInt8>) -> Bool {
    line.first == UInt8(ascii: "#") || line.allSatisfy { $0 == 32 || $0 == 9 }
  }

  private static func text(of review: Review) -> String {
    var lines = ["state: \(review.state.rawValue)", "on: \(review.on)"]
    if let due = review.due { lines.append("due: \(due)") }
    if let by = review.by { lines.append("by: " + YAMLText.written(by)) }
    if let role = review.role { lines.append("role: " + YAMLText.written(role)) }
    if let content = review.content { lines.append("content: " + content) }
    return lines.map { "  \($0)\n" }.joined()
  }

  /// An edit that did not do what was asked for is none.
  private static func holds(_ review: Review, _ read: ParsedPage, _ page: ParsedPage) -> Bool {
    guard let there = read.frontMatter.review else { return false }
    return there.state == review.state && there.on == review.on && there.due == review.due && there.by == review.by
      && there.role == review.role && there.content == review.content
      && read.frontMatter.title.text == page.frontMatter.title.text
      && read.frontMatter.description?.text == page.frontMatter.description?.text
  }
}
