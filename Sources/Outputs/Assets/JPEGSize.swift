extension ImageSize {
  /// ITU-T T.81: B.1.1 markers and segments, B.2.2 frame header (SOFn, figure B.3). A height that only a DNL segment
  /// tells (B.2.5) is not looked for.
  static func jpeg(_ bytes: ImageBytes) -> ImageSize? {
    guard bytes.has([0xFF, 0xD8], at: 0) else { return nil }
    var isTurned = false
    var offset = 2
    while bytes.byte(at: offset) == 0xFF, let marker = bytes.byte(at: offset + 1) {
      switch marker {
      case 0xFF: offset += 1  // B.1.1.2: any number of fill bytes before a marker
      case 0x01, 0xD0...0xD7: offset += 2  // TEM and RSTm stand alone
      case 0xD8...0xDA: return nil  // no frame header before the end of the image or the start of a scan
      default:
        let segment = offset + 4
        guard let length = bytes.big16(at: offset + 2), length >= 2 else { return nil }
        // SOF0 to SOF15; DHT, JPG and DAC lie between them.
        if (0xC0...0xCF).contains(marker), marker != 0xC4, marker != 0xC8, marker != 0xCC {
          guard let height = bytes.big16(at: segment + 1), let width = bytes.big16(at: segment + 3) else { return nil }
          let size = ImageSize(width: width, height: height)
          return isTurned ? size.turned : size
        }
        if marker == 0xE1, bytes.has([0x45, 0x78, 0x69, 0x66, 0, 0], at: segment) {
          isTurned = orientation(inTIFFAt: segment + 6, bytes).map { (5...8).contains($0) } ?? false
        }
        offset += 2 + length
      }
    }
    return nil
  }

  /// Exif 2.32 (CIPA DC-008): 4.5.2 header and 0th IFD, 4.6.4 A tag 274, Orientation. 5 to 8 mean a quarter turn, which
  /// browsers make (CSS Images 3, 5.2 `image-orientation: from-image`).
  private static func orientation(inTIFFAt start: Int, _ bytes: ImageBytes) -> Int? {
    let isLittle = bytes.has([0x49, 0x49, 0x2A, 0], at: start)
    guard isLittle || bytes.has([0x4D, 0x4D, 0, 0x2A], at: start) else { return nil }
    func number16(_ offset: Int) -> Int? { isLittle ? bytes.little16(at: offset) : bytes.big16(at: offset) }
    guard let first = isLittle ? bytes.little32(at: start + 4) : bytes.big32(at: start + 4),
      let count = number16(start + first)
    else { return nil }
    for index in 0..<count {
      let entry = start + first + 2 + 12 * index
      guard let tag = number16(entry) else { return nil }
      // Type 3 is SHORT, whose value stands in the entry itself.
      if tag == 0x0112 { return number16(entry + 2) == 3 ? number16(entry + 8) : nil }
    }
    return nil
  }
}
