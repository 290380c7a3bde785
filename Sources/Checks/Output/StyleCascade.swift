/// What the style sheets say of colours under one scheme: light, dark or paper.
///
/// A selector stands for the elements that it names; what it does not say comes from the same selector without `:hover`
/// and its like, then from the selectors before its last part, then from the page. That is not the cascade, but it is
/// how people write style sheets.
struct StyleCascade {
  enum Scheme: CaseIterable {
    case light, dark, paper

    var words: String {
      switch self {
      case .light: "in light colours"
      case .dark: "in dark colours"
      case .paper: "on paper"
      }
    }

    func applies(_ conditions: [String]) -> Bool {
      conditions.allSatisfy { condition in
        if condition.hasPrefix("@layer") || condition.hasPrefix("@supports") || condition.hasPrefix("@container") {
          return true
        }
        guard condition.hasPrefix("@media") else { return false }
        if condition.contains("forced-colors") || condition.contains("inverted-colors") { return false }
        if condition.contains("print") != (self == .paper), condition.contains("print") { return false }
        if condition.contains("screen"), self == .paper { return false }
        if condition.contains("prefers-color-scheme") {
          return condition.contains("dark") ? self == .dark : self != .dark
        }
        return true
      }
    }
  }

  /// A declaration and the file and bytes it stands in.
  struct Said {
    var value: String
    var file: Int
    var range: Range<Int>

    /// Of the colour among other things, as in `1px solid #ccc`.
    var colorRange: Range<Int> {
      var start = range.lowerBound
      for word in StyleSheet.split(value, at: " ") {
        let end = start + word.utf8.count
        if CSSColor(word) != nil || word.hasPrefix("var(") || word.hasPrefix("light-dark(") { return start..<end }
        start = end + 1
      }
      return range
    }
  }

  let scheme: Scheme
  /// By selector, then property; the last one counts.
  private(set) var said: [String: [String: Said]] = [:]
  /// In the order of the sheets.
  private(set) var selectors: [String] = []
  private var variables: [String: String] = [:]
  private var localVariables: [String: [String]] = [:]

  init(_ sheets: [StyleSheet], _ scheme: Scheme) {
    self.scheme = scheme
    for (file, sheet) in sheets.enumerated() {
      for rule in sheet.rules where scheme.applies(rule.conditions) {
        for selector in rule.selectors { add(rule, selector, file) }
      }
    }
  }

  private mutating func add(_ rule: StyleSheet.Rule, _ selector: String, _ file: Int) {
    if said[selector] == nil { selectors.append(selector) }
    let isRoot = [":root", "html", "body", "*"].contains(selector)
    for declaration in rule.declarations {
      if declaration.name.hasPrefix("--") {
        if isRoot { variables[declaration.name] = declaration.value }
        localVariables[declaration.name, default: []].append(declaration.value)
      }
      said[selector, default: [:]][declaration.name] = Said(
        value: declaration.value, file: file, range: declaration.range)
    }
  }

  // MARK: Values

  /// What a value can be once its variables are filled in. A variable that only some elements set can be any of theirs.
  func values(of value: String, for selector: String, depth: Int = 0) -> [String] {
    guard depth < 12, let open = value.firstRange(of: "var(") else { return [value] }
    guard let close = end(of: value, from: open.upperBound) else { return [] }
    let parts = StyleSheet.split(String(value[open.upperBound..<close]), at: ",")
    let name = (parts.first ?? "").trimmedSpaces
    let fallback = parts.count > 1 ? [parts[1...].joined(separator: ",")] : []
    let choices =
      said[selector]?[name].map { [$0.value] } ?? variables[name].map { [$0] } ?? localVariables[name] ?? fallback
    let rest = value[value.index(after: close)...]
    return choices.prefix(16).flatMap { choice in
      values(of: value[..<open.lowerBound] + choice.trimmedSpaces + rest, for: selector, depth: depth + 1)
    }
  }

  private func end(of value: String, from start: String.Index) -> String.Index? {
    var depth = 1
    for i in value[start...].indices {
      if value[i] == "(" { depth += 1 }
      if value[i] == ")" { depth -= 1 }
      if depth == 0 { return i }
    }
    return nil
  }

  enum Paint: Equatable {
    case color(CSSColor)
    /// Takes what is around it.
    case around
    /// A picture, or a colour that is not known here.
    case unknown
  }

  func paints(_ value: String, for selector: String) -> [Paint] {
    values(of: value, for: selector).map { filled in
      var text = filled
      if let open = text.firstRange(of: "light-dark("), let close = end(of: text, from: open.upperBound) {
        let parts = StyleSheet.split(String(text[open.upperBound..<close]), at: ",")
        let choice = parts.indices.contains(1) && scheme == .dark ? parts[1] : parts[0]
        text = text[..<open.lowerBound] + choice.trimmedSpaces + text[text.index(after: close)...]
      }
      let words = StyleSheet.split(text, at: " ")
      if text.contains("gradient(") || text.contains("url(") { return .unknown }
      for word in words {
        if let color = CSSColor(word) { return color.alpha == 0 ? .around : .color(color) }
      }
      let keywords: Set = ["none", "transparent", "inherit", "currentcolor", "unset", "initial", "0"]
      return words.contains { keywords.contains($0.lowercased()) } ? .around : .unknown
    }
  }

  /// Selectors to ask for what one does not say itself, nearest first.
  static func fallbacks(of selector: String) -> [String] {
    var found: [String] = []
    var compounds = self.compounds(selector)
    while let last = compounds.popLast() {
      let head = compounds.joined()
      if !found.isEmpty || last != compounds.last { appendStates(last, head, to: &found) }
      let above = head.trimmedSpaces.drop { ">+~ ".contains($0) }
      var text = String(above)
      while let end = text.last, ">+~ ".contains(end) { text.removeLast() }
      if !text.isEmpty { found.append(text) }
    }
    return found
  }

  private static func appendStates(_ last: String, _ head: String, to found: inout [String]) {
    var rest = last
    while let colon = rest.lastIndex(of: ":"), !rest[colon...].contains(")") || rest[colon...].contains("(") {
      rest = String(rest[..<colon])
      while rest.hasSuffix(":") { rest.removeLast() }
      if rest.trimmedSpaces.isEmpty { return }
      found.append((head + rest).trimmedSpaces)
    }
  }

  /// Parts of a selector between combinators, each with the combinator before it.
  private static func compounds(_ selector: String) -> [String] {
    var (parts, depth) = ([""], 0)
    var wasCombinator = true
    for character in selector {
      if "([".contains(character) { depth += 1 }
      if ")]".contains(character) { depth -= 1 }
      let isCombinator = depth == 0 && " >+~".contains(character)
      if isCombinator, !wasCombinator { parts.append("") }
      parts[parts.count - 1].append(character)
      wasCombinator = isCombinator
    }
    return parts
  }
}
