import Content
import Diagnostics
import Hashing

extension Output {
  /// Style sheets, icons and the like from `templates/assets/`.
  static let assets = Output(name: nil) { $0.assetFiles }
}

/// Assets get a part of their hash into their name, so that hosts may tell browsers to keep them for good.
struct Assets {
  static let folder = "templates/assets/"
  /// The style sheet that pages hold themselves, so that nothing has to be fetched before they are shown.
  static let critical = "critical.css"

  private(set) var addresses: [String: String] = [:]
  private(set) var files: [OutputTree.File] = []
  private(set) var criticalStyle: [UInt8] = []
  private(set) var diagnostics: [Diagnostic] = []

  /// - Parameter base: the base path, since addresses in a page's own style sheet start from the page.
  init(_ tree: SourceTree, base: String) {
    let paths = tree.paths(under: Self.folder).filter { !$0.contains("/.") }
    // Style sheets last: they name the others.
    for path in paths.filter({ !$0.hasSuffix(".css") }) + paths.filter({ $0.hasSuffix(".css") }) {
      do throws(SourceTree.ReadError) {
        var bytes = try tree.read(path)
        let name = String(path.dropFirst(Self.folder.count))
        if name == Self.critical {
          criticalStyle = AssetURLs.replace(
            in: CSSMinifier.minify(bytes), of: name, addresses, toAssets: urlPath(base + "assets/"))
          continue
        }
        if path.hasSuffix(".css") { bytes = AssetURLs.replace(in: CSSMinifier.minify(bytes), of: name, addresses) }
        let address = Self.fingerprinted(name, bytes)
        addresses[name] = address
        files.append(OutputTree.File(address, bytes: bytes))
      } catch {
        diagnostics.append(error.diagnostic(path))
      }
    }
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
  /// - Parameters:
  ///   - name: path of the style sheet below `templates/assets/`; its addresses start from its folder.
  ///   - toAssets: what leads to the folder of all assets; nil for a sheet that lies in it.
  static func replace(
    in css: [UInt8], of name: String, _ addresses: [String: String], toAssets: String? = nil
  ) -> [UInt8] {
    let folder = name.split(separator: "/").dropLast()
    let up = toAssets ?? String(repeating: "../", count: folder.count)
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
