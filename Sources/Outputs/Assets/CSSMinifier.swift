/// Makes style sheets smaller without knowing any property: only comments, white space and semicolons go, and only
/// where CSS Syntax Module Level 3 and Selectors Level 4 say that they mean nothing. Tokens keep their bytes.
package enum CSSMinifier {
  /// Never fails: what is no CSS comes back as it was, or with less space around it. Comments that begin with `/*!`
  /// stay. Values of custom properties stay as they are, since scripts can read them, except for the space around them.
  package static func minify(_ css: [UInt8]) -> [UInt8] {
    // A byte order mark decides the encoding, so it stays; it is no token.
    let start = css.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let all = CSSTokenizer.tokens(of: css, from: start)
    var sheet = Sheet(css, start: start, all)
    let minified = sheet.minified()
    // The rules above look at pairs of tokens. Should three ever join into something else, the sheet stays as it was.
    let kept = CSSTokenizer.tokens(of: minified, from: start)
    return same(all, in: css, kept, in: minified) ? minified : css
  }

  /// Whether two sheets have the same tokens, apart from white space, comments and semicolons that separate nothing.
  static func same(_ a: [CSSToken], in first: [UInt8], _ b: [CSSToken], in second: [UInt8]) -> Bool {
    let a = meaningful(a)
    let b = meaningful(b)
    return a.count == b.count
      && zip(a, b).allSatisfy { $0.kind == $1.kind && first[$0.range].elementsEqual(second[$1.range]) }
  }

  private static func meaningful(_ tokens: [CSSToken]) -> [CSSToken] {
    let tokens = tokens.filter { $0.kind != .whitespace && $0.kind != .comment }
    return tokens.indices.compactMap { index in
      if tokens[index].kind == .semicolon, index + 1 < tokens.count {
        let next = tokens[index + 1].kind
        if next == .semicolon || next == .closeCurly { return nil }
      }
      return tokens[index]
    }
  }
}

private struct Sheet {
  /// What stands between two tokens.
  struct Gap {
    var hasSpace = false
    var hasComment = false
    /// Comments to keep.
    var kept: [Range<Int>] = []
  }

  let css: [UInt8]
  /// Without white space and comments.
  let tokens: [CSSToken]
  /// `gaps[i]` stands before `tokens[i]`; the last one behind the last token.
  let gaps: [Gap]
  let structure: CSSStructure
  private var output: [UInt8]

  init(_ css: [UInt8], start: Int, _ all: [CSSToken]) {
    var tokens: [CSSToken] = []
    var gaps: [Gap] = []
    var gap = Gap()
    for token in all {
      switch token.kind {
      case .whitespace: gap.hasSpace = true
      case .comment:
        gap.hasComment = true
        if css[token.range].starts(with: "/*!".utf8) { gap.kept.append(token.range) }
      default:
        tokens.append(token)
        gaps.append(gap)
        gap = Gap()
      }
    }
    self.css = css
    self.tokens = tokens
    self.gaps = gaps + [gap]
    structure = CSSStructure(tokens, in: css)
    output = Array(css[..<start])
    output.reserveCapacity(css.count)
  }

  mutating func minified() -> [UInt8] {
    var isBehindSpare = false
    for index in tokens.indices {
      isBehindSpare = isSpareSemicolon(index, isBehindSpare: isBehindSpare)
      if isBehindSpare {
        for comment in gaps[index].kept { output += css[comment] }
        continue
      }
      appendGap(before: index)
      output += css[tokens[index].range]
    }
    appendGap(before: tokens.count)
    return output
  }

  private mutating func appendGap(before index: Int) {
    let gap = gaps[index]
    if index > 0, index < tokens.count, mustStay(index - 1, index) {
      output += css[tokens[index - 1].range.upperBound..<tokens[index].range.lowerBound]
      return
    }
    if index > 0, needsLineBreak(after: index - 1) {
      // The line break is enough of a space.
      if gap.hasSpace { output.append(0x0A) }
    } else if index == 0 || index == tokens.count {
      // Only at the very start does @charset decide the encoding, so it must not get there (section 3.2).
      if index == 0, index < tokens.count, gap.hasSpace || gap.hasComment, isCharset(0) { output.append(0x20) }
    } else {
      appendSeparator(index - 1, index, gap)
    }
    for comment in gap.kept { output += css[comment] }
  }

  /// Whether what stands between two tokens stays to the byte.
  private func mustStay(_ a: Int, _ b: Int) -> Bool {
    if case .customValue = structure.part[a], case .customValue = structure.part[b] { return true }
    // `@charset "utf-8";` decides nothing unless written with exactly one space, which must not come about either.
    return b <= 2 && isCharset(0)
  }

  private func isCharset(_ index: Int) -> Bool { css[tokens[index].range].elementsEqual("@charset".utf8) }

  private mutating func appendSeparator(_ a: Int, _ b: Int, _ gap: Gap) {
    let isGlued = wouldJoin(a, b)
    if gap.hasSpace, isGlued || !canDropSpace(a, b) {
      output.append(0x20)
    } else if gap.hasComment, gap.kept.isEmpty, isGlued {
      // `a/**/b` is neither `ab` nor `a b`.
      output += Array("/**/".utf8)
    }
  }

  /// A semicolon behind a declaration, with only the block's end or another one behind it.
  private func isSpareSemicolon(_ index: Int, isBehindSpare: Bool) -> Bool {
    guard tokens[index].kind == .semicolon, case .edge = structure.part[index], index > 0, index + 1 < tokens.count,
      case .edge = structure.part[index + 1]
    else { return false }
    let next = tokens[index + 1].kind
    guard next == .closeCurly || next == .semicolon, !needsLineBreak(after: index - 1) else { return false }
    // Behind an at-rule or a block, older parsers take a semicolon for the start of a rule.
    if case .edge = structure.part[index - 1] { return isBehindSpare && tokens[index - 1].kind == .semicolon }
    switch structure.part[index - 1] {
    case .value, .customValue: return true
    default: return false
    }
  }

  /// Whether the space between two tokens that follow each other means nothing.
  private func canDropSpace(_ a: Int, _ b: Int) -> Bool {
    let (left, right) = (tokens[a].kind, tokens[b].kind)
    switch (structure.part[a], structure.part[b]) {
    // A custom property whose value is nothing needs a space for it in older browsers.
    case (.propertyColon, .edge): return false
    case (.edge, _), (_, .edge), (_, .propertyColon), (.propertyColon, _): return true
    default: break
    }
    // `var(--a, )` and `style(--a: )` have a value: nothing.
    if right == .closeParen || right == .closeSquare { return left != .comma && left != .colon }
    if left == .comma || right == .comma { return true }
    if left == .openParen || left == .function || left == .openSquare { return true }
    switch structure.part[b] {
    case .selector:
      // Combinators. `+` is left alone: behind `u` it once began a range of characters.
      let isAttribute = structure.bracket[b] == .openSquare
      return !isAttribute && (isDelim(a, ">") || isDelim(a, "~") || isDelim(b, ">") || isDelim(b, "~"))
    case .atRule(query: true): return left == .colon && structure.bracket[a] == .openParen
    case .value:
      return isDelim(b, "!") && b + 1 < tokens.count && css[tokens[b + 1].range].elementsEqual("important".utf8)
    default: return false
    }
  }

  /// Whether two tokens, written without anything between them, might become others. Says yes too often: section 9 has
  /// the exact table.
  private func wouldJoin(_ a: Int, _ b: Int) -> Bool {
    switch tokens[a].kind {
    case .string, .comma, .colon, .semicolon, .openParen, .openSquare, .openCurly, .function: return false
    case .closeParen, .closeSquare, .closeCurly, .url, .badURL: return false
    case .delim where isDelim(a, ">") || isDelim(a, "~"): return isDelim(b, "=")
    default: break
    }
    switch tokens[b].kind {
    case .string, .badString, .comma, .colon, .semicolon, .openSquare, .openCurly: return false
    case .closeParen, .closeSquare, .closeCurly: return false
    case .delim: return !(isDelim(b, ">") || isDelim(b, "~") || isDelim(b, "!")) || tokens[a].kind == .delim
    default: return true
    }
  }

  /// A bad string, and a backslash that escapes nothing, are what they are because a line break follows.
  private func needsLineBreak(after index: Int) -> Bool {
    tokens[index].kind == .badString || isDelim(index, "\\")
  }

  private func isDelim(_ index: Int, _ sign: Unicode.Scalar) -> Bool {
    tokens[index].kind == .delim && UInt32(css[tokens[index].range.lowerBound]) == sign.value
  }
}
