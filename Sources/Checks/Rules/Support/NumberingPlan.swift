import Content

/// How long the telephone numbers of a country are.
///
/// From the national numbering plans as the ITU publishes them under recommendation E.164
/// (itu.int/oth/T0202.aspx?parent=T0202), for the countries that the register has. Lengths are of what stands after the
/// country code, over all kinds of numbers that a service may have; short codes work in the country only.
struct NumberingPlan {
  /// Such as `44`.
  let code: String
  /// What is dialled before a number within the country; empty if nothing is.
  let trunk: String
  let lengths: ClosedRange<Int>
  let shortCodes: ClosedRange<Int>

  /// Nil for a country of which we do not know it.
  static func of(_ country: String) -> NumberingPlan? { all[country] }

  private static let all: [String: NumberingPlan] = {
    // Country, code, prefix within the country, digits after the code, digits of short codes.
    let rows: [(String, String, String, ClosedRange<Int>, ClosedRange<Int>)] = [
      ("AU", "61", "0", 6...10, 3...6), ("BR", "55", "0", 8...11, 3...6), ("CA", "1", "1", 10...10, 3...6),
      ("DE", "49", "0", 4...13, 3...6), ("ES", "34", "", 9...9, 3...6), ("FR", "33", "0", 9...9, 2...6),
      ("GB", "44", "0", 7...10, 3...6), ("HK", "852", "", 8...9, 3...7), ("IE", "353", "0", 7...10, 3...6),
      ("IN", "91", "0", 8...13, 3...6), ("IT", "39", "", 6...12, 3...7), ("JP", "81", "0", 8...10, 3...4),
      ("MX", "52", "", 10...10, 3...5), ("MY", "60", "0", 8...10, 3...5), ("NL", "31", "0", 7...11, 3...6),
      ("NZ", "64", "0", 7...10, 3...4), ("PT", "351", "", 9...9, 3...6), ("SE", "46", "0", 6...10, 3...6),
      ("SG", "65", "", 8...11, 3...5), ("TW", "886", "0", 7...10, 3...4), ("US", "1", "1", 10...10, 3...6),
      ("ZA", "27", "0", 9...10, 3...6),
    ]
    return Dictionary(
      rows.map { ($0.0, NumberingPlan(code: $0.1, trunk: $0.2, lengths: $0.3, shortCodes: $0.4)) },
      uniquingKeysWith: { first, _ in first })
  }()

  /// What is wrong with a number as a phone dials it, in words that end a sentence; nil if nothing is.
  func problem(with number: String) -> String? {
    if number.hasPrefix("+") {
      let digits = number.dropFirst()
      guard digits.hasPrefix(code) else { return "numbers there begin with +\(code)" }
      let national = digits.count - code.count
      if lengths.contains(national) { return nil }
      return "\(national) digits follow +\(code), and there are \(Self.words(lengths)) there"
    }
    if shortCodes.contains(number.count) || lengths.contains(number.count) { return nil }
    if !trunk.isEmpty, number.hasPrefix(trunk), lengths.contains(number.count - trunk.count) { return nil }
    return "it has \(number.count) digits: short codes there have \(Self.words(shortCodes))"
  }

  private static func words(_ range: ClosedRange<Int>) -> String {
    range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound) to \(range.upperBound)"
  }

  /// The ways in which digits of this number may be written within its country, without spaces.
  func written(_ number: String) -> [String] {
    guard number.hasPrefix("+") else { return [number] }
    let digits = String(number.dropFirst())
    guard digits.hasPrefix(code) else { return [digits] }
    let national = String(digits.dropFirst(code.count))
    return trunk.isEmpty ? [digits, national] : [digits, trunk + national, national]
  }
}

extension SupportLine {
  /// The ways in which a number of this service may be written, without spaces.
  func written(_ number: String) -> [String] {
    NumberingPlan.of(country)?.written(number) ?? [String(number.drop { $0 == "+" })]
  }
}
