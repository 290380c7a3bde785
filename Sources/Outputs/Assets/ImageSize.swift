/// An image's size in CSS pixels, as a browser lays it out when nothing else sizes it.
package struct ImageSize: Sendable, Hashable {
  package var width: Int
  package var height: Int

  package init(width: Int, height: Int) {
    self.width = width
    self.height = height
  }

  /// Reads the size from an image's first bytes, whatever its name says: PNG, JPEG, GIF, WebP, AVIF or SVG. Nothing is
  /// decoded. Nil if the bytes are none of these, are cut off before the size, or give no size, as an SVG may.
  package static func read(_ bytes: [UInt8]) -> ImageSize? {
    let header = ImageBytes(bytes)
    let size = png(header) ?? jpeg(header) ?? gif(header) ?? webP(header) ?? avif(header) ?? svg(bytes)
    guard let size, size.width > 0, size.height > 0 else { return nil }
    return size
  }

  /// As shown after a quarter turn.
  var turned: ImageSize { ImageSize(width: height, height: width) }

  /// W3C Portable Network Graphics, third edition: 5.2 PNG signature, 11.2.1 IHDR, which must come first.
  private static func png(_ bytes: ImageBytes) -> ImageSize? {
    guard bytes.has([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], at: 0), bytes.has("IHDR", at: 12),
      let width = bytes.big32(at: 16), let height = bytes.big32(at: 20),
      width <= 0x7FFF_FFFF, height <= 0x7FFF_FFFF
    else { return nil }
    return ImageSize(width: width, height: height)
  }

  /// GIF89a specification (CompuServe, 1990): 17 Header, 18 Logical Screen Descriptor.
  private static func gif(_ bytes: ImageBytes) -> ImageSize? {
    guard bytes.has("GIF87a", at: 0) || bytes.has("GIF89a", at: 0),
      let width = bytes.little16(at: 6), let height = bytes.little16(at: 8)
    else { return nil }
    return ImageSize(width: width, height: height)
  }
}

/// Numbers at offsets, each nil if it does not lie within the bytes: headers are full of lengths that nobody vouches
/// for.
struct ImageBytes {
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var count: Int { bytes.count }

  func byte(at offset: Int) -> Int? { bytes.indices.contains(offset) ? Int(bytes[offset]) : nil }

  func big16(at offset: Int) -> Int? { big(2, at: offset) }
  func big32(at offset: Int) -> Int? { big(4, at: offset) }
  func little16(at offset: Int) -> Int? { little(2, at: offset) }
  func little24(at offset: Int) -> Int? { little(3, at: offset) }
  func little32(at offset: Int) -> Int? { little(4, at: offset) }

  func has(_ name: StaticString, at offset: Int) -> Bool {
    name.withUTF8Buffer { has(Array($0), at: offset) }
  }

  func has(_ expected: [UInt8], at offset: Int) -> Bool {
    guard offset >= 0, offset <= count - expected.count else { return false }
    return bytes[offset..<offset + expected.count].elementsEqual(expected)
  }

  private func big(_ width: Int, at offset: Int) -> Int? {
    guard offset >= 0, offset <= count - width else { return nil }
    return bytes[offset..<offset + width].reduce(0) { $0 << 8 | Int($1) }
  }

  private func little(_ width: Int, at offset: Int) -> Int? {
    guard offset >= 0, offset <= count - width else { return nil }
    return bytes[offset..<offset + width].reversed().reduce(0) { $0 << 8 | Int($1) }
  }
}
