import Diagnostics

/// A table from a CSV file: one header, and rows that all have as many cells as it.
package struct CSVTable: Sendable {
  package var header: [LocatedText]
  package var rows: [[LocatedText]]

  package init(header: [LocatedText], rows: [[LocatedText]]) {
    self.header = header
    self.rows = rows
  }
}

/// Reads comma-separated values as RFC 4180, section 2, has them; lines may end in LF as well as CR LF, and the text is
/// UTF-8.
package enum CSV {
  /// The table, or nil if there is no header or the quotes are wrong. A row with too few or too many cells is reported
  /// (`data/csv-syntax`) and left out. Empty lines are skipped. So is a byte order mark, which counts as no column.
  package static func read(
    _ bytes: some Collection<UInt8>, file: String
  ) -> (table: CSVTable?, problems: [Diagnostic]) {
    bytes.withContiguousStorageIfAvailable { read($0, file: file) }
      ?? Array(bytes).withUnsafeBufferPointer { read($0, file: file) }
  }

  private static func read(
    _ all: UnsafeBufferPointer<UInt8>, file: String
  ) -> (table: CSVTable?, problems: [Diagnostic]) {
    let bytes = all.withoutByteOrderMark
    if let problem = bytes.encodingProblem(file: file) { return (nil, [problem]) }
    var reader = CSVReader(bytes: bytes, file: file)
    var records: [[LocatedText]] = []
    do throws(CSVReader.Stop) {
      while let record = try reader.record() { records.append(record) }
    } catch {
      return (nil, [error.problem])
    }
    guard let header = records.first else {
      let place = SourceLocation(file: file, line: 1, column: 1)
      return (
        nil, [Diagnostic("data/csv-syntax", at: place, "the first line must name the columns, the file is empty")]
      )
    }
    var problems = duplicates(in: header)
    let rows = records.dropFirst().filter { row in
      if row.count == header.count { return true }
      problems.append(ragged(row, header: header))
      return false
    }
    return (CSVTable(header: header, rows: rows), problems)
  }

  private static func duplicates(in header: [LocatedText]) -> [Diagnostic] {
    var first: [String: SourceLocation] = [:]
    return header.compactMap { cell in
      guard let earlier = first.updateValue(cell.location, forKey: cell.text) else { return nil }
      return Diagnostic(
        "data/duplicate-key", at: cell.location, "the column `\(cell.text)` is given twice",
        notes: [Diagnostic.Note("first given here", at: earlier)])
    }
  }

  private static func ragged(_ row: [LocatedText], header: [LocatedText]) -> Diagnostic {
    let isShort = row.count < header.count
    var place = row[isShort ? row.count - 1 : header.count].location
    if isShort {
      place.column += place.length
      place.length = 0
    }
    return Diagnostic(
      "data/csv-syntax", at: place,
      "each row takes \(header.count) \(header.count == 1 ? "cell" : "cells"), this has \(row.count)",
      help: isShort
        ? "leave a cell empty by writing its comma" : "put double quotes around a cell that contains a comma")
  }
}

private struct CSVReader {
  struct Stop: Error {
    let problem: Diagnostic
  }

  let bytes: UnsafeBufferPointer<UInt8>
  let file: String
  private var offset = 0
  private var line = 1
  /// Offset of the current line's first byte.
  private var lineStart = 0

  init(bytes: UnsafeBufferPointer<UInt8>, file: String) {
    self.bytes = bytes
    self.file = file
  }

  /// The next line's cells; nil at the end. A line break inside quotes belongs to its cell.
  mutating func record() throws(Stop) -> [LocatedText]? {
    while skipLineBreak() {}
    if offset == bytes.count { return nil }
    var cells: [LocatedText] = []
    while true {
      cells.append(try cell())
      if offset < bytes.count, bytes[offset] == UInt8(ascii: ",") {
        offset += 1
        continue
      }
      _ = skipLineBreak()
      return cells
    }
  }

  private mutating func cell() throws(Stop) -> LocatedText {
    if offset < bytes.count, bytes[offset] == UInt8(ascii: "\"") { return try quotedCell() }
    var location = here()
    let start = offset
    while offset < bytes.count, !isLineBreak(bytes[offset]), bytes[offset] != UInt8(ascii: ",") {
      if bytes[offset] == UInt8(ascii: "\"") {
        throw stop(
          here(), "a quote may only stand around a whole cell",
          help: "put quotes around the cell and double the quotes inside it")
      }
      offset += 1
    }
    location.length = offset - start
    return LocatedText(String(decoding: bytes[start..<offset], as: UTF8.self), at: location)
  }

  private mutating func quotedCell() throws(Stop) -> LocatedText {
    var location = here()
    let open = (offset: offset, line: line)
    var text: [UInt8] = []
    var isClosed = false
    offset += 1
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte == UInt8(ascii: "\"") {
        offset += 1
        isClosed = offset == bytes.count || bytes[offset] != byte
        if isClosed { break }
      } else if isLineBreak(byte) {
        text.append(byte)
        if byte == UInt8(ascii: "\r"), offset + 1 < bytes.count, bytes[offset + 1] == UInt8(ascii: "\n") {
          offset += 1
          text.append(UInt8(ascii: "\n"))
        }
        offset += 1
        line += 1
        lineStart = offset
        continue
      }
      text.append(byte)
      offset += 1
    }
    if !isClosed { throw stop(location, "the quote that opens here is never closed", help: nil) }
    if offset < bytes.count, bytes[offset] != UInt8(ascii: ","), !isLineBreak(bytes[offset]) {
      throw stop(
        here(), "only a comma may follow the quote that closes a cell",
        help: "double a quote that belongs to the text")
    }
    if line == open.line { location.length = offset - open.offset }
    return LocatedText(String(decoding: text, as: UTF8.self), at: location)
  }

  private func isLineBreak(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") }

  private mutating func skipLineBreak() -> Bool {
    guard offset < bytes.count, isLineBreak(bytes[offset]) else { return false }
    let isCR = bytes[offset] == UInt8(ascii: "\r")
    offset += 1
    if isCR, offset < bytes.count, bytes[offset] == UInt8(ascii: "\n") { offset += 1 }
    line += 1
    lineStart = offset
    return true
  }

  private func here() -> SourceLocation { SourceLocation(file: file, line: line, column: offset - lineStart + 1) }

  private func stop(_ location: SourceLocation, _ message: String, help: String?) -> Stop {
    Stop(problem: Diagnostic("data/csv-syntax", at: location, message, help: help))
  }
}
