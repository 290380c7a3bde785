/// What `content/data/search.yml` says of one language: which words mean the same, and which page answers what.
package struct SearchData: Sendable {
  /// Words and questions that lead to a page.
  package struct Answer: Sendable {
    /// A page by its path below `content/`, as the editor wrote it.
    package var page: LocatedText
    package var phrases: [String]
  }

  /// The language's tag, where it stands in the file.
  package var language: LocatedText
  /// Words that say nothing about what somebody looks for, such as `the`.
  package var ignored: [String] = []
  /// Letters that are cut from the end of words, the first that fits, so that `bleeding` finds `bleed`.
  package var endings: [String] = []
  /// Letters that stand for others, in this order, so that British and American spellings meet.
  package var spellings: [(from: String, to: String)] = []
  /// Groups of words and phrases with one meaning.
  package var same: [[String]] = []
  /// Shown before everything else if all words of a phrase are in what was typed; in the order of the file.
  package var pinned: [Answer] = []
  /// Further words for pages, which the A to Z does not list.
  package var terms: [Answer] = []

  package init(language: LocatedText) { self.language = language }
}
