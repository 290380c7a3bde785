import Diagnostics

/// Where things stand on the site. An address has no leading slash and no base path; a page's ends in `/`, but for the
/// home page, whose address is empty.
enum Addresses {
  static let contentFolder = "content/"

  /// `content/risks/bladder.md` → `risks/bladder/`, `content/risks/index.md` → `risks/`.
  static func address(ofPage path: String) -> String {
    let inside = path.dropFirst(contentFolder.count).dropLast(".md".count)
    if inside == "index" { return "" }
    if inside.hasSuffix("/index") { return String(inside.dropLast("index".count)) }
    return inside + "/"
  }

  static func address(of kind: GeneratedPage.Kind) -> String {
    switch kind {
    case .notFound: "404.html"
    case .index: "a-z/"
    default: kind.rawValue + "/"
    }
  }

  /// The language whose folder the page stands in, else the site's first.
  static func language(ofPage path: String, _ settings: Settings) -> String {
    let first = path.dropFirst(contentFolder.count).prefix { $0 != "/" }
    return settings.languages.dropFirst().first { $0.tag == first }?.tag ?? settings.defaultLanguage.tag
  }

  /// What a language's addresses begin with: nothing for the first language, else `de/`.
  static func prefix(of language: String, _ settings: Settings) -> String {
    language == settings.defaultLanguage.tag ? "" : language + "/"
  }

  /// Files that are published as they are: everything in `content/` but pages, data and hidden files.
  static func isAsset(_ path: String) -> Bool {
    path.hasPrefix(contentFolder) && !path.hasSuffix(".md") && !path.hasPrefix(DataReader.folder)
      && !path.split(separator: "/").contains { $0.hasPrefix(".") }
  }

  /// Resolves a relative path against the folder of `path`.
  ///
  /// - Returns: nil if it leaves the project.
  static func resolve(_ relative: Substring, from path: String) -> String? {
    // By bytes: to look for a letter among letters takes ten times as long, and there are many links.
    var folder = parent(of: path[...])
    var rest = relative.utf8
    if rest.first == UInt8(ascii: "/") {
      folder = contentFolder.dropLast()
      rest = rest.drop { $0 == UInt8(ascii: "/") }
    }
    while true {
      if rest.starts(with: "./".utf8) {
        rest = rest.dropFirst(2)
      } else if rest.starts(with: "../".utf8) || rest.elementsEqual("..".utf8) {
        guard !folder.isEmpty else { return nil }
        folder = parent(of: folder)
        rest = rest.dropFirst(3)
      } else {
        break
      }
    }
    // Dots further on are rare, and the slow way undoes them.
    if hasOddParts(rest) { return normalized(folder + "/" + Substring(rest)) }
    return folder.isEmpty ? String(Substring(rest)) : folder + "/" + Substring(rest)
  }

  private static func parent(of path: Substring) -> Substring {
    path[..<(path.utf8.lastIndex(of: UInt8(ascii: "/")) ?? path.startIndex)]
  }

  /// Whether a slash, such as the one before `path`, is followed by a dot or another slash.
  private static func hasOddParts(_ path: Substring.UTF8View) -> Bool {
    var last = UInt8(ascii: "/")
    for byte in path {
      if last == UInt8(ascii: "/"), byte == UInt8(ascii: ".") || byte == UInt8(ascii: "/") { return true }
      last = byte
    }
    return false
  }

  private static func normalized(_ path: String) -> String? {
    var parts: [Substring] = []
    for part in path.split(separator: "/") {
      switch part {
      case ".": break
      case "..": if parts.popLast() == nil { return nil }
      default: parts.append(part)
      }
    }
    return parts.joined(separator: "/")
  }

  /// Undoes percent-encoding; nil if what comes out is no UTF-8.
  static func decoded(_ text: Substring) -> String? {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return String(text) }
    var bytes: [UInt8] = []
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16),
        rest.count >= 2, rest.prefix(2).allSatisfy({ $0 >= 48 })  // `UInt8` would take a sign as well
      {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(validating: bytes, as: UTF8.self)
  }
}
