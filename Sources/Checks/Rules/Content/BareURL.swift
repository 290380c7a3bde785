import Content
import Diagnostics

extension Check {
  /// A web address where words should stand.
  static let bareURL = Check(
    "content/bare-url", .warning,
    .init(
      finds: "A web address as the text of a link.",
      why:
        "A screen reader spells it out letter by letter, and on a phone it breaks the line. Words say what is there.",
      bad: "See https://www.example.org/drugs/ketamine?lang=en for more.\n",
      good: "See [the guide to ketamine](https://www.example.org/drugs/ketamine?lang=en).\n"),
    scope: .page { view in
      let document = view.document
      return document.links.compactMap { link -> Finding? in
        let i = Int(link.node)
        let node = document.nodes[i]
        guard node.kind == .link, i + 1 < Int(node.end), document.nodes[i + 1].kind == .text,
          isAddress(document.bytes(document.nodes[i + 1].payload))
        else { return nil }
        return Finding(
          at: view.page.location(ofTextIn: i), "a web address stands where words should",
          help: "write `[what is there](\(document.string(link.destination)))`")
      }
    })

  /// Whether a text begins with `http://` or `https://`, or with `www.` and goes on to a path. `www.example.org` alone
  /// is a name that people say.
  private static func isAddress(_ text: ArraySlice<UInt8>) -> Bool {
    func begins(_ word: StaticString) -> Bool {
      word.withUTF8Buffer { word in
        text.count > word.count && zip(text, word).allSatisfy { ($0 >= 65 && $0 <= 90 ? $0 | 32 : $0) == $1 }
      }
    }
    guard let first = text.first, first | 32 == UInt8(ascii: "h") || first | 32 == UInt8(ascii: "w") else {
      return false
    }
    if text.contains(32) { return false }
    if begins("https://") || begins("http://") { return true }
    guard begins("www."), let slash = text.firstIndex(of: UInt8(ascii: "/")) else { return false }
    return slash + 1 < text.endIndex
  }
}
