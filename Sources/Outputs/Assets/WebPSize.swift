extension ImageSize {
  /// RFC 9649: 2.4 file header, and the first chunk, which is one of three: 2.7.1 VP8X, 2.5 VP8, 2.6 VP8L.
  static func webP(_ bytes: ImageBytes) -> ImageSize? {
    guard bytes.has("RIFF", at: 0), bytes.has("WEBP", at: 8) else { return nil }
    let data = 20
    if bytes.has("VP8X", at: 12) {
      // Flags and reserved bits, then 24 bits each for the canvas, less one.
      guard let width = bytes.little24(at: data + 4), let height = bytes.little24(at: data + 7) else { return nil }
      return ImageSize(width: width + 1, height: height + 1)
    }
    if bytes.has("VP8L", at: 12) {
      // RFC 9649, 3.4: a signature, then 14 bits each, less one.
      guard bytes.byte(at: data) == 0x2F, let bits = bytes.little32(at: data + 1) else { return nil }
      return ImageSize(width: bits & 0x3FFF + 1, height: bits >> 14 & 0x3FFF + 1)
    }
    // RFC 6386, 9.1: frame tag, start code, then 14 bits each below two bits of scaling, which browsers ignore.
    guard bytes.has("VP8 ", at: 12), bytes.has([0x9D, 0x01, 0x2A], at: data + 3),
      let width = bytes.little16(at: data + 6), let height = bytes.little16(at: data + 8)
    else { return nil }
    return ImageSize(width: width & 0x3FFF, height: height & 0x3FFF)
  }
}
