/// Finds the lines that diagnostics point at. Keeps the file looked at last, since sorted diagnostics come file by
/// file.
package struct SourceLines {
  private let contents: (String) -> [UInt8]?
  private var file: String?
  private var bytes: [UInt8] = []
  /// Offset of each line's first byte.
  private var starts: [Int] = []

  package init(_ contents: @escaping (String) -> [UInt8]?) { self.contents = contents }

  /// The bytes of a location's line without its line break; nil if the file or the line is not there. Lines end at LF,
  /// CR LF or a CR alone. A byte order mark is left out, and counts as no column.
  package mutating func line(of location: SourceLocation) -> ArraySlice<UInt8>? {
    if file != location.file { open(location.file) }
    guard location.line >= 1, location.line <= starts.count else { return nil }
    let start = starts[location.line - 1]
    var end = location.line < starts.count ? starts[location.line] : bytes.count
    if end > start, bytes[end - 1] == UInt8(ascii: "\n") { end -= 1 }
    if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return bytes[start..<end]
  }

  /// The column in Unicode code points, from 1, for one in bytes; nil if the line is not there.
  mutating func codePointColumn(of location: SourceLocation, plus length: Int = 0) -> Int? {
    guard location.column >= 1, let line = line(of: location) else { return nil }
    return line.prefix(location.column - 1 + length).reduce(1) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 }
  }

  private mutating func open(_ name: String) {
    file = name
    bytes = contents(name) ?? []
    starts = bytes.isEmpty ? [] : [bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0]
    bytes.withUnsafeBufferPointer { bytes in
      for index in bytes.indices {
        let byte = bytes[index]
        let next = index + 1
        if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") && (next == bytes.count || bytes[next] != 0x0A) {
          starts.append(next)
        }
      }
    }
  }
}
