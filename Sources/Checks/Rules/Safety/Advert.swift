import Content
import Diagnostics

extension Check {
  /// An advert, or what a shop or blog leaves behind when its text is copied.
  static let advert = Check(
    "safety/advert", .warning,
    .init(
      finds: "Words of an advert, and what is left of a shop or a blog, such as \"Leave a Reply\".",
      why: "Nobody who is frightened should have to ask what a page wants to sell.",
      bad: [
        "content/page.md": "Ketamine blocks a receptor. Skin care products for tired faces.\n",
        "content/data/words/en/advert-goods.yml": "[products]\n",
        "content/data/words/en/context/verbs.yml": "[is, are]\n",
      ],
      good: [
        "content/page.md": "Ketamine blocks a receptor. These products are not licensed.\n",
        "content/data/words/en/advert-goods.yml": "[products]\n",
        "content/data/words/en/context/verbs.yml": "[is, are]\n",
      ]),
    scope: .prose { prose, input in
      var found: [Finding] = []
      var last = 0..<0
      var lines: [Range<Int>] = []
      let goods = ["advert-goods", "advert-goods-praised", "advert-openers"].flatMap { prose.phrases(of: $0) }
      for match in goods where !last.contains(match.words.lowerBound) {
        let block = prose.blocks[prose.block(ofWord: match.words.lowerBound)]
        guard block.kind == .paragraph, !block.isInList, !block.hasCitation else { continue }
        let sentence = prose.sentence(of: match.words.lowerBound)
        if match.phrase.list == "advert-openers", match.words.lowerBound != sentence.lowerBound { continue }
        last = sentence
        if match.phrase.list == "advert-goods-praised", !prose.has("praise", in: sentence, input) { continue }
        let end = prose.byte(afterWord: sentence.upperBound - 1)
        guard (3...14).contains(sentence.count), end != UInt8(ascii: ":"), end != UInt8(ascii: "?"),
          !prose.has("verbs", in: sentence, input)
        else { continue }
        lines.append(sentence)
        found.append(
          Finding(
            at: prose.location(ofWords: sentence, input), "a line without a verb, about goods: is this an advert?",
            help: "delete it, or make it a sentence that says what it has to do with the page"))
      }
      for match in prose.phrases(of: "advert") where !lines.contains(where: { $0.overlaps(match.words) }) {
        found.append(
          Finding(
            at: prose.location(ofWords: match.words, input), "this reads like an advert or the rest of a shop or blog",
            help: "delete it, and what belongs to it"))
      }
      return found
    })
}
