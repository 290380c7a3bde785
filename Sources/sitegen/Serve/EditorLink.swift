import ArgumentParser

/// A link that opens a place of a file in an editor, by the scheme that the editor registers with the desktop.
enum Editor: String, ExpressibleByArgument, CaseIterable {
  case vscode, vscodium, cursor, zed, idea, sublime, none

  /// - Parameter path: absolute.
  func url(_ path: String, line: Int, column: Int) -> String? {
    let file = Editor.encoded(path)
    let (line, column) = (max(line, 1), max(column, 1))
    return switch self {
    case .vscode, .vscodium, .cursor, .zed: "\(rawValue)://file\(file):\(line):\(column)"
    case .idea: "idea://open?file=\(file)&line=\(line)&column=\(column)"
    case .sublime: "subl://open?url=file://\(file)&line=\(line)&column=\(column)"
    case .none: nil
    }
  }

  /// Keeps what a path of an address may hold as it is (RFC 3986, section 3.3), but for what ends a query's value.
  private static func encoded(_ path: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var out: [UInt8] = []
    for byte in path.utf8 {
      let isLetter = byte | 0x20 &- 97 < 26 || byte &- 48 < 10
      if isLetter || "-._~/!$'()*,@".utf8.contains(byte) {
        out.append(byte)
      } else {
        out += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: out, as: UTF8.self)
  }
}
