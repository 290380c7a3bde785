import Content
import Diagnostics
import Markdown

extension Check {
  /// An item of a list of what not to do that reads as something to do.
  static let dontItem = Check(
    "safety/dont-item", .error,
    .init(
      finds: "An item in `:::dont` that does not say \"do not\".",
      why: "Who reads only the item, or hears it without the colour of its box, would do the opposite.",
      bad: [
        "content/page.md": ":::dont\n\n- leave them alone\n\n:::\n",
        "content/data/words/en/context/dont-words.yml": "[do not]\n",
      ],
      good: [
        "content/page.md": ":::dont\n\n- do not leave them alone\n\n:::\n",
        "content/data/words/en/context/dont-words.yml": "[do not]\n",
      ]),
    scope: .page { view in
      let (document, prose, input) = (view.document, view.prose, view.input)
      guard document.directives.contains(where: { $0.name == "dont" }),
        let words = input.words[prose.language]?.entries["context/dont-words"]?.first?.text
      else { return [] }
      var found: [Finding] = []
      for block in prose.blocks where block.isInList && block.kind == .paragraph {
        guard let directive = block.directive, document.directives[directive].name == "dont", let node = block.node,
          document.nodes[node - 1].kind == .item, let first = block.words.first,
          !prose.has("dont-words", in: block.words, input)
        else { continue }
        let place = prose.location(ofWords: first..<(first + 1), input)
        found.append(
          Finding(
            at: place, "the item does not say \"\(words)\"", help: "begin it with \"\(words)\"",
            edits: edit(first, at: place, words, prose, input)))
      }
      return found
    })

  /// Puts "do not" before a first word that is surely a command.
  private static func edit(
    _ first: Int, at place: SourceLocation, _ words: String, _ prose: Prose, _ input: CheckInput
  ) -> [Edit] {
    guard prose.has("commands", in: first..<(first + 1), input) else { return [] }
    return [Edit(place, words + " " + prose.string(prose.words[first]).lowercased())]
  }
}
