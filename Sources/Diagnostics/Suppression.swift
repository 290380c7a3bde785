/// A comment that asks checks to be silent about a place: `sitegen-ignore rule: reason`.
package struct Suppression: Sendable, Hashable {
  package static let word = "sitegen-ignore"

  /// Ids of the rules that it names.
  package var rules: [String]
  /// Empty if none is given.
  package var reason: String
  /// Of the comment.
  package var location: SourceLocation
  /// Lines of the file that it speaks of; nil if nothing follows it.
  package var lines: ClosedRange<Int>?

  package init(rules: [String], reason: String, location: SourceLocation, lines: ClosedRange<Int>?) {
    self.rules = rules
    self.reason = reason
    self.location = location
    self.lines = lines
  }

  /// Reads an HTML comment that holds nothing else; nil if it is another one.
  package static func parse(comment: String) -> (rules: [String], reason: String)? {
    let text = comment.trimmingSpace
    guard text.hasPrefix("<!--"), text.hasSuffix("-->") else { return nil }
    return parse(text.dropFirst(4).dropLast(3))
  }

  /// Reads what stands in a comment, without its marks.
  package static func parse(_ inside: Substring) -> (rules: [String], reason: String)? {
    let text = inside.trimmingSpace
    guard text.hasPrefix(word) else { return nil }
    let rest = text.dropFirst(word.count)
    guard rest.first.map({ $0 == " " || $0 == ":" }) ?? true else { return nil }
    let colon = rest.firstIndex(of: ":") ?? rest.endIndex
    let rules = rest[..<colon].split { $0 == "," || $0 == " " }.map(String.init)
    let reason = colon == rest.endIndex ? "" : String(rest[rest.index(after: colon)...].trimmingSpace)
    return (rules, reason)
  }

  /// Suppressions in comments of a file that is not Markdown: `#` in YAML, `{{! }}` in templates, `/* */` in CSS.
  ///
  /// A comment speaks of the lines after it, up to the first that is not indented further than the one after the comment.
  package static func read(_ bytes: [UInt8], file: String, lineOffset: Int = 0) -> [Suppression] {
    let text = String(decoding: bytes, as: UTF8.self)
    guard text.contains(word) else { return [] }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.indices.compactMap { i -> Suppression? in
      let line = lines[i].trimmingSpace
      guard let opening = ["#", "{{!", "/*"].first(where: line.hasPrefix) else { return nil }
      var inside = line.dropFirst(opening.count)
      for closing in ["}}", "*/"] where inside.hasSuffix(closing) { inside = inside.dropLast(2) }
      guard let (rules, reason) = parse(inside) else { return nil }
      let column = lines[i].utf8.count - lines[i].drop { $0 == " " || $0 == "\t" }.utf8.count + 1
      return Suppression(
        rules: rules, reason: reason,
        location: SourceLocation(file: file, line: lineOffset + i + 1, column: column, length: line.utf8.count),
        lines: covered(after: i, lines).map { ($0.lowerBound + lineOffset)...($0.upperBound + lineOffset) })
    }
  }

  private static func covered(after comment: Int, _ lines: [Substring]) -> ClosedRange<Int>? {
    func isComment(_ line: Substring) -> Bool { ["#", "{{!", "/*"].contains { line.trimmingSpace.hasPrefix($0) } }
    func indentation(_ line: Substring) -> Int { line.prefix { $0 == " " || $0 == "\t" }.count }
    guard let first = lines.indices.dropFirst(comment + 1).first(where: { !isComment(lines[$0]) && !lines[$0].isEmpty })
    else { return nil }
    var last = first
    for i in lines.indices.dropFirst(first + 1) where !lines[i].trimmingSpace.isEmpty {
      if indentation(lines[i]) <= indentation(lines[first]) { break }
      last = i
    }
    return (first + 1)...(last + 1)
  }
}

extension StringProtocol where SubSequence == Substring {
  fileprivate var trimmingSpace: Substring {
    var rest = self[startIndex..<endIndex]
    while let first = rest.first, first.isWhitespace { rest.removeFirst() }
    while let last = rest.last, last.isWhitespace { rest.removeLast() }
    return rest
  }
}
