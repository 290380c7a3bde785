import Testing

@testable import QRCode

@Suite struct QRCodeTests {
  private static let address = Array("https://ketamine-information.example/h/card/".utf8)

  @Test func aCodeIsTheSmallestThatHoldsTheBytes() throws {
    // Version 1 has 21 modules on a side and holds 14 bytes at level M (ISO/IEC 18004, table 7); each version has 4 more.
    #expect(try #require(QRCode(Array(repeating: 97, count: 14), correction: .medium)).width == 21)
    #expect(try #require(QRCode(Array(repeating: 97, count: 15), correction: .medium)).width == 25)
    // 44 bytes are too many for version 3 (42), and fit into version 4 (62).
    #expect(try #require(QRCode(Self.address, correction: .medium)).width == 33)
  }

  @Test func moreCorrectionNeedsAtLeastAsManyModules() throws {
    let medium = try #require(QRCode(Self.address, correction: .medium))
    let quartile = try #require(QRCode(Self.address, correction: .quartile))
    #expect(quartile.width >= medium.width)
    #expect(quartile != medium)
  }

  @Test func threeCornersHaveAFinderPattern() throws {
    let code = try #require(QRCode(Self.address, correction: .medium))
    let pattern = ["#######", "#     #", "# ### #", "# ### #", "# ### #", "#     #", "#######"]
    let far = code.width - 7
    for (row, column) in [(0, 0), (0, far), (far, 0)] {
      let found = (0..<7).map { r in
        String((0..<7).map { c in code[row: row + r, column: column + c] ? "#" as Character : " " })
      }
      #expect(found == pattern, "at \(row), \(column)")
    }
  }

  @Test func strokesDrawEveryDarkModuleAndNoOther() throws {
    let code = try #require(QRCode(Self.address, correction: .medium))
    var drawn = Set<[Int]>()
    for line in code.strokes.split(separator: "M") {
      let numbers = line.split(whereSeparator: { "hm ".contains($0) }).map(String.init)
      let row = try #require(Int(numbers[1].dropLast(2))) - QRCode.quietZone
      var column = try #require(Int(numbers[0])) - QRCode.quietZone
      var steps = numbers.dropFirst(2).makeIterator()
      while let length = steps.next().flatMap({ Int($0) }) {
        for step in 0..<length { drawn.insert([row, column + step]) }
        column += length
        guard let gap = steps.next().flatMap({ Int($0) }) else { break }
        column += gap
        #expect(steps.next() == "0", "lines are level")
      }
    }
    var dark = Set<[Int]>()
    for row in 0..<code.width {
      for column in 0..<code.width where code[row: row, column: column] { dark.insert([row, column]) }
    }
    #expect(drawn == dark)
  }

  @Test func theSameBytesGiveTheSameCode() {
    #expect(QRCode(Self.address, correction: .medium) == QRCode(Self.address, correction: .medium))
  }

  @Test func nothingAndTooMuchGiveNone() {
    #expect(QRCode([], correction: .medium) == nil)
    #expect(QRCode(Array(repeating: 97, count: 3000), correction: .medium) == nil)
  }
}
