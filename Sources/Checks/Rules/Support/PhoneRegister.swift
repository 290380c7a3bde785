import Content

/// Which services of the register a number belongs to, however it is written.
struct PhoneRegister: Sendable {
  /// Indices into the register by digits.
  private var lines: [String: [Int]] = [:]

  init(_ register: [SupportLine]) {
    for (i, line) in register.enumerated() {
      for number in [line.phone, line.text].compactMap(\.self) {
        for written in line.written(number) { add(written, i) }
      }
      for digits in Self.numbers(in: line.display ?? "", from: 3) { add(digits, i) }
      for digits in Self.numbers(in: line.note ?? "", from: 7) { add(digits, i) }
    }
  }

  /// - Parameter digits: without spaces, signs and a `+`.
  func lines(with digits: String) -> [Int] { lines[digits] ?? [] }

  private mutating func add(_ digits: String, _ line: Int) {
    if lines[digits]?.contains(line) != true { lines[digits, default: []].append(line) }
  }

  /// Runs of digits with nothing but spaces, hyphens and brackets between.
  private static func numbers(in text: String, from least: Int) -> [String] {
    text.split { !$0.isNumber && !" -()".contains($0) }.map { $0.filter(\.isNumber) }.filter { $0.utf8.count >= least }
  }
}
