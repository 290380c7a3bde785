/// What part of a rule each token of a style sheet belongs to: CSS Syntax Module Level 3, section 5.4, without building
/// a tree. White space means different things in a selector, a value and a custom property.
struct CSSStructure {
  enum Part {
    /// A brace around a block, or a semicolon between its items.
    case edge
    /// A selector, or another text before a block.
    case selector
    /// Between an at-rule's name and its block or semicolon; `query` in those that hold conditions.
    case atRule(query: Bool)
    case propertyName
    /// The colon between a property and its value.
    case propertyColon
    case value
    case customValue
    /// Neither a declaration nor a rule.
    case unknown
  }

  let part: [Part]
  /// For each token the bracket or function it stands in, directly; nil in none. Braces around blocks do not count.
  let bracket: [CSSToken.Kind?]

  /// `tokens` are without white space and comments; `bytes` is the text they were cut from.
  init(_ tokens: [CSSToken], in bytes: [UInt8]) {
    let ends = Self.ends(of: tokens)
    var part = [Part](repeating: .unknown, count: tokens.count)
    var bracket = [CSSToken.Kind?](repeating: nil, count: tokens.count)

    /// Marks tokens from `first` on, whole brackets at a time, until `isEnd` finds one that belongs elsewhere.
    func mark(from first: Int, to limit: Int, as kind: Part) {
      var open: [(kind: CSSToken.Kind, end: Int)] = []
      for index in first..<limit {
        if let last = open.last, last.end == index { open.removeLast() }
        part[index] = kind
        bracket[index] = open.last?.kind
        if ends[index] != nil { open.append((tokens[index].kind, ends[index] ?? limit)) }
      }
    }

    /// The first token, from `first` on and outside of brackets, that ends an item; `limit` if none does.
    func end(from first: Int, isEnd: (CSSToken.Kind) -> Bool) -> Int {
      var index = first
      while index < tokens.count {
        if isEnd(tokens[index].kind) { return index }
        index = (ends[index] ?? index) + 1
      }
      return tokens.count
    }

    var index = 0
    while index < tokens.count {
      let token = tokens[index]
      if token.kind == .semicolon || token.kind == .closeCurly || token.kind == .openCurly {
        // A brace that opens here opens a block, whose items are looked at one by one.
        part[index] = .edge
        index += 1
        continue
      }
      let name = bytes[token.range]
      let isProperty = token.kind == .ident && index + 1 < tokens.count && tokens[index + 1].kind == .colon
      var last = end(from: index) { $0 == .semicolon || $0 == .closeCurly || $0 == .openCurly }
      if token.kind == .atKeyword {
        mark(from: index, to: last, as: .atRule(query: Self.queries.contains { name.elementsEqual($0.utf8) }))
      } else if isProperty, name.starts(with: "--".utf8) {
        // Alone among declarations, its value may hold braces.
        last = end(from: index) { $0 == .semicolon || $0 == .closeCurly }
        part[index] = .propertyName
        part[index + 1] = .propertyColon
        mark(from: index + 2, to: last, as: .customValue)
      } else if last < tokens.count, tokens[last].kind == .openCurly {
        mark(from: index, to: last, as: .selector)
      } else if isProperty {
        part[index] = .propertyName
        part[index + 1] = .propertyColon
        mark(from: index + 2, to: last, as: .value)
      } else {
        mark(from: index, to: last, as: .unknown)
      }
      index = last
    }
    self.part = part
    self.bracket = bracket
  }

  private static let queries = ["@media", "@container", "@supports", "@import"]

  /// For each token that opens a bracket, the one that closes it, or the number of tokens if none does. A bracket of
  /// another kind within closes nothing (5.4.8, consume a simple block).
  private static func ends(of tokens: [CSSToken]) -> [Int?] {
    var ends = [Int?](repeating: nil, count: tokens.count)
    var open: [(index: Int, closer: CSSToken.Kind)] = []
    for (index, token) in tokens.enumerated() {
      switch token.kind {
      case .openParen, .function: open.append((index, .closeParen))
      case .openSquare: open.append((index, .closeSquare))
      case .openCurly: open.append((index, .closeCurly))
      default:
        if let last = open.last, last.closer == token.kind {
          ends[last.index] = index
          open.removeLast()
        }
      }
    }
    for bracket in open { ends[bracket.index] = tokens.count }
    return ends
  }
}
