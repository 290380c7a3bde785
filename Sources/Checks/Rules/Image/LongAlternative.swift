import Content
import Diagnostics

extension Check {
  /// A text alternative that is too long to listen to.
  static let longAlternative = Check(
    "image/long-alternative", .warning,
    .init(
      finds: "A text alternative of more than 125 letters.",
      why:
        "Screen readers read it in one go, without a way to pause or go back a word. What takes longer belongs "
        + "in the text, where everybody can read it.",
      bad: [
        "content/page.md":
          "![The bladder, drawn from the front, with its wall in red where ketamine has made it thick and "
          + "stiff, next to a healthy bladder of the same size in grey](bladder.svg)\n",
        "content/bladder.svg": "<svg width=\"9\" height=\"9\"/>",
      ],
      good: [
        "content/page.md":
          "![A healthy bladder beside one that ketamine has made small and stiff](bladder.svg)\n",
        "content/bladder.svg": "<svg width=\"9\" height=\"9\"/>",
      ]),
    scope: .page { view in
      let prose = view.prose
      return prose.blocks.compactMap { block -> Finding? in
        guard block.kind == .alternative, block.text.count > longestAlternative else { return nil }
        let letters = prose.string(block.text).count
        guard letters > longestAlternative else { return nil }
        return Finding(
          at: prose.location(of: block.text, view.input),
          "the text alternative has \(letters) letters, \(longestAlternative) are enough",
          help: "say in one sentence what the picture tells, and put the rest into the text around it")
      }
    })

  private static let longestAlternative = 125
}
