import Content
import Hashing

/// The files of the site that a copy for reading offline holds, and how its HTML names them.
struct SiteFiles: Sendable {
  private let basePath: [UInt8]
  private let origin: [UInt8]
  /// Paths as they stand in addresses.
  private let known: Set<[UInt8]>
  /// Where the bytes of pictures are found, by path as it stands in addresses.
  private let pictures: [[UInt8]: OutputTree.File.Content]
  private let tree: SourceTree

  /// Pages, what they show and search in, and the pages that sitegen makes; not what is there for servers and search engines.
  init(_ rendering: Rendering) {
    let settings = rendering.site.settings
    basePath = Array(settings.baseURL.path.utf8)
    origin = Array(settings.baseURL.origin.utf8)
    tree = rendering.tree
    let pages = Output.pages.files(rendering) + Output.generatedPages.files(rendering)
    let others = [Output.assets, .copies, .search].flatMap { $0.files(rendering) }
    let isOnlyForErrors = Set(rendering.site.generated.lazy.filter { $0.kind == .notFound }.map(\.address))
    known = Set(
      (pages + others).lazy.map(\.path).filter { !isOnlyForErrors.contains($0) }.map { Array(urlPath($0).utf8) })
    pictures = Dictionary(
      others.map { (Array(urlPath($0.path).utf8), $0.content) }, uniquingKeysWith: { first, _ in first })
  }

  func holds(_ path: String) -> Bool { known.contains(Array(urlPath(path).utf8)) }

  enum Target {
    /// A file of the copy, by its path as it stands in addresses; `rest` is what follows: a query, an anchor.
    case file([UInt8], rest: ArraySlice<UInt8>)
    /// On the site, but not in the copy: its address in full.
    case online([UInt8])
  }

  /// What an address in the site's HTML means; nil if it is none that begins with the site's base path.
  func target(of value: ArraySlice<UInt8>) -> Target? {
    guard value.starts(with: basePath), !value.starts(with: "//".utf8) else { return nil }
    let path = value.dropFirst(basePath.count)
    let end = path.firstIndex { $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: "?") } ?? path.endIndex
    var file = Array(path[..<end])
    if file.isEmpty || file.last == UInt8(ascii: "/") { file += "index.html".utf8 }
    return known.contains(file) ? .file(file, rest: path[end...]) : .online(online(value))
  }

  /// The address in full of what begins with the site's base path.
  func online(_ value: ArraySlice<UInt8>) -> [UInt8] { origin + value }

  /// A picture as a `data:` address (RFC 2397); nil if it is none, or cannot be read.
  func dataURL(of file: [UInt8]) -> [UInt8]? {
    let types: [(ending: String, type: String)] = [
      (".svg", "svg+xml"), (".png", "png"), (".jpg", "jpeg"), (".jpeg", "jpeg"), (".gif", "gif"), (".webp", "webp"),
      (".avif", "avif"),
    ]
    guard let type = types.first(where: { file.suffix($0.ending.utf8.count).elementsEqual($0.ending.utf8) })?.type,
      let bytes = pictures[file]?.bytes(from: tree)
    else { return nil }
    return Array("data:image/\(type);base64,".utf8) + Base64.encode(bytes)
  }
}
