import Content
import Diagnostics

extension Check {
  /// A control that has nothing for a screen reader to say.
  static let unnamedControl = Check(
    "output/unnamed-control", .error,
    .init(
      finds:
        "A link, a button or a field of a form without any words: no text, no label, no description of its picture.",
      why: "A screen reader says only “link” or “button”, and nobody can tell it what to press by voice.",
      bad: ["public/index.html": "<a href=\"/help/\"><img src=\"/phone.svg\" alt=\"\"></a>"],
      good: ["public/index.html": "<a href=\"/help/\"><img src=\"/phone.svg\" alt=\"Get help\"></a>"]),
    scope: .output { file, _ in
      guard let html = file.html else { return [] }
      let names = ControlNames(html)
      var found: [Finding] = []
      for i in html.controls.map(Int.init) {
        let tag = html.tags[i]
        guard let what = names.kind(tag), !names.isNamed(i) else { continue }
        found.append(
          Finding(
            at: file.location(tag), "this \(what) has no name",
            help: what == "field"
              ? "give it a <label for=…>, or an aria-label" : "give it words, or an aria-label that says what it does"))
      }
      return found
    })
}

/// Names of controls (Accessible Name and Description Computation 1.2), as far as pages can have them without scripts.
private struct ControlNames {
  let html: HTMLScan

  init(_ html: HTMLScan) { self.html = html }

  /// What a message calls it; nil if it needs no name.
  func kind(_ tag: HTMLScan.Tag) -> String? {
    switch tag.element {
    case .a, .area: return html.has(.href, tag) ? "link" : nil
    case .button, .summary: return "button"
    case .select, .textarea: return "field"
    case .input:
      let type = html.attribute(.type, of: tag)
      if html.isWord(type, "hidden") || html.isWord(type, "submit") || html.isWord(type, "reset") { return nil }
      return html.isWord(type, "button") || html.isWord(type, "image") ? "button" : "field"
    default: return nil
    }
  }

  func isNamed(_ i: Int) -> Bool {
    let tag = html.tags[i]
    if let label = html.attribute(.ariaLabel, of: tag), !html.isBlank(label) { return true }
    if let ids = html.attribute(.ariaLabelledBy, of: tag), !html.isBlank(ids) { return true }
    if let title = html.attribute(.title, of: tag), !html.isBlank(title) { return true }
    if html.isWord(html.attribute(.ariaHidden, of: tag), "true") { return true }
    switch tag.element {
    case .a, .button, .summary: return hasWords(i)
    case .area: return html.attribute(.alt, of: tag).map { !html.isBlank($0) } ?? false
    case .input where html.isWord(html.attribute(.type, of: tag), "image"):
      return html.attribute(.alt, of: tag).map { !html.isBlank($0) } ?? false
    case .input where html.isWord(html.attribute(.type, of: tag), "button"):
      return html.attribute(.value, of: tag).map { !html.isBlank($0) } ?? false
    default: return hasLabel(i)
    }
  }

  private func hasLabel(_ i: Int) -> Bool {
    var parent = html.tags[i].parent
    while parent >= 0 {
      if html.tags[Int(parent)].element == .label, hasWords(Int(parent)) { return true }
      parent = html.tags[Int(parent)].parent
    }
    guard let id = html.attribute(.id, of: html.tags[i]) else { return false }
    return html.tags.indices.contains(where: { (k: Int) -> Bool in
      guard html.tags[k].element == .label, html.tags[k].kind == .start,
        let target = html.attribute(.for, of: html.tags[k])
      else { return false }
      return html.raw(target) == html.raw(id) && hasWords(k)
    })
  }

  /// Whether there is anything to say within an element: text, or the text for a picture.
  private func hasWords(_ i: Int) -> Bool {
    let end = min(Int(html.tags[i].close), html.tags.count)
    var k = i
    while k < end {
      let tag = html.tags[k]
      if tag.kind == .start, k > i {
        if html.has(.hidden, tag) || html.isWord(html.attribute(.ariaHidden, of: tag), "true") {
          // What stands behind the hidden part is read again.
          k = Int(tag.close)
          if k >= end { return false }
          if hasText(after: k) { return true }
          k += 1
          continue
        }
        if tag.element == .img || tag.element == .area, let alt = html.attribute(.alt, of: tag), !html.isBlank(alt) {
          return true
        }
        if let label = html.attribute(.ariaLabel, of: tag), !html.isBlank(label) { return true }
      }
      if hasText(after: k), tag.element != .script, tag.element != .style { return true }
      k += 1
    }
    return false
  }

  /// Whether there is text between a tag and the next.
  private func hasText(after k: Int) -> Bool {
    let start = Int(html.tags[k].end)
    let end = k + 1 < html.tags.count ? Int(html.tags[k + 1].start) : html.bytes.count
    return start < end && !HTMLText.isBlank(html.bytes[start..<end])
  }
}
