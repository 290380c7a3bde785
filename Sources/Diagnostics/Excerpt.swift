/// One line of a file as a terminal shows it, and the underline below it.
///
/// Nothing in the line reaches the terminal as a control: those are shown as symbols. Columns of the terminal are not
/// bytes: letters may have several bytes and Chinese ones fill two columns, so the padding is built character by
/// character, with the line's own tabs in it.
struct Excerpt {
  /// Wider lines are cut around the place.
  static let maxWidth = 120

  private(set) var text = ""
  /// Nil if the location has no column.
  private(set) var underline: String?

  init(line: ArraySlice<UInt8>, column: Int, length: Int) {
    let caret = line.startIndex + min(max(column - 1, 0), line.count)
    let end = min(line.endIndex, caret + max(length, 0))
    // A line may be a whole file of 50 MB. No cell is wider than its bytes, so what stands further off is cut anyway.
    let from = max(line.startIndex, caret - 1000)
    let to = min(line.endIndex, caret + 1000)
    var cells = Self.cells(of: line[from..<to])
    var isCutBefore = from > line.startIndex
    var isCutAfter = to < line.endIndex
    let width = cells.reduce(0) { $0 + $1.width }
    if isCutBefore || isCutAfter || width > Self.maxWidth {
      let before = cells.reduce(0) { $1.offset < caret ? $0 + $1.width : $0 }
      // The place stands a third into the text, or where it stood if that is further left.
      var toDrop = min(max(before - Self.maxWidth / 3, 0), max(width - Self.maxWidth + 2, 0))
      if isCutBefore { toDrop = max(toDrop, 1) }
      var dropped = 0
      let first = cells.firstIndex { cell in
        if dropped >= toDrop && cell.width > 0 { return true }
        dropped += cell.width
        return false
      }
      var kept = 0
      let rest = cells[(first ?? cells.endIndex)...]
      let fitting = rest.prefix { cell in
        kept += cell.width
        return kept <= Self.maxWidth - 2
      }
      isCutBefore = isCutBefore || (first ?? 0) > 0
      isCutAfter = isCutAfter || fitting.count < rest.count
      cells = Array(fitting)
    }

    text = (isCutBefore ? "…" : "") + cells.map(\.shown).joined() + (isCutAfter ? "…" : "")
    guard column >= 1 else { return }
    var padding = isCutBefore ? " " : ""
    var underlined = 0
    for cell in cells {
      // A place within a character belongs to the whole of it.
      if cell.offset + cell.length <= caret {
        padding += cell.isTab ? "\t" : String(repeating: " ", count: cell.width)
      } else if cell.offset < end {
        underlined += cell.width
      }
    }
    underline = padding + "^" + String(repeating: "~", count: max(underlined - 1, 0))
  }

  /// A text without anything that could steer a terminal.
  static func harmless(_ text: String) -> String {
    var shown = ""
    for scalar in text.unicodeScalars { shown += symbol(for: scalar) ?? String(scalar) }
    return shown
  }

  private struct Cell {
    var shown: String
    /// Columns; 0 for a mark that joins the character before it.
    var width: Int
    var offset: Int
    var length: Int
    var isTab: Bool { shown == "\t" }
  }

  private static func cells(of bytes: ArraySlice<UInt8>) -> [Cell] {
    var cells: [Cell] = []
    var offset = bytes.startIndex
    var isJoined = false
    while offset < bytes.endIndex {
      let (scalar, length) = decode(bytes[offset...])
      let symbol = scalar == "\t" ? "\t" : symbol(for: scalar)
      let width = symbol != nil ? 1 : isJoined ? 0 : DisplayWidth.columns(of: scalar)
      isJoined = scalar == "\u{200D}"
      cells.append(Cell(shown: symbol ?? String(scalar), width: width, offset: offset, length: length))
      offset += length
    }
    return cells
  }

  /// The first character; a byte that begins none stands as U+FFFD.
  private static func decode(_ bytes: ArraySlice<UInt8>) -> (scalar: Unicode.Scalar, length: Int) {
    var decoder = UTF8()
    var iterator = bytes.prefix(4).makeIterator()
    if case .scalarValue(let scalar) = decoder.decode(&iterator), scalar != "\u{FFFD}" {
      return (scalar, UTF8.width(scalar))
    }
    return ("\u{FFFD}", bytes.starts(with: [0xEF, 0xBF, 0xBD]) ? 3 : 1)
  }

  /// What stands for a character that a terminal would obey; nil for all others.
  private static func symbol(for scalar: Unicode.Scalar) -> String? {
    switch scalar.value {
    case 0..<0x20: Unicode.Scalar(0x2400 + scalar.value).map { String($0) }
    case 0x7F: "\u{2421}"
    // C1 controls, line separators, and the marks that turn the direction of writing and so hide what a line says.
    case 0x80...0x9F, 0x2028...0x202E, 0x2066...0x2069, 0x200E...0x200F, 0x061C: "\u{FFFD}"
    default: nil
    }
  }
}
