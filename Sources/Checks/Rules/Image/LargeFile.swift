import Content
import Diagnostics
import Markdown

extension Check {
  /// A picture that takes long to load.
  static let largeFile = Check(
    "image/large-file", .warning,
    .init(
      finds:
        "A picture on a page whose file is larger than 60 kB (SVG), 100 kB (PNG, GIF) or 150 kB (JPEG, WebP, AVIF).",
      why: "On a slow connection 150 kB take half a minute, and on many contracts they cost the reader money.",
      bad: [
        "content/page.md": "![The bladder from the front](bladder.svg)\n",
        "content/bladder.svg": "<svg width=\"9\" height=\"9\">" + String(of: 60_000, UInt8(ascii: " ")) + "</svg>",
      ],
      good: [
        "content/page.md": "![The bladder from the front](bladder.svg)\n",
        "content/bladder.svg": "<svg width=\"9\" height=\"9\"></svg>",
      ]),
    scope: .site { input in
      var seen = Set<String>()
      var found: [Finding] = []
      for page in input.site.pages {
        for (link, target) in zip(page.document.links, page.targets) {
          guard case .asset(let path) = target, page.document.nodes[Int(link.node)].kind == .image,
            seen.insert(path).inserted, let limit = limit(path), let size = (try? input.tree.read(path))?.count,
            size > limit.bytes
          else { continue }
          found.append(
            Finding(
              at: page.location(ofDestination: link, input) ?? page.location(of: Int(link.node)),
              "the file of this picture has \(size / 1000) kB, more than \(limit.bytes / 1000) kB", help: limit.help))
        }
      }
      return found
    })

  /// What a file of its kind may have, and how to make it smaller; nil for what is no picture.
  private static func limit(_ path: String) -> (bytes: Int, help: String)? {
    guard let dot = path.lastIndex(of: ".") else { return nil }
    switch path[path.index(after: dot)...].lowercased() {
    case "svg": return (60_000, "remove what the drawing program left in it, or make it a WebP picture")
    case "png", "gif": return (100_000, "save photographs as WebP or JPEG, and drawings as SVG")
    case "jpg", "jpeg", "webp", "avif":
      return (150_000, "make it at most 1,200 pixels wide, and save it with less quality")
    default: return nil
    }
  }
}
