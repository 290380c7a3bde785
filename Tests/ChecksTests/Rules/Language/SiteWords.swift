#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The word lists of the site itself, so that rules are tested with what editors really get.
enum SiteWords {
  static let files: [String: String] = {
    let root = "/" + #filePath.split(separator: "/").dropLast(5).joined(separator: "/")
    var found: [String: String] = [:]
    for list in lists {
      let path = "content/data/words/en/\(list).yml"
      found[path] = text(of: "\(root)/\(path)")
    }
    return found
  }()

  private static let lists = [
    "definition-cues", "double-negatives", "first-person", "jargon", "known-abbreviations", "mention-cues", "negations",
    "participles", "promotional", "stigmatising", "testimonial-signs",
  ]

  /// A site of one page, with the lists.
  static func page(_ text: String) -> [String: String] {
    files.merging(["content/page.md": text]) { _, page in page }
  }

  private static func text(of file: String) -> String {
    guard let stream = fopen(file, "r") else { return "" }
    defer { fclose(stream) }
    var bytes: [UInt8] = []
    while case let byte = fgetc(stream), byte >= 0 { bytes.append(UInt8(byte)) }
    return String(decoding: bytes, as: UTF8.self)
  }
}
