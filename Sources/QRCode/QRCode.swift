import CQRencode

/// A QR code (ISO/IEC 18004) as a square of light and dark modules.
package struct QRCode: Sendable, Equatable {
  /// How much of a code may be dirty or torn away before it cannot be read (section 6.5.1).
  package enum Correction: Sendable {
    /// 15 in 100 of the codewords.
    case medium
    /// 25 in 100.
    case quartile

    fileprivate var level: QRecLevel {
      switch self {
      case .medium: QR_ECLEVEL_M
      case .quartile: QR_ECLEVEL_Q
      }
    }
  }

  /// Light modules that have to stand around a code on every side (section 6.3.8).
  package static let quietZone = 4

  /// Modules on a side, without the quiet zone.
  package let width: Int
  private let dark: [Bool]

  /// The smallest code that holds the bytes. nil if none does: some 2,300 bytes are the most.
  package init?(_ bytes: [UInt8], correction: Correction) {
    guard !bytes.isEmpty, let size = Int32(exactly: bytes.count),
      let code = QRcode_encodeData(size, bytes, 0, correction.level)
    else { return nil }
    defer { QRcode_free(code) }
    let width = Int(code.pointee.width)
    guard let modules = code.pointee.data else { return nil }
    self.width = width
    // The other bits tell which part of a code a module is of.
    dark = (0..<width * width).map { modules[$0] & 1 == 1 }
  }

  package subscript(row row: Int, column column: Int) -> Bool { dark[row * width + column] }

  /// The dark modules as lines of an SVG path, one module thick, with the quiet zone left of and above them.
  package var strokes: String {
    var path = ""
    for row in 0..<width {
      var column = 0
      var end = 0
      var isFirst = true
      while column < width {
        guard self[row: row, column: column] else {
          column += 1
          continue
        }
        let start = column
        while column < width, self[row: row, column: column] { column += 1 }
        // From the end of the last line, which is shorter to write than a place.
        path += isFirst ? "M\(start + Self.quietZone) \(row + Self.quietZone).5" : "m\(start - end) 0"
        path += "h\(column - start)"
        end = column
        isFirst = false
      }
    }
    return path
  }
}
