import Content
import Diagnostics
import Markdown

extension Check {
  /// A picture that says nothing to somebody who cannot see it.
  static let missingAlternative = Check(
    "image/missing-alternative", .error,
    .init(
      finds:
        "A picture without a text alternative. One that is only there to look nice says so: `![](line.svg "
        + "\"decorative\")`.",
      why: "Somebody who cannot see the picture, or whose phone did not load it, learns nothing of what it shows.",
      bad: ["content/page.md": "![](bladder.svg)\n", "content/bladder.svg": "<svg width=\"9\" height=\"9\"/>"],
      good: [
        "content/page.md": "![The bladder, and where ketamine harms it](bladder.svg) ![](line.svg \"decorative\")\n",
        "content/bladder.svg": "<svg width=\"9\" height=\"9\"/>",
        "content/line.svg": "<svg width=\"9\" height=\"1\"/>",
      ]),
    scope: .page { view in
      let (page, document) = (view.page, view.document)
      return document.links.compactMap { link -> Finding? in
        let i = Int(link.node)
        guard document.nodes[i].kind == .image else { return nil }
        if document.hash(ofWordsIn: i) == nil {
          let isDecorative = document.isDecorative(link)
          if isDecorative, !isOnlyTextOfLink(i, document) { return nil }
          return Finding(
            at: page.location(of: i),
            isDecorative
              ? "the picture is all that its link has, so it has to say where that leads"
              : "the picture has no text alternative",
            help: isDecorative
              ? "write between the brackets what the link leads to"
              : "write between the brackets what the picture tells; if it tells nothing, write "
                + "`![](\(document.string(link.destination)) \"decorative\")`")
        }
        guard isFileName(document.plainText(of: i), document.string(link.destination)) else { return nil }
        return Finding(
          at: page.location(ofTextIn: i), "the name of a file says nothing of what the picture shows",
          help: "write between the brackets what the picture tells")
      }
    })

  private static func isFileName(_ alternative: String, _ destination: String) -> Bool {
    guard !alternative.contains(" "), let name = destination.split(separator: "/").last else { return false }
    return alternative.lowercased() == name.lowercased()
  }

  /// Whether the picture stands in a link that has no words.
  private static func isOnlyTextOfLink(_ image: Int, _ document: Document) -> Bool {
    document.links.contains { link in
      let i = Int(link.node)
      return document.nodes[i].kind == .link && i < image && image < Int(document.nodes[i].end)
        && document.hash(ofWordsIn: i) == nil
    }
  }
}
