import CZlib

/// The gzip format (RFC 1952), as hosts send it.
package enum Gzip {
  /// The bytes, compressed; the same for the same bytes, since no time or name is written. nil if memory runs out.
  ///
  /// - Parameter level: from 1, the fastest, to 9, the smallest.
  package static func compress(_ bytes: [UInt8], level: Int32) -> [UInt8]? {
    var stream = z_stream()
    // 15 bits of window, and 16 more ask for gzip's frame instead of zlib's.
    guard
      deflateInit2_(
        &stream, level, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        == Z_OK
    else { return nil }
    defer { deflateEnd(&stream) }
    guard let size = UInt32(exactly: bytes.count) else { return nil }
    let bound = Int(deflateBound(&stream, uLong(bytes.count)))
    guard let room = UInt32(exactly: bound) else { return nil }
    var input = bytes
    var isWhole = false
    let out = [UInt8](unsafeUninitializedCapacity: bound) { buffer, count in
      input.withUnsafeMutableBufferPointer { source in
        stream.next_in = source.baseAddress
        stream.avail_in = size
        stream.next_out = buffer.baseAddress
        stream.avail_out = room
        isWhole = deflate(&stream, Z_FINISH) == Z_STREAM_END
        count = bound - Int(stream.avail_out)
      }
    }
    return isWhole ? out : nil
  }
}
