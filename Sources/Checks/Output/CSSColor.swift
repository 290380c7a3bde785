#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A colour in sRGB. Hexadecimal, `rgb()`, `hsl()`, `oklch()`, `oklab()` and the names that pages use.
struct CSSColor: Equatable {
  var red: Double
  var green: Double
  var blue: Double
  var alpha = 1.0

  static let white = CSSColor(red: 1, green: 1, blue: 1)
  static let black = CSSColor(red: 0, green: 0, blue: 0)

  private static let names: [String: String] = [
    "white": "#fff", "black": "#000", "gray": "#808080", "grey": "#808080", "silver": "#c0c0c0", "red": "#f00",
    "maroon": "#800000", "yellow": "#ff0", "olive": "#808000", "lime": "#0f0", "green": "#008000", "aqua": "#0ff",
    "cyan": "#0ff", "teal": "#008080", "blue": "#00f", "navy": "#000080", "fuchsia": "#f0f", "magenta": "#f0f",
    "purple": "#800080", "orange": "#ffa500", "darkgray": "#a9a9a9", "darkgrey": "#a9a9a9", "lightgray": "#d3d3d3",
    "lightgrey": "#d3d3d3", "dimgray": "#696969", "dimgrey": "#696969", "whitesmoke": "#f5f5f5", "gold": "#ffd700",
    "brown": "#a52a2a", "pink": "#ffc0cb", "tomato": "#ff6347", "crimson": "#dc143c", "darkred": "#8b0000",
    "darkblue": "#00008b", "darkgreen": "#006400", "steelblue": "#4682b4", "rebeccapurple": "#663399",
    "ivory": "#fffff0", "beige": "#f5f5dc", "indigo": "#4b0082", "coral": "#ff7f50", "slategray": "#708090",
  ]

  private init?(hex: Substring) {
    let digits = hex.compactMap(\.hexDigitValue).map(Double.init)
    guard digits.count == hex.count else { return nil }
    switch digits.count {
    case 3, 4:
      let parts = digits.map { $0 / 15 }
      self.init(red: parts[0], green: parts[1], blue: parts[2], alpha: parts.count > 3 ? parts[3] : 1)
    case 6, 8:
      let parts = stride(from: 0, to: digits.count, by: 2).map { (digits[$0] * 16 + digits[$0 + 1]) / 255 }
      self.init(red: parts[0], green: parts[1], blue: parts[2], alpha: parts.count > 3 ? parts[3] : 1)
    default: return nil
    }
  }

  init(red: Double, green: Double, blue: Double, alpha: Double = 1) {
    (self.red, self.green, self.blue, self.alpha) = (red, green, blue, alpha)
  }

  /// - Parameter text: one value, without variables. nil if it is no colour that is known here.
  init?(_ text: String) {
    let word = text.lowercased().trimmedSpaces
    if word.hasPrefix("#") {
      self.init(hex: word.dropFirst())
    } else if let hex = Self.names[word] {
      self.init(hex: hex.dropFirst())
    } else if let open = word.firstIndex(of: "("), word.hasSuffix(")") {
      let parts = word[word.index(after: open)...].dropLast().split { " ,/".contains($0) }.map(String.init)
      self.init(function: word[..<open], parts)
    } else {
      return nil
    }
  }

  private init?(function: Substring, _ parts: [String]) {
    func number(_ i: Int, percentOf whole: Double) -> Double? {
      guard i < parts.count else { return nil }
      var text = parts[i][...]
      if text.hasSuffix("deg") { text = text.dropLast(3) }
      if text.hasSuffix("%") { return Double(text.dropLast()).map { $0 / 100 * whole } }
      return Double(text)
    }
    let alpha = number(3, percentOf: 1) ?? 1
    switch function {
    case "rgb", "rgba":
      guard let r = number(0, percentOf: 255), let g = number(1, percentOf: 255), let b = number(2, percentOf: 255)
      else { return nil }
      self.init(red: r / 255, green: g / 255, blue: b / 255, alpha: alpha)
    case "hsl", "hsla":
      guard let h = number(0, percentOf: 360), let s = number(1, percentOf: 100), let l = number(2, percentOf: 100)
      else { return nil }
      // CSS Color 4, section 7.1.
      let (saturation, light) = (s / 100, l / 100)
      func channel(_ n: Double) -> Double {
        let k = (n + h / 30).truncatingRemainder(dividingBy: 12)
        return light - saturation * min(light, 1 - light) * max(-1, min(k - 3, 9 - k, 1))
      }
      self.init(red: channel(0), green: channel(8), blue: channel(4), alpha: alpha)
    case "oklab":
      guard let l = number(0, percentOf: 1), let a = number(1, percentOf: 0.4), let b = number(2, percentOf: 0.4)
      else { return nil }
      self.init(lightness: l, a: a, b: b, alpha: alpha)
    case "oklch":
      guard let l = number(0, percentOf: 1), let c = number(1, percentOf: 0.4), let h = number(2, percentOf: 360)
      else { return nil }
      let angle = h * .pi / 180
      self.init(lightness: l, a: c * cos(angle), b: c * sin(angle), alpha: alpha)
    default: return nil
    }
  }

  /// Oklab to sRGB (CSS Color 4, section 10.9); what no screen can show is clipped.
  private init(lightness: Double, a: Double, b: Double, alpha: Double) {
    let l = pow(lightness + 0.3963377774 * a + 0.2158037573 * b, 3)
    let m = pow(lightness - 0.1055613458 * a - 0.0638541728 * b, 3)
    let s = pow(lightness - 0.0894841775 * a - 1.2914855480 * b, 3)
    func gamma(_ value: Double) -> Double {
      let clipped = max(0, min(1, value))
      return clipped <= 0.0031308 ? clipped * 12.92 : 1.055 * pow(clipped, 1 / 2.4) - 0.055
    }
    self.init(
      red: gamma(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
      green: gamma(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
      blue: gamma(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s), alpha: alpha)
  }

  func over(_ back: CSSColor) -> CSSColor {
    func mix(_ a: Double, _ b: Double) -> Double { a * alpha + b * (1 - alpha) }
    return CSSColor(red: mix(red, back.red), green: mix(green, back.green), blue: mix(blue, back.blue))
  }

  /// WCAG 2.2, relative luminance.
  private var luminance: Double {
    func linear(_ value: Double) -> Double { value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4) }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }

  /// WCAG 2.2, contrast ratio: 1 to 21.
  static func contrast(_ a: CSSColor, _ b: CSSColor) -> Double {
    let (x, y) = (a.luminance, b.luminance)
    return (max(x, y) + 0.05) / (min(x, y) + 0.05)
  }
}
