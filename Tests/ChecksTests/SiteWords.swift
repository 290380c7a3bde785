import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The word lists of this project's own site, by path, so that tests fail when a list loses what a check needs.
enum SiteWords {
  static let lists = read("content/data/words/en/").merging(read("content/data/words/en/context/")) { a, _ in a }

  /// A site of one page with these lists.
  static func with(_ page: String, at path: String = "content/page.md") -> [String: String] {
    lists.merging([path: page]) { _, page in page }
  }

  /// A site of one page with these lists.
  static func page(_ text: String) -> [String: String] { with(text) }

  private static func read(_ folder: String) -> [String: String] {
    let root = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/") + "/"
    guard let stream = opendir(root + folder) else { return [:] }
    defer { closedir(stream) }
    var found: [String: String] = [:]
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 1) { String(cString: $0) }
      }
      if name.hasSuffix(".yml") { found[folder + name] = text(of: root + folder + name) }
    }
    return found
  }

  private static func text(of file: String) -> String {
    guard let stream = fopen(file, "r") else { return "" }
    defer { fclose(stream) }
    var bytes: [UInt8] = []
    while case let byte = fgetc(stream), byte >= 0 { bytes.append(UInt8(byte)) }
    return String(decoding: bytes, as: UTF8.self)
  }
}
