import CNettle

/// SHA-256 (FIPS 180-4) of bytes.
package enum SHA256 {
  /// In lower-case hexadecimal.
  package static func hex(_ bytes: [UInt8]) -> String { String(decoding: hexBytes(bytes), as: UTF8.self) }

  /// The 64 digits as ASCII.
  package static func hexBytes(_ bytes: [UInt8]) -> [UInt8] {
    let digits = Array("0123456789abcdef".utf8)
    return digest(bytes).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
  }

  /// The source with which a Content-Security-Policy allows just this text of a `style` or `script` element, such as
  /// `'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='` (CSP Level 3, section 2.3.1, hash sources).
  package static func policySource(_ text: [UInt8]) -> String {
    "'sha256-\(String(decoding: Base64.encode(digest(text)), as: UTF8.self))'"
  }

  /// The 32 bytes themselves.
  package static func digest(_ bytes: [UInt8]) -> [UInt8] {
    var state = sha256_ctx()
    nettle_sha256_init(&state)
    bytes.withUnsafeBufferPointer { nettle_sha256_update(&state, $0.count, $0.baseAddress) }
    var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_SIZE))
    nettle_sha256_digest(&state, digest.count, &digest)
    return digest
  }
}
