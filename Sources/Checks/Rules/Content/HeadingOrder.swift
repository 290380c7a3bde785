import Content
import Diagnostics

extension Check {
  /// A heading that leaves out a level.
  static let headingOrder = Check(
    "content/heading-order", .warning,
    .init(
      finds:
        "A heading more than one level below the one before it. The page's title is level 1, so its text starts "
        + "with `##`.",
      why:
        "Screen readers tell the level of each heading. Where one is left out, people think that they missed a part.",
      bad: "## Harm to the bladder\n\n#### Early signs\n\nPain.\n",
      good: "## Harm to the bladder\n\n### Early signs\n\nPain.\n"),
    scope: .page { view in
      var last = 1
      var found: [Finding] = []
      for block in view.prose.blocks where block.kind == .heading {
        // What is quoted has an order of its own.
        guard let node = block.node, !block.isInQuote else { continue }
        // A box may have a heading of its own above the first in it.
        let deepest = last + (block.directive == nil ? 1 : 2)
        if block.level > deepest {
          found.append(
            Finding(
              at: view.page.locationOfMarks(ofHeading: node),
              last == 1
                ? "the first heading below the title is of level \(block.level)"
                : "a heading of level \(block.level) follows one of level \(last)",
              help: "write it with `\(String(repeating: "#", count: last + 1))`"))
        }
        last = block.level
      }
      return found
    })
}
