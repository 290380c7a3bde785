/// Escaping for HTML text, attributes and URLs. Appends runs of plain bytes at once: byte by byte costs ten times more.
package enum Escaping {
  /// 1 for `"`, 2 for `&`, 3 for `<`, 4 for `>`.
  private static let special: [UInt8] = {
    var table = [UInt8](repeating: 0, count: 256)
    table[34] = 1
    table[38] = 2
    table[60] = 3
    table[62] = 4
    return table
  }()

  private static let replacements: [[UInt8]] = ["", "&quot;", "&amp;", "&lt;", "&gt;"].map { Array($0.utf8) }

  /// Text for HTML, also inside double-quoted attributes: `& < > "`.
  package static func html(_ text: ArraySlice<UInt8>, to out: inout [UInt8]) {
    text.withUnsafeBufferPointer { html($0, to: &out) }
  }

  package static func html(_ text: String, to out: inout [UInt8]) {
    var text = text
    text.withUTF8 { html($0, to: &out) }
  }

  package static func html(_ text: UnsafeBufferPointer<UInt8>, to out: inout [UInt8]) {
    special.withUnsafeBufferPointer { table in
      var from = 0
      var i = 0
      while i < text.count {
        let kind = table[Int(text[i])]
        if kind != 0 {
          if from < i { out.append(contentsOf: UnsafeBufferPointer(rebasing: text[from..<i])) }
          out.append(contentsOf: replacements[Int(kind)])
          from = i + 1
        }
        i += 1
      }
      if from < text.count { out.append(contentsOf: UnsafeBufferPointer(rebasing: text[from..<text.count])) }
    }
  }

  /// 1 for bytes that stand in a URL as they are (cmark's table: reserved characters count as meant).
  private static let safeInURL: [Bool] = {
    var table = [Bool](repeating: false, count: 256)
    for byte in 0..<128 {
      let alphanumeric = (byte | 32 >= 97 && byte | 32 <= 122) || (byte >= 48 && byte <= 57)
      table[byte] = alphanumeric
    }
    for byte in "-_.+!*(),%#@?=;:/$~".utf8 { table[Int(byte)] = true }
    return table
  }()

  /// A URL for a double-quoted attribute: percent-encodes what may not stand in one, leaves what is encoded already.
  package static func url(_ text: ArraySlice<UInt8>, to out: inout [UInt8]) {
    let hex = Array("0123456789ABCDEF".utf8)
    for byte in text {
      if safeInURL[Int(byte)] {
        out.append(byte)
      } else if byte == UInt8(ascii: "&") {
        out.append(contentsOf: "&amp;".utf8)
      } else if byte == UInt8(ascii: "'") {
        out.append(contentsOf: "&#x27;".utf8)
      } else {
        out.append(UInt8(ascii: "%"))
        out.append(hex[Int(byte >> 4)])
        out.append(hex[Int(byte & 15)])
      }
    }
  }
}
