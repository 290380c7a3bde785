import Content
import Diagnostics

extension Check {
  /// A heading of the first level in the text, where the title is one already.
  static let secondH1 = Check(
    "content/second-h1", .warning,
    .init(
      finds: "A heading of level 1 (`#`) in the text. The title in the front matter is the page's only one.",
      why: "A page with two main headings leaves people who listen to it unsure where it begins and what it is about.",
      bad: "---\ntitle: The bladder\n---\n# The bladder\n\nKetamine can harm it.\n",
      good: "---\ntitle: The bladder\n---\nKetamine can harm it.\n"),
    scope: .page { view in
      let document = view.document
      return document.headings.compactMap { heading -> Finding? in
        let i = Int(heading)
        guard document.nodes[i].level == 1 else { return nil }
        return Finding(
          at: view.page.locationOfMarks(ofHeading: i), "a second main heading besides the page's title",
          help: document.hash(ofWordsIn: i) == WordRun.hash(of: view.page.title)
            ? "remove it: the title is shown above the text already" : "write it with `##`")
      }
    })
}
