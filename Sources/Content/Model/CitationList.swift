/// The references of one page, numbered in the order in which they are first cited (Vancouver style).
package struct CitationList: Sendable {
  /// One reference named at one place.
  package struct Mark: Sendable {
    /// From 1.
    package let number: Int
    /// Which mention of this reference on the page, from 1.
    package let occurrence: Int
  }

  /// Indices into `SiteData.references`; the first has number 1.
  package private(set) var references: [Int] = []
  /// Mentions of each, in the same order.
  package private(set) var occurrences: [Int] = []
  /// For each of the document's citations, its marks.
  package private(set) var marks: [[Mark]] = []
  /// For each directive with data, for each of its rows, the marks of the row's `references`.
  package private(set) var rowMarks: [Int: [[Mark]]] = [:]
  /// Keys that name no reference.
  package private(set) var unknown: [LocatedText] = []

  private var numbers: [Int: Int] = [:]

  package init(citations: Int = 0) { marks = Array(repeating: [], count: citations) }

  package mutating func cite(citation index: Int, _ keys: [LocatedText], _ referenceByID: [String: Int]) {
    marks[index] = keys.compactMap { mark($0, referenceByID) }
  }

  package mutating func cite(directive index: Int, rows: [[LocatedText]], _ referenceByID: [String: Int]) {
    rowMarks[index] = rows.map { keys in keys.compactMap { mark($0, referenceByID) } }
  }

  private mutating func mark(_ key: LocatedText, _ referenceByID: [String: Int]) -> Mark? {
    guard let reference = referenceByID[key.text] else {
      unknown.append(key)
      return nil
    }
    if let number = numbers[reference] {
      occurrences[number - 1] += 1
      return Mark(number: number, occurrence: occurrences[number - 1])
    }
    references.append(reference)
    occurrences.append(1)
    numbers[reference] = references.count
    return Mark(number: references.count, occurrence: 1)
  }
}

extension CitationList {
  /// The same numbering, with only `count` citations from `start` on, for a document that is a part of a page.
  package func slice(from start: Int, count: Int) -> CitationList {
    var part = self
    part.marks = Array(marks[start..<start + count])
    return part
  }
}
