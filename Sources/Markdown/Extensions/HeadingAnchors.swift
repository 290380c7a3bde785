import Diagnostics

extension MarkdownExtension {
  /// Gives every heading an anchor: the author's, `## Heading {#stable-id}`, or one made as GitHub makes it.
  static let headingAnchors = MarkdownExtension(name: "heading anchors", trigger: nil) { document, source in
    var diagnostics: [Diagnostic] = []
    var taken: [String: SourceLocation] = [:]
    var explicit = Set<Int32>()
    for index in document.headings {
      guard let (id, location) = takeExplicitAnchor(&document, Int(index), source) else { continue }
      if let first = taken[id] {
        diagnostics.append(
          Diagnostic(
            "content/duplicate-anchor", at: location, "two headings have the anchor '\(id)'",
            help: "give one of them another anchor", notes: [.init("also given here", at: first)]))
        continue
      }
      taken[id] = location
      explicit.insert(index)
      document.nodes[Int(index)].payload = document.add(id.utf8)
    }
    var next: [String: Int] = [:]
    for index in document.headings where !explicit.contains(index) {
      let base = Slug.make(document.plainText(of: Int(index)))
      var id = base
      var count = next[base] ?? 0
      while id.isEmpty || taken[id] != nil {
        count += 1
        id = base.isEmpty ? "section-\(count)" : "\(base)-\(count)"
      }
      next[base] = count
      taken[id] = source.location(of: document.nodes[Int(index)])
      document.nodes[Int(index)].payload = document.add(id.utf8)
    }
    return diagnostics
  }
}

/// Cuts a trailing ` {#id}` off the heading at `index`.
private func takeExplicitAnchor(
  _ document: inout Document, _ index: Int, _ source: MarkdownExtension.Source
) -> (String, SourceLocation)? {
  guard let last = document.children(of: index).last, document.nodes[last].kind == .text else { return nil }
  let text = document.bytes(document.nodes[last].payload)
  guard text.last == UInt8(ascii: "}"), let brace = text.lastIndex(of: UInt8(ascii: "{")),
    brace + 2 < text.endIndex - 1, text[brace + 1] == UInt8(ascii: "#"),
    brace == text.startIndex || isSpace(text[brace - 1])
  else { return nil }
  let id = String(decoding: text[(brace + 2)..<(text.endIndex - 1)], as: UTF8.self)
  guard id.utf8.allSatisfy({ $0 > 32 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "'") }) else { return nil }
  let node = document.nodes[last]
  let column = Int(node.endColumn) - id.utf8.count
  let location = SourceLocation(file: source.file, line: Int(node.line), column: column, length: id.utf8.count)
  var kept = brace - text.startIndex
  while kept > 0, isSpace(text[text.startIndex + kept - 1]) { kept -= 1 }
  document.nodes[last].endColumn -= Int32(Int(node.payload.length) - kept)
  document.nodes[last].payload.length = Int32(kept)
  return (id, location)
}

/// Anchors as GitHub makes them from the text of a heading.
package enum Slug {
  /// Lower case; keeps letters, marks, decimal digits, connector punctuation and hyphens of any script; a space becomes
  /// a hyphen; the rest goes. (The rule of github/html-pipeline's table of contents, `/[^\p{Word}\- ]/u`.)
  package static func make(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "a"..."z", "0"..."9", "-", "_": result.unicodeScalars.append(scalar)
      case "A"..."Z": result.unicodeScalars.append(Unicode.Scalar(UInt8(scalar.value) | 32))
      case " ": result.unicodeScalars.append("-")
      case _ where scalar.isASCII: break
      default: if isWord(scalar) { result += scalar.properties.lowercaseMapping }
      }
    }
    return result
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
      .spacingMark, .enclosingMark, .decimalNumber, .connectorPunctuation:
      true
    default: false
    }
  }
}
