/// The site's own `_headers`: what its host sends with each address. Blocks of a path, in which `*` stands for anything and
/// `:name` for one part, and indented lines `Name: value`.
struct HeaderRules: Sendable {
  private struct Block: Sendable {
    var pattern: [UInt8]
    var fields: [(name: String, value: String)] = []
  }

  private var blocks: [Block] = []

  init(_ bytes: [UInt8]) {
    for line in bytes.split(whereSeparator: { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }) {
      let text = Self.trimmed(line)
      guard let first = text.first, first != UInt8(ascii: "#") else { continue }
      if Self.isSpace(line[line.startIndex]) {
        guard let colon = text.firstIndex(of: UInt8(ascii: ":")), !blocks.isEmpty else { continue }
        let name = text[..<colon]
        let value = Self.trimmed(text[(colon + 1)...])
        guard Self.isName(name), value.allSatisfy({ $0 >= 0x20 && $0 != 0x7F || $0 == 9 }) else { continue }
        let field = (String(decoding: name, as: UTF8.self), String(decoding: value, as: UTF8.self))
        if !Self.ours.contains(field.0.lowercased()) { blocks[blocks.count - 1].fields.append(field) }
      } else {
        blocks.append(Block(pattern: Array(text)))
      }
    }
  }

  /// In the order of the file. What several blocks say is one list, as hosts make it.
  ///
  /// - Parameter path: decoded, base path included.
  func fields(for path: String) -> [(name: String, value: String)] {
    var fields: [(name: String, value: String)] = []
    let path = Array(path.utf8)
    for block in blocks where Self.matches(block.pattern[...], path[...]) {
      for field in block.fields {
        if let same = fields.firstIndex(where: { $0.name.lowercased() == field.name.lowercased() }) {
          fields[same].value += ", " + field.value
        } else {
          fields.append(field)
        }
      }
    }
    return fields
  }

  /// What frames a message or tells two apart is for the server to say, here as on hosts.
  private static let ours: Set<String> = [
    "connection", "content-length", "content-encoding", "content-range", "transfer-encoding", "trailer", "upgrade",
    "keep-alive", "accept-ranges", "etag", "date", "allow",
  ]

  /// Each star remembers where it stood, so that only the last one is tried again: no pattern takes long.
  private static func matches(_ pattern: ArraySlice<UInt8>, _ path: ArraySlice<UInt8>) -> Bool {
    var (p, s) = (pattern.startIndex, path.startIndex)
    var retry: (pattern: Int, path: Int)?
    while s < path.endIndex || p < pattern.endIndex {
      if p < pattern.endIndex, pattern[p] == UInt8(ascii: "*") {
        retry = (p + 1, s)
        p += 1
      } else if p < pattern.endIndex, pattern[p] == UInt8(ascii: ":"), p > pattern.startIndex,
        pattern[p - 1] == UInt8(ascii: "/"), s < path.endIndex, path[s] != UInt8(ascii: "/")
      {
        p = pattern[p...].firstIndex(of: UInt8(ascii: "/")) ?? pattern.endIndex
        s = path[s...].firstIndex(of: UInt8(ascii: "/")) ?? path.endIndex
      } else if p < pattern.endIndex, s < path.endIndex, pattern[p] == path[s] {
        (p, s) = (p + 1, s + 1)
      } else if let star = retry, star.path < path.endIndex {
        retry = (star.pattern, star.path + 1)
        (p, s) = (star.pattern, star.path + 1)
      } else {
        return false
      }
    }
    return true
  }

  private static func isName(_ bytes: ArraySlice<UInt8>) -> Bool {
    !bytes.isEmpty
      && bytes.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        case UInt8(ascii: "0")...UInt8(ascii: "9"): true
        default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
        }
      }
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 9 }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var bytes = bytes.drop(while: isSpace)
    while bytes.last.map(isSpace) == true { bytes.removeLast() }
    return bytes
  }
}
