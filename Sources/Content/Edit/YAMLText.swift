import Diagnostics

/// Writes texts as YAML.
enum YAMLText {
  /// Words that YAML, or people who know another YAML, may take for something else than text.
  private static let reserved: Set<String> = ["null", "true", "false", "yes", "no", "on", "off", "y", "n"]

  /// The text as it is where that can only be read in one way, else in double quotes.
  static func written(_ text: String) -> String {
    let isPlain =
      text.first?.isLetter == true && text.last != " " && !reserved.contains(text.lowercased())
      && text.allSatisfy { $0.isLetter || $0.isNumber || " -.'()".contains($0) }
    if isPlain { return text }
    return "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}

/// The lines of a file that is to be changed in one place.
struct EditedLines {
  private let bytes: [UInt8]
  private var starts = [0]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    for (i, byte) in bytes.enumerated() where byte == 10 { starts.append(i + 1) }
  }

  /// Offset of the first byte of a line, from 1; the file's end for what lies after it.
  func start(of line: Int) -> Int { line <= starts.count ? starts[line - 1] : bytes.count }

  /// A line without its line feed.
  func text(of line: Int) -> ArraySlice<UInt8> {
    let end = start(of: line + 1)
    let start = start(of: line)
    return end > start && bytes[end - 1] == 10 ? bytes[start..<(end - 1)] : bytes[start..<end]
  }

  func range(of place: SourceLocation) -> Range<Int> {
    let start = start(of: place.line) + place.column - 1
    return start..<(start + place.length)
  }

  func replacing(_ range: Range<Int>, with text: String) -> [UInt8] {
    Array(bytes[..<range.lowerBound]) + Array(text.utf8) + bytes[range.upperBound...]
  }
}
