import Content
import Diagnostics

extension Check {
  /// An image, or a link to a file, that is not there.
  static let missingAsset = Check(
    id: "link/missing-asset",
    scope: .page { page, site in
      var found: [Diagnostic] = []
      page.eachLink { link, target, location in
        let isImage = page.document.nodes[Int(link.node)].kind == .image
        switch target {
        case .missing(let path) where isImage || isFile(path):
          let nearest = NearMiss.nearest(to: path, in: site.assets.keys)
          found.append(
            Diagnostic(
              "link/missing-asset", at: location, isImage ? "no image at '\(path)'" : "no file at '\(path)'",
              help: nearest.map { "the nearest is '\(relativePath(to: $0, from: page.path))'" }
                ?? "put the file beside the page and name it relative to the page"))
        case .external where isImage, .page where isImage, .anchor where isImage:
          found.append(
            Diagnostic(
              "link/missing-asset", at: location, "an image is a file of this site",
              help: "copy the picture beside the page; readers' devices ask no other site for anything"))
        default: break
        }
      }
      return found
    })
}
