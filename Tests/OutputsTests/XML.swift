import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// The elements of an XML text in the order in which they begin; fails the test if the text is not well-formed.
struct XML {
  struct Element {
    let name: String
    let attributes: [String: String]
    var text = ""
    /// Names of the elements that it stands in, outermost first.
    let above: [String]
  }

  let elements: [Element]

  init(_ bytes: [UInt8], sourceLocation: Testing.SourceLocation = #_sourceLocation) throws {
    let parser = XMLParser(data: Data(bytes))
    let reader = Reader()
    parser.delegate = reader
    let isWellFormed = parser.parse()
    let mistake = parser.parserError.map { "\($0)" } ?? "not well-formed"
    try #require(isWellFormed, "\(mistake)", sourceLocation: sourceLocation)
    elements = reader.elements
  }

  init(_ text: String, sourceLocation: Testing.SourceLocation = #_sourceLocation) throws {
    try self.init(Array(text.utf8), sourceLocation: sourceLocation)
  }

  func all(_ name: String) -> [Element] { elements.filter { $0.name == name } }

  /// Texts of the elements `name`, of those in an element `parent` if one is given.
  func texts(_ name: String, in parent: String? = nil) -> [String] {
    all(name).filter { parent == nil || $0.above.last == parent }.map(\.text)
  }

  private final class Reader: NSObject, XMLParserDelegate {
    var elements: [Element] = []
    private var open: [Int] = []

    func parser(
      _: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
      attributes: [String: String]
    ) {
      elements.append(Element(name: name, attributes: attributes, above: open.map { elements[$0].name }))
      open.append(elements.count - 1)
    }

    func parser(_: XMLParser, didEndElement: String, namespaceURI: String?, qualifiedName: String?) {
      open.removeLast()
    }

    func parser(_: XMLParser, foundCharacters text: String) {
      if let last = open.last { elements[last].text += text }
    }
  }
}
