import Compression
import Testing

@Suite struct GzipTests {
  @Test func whatIsCompressedHasTheFrameOfTheFormat() throws {
    let packed = try #require(Gzip.compress(Array(String(repeating: "ketamine ", count: 1000).utf8), level: 6))
    #expect(packed.starts(with: [0x1F, 0x8B, 8]))
    #expect(packed.count < 100)
    // The last four bytes are the size of what went in (RFC 1952, section 2.3.1).
    #expect(Array(packed.suffix(4)) == [0x28, 0x23, 0, 0])
  }

  @Test func theSameBytesGiveTheSameBytes() {
    let bytes = (0..<5000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    #expect(Gzip.compress(bytes, level: 6) == Gzip.compress(bytes, level: 6))
  }

  @Test func nothingCanBeCompressed() throws { #expect(try #require(Gzip.compress([], level: 6)).count == 20) }
}
