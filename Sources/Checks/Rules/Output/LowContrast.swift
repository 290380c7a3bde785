import Content
import Diagnostics

extension Check {
  /// Colours of text that are too near to those behind it.
  static let lowContrast = Check(
    "output/low-contrast", .error,
    .init(
      finds:
        """
        A colour of text in a style sheet with a contrast below 7 to 1 to what is behind it (4.5 to 1 for large text, 3 to 1 \
        for focus rings and the borders of controls). Below 4.5 to 1 (3 to 1) it is an error, above a warning.
        """,
      why: "People with weak eyes, and everybody with a dim phone in the sun, cannot read it.",
      bad: ["templates/assets/style.css": "body { background: #fff; color: #aaa; }"],
      good: ["templates/assets/style.css": "body { background: #fff; color: #333; }"]),
    scope: .site { input in
      let paths = input.tree.paths(under: "templates/assets/").filter { $0.hasSuffix(".css") }
      let sources = paths.map { (try? input.tree.read($0)) ?? [] }
      let sheets = sources.map(StyleSheet.init)
      var findings = ContrastFindings()
      for scheme in StyleCascade.Scheme.allCases { Contrast(StyleCascade(sheets, scheme)).look(&findings) }
      return findings.all.map { found in
        let file = BuiltFile(path: paths[found.file], bytes: sources[found.file])
        return Finding(
          at: file.location(found.range),
          "\(found.what) a contrast of \(found.ratio) to 1 \(found.scheme), and needs \(found.needed)",
          help: "make one of the two darker or lighter: \(found.colors)",
          severity: found.isBelowAA ? .error : .warning)
      }
    })
}

/// One finding a place: the first scheme in which it fails.
private struct ContrastFindings {
  struct Low {
    var file: Int
    var range: Range<Int>
    var what, ratio, needed, scheme, colors: String
    /// Below what WCAG 2.2 asks for at level AA; the rest is level AAA, which this project keeps.
    var isBelowAA: Bool
  }

  private(set) var all: [Low] = []

  mutating func add(_ low: Low) {
    if all.contains(where: { $0.file == low.file && $0.range == low.range && $0.what == low.what }) { return }
    all.append(low)
  }
}

private struct Contrast {
  let cascade: StyleCascade
  private let page: (text: CSSColor, back: CSSColor)

  init(_ cascade: StyleCascade) {
    self.cascade = cascade
    func root(_ properties: [String]) -> CSSColor? {
      for selector in ["body", "html", ":root"] {
        for property in properties {
          guard let said = cascade.said[selector]?[property],
            case .color(let color)? = cascade.paints(said.value, for: selector).first
          else { continue }
          return color
        }
      }
      return nil
    }
    let scheme = cascade.said[":root"]?["color-scheme"]?.value ?? cascade.said["html"]?["color-scheme"]?.value ?? ""
    let isDark = cascade.scheme == .dark && scheme.contains("dark")
    // What browsers draw a page on that says nothing.
    let canvas = isDark ? CSSColor(red: 0.07, green: 0.07, blue: 0.07) : .white
    let back = root(["background-color", "background"]) ?? canvas
    page = ((root(["color"]) ?? (isDark ? .white : .black)).over(back), back.over(canvas))
  }

  func look(_ found: inout ContrastFindings) {
    for selector in cascade.selectors {
      guard let own = cascade.said[selector] else { continue }
      lookAtText(selector, own, &found)
      lookAtLines(selector, own, &found)
    }
  }

  // MARK: Text

  private func lookAtText(_ selector: String, _ own: [String: StyleCascade.Said], _ found: inout ContrastFindings) {
    let back = own["background-color"] ?? own["background"]
    // Where parts of a box have colours of their own, the box need not fit the page's text.
    if own["color"] == nil {
      guard back != nil, !hasColouredParts(selector) else { return }
    }
    guard let place = own["color"] ?? back else { return }
    if own["display"]?.value == "none" { return }
    let texts = colors(selector, ["color"], or: page.text)
    let backs = colors(selector, ["background-color", "background"], or: page.back)
    let needed = isLarge(selector) ? 4.5 : 7
    for text in texts {
      for back in backs {
        let solid = back.over(page.back)
        report(CSSColor.contrast(text.over(solid), solid), needed, "this text has", place, text, solid, &found)
      }
    }
  }

  private func hasColouredParts(_ selector: String) -> Bool {
    cascade.said.contains { other, own in
      own["color"] != nil && other != selector
        && (other.hasPrefix(selector + " ") || other.hasPrefix(selector + ">"))
    }
  }

  /// What a property can be for a selector: its own, or that of what it stands in. Empty if it is not known.
  private func colors(_ selector: String, _ properties: [String], or page: CSSColor) -> [CSSColor] {
    for asked in [selector] + StyleCascade.fallbacks(of: selector) {
      guard let own = cascade.said[asked], let said = properties.lazy.compactMap({ own[$0] }).first else { continue }
      let paints = cascade.paints(said.value, for: asked)
      if paints.contains(.around) { continue }
      return paints.compactMap { if case .color(let color) = $0 { color } else { nil } }
    }
    return [page]
  }

  /// WCAG 2.2: 24 pixels, or 18.66 in bold.
  private func isLarge(_ selector: String) -> Bool {
    var (size, weight): (Double?, Bool?) = (nil, nil)
    for asked in [selector] + StyleCascade.fallbacks(of: selector) {
      guard let own = cascade.said[asked] else { continue }
      for property in ["font-size", "font"] where size == nil {
        size = own[property].flatMap { said in cascade.values(of: said.value, for: asked).first.flatMap(pixels) }
      }
      for property in ["font-weight", "font"] where weight == nil {
        guard let said = own[property], let value = cascade.values(of: said.value, for: asked).first else { continue }
        weight = value.split(separator: " ").contains { $0 == "bold" || (Int($0).map { $0 >= 700 } ?? false) }
      }
    }
    guard let size else { return false }
    return size >= 24 || (size >= 18.66 && weight == true)
  }

  private func pixels(_ value: String) -> Double? {
    for word in value.split(whereSeparator: { $0 == " " || $0 == "/" }) {
      for (unit, factor) in [("rem", 16.0), ("px", 1), ("pt", 4 / 3.0)] where word.hasSuffix(unit) {
        if let number = Double(word.hasPrefix(".") ? "0" + word.dropLast(unit.count) : word.dropLast(unit.count)) {
          return number * factor
        }
      }
    }
    return nil
  }

  // MARK: Lines

  /// Rings around what has the focus, and borders of controls.
  private func lookAtLines(_ selector: String, _ own: [String: StyleCascade.Said], _ found: inout ContrastFindings) {
    var lines: [StyleCascade.Said] = []
    if selector.contains(":focus") { lines += [own["outline-color"] ?? own["outline"]].compactMap(\.self) }
    if ["button", "input", "select", "textarea"].contains(selector) {
      lines += [own["border-color"] ?? own["border"]].compactMap(\.self)
    }
    for line in lines {
      for case .color(let color) in cascade.paints(line.value, for: selector) {
        report(CSSColor.contrast(color.over(page.back), page.back), 3, "this line has", line, color, page.back, &found)
      }
    }
  }

  private func report(
    _ ratio: Double, _ needed: Double, _ what: String, _ place: StyleCascade.Said, _ front: CSSColor, _ back: CSSColor,
    _ found: inout ContrastFindings
  ) {
    if ratio >= needed { return }
    let tenths = Int(ratio * 10)
    found.add(
      ContrastFindings.Low(
        file: place.file, range: place.colorRange, what: what, ratio: "\(tenths / 10).\(tenths % 10)",
        needed: needed == 4.5 ? "4.5" : "\(Int(needed))", scheme: cascade.scheme.words,
        colors: "\(front.hexadecimal) on \(back.hexadecimal)", isBelowAA: ratio < (needed == 7 ? 4.5 : 3)))
  }
}

extension CSSColor {
  fileprivate var hexadecimal: String {
    "#"
      + [red, green, blue].map { part in
        let digits = String(Int((max(0, min(1, part)) * 255).rounded()), radix: 16)
        return digits.count == 1 ? "0" + digits : digits
      }.joined()
  }
}
