import Content
import Diagnostics

extension Check {
  /// A number that nobody keeps.
  static let numberNotInRegister = Check(
    "support/number-not-in-register", .error,
    .init(
      finds: "A telephone number in a page that the register of support lines does not have.",
      why: "Nobody checks it, nobody can say where it was read, and a wrong number in a crisis can cost a life.",
      bad: [
        "content/data/support-lines.yml": registerEntry(), "content/page.md": "Call the service on 0800 496 0123.\n",
      ],
      good: [
        "content/data/support-lines.yml": registerEntry(), "content/page.md": "Call [](support:gb-samaritans).\n",
      ]),
    scope: .prose { prose, input in
      TypedNumber.find(in: prose, input).filter(\.lines.isEmpty).map { number in
        Finding(
          at: number.location, "the register of support lines has no number \(number.text)",
          help: "read it on a page of the service, add it to content/data/support-lines.yml with that page as its "
            + "evidence, and write `[](support:ID)` here")
      }
    })
}
