/// HTML as it is put together: what is a literal in this program is markup, all else is text and is escaped.
struct HTMLText: ExpressibleByStringInterpolation {
  private(set) var markup: String

  init(stringLiteral markup: String) { self.markup = markup }
  init(stringInterpolation: Interpolation) { markup = stringInterpolation.markup }

  init(joining parts: [HTMLText]) { markup = parts.map(\.markup).joined() }

  struct Interpolation: StringInterpolationProtocol {
    fileprivate var markup = ""

    init(literalCapacity: Int, interpolationCount: Int) { markup.reserveCapacity(literalCapacity * 2) }

    mutating func appendLiteral(_ markup: String) { self.markup += markup }

    /// Text of an element or of a quoted attribute.
    mutating func appendInterpolation(_ text: String) {
      for character in text.unicodeScalars {
        switch character {
        case "&": markup += "&amp;"
        case "<": markup += "&lt;"
        case ">": markup += "&gt;"
        case "\"": markup += "&quot;"
        case "'": markup += "&#39;"
        default: markup.unicodeScalars.append(character)
        }
      }
    }

    mutating func appendInterpolation(_ number: Int) { markup += String(number) }
    mutating func appendInterpolation(_ part: HTMLText) { markup += part.markup }
    /// Nothing, if there is nothing.
    mutating func appendInterpolation(_ part: HTMLText?) { markup += part?.markup ?? "" }
    mutating func appendInterpolation(_ parts: [HTMLText]) { for part in parts { markup += part.markup } }
  }
}
