/// Base64 (RFC 4648, section 4).
package enum Base64 {
  private static let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  package static func encode(_ bytes: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity((bytes.count + 2) / 3 * 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      var bits = 0
      for k in 0..<3 { bits = bits << 8 | (k < group.count ? Int(group[start + k]) : 0) }
      for k in 0..<4 { out.append(k <= group.count ? digits[bits >> (18 - 6 * k) & 63] : UInt8(ascii: "=")) }
    }
    return out
  }
}
