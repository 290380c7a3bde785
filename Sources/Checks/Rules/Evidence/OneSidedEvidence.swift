import Content
import Diagnostics

extension Check {
  /// A page that cites the trials that went well and none of those that did not.
  static let oneSidedEvidence = Check(
    "evidence/one-sided", .warning,
    .init(
      finds:
        "A page that cites trials with a good result and none without one, though content/data/trials.yml knows some on the same topic.",
      why: "Trials that went well are told more often. Half of the evidence misleads more than none.",
      bad: [
        "content/page.md": "In a trial, people felt better [@good2006].\n",
        "content/data/references.json":
          "[{\"id\": \"good2006\", \"title\": \"A\"}, {\"id\": \"null2023\", \"title\": \"B\"}]\n",
        "content/data/trials.yml":
          "- {topic: depression, direction: positive, references: [good2006]}\n- {topic: depression, direction: 'null', references: [null2023]}\n",
      ],
      good: [
        "content/page.md": "In one trial, people felt better [@good2006]. In another they did not [@null2023].\n",
        "content/data/references.json":
          "[{\"id\": \"good2006\", \"title\": \"A\"}, {\"id\": \"null2023\", \"title\": \"B\"}]\n",
        "content/data/trials.yml":
          "- {topic: depression, direction: positive, references: [good2006]}\n- {topic: depression, direction: 'null', references: [null2023]}\n",
      ]),
    scope: .site { input in
      let topics = Topic.all(in: input.site.data.tables["trials"] ?? [])
      if topics.isEmpty { return [] }
      /// For each reference, the topics that it says something of.
      var roles: [[(topic: Int, isFavourable: Bool)]] = Array(repeating: [], count: input.site.data.references.count)
      for (k, topic) in topics.enumerated() {
        for (keys, isFavourable) in [(topic.favourable, true), (topic.others, false)] {
          for key in keys { if let i = input.site.referenceByID[key] { roles[i].append((k, isFavourable)) } }
        }
      }
      return input.site.pages.flatMap { page in
        var counts = [(favourable: Int, others: Int)](repeating: (0, 0), count: topics.count)
        for reference in page.citations.references {
          for role in roles[reference] {
            if role.isFavourable { counts[role.topic].favourable += 1 } else { counts[role.topic].others += 1 }
          }
        }
        return zip(topics, counts).compactMap { topic, count -> Finding? in
          // A few trials among many other sources are cited for something else, such as their side effects.
          guard count.favourable > 0, count.others == 0,
            count.favourable > 2 || count.favourable * 4 >= page.citations.references.count
          else { return nil }
          return finding(topic, on: page)
        }
      }
    })

  private static func finding(_ topic: Topic, on page: Page) -> Finding? {
    let items = page.document.citations.lazy.flatMap(\.items)
    guard let first = items.first(where: { topic.favourable.contains($0.key) }) else { return nil }
    return Finding(
      at: first.location, "the page cites only trials on \(topic.name) that went well",
      help: "tell what the others found, too: \(topic.others.sorted().joined(separator: ", "))")
  }
}

/// What the list of trials knows of one question.
private struct Topic {
  let name: String
  var favourable = Set<String>()
  /// Trials with a mixed, no or a bad result.
  var others = Set<String>()

  /// Those on which at least one trial did not go well. The first reference of a trial is its own report.
  static func all(in rows: [DataNode]) -> [Topic] {
    var topics: [String: Topic] = [:]
    var unfavourable = Set<String>()
    for row in rows {
      guard let name = row["topic"]?.scalar, let direction = row["direction"]?.scalar,
        let key = row.citedKeys.first?.text
      else { continue }
      if direction == "positive" {
        topics[name, default: Topic(name: name)].favourable.insert(key)
      } else {
        topics[name, default: Topic(name: name)].others.insert(key)
        if direction != "mixed" { unfavourable.insert(name) }
      }
    }
    return topics.values.filter { unfavourable.contains($0.name) }.sorted { $0.name < $1.name }
  }
}
