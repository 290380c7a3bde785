import Testing

@testable import Compression

@Suite struct ZipTests {
  private static let text = Array(String(repeating: "ketamine ", count: 1000).utf8)

  @Test func anEntryBeginsWithALocalHeaderThatNamesTheFile() throws {
    let entry = try #require(Zip.entry("a/ü.html", Self.text))
    #expect(entry.starts(with: [0x50, 0x4B, 3, 4]))
    // Names are UTF-8 (APPNOTE, 4.4.4, bit 11), the data is deflated, and the day is the first of 1980.
    #expect(Array(entry[6..<14]) == [0, 8, 8, 0, 0, 0, 33, 0])
    #expect(Array(entry[22..<26]) == [0x28, 0x23, 0, 0], "the size of what went in")
    #expect(Array(entry[30..<39]) == Array("a/ü.html".utf8))
    #expect(entry.count < 120)
  }

  @Test func whatDoesNotShrinkIsStored() throws {
    let entry = try #require(Zip.entry("a", [1, 2, 3]))
    #expect(Array(entry[8..<10]) == [0, 0])
    #expect(entry.suffix(3) == [1, 2, 3])
    // The checksum of these three bytes by CRC-32 (APPNOTE, 4.4.7).
    #expect(Array(entry[14..<18]) == [0x1D, 0x80, 0xBC, 0x55])
  }

  @Test func theDirectoryAtTheEndTellsWhereEachEntryIs() throws {
    let entries = try ["a", "b/c"].map { try #require(Zip.entry($0, Self.text)) }
    let archive = try #require(Zip.archive(entries))
    let end = Array(archive.suffix(22))
    #expect(end.starts(with: [0x50, 0x4B, 5, 6]))
    #expect(end[8] == 2 && end[10] == 2, "two entries")
    let start = Int(end[16]) | Int(end[17]) << 8
    #expect(start == entries[0].count + entries[1].count)
    let second = Array(archive[(start + 46 + 1)...])
    #expect(second.starts(with: [0x50, 0x4B, 1, 2]))
    let offset = Int(second[42]) | Int(second[43]) << 8
    #expect(offset == entries[0].count)
    #expect(Array(archive[offset...].prefix(entries[1].count)) == entries[1])
  }

  @Test func theSameFilesGiveTheSameBytes() {
    #expect(Zip.entry("a", Self.text) == Zip.entry("a", Self.text))
  }

  @Test func moreEntriesThanTheFormatCountsAreRefused() throws {
    let entry = try #require(Zip.entry("a", []))
    #expect(Zip.archive(Array(repeating: entry, count: 65_535)) != nil)
    #expect(Zip.archive(Array(repeating: entry, count: 65_536)) == nil)
  }
}
