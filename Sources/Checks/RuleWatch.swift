import CRuleGuard

/// Keeps one broken check from hiding what all others find.
///
/// A crash cannot be caught within a program, nor a hang ended. So the process starts itself again in its own place, with
/// the same arguments and a note of which check failed where; that check is then left out and reported. Nothing has been
/// printed or published at that time.
package struct RuleWatch: Sendable {
  /// A check that crashed or hung in an earlier start of this process.
  package struct Failure: Sendable, Hashable {
    /// Index into the list of checks.
    package let rule: Int
    /// Index of the page, or of the built file; negative if neither.
    package let item: Int
    package let isHang: Bool
  }

  package let failed: [Failure]
  private let isArmed: Bool

  /// Lets a crash be a crash, as in tests within one process.
  package static let none = RuleWatch(failed: [], isArmed: false)

  /// Makes this process survive its checks. Only for programs that have done nothing yet that must not be done twice.
  ///
  /// - Parameter seconds: of processor time, after which one check on one page counts as hung.
  package static func armed(seconds: Int) -> RuleWatch {
    var notes = [CChar](repeating: 0, count: 4096)
    let length = rule_guard_arm(UInt32(seconds), &notes, notes.count)
    let text = String(decoding: notes.prefix(length).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let failed = text.split(separator: ";").compactMap { note -> Failure? in
      let parts = note.split(separator: ",").compactMap { Int($0) }
      return parts.count == 3 ? Failure(rule: parts[0], item: parts[1], isHang: parts[2] == 1) : nil
    }
    return RuleWatch(failed: failed, isArmed: true)
  }

  /// Runs one check on one item.
  @inline(__always)
  func run<T>(_ rule: Int, item: Int, _ body: () -> T) -> T {
    guard isArmed else { return body() }
    rule_guard_enter(Int32(rule), Int32(item))
    defer { rule_guard_leave() }
    return body()
  }
}
