import Content
import Diagnostics
import Hashing

extension Output {
  /// Style sheets, icons and the like from `templates/assets/`.
  static let assets = Output(name: nil) { $0.assetFiles }
}

/// Assets get a part of their hash into their name, so that hosts may tell browsers to keep them for good.
enum Assets {
  static let folder = "templates/assets/"

  static func read(_ tree: SourceTree) -> (
    addresses: [String: String], files: [OutputTree.File], diagnostics: [Diagnostic]
  ) {
    var addresses: [String: String] = [:]
    var files: [OutputTree.File] = []
    var diagnostics: [Diagnostic] = []
    let paths = tree.paths(under: folder).filter { !$0.contains("/.") }
    // Style sheets last: they name the others.
    for path in paths.filter({ !$0.hasSuffix(".css") }) + paths.filter({ $0.hasSuffix(".css") }) {
      do throws(SourceTree.ReadError) {
        var bytes = try tree.read(path)
        let name = String(path.dropFirst(folder.count))
        if path.hasSuffix(".css") { bytes = AssetURLs.replace(in: CSSMinifier.minify(bytes), of: name, addresses) }
        let address = fingerprinted(name, bytes)
        addresses[name] = address
        files.append(OutputTree.File(address, bytes: bytes))
      } catch {
        diagnostics.append(error.diagnostic(path))
      }
    }
    return (addresses, files, diagnostics)
  }

  /// `style.css` → `assets/style.1a2b3c4d5e.css`
  private static func fingerprinted(_ name: String, _ bytes: [UInt8]) -> String {
    let file = name.lastIndex(of: "/") ?? name.startIndex
    let dot = name[file...].lastIndex(of: ".") ?? name.endIndex
    return "assets/" + name[..<dot] + "." + SHA256.hex(bytes).prefix(10) + name[dot...]
  }
}

/// Addresses in style sheets: `url(icon.svg)` has to name the file with its fingerprint.
private enum AssetURLs {
  /// - Parameter name: path of the style sheet below `templates/assets/`; its addresses start from its folder.
  static func replace(in css: [UInt8], of name: String, _ addresses: [String: String]) -> [UInt8] {
    let folder = name.split(separator: "/").dropLast()
    let up = String(repeating: "../", count: folder.count)
    var out: [UInt8] = []
    var rest = css[...]
    let mark = Array("url(".utf8)
    while let start = rest.firstRange(of: mark) {
      out += rest[..<start.upperBound]
      rest = rest[start.upperBound...]
      guard let end = rest.firstIndex(of: UInt8(ascii: ")")) else { break }
      var written = String(decoding: rest[..<end], as: UTF8.self)[...]
      while let first = written.first, first.isAroundAddress { written.removeFirst() }
      while let last = written.last, last.isAroundAddress { written.removeLast() }
      // A part of a picture, such as `icons.svg#arrow`, keeps its name.
      let file = written.prefix { $0 != "#" && $0 != "?" }
      if let address = asset(file, folder).flatMap({ addresses[$0] }) {
        out += Array((up + urlPath(String(address.dropFirst("assets/".count))) + written.dropFirst(file.count)).utf8)
        rest = rest[end...]
      }
    }
    return out + rest
  }

  /// The path below `templates/assets/` that a relative address means; nil if it leaves that folder.
  private static func asset(_ relative: Substring, _ folder: ArraySlice<Substring>) -> String? {
    var parts = Array(folder)
    for part in relative.split(separator: "/") where part != "." {
      if part != ".." { parts.append(part) } else if parts.popLast() == nil { return nil }
    }
    return parts.joined(separator: "/")
  }
}

extension Character {
  fileprivate var isAroundAddress: Bool { self == "\"" || self == "'" || isWhitespace }
}
