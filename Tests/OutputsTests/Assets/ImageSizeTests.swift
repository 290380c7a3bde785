import TestSupport
import Testing

@testable import Outputs

struct ImageSizeTests {
  private let size = ImageSize(width: 21, height: 13)

  @Test(arguments: TinyImages.all.indices)
  func readsEachFormat(index: Int) { #expect(ImageSize.read(TinyImages.all[index]) == size) }

  @Test(arguments: TinyImages.all.indices)
  func readsATruncatedImageRightlyOrNotAtAll(index: Int) {
    let image = TinyImages.all[index]
    for length in image.indices {
      let found = ImageSize.read(Array(image[..<length]))
      #expect(found == nil || found == size, "\(length) bytes")
    }
  }

  @Test func readsNothingFromOtherFiles() {
    for text in ["", "%PDF-1.7", "<html>", "GIF86a\u{1}\u{0}\u{1}\u{0}", "RIFF\u{1}\u{0}\u{0}\u{0}WAVEfmt "] {
      #expect(ImageSize.read(Array(text.utf8)) == nil)
    }
  }

  @Test func refusesASizeOfNothing() {
    var png = TinyImages.png
    png[19] = 0
    #expect(ImageSize.read(png) == nil)
    var gif = TinyImages.gif
    gif[8] = 0
    #expect(ImageSize.read(gif) == nil)
  }

  @Test func neverCrashesOnDamagedOrRandomBytes() {
    var random = SeededRandom(seed: 6)
    for image in TinyImages.all {
      for _ in 0..<2000 {
        var damaged = image
        for _ in 0..<Int.random(in: 1...4, using: &random) {
          let place = Int.random(in: damaged.indices, using: &random)
          damaged[place] = [0, 1, 0x7F, 0x80, 0xFF].randomElement(using: &random) ?? 0
        }
        if let found = ImageSize.read(damaged) { #expect(found.width > 0 && found.height > 0) }
      }
    }
    for count in 0..<2000 {
      _ = ImageSize.read((0..<count % 100).map { _ in UInt8.random(in: 0...255, using: &random) })
    }
  }
}
