/// Finds the end of a request's head and keeps it within bounds, before any of it is parsed (RFC 9112, section 2.2). Lines
/// end in CR LF and no other way, so that nobody on the way can divide them differently.
struct HeadLines {
  struct Limits: Sendable {
    /// Bytes of the whole head.
    var head = 16_384
    /// Lines after the first.
    var lines = 100
    /// Bytes of the request target.
    var target = 8_192
  }

  enum Outcome: Equatable {
    case unfinished
    /// Bytes of the head, the empty line included.
    case whole(Int)
    case refused(Refusal)
  }

  private let limits: Limits
  private var place = 0
  private var lineStart = 0
  private var lines = 0
  private var firstLine = FirstLine()

  init(_ limits: Limits) { self.limits = limits }

  /// - Parameter bytes: from the beginning of the head; at least as many as last time.
  mutating func scan(_ bytes: some RandomAccessCollection<UInt8>) -> Outcome {
    func byte(_ place: Int) -> UInt8 { bytes[bytes.index(bytes.startIndex, offsetBy: place)] }
    while place < bytes.count {
      let now = byte(place)
      if now == UInt8(ascii: "\r") {
        guard place + 1 < bytes.count else { return .unfinished }
        guard byte(place + 1) == UInt8(ascii: "\n") else { return .refused(.malformed) }
        let isEmpty = place == lineStart
        place += 2
        lineStart = place
        // Empty lines before the first are passed over (section 2.2).
        if isEmpty, lines > 0 { return .whole(place) }
        if !isEmpty, let refusal = endLine() { return .refused(refusal) }
      } else if now < 0x20 && now != 9 || now == 0x7F {
        return .refused(.malformed)
      } else if lines == 0 {
        if let refusal = firstLine.take(now, limits) { return .refused(refusal) }
        place += 1
      } else {
        // Folded lines are read as one value by some and as two by others.
        if place == lineStart, now == 0x20 || now == 9 { return .refused(.malformed) }
        place += 1
      }
      if place > limits.head { return .refused(.headTooLarge) }
    }
    return .unfinished
  }

  private mutating func endLine() -> Refusal? {
    lines += 1
    if lines == 1 { return firstLine.end() }
    return lines > limits.lines + 1 ? .headTooLarge : nil
  }
}

/// `GET /a/ HTTP/1.1`, byte by byte: one space between its three parts.
private struct FirstLine {
  private var part = 0
  private var count = 0
  private var version: [UInt8] = []

  mutating func take(_ byte: UInt8, _ limits: HeadLines.Limits) -> Refusal? {
    if byte == 0x20 {
      guard count > 0, part < 2 else { return .malformed }
      part += 1
      count = 0
      return nil
    }
    count += 1
    switch part {
    case 0: return count <= 32 && isLetter(byte) ? nil : .malformed
    case 1: return count <= limits.target ? nil : .targetTooLong
    default:
      version.append(byte)
      return count <= 8 ? nil : .malformed
    }
  }

  func end() -> Refusal? {
    guard part == 2, version.count == 8, version.starts(with: "HTTP/".utf8), version[6] == UInt8(ascii: ".") else {
      return .malformed
    }
    return version[5] == UInt8(ascii: "1") && (version[7] == UInt8(ascii: "0") || version[7] == UInt8(ascii: "1"))
      ? nil : .version
  }

  private func isLetter(_ byte: UInt8) -> Bool { byte | 32 >= 97 && byte | 32 <= 122 || byte == UInt8(ascii: "-") }
}
