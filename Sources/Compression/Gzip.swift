/// The gzip format (RFC 1952), as hosts send it.
package enum Gzip {
  /// The bytes, compressed; the same for the same bytes, since no time or name is written. nil if memory runs out.
  ///
  /// - Parameter level: from 1, the fastest, to 9, the smallest.
  package static func compress(_ bytes: [UInt8], level: Int32) -> [UInt8]? {
    Deflate.compress(bytes, level: level, frame: .gzip)
  }
}
