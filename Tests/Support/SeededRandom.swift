/// SplitMix64: the same numbers in every run, so that a fuzz test that fails once fails again.
package struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64

  package init(seed: UInt64) { state = seed }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

extension SeededRandom {
  /// Bytes that a grammar cares about, with some that nothing expects.
  package mutating func bytes(count: Int, from alphabet: [UInt8]) -> [UInt8] {
    (0..<count).map { _ in
      Int.random(in: 0..<40, using: &self) == 0
        ? UInt8.random(in: 0...255, using: &self) : alphabet[Int.random(in: 0..<alphabet.count, using: &self)]
    }
  }
}
