#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Where each line of a Markdown text starts, so that places in it can be named in lines and columns.
struct SourceLines {
  /// UTF-8; line ends are `\n`.
  let bytes: UnsafeBufferPointer<UInt8>
  private var starts: [Int32]

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    starts = [0]
    starts.reserveCapacity(bytes.count / 32 + 2)
    guard let base = bytes.baseAddress else { return }
    var from = 0
    while let found = memchr(base + from, 10, bytes.count - from) {
      from = UnsafeRawPointer(found) - UnsafeRawPointer(base) + 1
      starts.append(Int32(from))
    }
  }

  /// Lines in the text; an empty last line counts, as in editors.
  var count: Int { starts.count }

  /// Offsets of line `line` (from 1), without its line end. Empty past the end.
  func range(of line: Int) -> Range<Int> {
    guard line >= 1, line <= starts.count else { return bytes.count..<bytes.count }
    let start = Int(starts[line - 1])
    let end = line < starts.count ? Int(starts[line]) - 1 : bytes.count
    return start..<max(start, end)
  }

  func text(of line: Int) -> UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: bytes[range(of: line)]) }
}
