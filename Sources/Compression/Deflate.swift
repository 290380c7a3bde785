import CZlib

/// DEFLATE (RFC 1951), with or without a frame around it.
enum Deflate {
  /// What stands around the compressed bytes, as zlib is asked for it.
  enum Frame {
    case none, gzip

    /// 15 bits of window; less than 0 asks for no frame, and 16 more for gzip's instead of zlib's.
    fileprivate var windowBits: Int32 {
      switch self {
      case .none: -15
      case .gzip: 15 + 16
      }
    }
  }

  /// The bytes, compressed; the same for the same bytes, since no time or name is written. nil if memory runs out.
  ///
  /// - Parameter level: from 1, the fastest, to 9, the smallest.
  static func compress(_ bytes: [UInt8], level: Int32, frame: Frame) -> [UInt8]? {
    var stream = z_stream()
    guard
      deflateInit2_(
        &stream, level, Z_DEFLATED, frame.windowBits, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
        Int32(MemoryLayout<z_stream>.size)) == Z_OK
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
