import Testing

@testable import Preview

@Suite struct ByteRangeTests {
  @Test(
    arguments: [
      ("bytes=0-0", .part(0..<1)), ("bytes=2-4", .part(2..<5)), ("bytes=5-", .part(5..<10)),
      ("bytes=-3", .part(7..<10)),
      ("bytes=-99", .part(0..<10)), ("bytes=5-99", .part(5..<10)), ("BYTES=1-1", .part(1..<2)),
      ("bytes=0-99999999999999999999", .part(0..<10)), ("bytes=-99999999999999999999", .part(0..<10)),
      ("bytes=10-", .unsatisfiable), ("bytes=-0", .unsatisfiable), ("bytes=99999999999999999999-", .unsatisfiable),
      (nil, .whole), ("bytes=4-2", .whole), ("bytes=0-1,3-4", .whole), ("bytes=-", .whole), ("bytes=", .whole),
      ("bytes=a-b", .whole), ("bytes=1", .whole), ("bytes=--1", .whole), ("bytes=+1-2", .whole), ("lines=0-1", .whole),
    ] as [(String?, ByteRange)])
  func oneRangeOfTenBytes(_ field: String?, _ wanted: ByteRange) { #expect(ByteRange.wanted(field, of: 10) == wanted) }

  @Test func nothingHasNoParts() {
    #expect(ByteRange.wanted("bytes=0-", of: 0) == .unsatisfiable)
    #expect(ByteRange.wanted("bytes=-1", of: 0) == .unsatisfiable)
  }
}
