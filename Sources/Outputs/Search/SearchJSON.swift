/// JSON (RFC 8259) that may also stand in a script and in a page's `<script>`.
indirect enum SearchJSON {
  case number(Int)
  /// Whole numbers, the longest part of an index.
  case numbers([Int])
  case text(String)
  case list([SearchJSON])
  case object([(String, SearchJSON)])

  var count: Int {
    switch self {
    case .numbers(let all): all.count
    case .list(let all): all.count
    case .object(let all): all.count
    case .number, .text: 1
    }
  }

  func write(to out: inout [UInt8]) {
    switch self {
    case .number(let number): out += Array(String(number).utf8)
    case .numbers(let all):
      out.append(UInt8(ascii: "["))
      for (i, number) in all.enumerated() {
        if i > 0 { out.append(UInt8(ascii: ",")) }
        out += Array(String(number).utf8)
      }
      out.append(UInt8(ascii: "]"))
    case .text(let text): Self.write(text, to: &out)
    case .list(let all):
      out.append(UInt8(ascii: "["))
      for (i, item) in all.enumerated() {
        if i > 0 { out.append(UInt8(ascii: ",")) }
        item.write(to: &out)
      }
      out.append(UInt8(ascii: "]"))
    case .object(let all):
      out.append(UInt8(ascii: "{"))
      for (i, (key, value)) in all.enumerated() {
        if i > 0 { out.append(UInt8(ascii: ",")) }
        Self.write(key, to: &out)
        out.append(UInt8(ascii: ":"))
        value.write(to: &out)
      }
      out.append(UInt8(ascii: "}"))
    }
  }

  /// `<` is escaped, so that no text can end the element that it stands in.
  private static func write(_ text: String, to out: inout [UInt8]) {
    out.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): out += [UInt8(ascii: "\\"), byte]
      case 0..<32, UInt8(ascii: "<"):
        let hex = String(byte, radix: 16)
        out += Array("\\u00\(byte < 16 ? "0" : "")\(hex)".utf8)
      default: out.append(byte)
      }
    }
    out.append(UInt8(ascii: "\""))
  }
}
