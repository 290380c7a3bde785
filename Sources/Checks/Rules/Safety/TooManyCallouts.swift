import Content
import Diagnostics
import Markdown

extension Check {
  /// More boxes than a page can have before none is seen.
  static let tooManyCallouts = Check(
    "safety/too-many-callouts", .warning,
    .init(
      finds: "More than two boxes on one page: `callout`, `warning`, `caution`, `important`, or GitHub's alerts.",
      why: "Where everything stands out, nothing does, and the one box that matters is passed over.",
      bad: "> [!WARNING]\n> One.\n\n> [!WARNING]\n> Two.\n\n> [!NOTE]\n> Three.\n",
      good: "> [!WARNING]\n> One.\n\n> [!NOTE]\n> Two.\n\nThree.\n"),
    scope: .page { view in
      let boxes = view.document.directives.filter { names.contains($0.name) }.sorted { $0.location < $1.location }
      guard boxes.count > 2 else { return [] }
      return [
        Finding(
          at: boxes[2].location, "the page has \(boxes.count) boxes, and readers pass over more than two",
          help: "keep the two that matter most, and make the others plain text")
      ]
    })

  private static let names: Set<String> = ["callout", "caution", "important", "note", "tip", "warning"]
}
