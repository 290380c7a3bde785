/// What a file is, by its name.
enum MediaType {
  static func of(path: String) -> String {
    let name = path.utf8.split(separator: UInt8(ascii: "/")).last.map { String($0) ?? "" } ?? ""
    if name == "feed.xml" { return "application/atom+xml; charset=utf-8" }
    guard let dot = name.lastIndex(of: ".") else { return unknown }
    return byEnding[name[name.index(after: dot)...].lowercased()] ?? unknown
  }

  static func isHTML(_ type: String) -> Bool { essence(type) == "text/html" }

  /// Whether gzip makes it smaller.
  static func isText(_ type: String) -> Bool {
    let essence = essence(type)
    return essence.hasPrefix("text/") || essence.hasSuffix("+xml") || essence.hasSuffix("+json")
      || essence == "application/json" || essence == "application/xml"
  }

  private static func essence(_ type: String) -> String {
    type.prefix { $0 != ";" && $0 != " " }.lowercased()
  }

  private static let unknown = "application/octet-stream"

  private static let byEnding = [
    "html": "text/html; charset=utf-8", "htm": "text/html; charset=utf-8", "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8", "mjs": "text/javascript; charset=utf-8",
    "txt": "text/plain; charset=utf-8", "csv": "text/csv; charset=utf-8", "vtt": "text/vtt; charset=utf-8",
    "xml": "application/xml; charset=utf-8", "atom": "application/atom+xml; charset=utf-8",
    "json": "application/json", "map": "application/json", "webmanifest": "application/manifest+json",
    "svg": "image/svg+xml; charset=utf-8", "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg",
    "gif": "image/gif", "webp": "image/webp", "avif": "image/avif", "ico": "image/vnd.microsoft.icon",
    "woff2": "font/woff2", "woff": "font/woff", "ttf": "font/ttf", "otf": "font/otf",
    "mp4": "video/mp4", "webm": "video/webm", "mp3": "audio/mpeg", "ogg": "audio/ogg",
    "pdf": "application/pdf", "zip": "application/zip",
  ]
}
