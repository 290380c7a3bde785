import Diagnostics

/// Reads `content/data/search.yml`: for each language, what helps a reader to find a page.
enum SearchDataReader {
  private static let keys = ["ignore", "endings", "spellings", "same", "pinned", "terms"]

  static func read(_ node: DataNode, _ problems: inout [Diagnostic]) -> [SearchData] {
    guard let entries = node.entries else {
      problems.append(node.wrongType("search", takes: "languages, such as `en:`"))
      return []
    }
    return entries.compactMap { entry in
      guard let fields = entry.value.fields("search", keys: keys, &problems) else { return nil }
      var data = SearchData(language: LocatedText(entry.key, at: entry.keyLocation))
      data.ignored = (fields.texts("ignore", &problems) ?? []).map(\.text)
      data.endings = (fields.texts("endings", &problems) ?? []).map(\.text)
      data.spellings = spellings(fields, &problems)
      data.same = groups(fields, SearchWords(data), &problems)
      data.pinned = pinned(fields, &problems)
      data.terms = terms(fields, &problems)
      return data
    }
  }

  private static func spellings(_ fields: DataFields, _ problems: inout [Diagnostic]) -> [(from: String, to: String)] {
    guard let node = fields["spellings"] else { return [] }
    guard let entries = node.entries else {
      problems.append(node.wrongType("spellings", takes: "letters and what they stand for, such as `ae: e`"))
      return []
    }
    return entries.compactMap { entry in
      entry.value.text(entry.key, &problems).map { (entry.key, $0) }
    }
  }

  /// A word that two groups have would have two meanings.
  ///
  /// - Parameter words: with the endings and spellings of the language, which make one word of several.
  private static func groups(_ fields: DataFields, _ words: SearchWords, _ problems: inout [Diagnostic]) -> [[String]] {
    var written: [String: SourceLocation] = [:]
    var first: [String: (word: LocatedText, group: Int)] = [:]
    var groups: [[String]] = []
    for (i, item) in (fields.list("same", of: "groups of words", &problems) ?? []).enumerated() {
      var group: [String] = []
      for word in item.texts("same", &problems) ?? [] {
        if let earlier = written[word.text.lowercased()] {
          problems.append(
            Diagnostic(
              "data/duplicate-id", at: word.location, "'\(word.text)' stands in `same` twice",
              help: "keep it in one group", notes: [.init("first given here", at: earlier)]))
          continue
        }
        written[word.text.lowercased()] = word.location
        let parts = words.words(word.text)
        guard (1...SearchWords.longestPhrase).contains(parts.count) else {
          problems.append(
            Diagnostic(
              "data/wrong-type", at: word.location, "'\(word.text)' in `same` has \(parts.count) words",
              help: "write 1 to \(SearchWords.longestPhrase), or pin the phrase to a page"))
          continue
        }
        // Joined, since that names a group.
        let normal = parts.joined()
        if let earlier = first[normal], earlier.group != i {
          problems.append(
            Diagnostic(
              "data/duplicate-id", at: word.location,
              "'\(word.text)' is the same word as '\(earlier.word.text)' in another group of `same`",
              help: "remove one of the two: `endings` and `spellings` make one word of them",
              notes: [.init("first given here", at: earlier.word.location)]))
          continue
        }
        first[normal] = first[normal] ?? (word, i)
        group.append(word.text)
      }
      groups.append(group)
    }
    return groups
  }

  private static func pinned(_ fields: DataFields, _ problems: inout [Diagnostic]) -> [SearchData.Answer] {
    (fields.list("pinned", of: "pages with phrases", &problems) ?? []).compactMap { item in
      guard let pin = item.fields("pinned", keys: ["page", "for"], &problems) else { return nil }
      let page = pin.requiredText("page", &problems)
      let phrases = pin.required("for", &problems)?.texts("for", of: "phrases", &problems)
      guard let page, let phrases else { return nil }
      return SearchData.Answer(
        page: LocatedText(page, at: pin["page"]?.location ?? item.location), phrases: phrases.map(\.text))
    }
  }

  private static func terms(_ fields: DataFields, _ problems: inout [Diagnostic]) -> [SearchData.Answer] {
    guard let node = fields["terms"] else { return [] }
    guard let entries = node.entries else {
      problems.append(node.wrongType("terms", takes: "pages with phrases, such as `help/stopping.md: [how to quit]`"))
      return []
    }
    return entries.compactMap { entry in
      entry.value.texts(entry.key, of: "phrases", &problems).map { phrases in
        SearchData.Answer(page: LocatedText(entry.key, at: entry.keyLocation), phrases: phrases.map(\.text))
      }
    }
  }
}
