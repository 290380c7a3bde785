import Content
import Diagnostics
import Markdown

/// Sizes of the pictures that pages show, so that a page keeps its shape while they load.
enum ImageSizes {
  static func read(_ site: Site, _ tree: SourceTree) -> (sizes: [String: ImageSize], diagnostics: [Diagnostic]) {
    var sizes: [String: ImageSize] = [:]
    var diagnostics: [Diagnostic] = []
    for page in site.pages {
      for (link, target) in zip(page.document.links, page.targets) {
        let node = page.document.nodes[Int(link.node)]
        guard node.kind == .image, case .asset(let path) = target, sizes[path] == nil else { continue }
        let place = SourceLocation(file: page.path, line: Int(node.line), column: Int(node.column))
        do throws(SourceTree.ReadError) {
          if let size = ImageSize.read(try tree.read(path)) {
            sizes[path] = size
          } else {
            diagnostics.append(
              Diagnostic(
                "image/unknown-size", at: place, "the size of '\(path)' cannot be read",
                help: "save the picture as SVG, PNG, JPEG, GIF, WebP or AVIF"))
          }
        } catch {
          diagnostics.append(error.diagnostic(path))
        }
      }
    }
    return (sizes, diagnostics)
  }
}
