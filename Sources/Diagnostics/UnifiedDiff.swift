/// The difference of two texts as `diff -u` and git print it (POSIX.1-2017, diff, option `-U`).
package enum UnifiedDiff {
  private static let context = 3

  /// Lines of a file, which begin somewhere in it.
  package struct Text {
    /// With their line ends, so that a missing last one is a difference.
    fileprivate let lines: [Substring]
    /// Number of its first line in the file.
    fileprivate let first: Int

    package init(_ text: String, first: Int) {
      var lines: [Substring] = []
      var rest = text[...]
      while let end = rest.firstIndex(of: "\n") {
        lines.append(rest[...end])
        rest = rest[rest.index(after: end)...]
      }
      if !rest.isEmpty { lines.append(rest) }
      self.lines = lines
      self.first = first
    }
  }

  private struct Line {
    let mark: Character
    let text: Substring
    /// Lines of the old and the new text before it.
    let old: Int
    let new: Int
  }

  /// - Parameters:
  ///   - old: name of the old text, as the head shows it.
  /// - Returns: nothing if both are the same.
  package static func render(_ before: [UInt8], _ after: [UInt8], old: String, new: String) -> String {
    if before == after { return "" }
    let text = { (bytes: [UInt8]) in Text(String(decoding: bytes, as: UTF8.self), first: 1) }
    return "--- \(old)\n+++ \(new)\n" + hunks(from: text(before), to: text(after))
  }

  /// The parts that differ, each with a few lines around; empty if nothing does.
  package static func hunks(from old: Text, to new: Text) -> String {
    let all = merged(old, new)
    var text = ""
    var i = 0
    while let first = all[i...].firstIndex(where: { $0.mark != " " }) {
      let start = max(i, first - context)
      var end = first
      // Changes with less between them than what stands around each belong together.
      while let next = all[end...].firstIndex(where: { $0.mark != " " }), next - end <= 2 * context { end = next + 1 }
      let stop = min(all.count, end + context)
      text += hunk(all[start..<stop], old, new)
      i = stop
    }
    return text
  }

  private static func hunk(_ lines: ArraySlice<Line>, _ old: Text, _ new: Text) -> String {
    guard let first = lines.first else { return "" }
    func range(_ mark: Character, _ before: Int, _ text: Text) -> String {
      let count = lines.count { $0.mark != mark }
      return "\(text.first + before - (count == 0 ? 1 : 0))" + (count == 1 ? "" : ",\(count)")
    }
    return "@@ -\(range("+", first.old, old)) +\(range("-", first.new, new)) @@\n"
      + lines.map { "\($0.mark)\($0.text)" + ($0.text.last == "\n" ? "" : "\n\\ No newline at end of file\n") }.joined()
  }

  /// Both texts in one list, each line with what became of it.
  private static func merged(_ old: Text, _ new: Text) -> [Line] {
    var removed = Set<Int>()
    var inserted = Set<Int>()
    for change in new.lines.difference(from: old.lines) {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): inserted.insert(offset)
      }
    }
    var all: [Line] = []
    var (i, j) = (0, 0)
    while i < old.lines.count || j < new.lines.count {
      if i < old.lines.count, removed.contains(i) {
        all.append(Line(mark: "-", text: old.lines[i], old: i, new: j))
        i += 1
      } else if j < new.lines.count, inserted.contains(j) {
        all.append(Line(mark: "+", text: new.lines[j], old: i, new: j))
        j += 1
      } else {
        all.append(Line(mark: " ", text: new.lines[j], old: i, new: j))
        i += 1
        j += 1
      }
    }
    return all
  }
}
