import Content
import Diagnostics

extension Check {
  /// A number that no phone reaches, or that is not the one people read. What a phone cannot dial at all is found while
  /// the register is read.
  static let malformedNumber = Check(
    "support/malformed-number", .error,
    .init(
      finds:
        "A number in the register that a phone cannot dial, that its country does not have, or that is not the one "
        + "in `display`.",
      why: "A digit too few is only noticed by somebody who needs help and gets none.",
      bad: ["content/data/support-lines.yml": registerEntry(phone: "0800 12", display: "0800 12")],
      good: ["content/data/support-lines.yml": registerEntry(phone: "+448000684141", display: "0800 068 4141")]),
    scope: .site { input in
      input.site.data.supportLines.flatMap { line in badNumbers(line) + display(line) }
    })

  private static func badNumbers(_ line: SupportLine) -> [Finding] {
    guard let plan = NumberingPlan.of(line.country) else { return [] }
    return [("phone", line.phone), ("text", line.text)].compactMap { key, number in
      guard let number, let problem = plan.problem(with: number) else { return nil }
      return Finding(
        at: line.location(of: key), "\(number) cannot be a number in \(line.country): \(problem)",
        help: "compare it with the page that `evidence` names; if the number is right, check `country`",
        severity: .warning)
    }
  }

  private static func display(_ line: SupportLine) -> [Finding] {
    guard let display = line.display, let number = line.phone ?? line.text else { return [] }
    let shown = Keypad.digits(display, letters: false)
    let spelt = Keypad.digits(display, letters: true)
    if line.written(number).contains(where: { shown.contains($0) || spelt.contains($0) }) { return [] }
    return [
      Finding(
        at: line.location(of: "display"), "people read '\(display)', and their phone dials \(number)",
        help: "compare both with the page that `evidence` names, and mend the one that is wrong", severity: .warning)
    ]
  }
}

/// The keys of a telephone (ITU-T E.161).
enum Keypad {
  /// - Parameter letters: whether capital letters count as the digits on their keys, as in `0800 POISON`.
  static func digits(_ text: String, letters: Bool) -> String {
    let keys = Array("22233344455566677778889999".utf8)
    let digits = text.utf8.compactMap { byte -> UInt8? in
      switch byte {
      case 48...57: byte
      case 65...90 where letters: keys[Int(byte) - 65]
      default: nil
      }
    }
    return String(decoding: digits, as: UTF8.self)
  }
}
