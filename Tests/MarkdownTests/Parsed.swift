import Diagnostics
import Markdown

/// A parsed text, in forms that are easy to compare.
struct Parsed {
  let document: Document
  let diagnostics: [Diagnostic]

  init(_ text: String, lineOffset: Int = 0) { self.init(Array(text.utf8), lineOffset: lineOffset) }

  init(_ source: [UInt8], lineOffset: Int = 0) {
    (document, diagnostics) = Parser(file: "page.md").parse(source[...], lineOffset: lineOffset)
  }

  /// The tree: `paragraph(text 'a' emphasis(text 'b'))`, directives and citations by name.
  var outline: String { document.nodes.isEmpty ? "" : children(of: 0) }

  private func children(of i: Int) -> String { document.children(of: i).map(node).joined(separator: " ") }

  private func node(_ i: Int) -> String {
    let node = document.nodes[i]
    let index = Int(node.payload.start)
    let inner = children(of: i)
    let within = inner.isEmpty ? "" : "(\(inner))"
    switch node.kind {
    case .text: return "'\(document.string(node.payload))'"
    case .directive: return document.directives[index].name + within
    case .citation: return "@" + document.citations[index].items.map(\.key).joined(separator: "+")
    case .softBreak: return "/"
    default: return "\(node.kind)" + within
    }
  }

  /// `line:column rule`, one for each diagnostic.
  var problems: [String] { diagnostics.map { "\($0.location.line):\($0.location.column) \($0.rule)" } }

  var leavesFootnotesOut: Bool { diagnostics.contains { $0.rule == "content/unused-footnote" } }

  var anchors: [String] {
    document.headings.map { document.string(document.nodes[Int($0)].payload) }
  }

  /// `line:column-endLine:endColumn` of each node of `kind`.
  func places(of kind: Kind) -> [String] {
    document.nodes.filter { $0.kind == kind }.map { "\($0.line):\($0.column)-\($0.endLine):\($0.endColumn)" }
  }
}
