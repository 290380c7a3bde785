/// The part of a file that somebody asks for, as players of sound and films do (RFC 9110, section 14).
enum ByteRange: Equatable {
  /// Nothing was asked for that we know, or several parts, which nobody has to send.
  case whole
  case part(Range<Int>)
  case unsatisfiable

  /// - Parameter field: `Range`, such as `bytes=0-499`, `bytes=500-` or `bytes=-500`.
  static func wanted(_ field: String?, of size: Int) -> ByteRange {
    guard let field, field.lowercased().hasPrefix("bytes=") else { return .whole }
    let ends = field.dropFirst(6).split(separator: "-", omittingEmptySubsequences: false)
    guard ends.count == 2, ends.allSatisfy({ $0.utf8.allSatisfy { $0 >= 48 && $0 <= 57 } }) else { return .whole }
    // A number that is too large for us is larger than any file.
    let first = ends[0].isEmpty ? nil : Int(ends[0]) ?? Int.max
    let last = ends[1].isEmpty ? nil : Int(ends[1]) ?? Int.max
    switch (first, last) {
    case (nil, nil): return .whole
    case (nil, let count?): return count == 0 || size == 0 ? .unsatisfiable : .part(max(0, size - count)..<size)
    case (let first?, let last):
      if let last, last < first { return .whole }
      guard first < size else { return .unsatisfiable }
      return .part(first..<min(last ?? Int.max, size - 1) + 1)
    }
  }
}
