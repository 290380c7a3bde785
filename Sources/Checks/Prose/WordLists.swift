import Content
import Diagnostics

/// A phrase of a word list, as an editor wrote it in `content/data/words/<language>/<list>.yml`.
package struct Phrase: Sendable {
  /// Name of its list, such as `stigmatising`.
  package let list: String
  /// The words as the list has them, such as `drug abuse`.
  package let text: String
  /// What to write instead.
  package let instead: String?
  /// Why, where the list says so.
  package let reason: String?
  /// Whether `instead` can take its place in any sentence.
  package let isDropIn: Bool
}

/// A phrase that occurs.
package struct PhraseMatch: Sendable {
  package let phrase: Phrase
  /// Indices into `Prose.words`.
  package let words: Range<Int>
}

/// The word lists of one language.
///
/// A list is a YAML sequence. An entry is a phrase, or a mapping with `avoid` (a phrase or several), and where it helps
/// `write` (what to write instead), `unless` (longer phrases that are fine), `because`, and `fix: true` where `write`
/// can take the place of the phrase in any sentence, so that `--fix` may put it there. See `Lexicon` for `|` and `*`.
///
/// Lists in the folder `context/` are not looked for. A check asks them about a sentence that it has picked already, such
/// as whether it says "not"; words as common as that would make every search slow.
package struct WordLists: Sendable {
  package static let folder = "words/"
  private static let contextFolder = "context/"

  package let lexicon: Lexicon
  /// Every entry by list, for checks that read lists in another way than as phrases.
  package let entries: [String: [Phrase]]
  /// Lists of the folder `context/`, by name without the folder.
  package let contexts: [String: Lexicon]
  /// The hashes of all words of those lists.
  package let sets: [String: Set<UInt64>]

  init(language: String, tables: [String: [DataNode]], _ findings: inout [Finding]) {
    let prefix = Self.folder + language + "/"
    var lexicon = Lexicon()
    var entries: [String: [Phrase]] = [:]
    var sets: [String: Set<UInt64>] = [:]
    var contexts: [String: Lexicon] = [:]
    for name in tables.keys.filter({ $0.hasPrefix(prefix) }).sorted() {
      let list = String(name.dropFirst(prefix.count))
      for item in tables[name] ?? [] {
        guard let entry = Entry(item) else {
          findings.append(
            Finding(
              at: item.location, "an entry of a word list is a phrase, or has a key `avoid`",
              help: "write `- the phrase`, or `- {avoid: the phrase, write: what to write instead}`"))
          continue
        }
        for text in entry.avoid {
          let phrase = Phrase(
            list: list, text: text, instead: entry.write, reason: entry.because, isDropIn: entry.isDropIn)
          entries[list, default: []].append(phrase)
          if list.hasPrefix(Self.contextFolder) {
            let context = String(list.dropFirst(Self.contextFolder.count))
            contexts[context, default: Lexicon()].add(phrase, unless: [])
            sets[context, default: []].formUnion(Words.hashes(of: text))
          } else {
            lexicon.add(phrase, unless: entry.unless)
          }
        }
      }
    }
    lexicon.index()
    self.lexicon = lexicon
    self.entries = entries
    self.sets = sets
    self.contexts = contexts.mapValues { context in
      var indexed = context
      indexed.index()
      return indexed
    }
  }

  /// One entry as it is written.
  private struct Entry {
    var avoid: [String] = []
    var write: String?
    var unless: [String] = []
    var because: String?
    var isDropIn = false

    init?(_ node: DataNode) {
      if let text = node.scalar {
        avoid = [text]
        return
      }
      for entry in node.entries ?? [] {
        let texts = entry.value.scalar.map { [$0] } ?? (entry.value.items ?? []).compactMap(\.scalar)
        switch entry.key {
        case "avoid": avoid = texts
        case "write": write = texts.first
        case "unless": unless = texts
        case "because": because = texts.first
        case "fix": isDropIn = texts.first == "true"
        default: return nil
        }
      }
      if avoid.isEmpty || (isDropIn && write == nil) { return nil }
    }
  }
}
