import Content
import Diagnostics

extension Check {
  /// What was seen in animals or cells, told as if it were known of people.
  static let unlabelledAnimalStudy = Check(
    "evidence/unlabelled-animal", .warning,
    .init(
      finds:
        "A sentence that cites a study in animals or cells (`content/data/animal-studies.yml`) and does not say so.",
      why: "Most of what helps mice never helps people. Readers must be able to tell.",
      bad: [
        "content/page.md": "Ketamine made new connections grow [@li2010].\n",
        "content/data/references.json": "[{\"id\": \"li2010\", \"title\": \"A study\"}]\n",
        "content/data/animal-studies.yml": "[li2010]\n",
        "content/data/words/en/context/animal-words.yml": "[in rats, in animals]\n",
      ],
      good: [
        "content/page.md": "In rats, ketamine made new connections grow [@li2010].\n",
        "content/data/references.json": "[{\"id\": \"li2010\", \"title\": \"A study\"}]\n",
        "content/data/animal-studies.yml": "[li2010]\n",
        "content/data/words/en/context/animal-words.yml": "[in rats, in animals]\n",
      ]),
    scope: .prose { prose, input in
      if prose.citations.isEmpty || input.site.data.tables["animal-studies"] == nil { return [] }
      let studies = input.keys(ofList: "animal-studies")
      var found: [Finding] = []
      for (node, at) in prose.citations {
        let citation = prose.document.citations[Int(prose.document.nodes[node].payload.start)]
        guard let item = citation.items.first(where: { studies.keys.contains($0.key) }) else { continue }
        let block = prose.blocks[prose.block(at: at)]
        guard let sentence = sentence(before: at, block, prose), !prose.has("animal-words", in: sentence, input) else {
          continue
        }
        // A row of a table is one statement.
        if block.kind == .tableCell, rowHasWord(of: block, prose, input) { continue }
        found.append(
          Finding(
            at: item.location, "'\(item.key)' is a study in animals or cells, and the sentence does not say so",
            help: "name what was studied, such as \"In rats, …\"; it may not hold in people"))
      }
      return found
    })

  /// The sentence that a citation ends or stands in.
  private static func sentence(before at: Int, _ block: Prose.Block, _ prose: Prose) -> Range<Int>? {
    let sentences = prose.sentences(of: block)
    return sentences.last { Int(prose.words[$0.lowerBound].start) < at } ?? sentences.first
  }

  private static func rowHasWord(of block: Prose.Block, _ prose: Prose, _ input: CheckInput) -> Bool {
    guard let node = block.node,
      let row = prose.document.nodes[..<node].lastIndex(where: { $0.kind == .tableRow })
    else { return false }
    let end = Int(prose.document.nodes[row].end)
    return prose.blocks.contains { cell in
      cell.kind == .tableCell && cell.node.map { $0 > row && $0 < end } ?? false
        && prose.has("animal-words", in: cell.words, input)
    }
  }
}
