import CZlib

/// The ZIP format (APPNOTE 6.3), as far as every system can unpack it: deflated files, names in UTF-8, no time, no folders
/// of their own, no zip64.
///
/// Our own since it is a hundred lines over zlib, and libraries write the time of day or the owner of a file.
package enum Zip {
  /// What one file needs in the archive: its local header (4.3.7), which has its name, and its data. Entries do not know of
  /// each other, so they can be made at the same time.
  ///
  /// - Parameter path: with `/` between its folders.
  /// - Returns: nil if memory runs out, or a size does not fit the format.
  package static func entry(_ path: String, _ bytes: [UInt8]) -> [UInt8]? {
    guard let deflated = Deflate.compress(bytes, level: 9, frame: .none) else { return nil }
    let isSmaller = deflated.count < bytes.count
    let data = isSmaller ? deflated : bytes
    guard let size = UInt32(exactly: bytes.count), let packed = UInt32(exactly: data.count),
      let name = UInt16(exactly: path.utf8.count)
    else { return nil }
    var out: [UInt8] = []
    out.reserveCapacity(localSize + Int(name) + data.count)
    out.append(little: localSignature)
    out.append(little: version)
    out.append(little: namesAreUTF8)
    out.append(little: isSmaller ? UInt16(8) : 0)
    out.append(little: noTime)
    out.append(little: firstDay)
    out.append(little: checksum(bytes))
    out.append(little: packed)
    out.append(little: size)
    out.append(little: name)
    out.append(little: UInt16(0))
    return out + Array(path.utf8) + data
  }

  /// The archive of such entries, in their order.
  ///
  /// - Returns: nil if there are more entries or bytes than fit without zip64: 65,535 and 4 GB.
  package static func archive(_ entries: [[UInt8]]) -> [UInt8]? {
    var out: [UInt8] = []
    out.reserveCapacity(entries.reduce(0) { $0 + $1.count + 128 })
    var directory: [UInt8] = []
    for entry in entries {
      guard let offset = UInt32(exactly: out.count) else { return nil }
      let name = Int(entry[26]) | Int(entry[27]) << 8
      // The central header (4.3.12) repeats the local one from the version on.
      directory.append(little: centralSignature)
      directory.append(little: version)
      directory += entry[4..<localSize]
      directory.append(little: UInt16(0))  // comment
      directory.append(little: UInt16(0))  // disk
      directory.append(little: UInt16(0))  // internal attributes
      directory.append(little: UInt32(0))  // external attributes
      directory.append(little: offset)
      directory += entry[localSize..<localSize + name]
      out += entry
    }
    guard let count = UInt16(exactly: entries.count), let start = UInt32(exactly: out.count),
      let size = UInt32(exactly: directory.count)
    else { return nil }
    out += directory
    // End of central directory (4.3.16).
    out.append(little: endSignature)
    out.append(little: UInt32(0))  // disks
    out.append(little: count)
    out.append(little: count)
    out.append(little: size)
    out.append(little: start)
    out.append(little: UInt16(0))
    return out
  }

  private static let localSignature: UInt32 = 0x0403_4b50
  private static let centralSignature: UInt32 = 0x0201_4b50
  private static let endSignature: UInt32 = 0x0605_4b50
  /// Bytes of a local header before its name.
  private static let localSize = 30
  /// 2.0: folders and DEFLATE.
  private static let version: UInt16 = 20
  private static let namesAreUTF8: UInt16 = 1 << 11
  private static let noTime: UInt16 = 0
  /// 1 January 1980, the first day that the format knows: a real time would differ from build to build.
  private static let firstDay: UInt16 = 1 << 5 | 1

  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    UInt32(truncatingIfNeeded: bytes.withUnsafeBufferPointer { crc32_z(0, $0.baseAddress, $0.count) })
  }
}

extension [UInt8] {
  fileprivate mutating func append(little number: some FixedWidthInteger) {
    Swift.withUnsafeBytes(of: number.littleEndian) { append(contentsOf: $0) }
  }
}
