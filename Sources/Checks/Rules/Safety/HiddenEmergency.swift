import Content
import Diagnostics
import Markdown

extension Check {
  /// An emergency card that has to be opened first.
  static let hiddenEmergency = Check(
    "safety/hidden-emergency", .error,
    .init(
      finds: "An emergency card inside something that readers have to open first.",
      why: "In an emergency nobody looks for what is folded away, and on an old phone it may not open at all.",
      bad: [
        "content/page.md":
          "::::more{title=\"More\"}\n\n:::emergency{title=\"Call an ambulance if:\"}\n\n- breathing stops\n\n:::\n\n::::\n",
        "templates/directives/more.html": "<details><summary>{{attributes.title}}</summary>{{{content}}}</details>\n",
      ],
      good: [
        "content/page.md": ":::emergency{title=\"Call an ambulance if:\"}\n\n- breathing stops\n\n:::\n"
      ]),
    scope: .page { view in
      let document = view.document
      guard document.directives.contains(where: { $0.name == "emergency" }) else { return [] }
      var found: [Finding] = []
      /// Where what is open now ends, with its name.
      var hiding: (end: Int, name: String)?
      var openHTML = 0
      for (i, node) in document.nodes.enumerated() {
        if let open = hiding, i >= open.end { hiding = nil }
        if node.kind == .htmlBlock {
          let html = document.string(node.payload).lowercased()
          openHTML += html.ranges(of: "<details").count - html.ranges(of: "</details").count
        }
        guard node.kind == .directive else { continue }
        let directive = document.directives[Int(node.payload.start)]
        if directive.name == "emergency", hiding != nil || openHTML > 0 {
          let outer = hiding.map { "'\($0.name)'" } ?? "<details>"
          found.append(
            Finding(
              at: directive.location, "the emergency card stands inside \(outer), which hides it",
              help: "move the card out of it, to the top of the page"))
        }
        if hiding == nil, holdsDirective(i, document), hides(directive.name, view.input) {
          hiding = (Int(node.end), directive.name)
        }
      }
      return found
    })

  private static func holdsDirective(_ i: Int, _ document: Document) -> Bool {
    document.nodes[(i + 1)..<Int(document.nodes[i].end)].contains { $0.kind == .directive }
  }

  /// Whether a directive's template folds its content away.
  private static func hides(_ name: String, _ input: CheckInput) -> Bool {
    if ["accordion", "details", "disclosure", "expander", "spoiler", "tabs"].contains(name) { return true }
    guard let bytes = try? input.tree.read("templates/directives/\(name).html") else { return false }
    let html = String(decoding: bytes, as: UTF8.self)
    return html.contains("<details") || html.contains("<dialog") || html.contains(" hidden>")
  }
}
