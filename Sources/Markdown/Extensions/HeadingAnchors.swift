import Diagnostics

extension MarkdownExtension {
  /// Gives every heading an anchor: the author's, `## Heading {#stable-id}`, or one made as GitHub makes it.
  static let headingAnchors = MarkdownExtension(name: "heading anchors", trigger: nil) { document, source in
    var diagnostics: [Diagnostic] = []
    var explicit: [String: SourceLocation] = [:]
    /// The anchors of the page; for each that was made, the last number given to a heading of the same text.
    var taken: [String: Int] = [:]
    for index in document.headings {
      guard let (id, location) = takeExplicitAnchor(&document, Int(index), source) else { continue }
      if let first = explicit[id] {
        diagnostics.append(
          Diagnostic(
            "content/duplicate-anchor", at: location, "two headings have the anchor '\(id)'",
            help: "give one of them another anchor", notes: [.init("also given here", at: first)]))
        continue
      }
      explicit[id] = location
      taken[id] = 0
      document.nodes[Int(index)].payload = document.add(id.utf8)
    }
    var plain: [UInt8] = []
    var slug: [UInt8] = []
    for index in document.headings where document.nodes[Int(index)].payload.length == 0 {
      plain.removeAll(keepingCapacity: true)
      slug.removeAll(keepingCapacity: true)
      document.appendPlainText(of: Int(index), to: &plain)
      Slug.append(plain, to: &slug)
      let base = String(decoding: slug, as: UTF8.self)
      var id = base
      // A heading without a single letter is numbered from the start.
      if var count = base.isEmpty ? taken[base] ?? 0 : taken[base] {
        repeat {
          count += 1
          id = "\(base.isEmpty ? "section" : base)-\(count)"
        } while taken[id] != nil
        taken[base] = count
      }
      taken[id] = 0
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
  package static func make(_ text: String) -> String {
    var slug: [UInt8] = []
    append(Array(text.utf8), to: &slug)
    return String(decoding: slug, as: UTF8.self)
  }

  /// Lower case; keeps letters, marks, decimal digits, connector punctuation and hyphens of any script; a space becomes
  /// a hyphen; the rest goes. (The rule of github/html-pipeline's table of contents, `/[^\p{Word}\- ]/u`.)
  static func append(_ text: [UInt8], to slug: inout [UInt8]) {
    var i = 0
    while i < text.count {
      let byte = text[i]
      if byte >= 128 { return appendScalars(text[i...], to: &slug) }
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"),
        UInt8(ascii: "_"):
        slug.append(byte)
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): slug.append(byte | 32)
      case UInt8(ascii: " "): slug.append(UInt8(ascii: "-"))
      default: break
      }
      i += 1
    }
  }

  private static func appendScalars(_ text: ArraySlice<UInt8>, to slug: inout [UInt8]) {
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
      if scalar.isASCII {
        append([UInt8(scalar.value)], to: &slug)
      } else if isWord(scalar) {
        slug.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
      }
    }
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
