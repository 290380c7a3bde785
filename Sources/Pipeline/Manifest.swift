/// The list of the files that a build made, with the SHA-256 of each.
///
/// It marks an output folder as sitegen's own: nothing that it does not list is ever deleted. Its form is that of
/// `sha256sum`, so anybody can check a copy of the site with `sha256sum --check manifest.sha256`.
struct Manifest: Equatable {
  static let fileName = "manifest.sha256"
  private static let head = "# sitegen manifest 1: the files of this site, for sha256sum --check"

  /// Hash, in hexadecimal, by path.
  var hashes: [String: String]

  init(_ hashes: [String: String]) { self.hashes = hashes }

  /// - Returns: nil if the bytes are no manifest of sitegen's, or name a file outside the folder.
  init?(bytes: [UInt8]) {
    var lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")[...]
    guard lines.popFirst()?.hasPrefix("# sitegen manifest 1") == true else { return nil }
    hashes = [:]
    for line in lines {
      let hash = line.prefix(64)
      let path = line.dropFirst(66)
      guard hash.utf8.count == 64, line.dropFirst(64).hasPrefix("  "),
        OutputFolder.isInside(String(path))
      else { return nil }
      hashes[String(path)] = String(hash)
    }
  }

  var bytes: [UInt8] {
    var text = Manifest.head + "\n"
    for path in hashes.keys.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
      text += "\(hashes[path] ?? "")  \(path)\n"
    }
    return Array(text.utf8)
  }
}
