import Content
import Diagnostics

extension Check {
  /// A number of the register that somebody typed.
  static let numberInProse = Check(
    "support/number-in-prose", .warning,
    .init(
      finds: "A telephone number typed into a page that the register of support lines has too.",
      why: "When the number changes it is changed in the register, and this one would stay wrong.",
      bad: [
        "content/data/support-lines.yml": registerEntry(), "content/page.md": "Call Samaritans on 116 123.\n",
      ],
      good: [
        "content/data/support-lines.yml": registerEntry(), "content/page.md": "Call [](support:gb-samaritans).\n",
      ]),
    scope: .prose { prose, input in
      TypedNumber.find(in: prose, input).compactMap { number in
        let lines = number.lines.map { input.site.data.supportLines[$0] }
        guard let first = lines.first else { return nil }
        let link = "[](support:\(first.id))"
        let isSame = lines.count == 1 && isDrawn(number.text, by: first)
        return Finding(
          at: number.location, "the number of \(first.name) is typed here, and would not change with the register",
          help: number.isOutsideMarkdown
            ? "say it without the number; only the text of a page can draw one from the register"
            : lines.count == 1
              ? "write `\(link)`"
              : "write `\(link)`, or with the id of the service that is meant: "
                + lines.dropFirst().map(\.id).joined(separator: ", "),
          edits: isSame && number.isReplaceable ? [Edit(number.location, link)] : [])
      }
    })

  /// Whether a link draws this number and nothing else, such as a second number or words.
  private static func isDrawn(_ number: String, by line: SupportLine) -> Bool {
    guard let display = line.display, display.allSatisfy({ $0.isNumber || " -()+".contains($0) }) else { return false }
    return [line.phone, line.text].compactMap { $0.map(line.written) }.contains { forms in
      [display, number].allSatisfy { forms.contains(Keypad.digits($0, letters: false)) }
    }
  }
}
