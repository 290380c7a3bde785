import Testing

@testable import Outputs

struct AVIFSizeTests {
  private func box(_ type: String, _ contents: [UInt8]...) -> [UInt8] {
    let all = Array(contents.joined())
    let length = all.count + 8
    return [0, 0, UInt8(length >> 8), UInt8(length & 0xFF)] + Array(type.utf8) + all
  }

  private func ispe(_ width: UInt8, _ height: UInt8) -> [UInt8] {
    box("ispe", [0, 0, 0, 0, 0, 0, 0, width, 0, 0, 0, height])
  }

  private func avif(brands: String = "mif1\0\0\0\0avif", _ metaBoxes: [UInt8]...) -> [UInt8] {
    box("ftyp", Array(brands.utf8)) + box("meta", [0, 0, 0, 0], Array(metaBoxes.joined()))
  }

  /// Item 1 is a tile of 8 by 8, item 2 the image, item 3 a thumbnail.
  private func grid(_ extra: [UInt8] = [], associations: [UInt8] = [1, 2]) -> [UInt8] {
    avif(
      box("pitm", [0, 0, 0, 0, 0, 2]),
      box(
        "iprp", box("ipco", ispe(80, 80), ispe(21, 13), ispe(5, 3), extra),
        box("ipma", [0, 0, 0, 0, 0, 0, 0, 3, 0, 1, 1, 1, 0, 2] + associations + [0, 3, 1, 3])))
  }

  @Test func readsThePrimaryItemAmongOthers() { #expect(ImageSize.read(grid()) == ImageSize(width: 21, height: 13)) }

  @Test(arguments: [(0, false), (1, true), (2, false), (3, true)])
  func turnsTheSizeWithTheItem(turns: Int, isTurned: Bool) {
    let image = grid(box("irot", [UInt8(turns)]), associations: [2, 0x82, 0x84])
    #expect(ImageSize.read(image) == (isTurned ? ImageSize(width: 13, height: 21) : ImageSize(width: 21, height: 13)))
  }

  @Test func readsLongItemNumbersAndAssociations() {
    let image = avif(
      box("pitm", [1, 0, 0, 0, 0, 0, 0, 2]),
      box(
        "iprp", box("ipco", ispe(80, 80), ispe(21, 13)),
        box("ipma", [1, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 2, 1, 0x80, 2])))
    #expect(ImageSize.read(image) == ImageSize(width: 21, height: 13))
  }

  @Test func takesTheLargestIfNoneIsPrimary() {
    #expect(
      ImageSize.read(avif(box("iprp", box("ipco", ispe(5, 3), ispe(21, 13))))) == ImageSize(width: 21, height: 13))
  }

  @Test func readsNoOtherBrand() {
    #expect(ImageSize.read(avif(brands: "heic\0\0\0\0mif1", box("iprp", box("ipco", ispe(21, 13))))) == nil)
  }

  @Test func survivesMadeUpCounts() {
    let image = avif(
      box("pitm", [0, 0, 0, 0, 0, 2]),
      box("iprp", box("ipco", ispe(21, 13)), box("ipma", [0, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF, 0, 1, 0xFF, 9])))
    #expect(ImageSize.read(image) == ImageSize(width: 21, height: 13))
  }
}
