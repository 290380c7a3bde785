import Diagnostics

/// A look at the text before cmark sees it: some texts that nobody writes would cost it minutes or gigabytes.
///
/// What only looks like a quote, a table or a bracket in a code block counts too, which no real text notices at these
/// limits.
enum Limits {
  /// `[` and `@`, and `*`, `_` and `~`, in lines without an empty one between them: cmark's time is quadratic in them.
  static let brackets = 20_000
  static let emphasis = 30_000
  /// Cells of one table. cmark fills every short row up, so that two kilobytes can ask for a million.
  static let cells = 200_000

  enum Problem {
    case tooDeep, tooManyBrackets, tooMuchEmphasis, tableTooLarge

    func diagnostic(at location: SourceLocation) -> Diagnostic {
      switch self {
      case .tooDeep:
        Diagnostic(
          "content/too-deep", at: location,
          "quotes and lists may be nested at most \(Conversion.nestingLimit) deep",
          help: "use headings instead of nesting; a line of many '>' or '-' marks also counts")
      case .tooManyBrackets:
        Diagnostic(
          "content/too-many-marks", at: location, "a paragraph may hold at most \(Limits.brackets) '[' or '@'",
          help: "put empty lines between its parts")
      case .tooMuchEmphasis:
        Diagnostic(
          "content/too-many-marks", at: location, "a paragraph may hold at most \(Limits.emphasis) '*', '_' or '~'",
          help: "put empty lines between its parts")
      case .tableTooLarge:
        Diagnostic(
          "content/table-too-large", at: location, "a table may have at most \(Limits.cells) cells",
          help: "split it into several tables, or offer the data as a file")
      }
    }
  }

  /// The first line (from 1) that cmark must not see, or nil.
  static func firstProblem(_ lines: SourceLines) -> (line: Int, Problem)? {
    let bytes = lines.bytes
    let countsMarks = bytes.count > min(brackets, emphasis)
    var found = (brackets: 0, emphasis: 0)
    var table = (columns: 0, rows: 0)
    for line in 1...lines.count {
      let range = lines.range(of: line)
      if range.count > Conversion.nestingLimit, marks(bytes, range) > Conversion.nestingLimit {
        return (line, .tooDeep)
      }
      if isBlank(bytes, range) {
        (found, table) = ((0, 0), (0, 0))
        continue
      }
      let columns = delimiterColumns(bytes, range)
      if columns > max(1, table.columns) { table = (columns, 0) }
      table.rows += 1
      if table.columns * table.rows > cells { return (line, .tableTooLarge) }
      if countsMarks {
        count(bytes, range, &found)
        if found.brackets > brackets { return (line, .tooManyBrackets) }
        if found.emphasis > emphasis { return (line, .tooMuchEmphasis) }
      }
    }
    return nil
  }

  private static func isBlank(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    for i in range where bytes[i] > 32 { return false }
    return true
  }

  private static func count(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ found: inout (brackets: Int, emphasis: Int)
  ) {
    for i in range {
      switch bytes[i] {
      case UInt8(ascii: "["), UInt8(ascii: "@"): found.brackets += 1
      case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"): found.emphasis += 1
      default: break
      }
    }
  }

  /// Columns of the table whose second row this line can be, if it can be one; 0 for any other line.
  private static func delimiterColumns(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int {
    var pipes = 0
    for i in range {
      switch bytes[i] {
      case UInt8(ascii: "|"): pipes += 1
      // Also what may stand before it in a quote or list.
      case UInt8(ascii: "-"), UInt8(ascii: ":"), UInt8(ascii: ">"), UInt8(ascii: "*"), UInt8(ascii: "+"),
        UInt8(ascii: "."), UInt8(ascii: ")"), 48...57, 9, 11, 12, 32:
        break
      default: return 0
      }
    }
    return pipes == 0 ? 0 : pipes + 1
  }

  /// Quote and list marks at the start of a line.
  private static func marks(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int {
    var marks = 0
    for i in range {
      switch bytes[i] {
      case UInt8(ascii: ">"): marks += 1
      case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "."), UInt8(ascii: ")"):
        // A list mark is followed by white space; a run of dashes is a line or text.
        guard i + 1 == range.upperBound || isSpace(bytes[i + 1]) else { return marks }
        marks += 1
      case 32, 9, 48...57: break
      default: return marks
      }
    }
    return marks
  }
}
