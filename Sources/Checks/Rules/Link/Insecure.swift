import Content
import Diagnostics
import Markdown

extension Check {
  /// A link to an address that is not encrypted.
  static let insecureLink = Check(
    "link/insecure", .warning,
    .init(
      finds:
        "A link to an address that begins with `http:`, in a page, a glossary definition or a `url` of a data file.",
      why:
        "Such a page travels unencrypted: whoever runs the network, at home, at school or at work, sees what "
        + "was read and can change it.",
      bad: "See [the service](http://example.org/).\n", good: "See [the service](https://example.org/).\n"),
    scope: .site { input in
      var found: [Finding] = []
      for page in input.site.pages {
        let document = page.document
        for link in document.links where isInsecure(document.bytes(link.destination)) {
          found.append(
            insecure(document, link, at: page.location(ofDestination: link, input) ?? page.location(of: link)))
        }
      }
      for term in input.site.data.glossary {
        for link in term.definition.links where isInsecure(term.definition.bytes(link.destination)) {
          let node = term.definition.nodes[Int(link.node)]
          let place = SourceLocation(
            file: term.location.file, line: Int(node.line), column: Int(node.column),
            length: Int(node.endColumn - node.column) + 1)
          found.append(insecure(term.definition, link, at: place))
        }
      }
      for (_, rows) in input.site.data.tables.sorted(by: { $0.key < $1.key }) {
        for entry in rows.lazy.flatMap({ $0.entries ?? [] }) where entry.key == "url" || entry.key == "URL" {
          guard let url = entry.value.scalar, isInsecure(Array(url.utf8)[...]) else { continue }
          found.append(insecure(url, at: entry.value.location))
        }
      }
      return found
    })

  private static func insecure(_ document: Document, _ link: Link, at location: SourceLocation) -> Finding {
    insecure(document.string(link.destination), at: location)
  }

  private static func insecure(_ url: String, at location: SourceLocation) -> Finding {
    Finding(
      at: location, "the address '\(url)' is not encrypted",
      help: "open it with https: instead; if the same page appears, write it so")
  }

  /// Tor encrypts what goes to an onion address by itself.
  private static func isInsecure(_ url: ArraySlice<UInt8>) -> Bool {
    guard url.count > 7, zip(url, "http://".utf8).allSatisfy({ ($0 >= 65 && $0 <= 90 ? $0 | 32 : $0) == $1 }) else {
      return false
    }
    let host = url.dropFirst(7).prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: ":") }
    return !host.reversed().starts(with: ".onion".utf8.reversed())
  }
}
