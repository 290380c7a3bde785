import Testing

@testable import Outputs

struct JPEGSizeTests {
  private func jpeg(_ segments: [UInt8]...) -> [UInt8] { [0xFF, 0xD8] + segments.joined() }
  private func frame(_ marker: UInt8) -> [UInt8] { [0xFF, marker, 0, 11, 8, 0, 13, 0, 21, 1, 1, 0x11, 0] }

  private func exif(orientation: UInt8, type: UInt8 = 3, isLittle: Bool) -> [UInt8] {
    // One entry before it, so that the search has to step.
    let tiff: [UInt8] =
      isLittle
      ? [
        0x49, 0x49, 0x2A, 0, 8, 0, 0, 0, 2, 0, 0x00, 0x01, 3, 0, 1, 0, 0, 0, 9, 0, 0, 0,
        0x12, 0x01, type, 0, 1, 0, 0, 0, orientation, 0, 0, 0,
      ]
      : [
        0x4D, 0x4D, 0, 0x2A, 0, 0, 0, 8, 0, 2, 0x01, 0x00, 0, 3, 0, 0, 0, 1, 0, 9, 0, 0,
        0x01, 0x12, 0, type, 0, 0, 0, 1, 0, orientation, 0, 0,
      ]
    return [0xFF, 0xE1, 0, UInt8(tiff.count + 8), 0x45, 0x78, 0x69, 0x66, 0, 0] + tiff
  }

  @Test(arguments: [0xC0, 0xC1, 0xC2, 0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF] as [UInt8])
  func readsEveryKindOfFrame(marker: UInt8) {
    #expect(ImageSize.read(jpeg(frame(marker))) == ImageSize(width: 21, height: 13))
  }

  @Test(arguments: [0xC4, 0xC8, 0xCC] as [UInt8])
  func takesNoTableForAFrame(marker: UInt8) {
    #expect(ImageSize.read(jpeg(frame(marker))) == nil)
    #expect(ImageSize.read(jpeg(frame(marker), frame(0xC0))) == ImageSize(width: 21, height: 13))
  }

  @Test func skipsFillBytesAndMarkersWithoutContents() {
    #expect(ImageSize.read(jpeg([0xFF, 0xFF, 0xFF], [0xFF, 0x01, 0xFF, 0xD3], frame(0xC0))) != nil)
  }

  @Test func ignoresAFrameInsideAThumbnail() {
    let thumbnail: [UInt8] = [0xFF, 0xD8] + [0xFF, 0xC0, 0, 11, 8, 0, 1, 0, 1, 1, 1, 0x11, 0]
    #expect(
      ImageSize.read(jpeg([0xFF, 0xE0, 0, UInt8(thumbnail.count + 2)] + thumbnail, frame(0xC0)))
        == ImageSize(width: 21, height: 13))
  }

  @Test(arguments: 0...9 as ClosedRange<UInt8>, [true, false])
  func turnsTheSizeAsTheCameraWasHeld(orientation: UInt8, isLittle: Bool) {
    let size = ImageSize.read(jpeg(exif(orientation: orientation, isLittle: isLittle), frame(0xC0)))
    let isTurned = (5...8).contains(orientation)
    #expect(size == (isTurned ? ImageSize(width: 13, height: 21) : ImageSize(width: 21, height: 13)))
  }

  @Test func ignoresAnOrientationOfTheWrongType() {
    let size = ImageSize.read(jpeg(exif(orientation: 6, type: 4, isLittle: true), frame(0xC0)))
    #expect(size == ImageSize(width: 21, height: 13))
  }

  @Test(arguments: [[0xFF, 0xDA], [0xFF, 0xD9], [0xFF, 0xE0, 0, 1], [0x00]] as [[UInt8]])
  func findsNoFrameBehindTheScan(segment: [UInt8]) { #expect(ImageSize.read(jpeg(segment, frame(0xC0))) == nil) }
}
