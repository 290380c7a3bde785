import Content
import Diagnostics

extension Check {
  /// An image, or a link to a file, that is not there.
  static let missingAsset = Check(
    "link/missing-asset", .error,
    .init(
      finds: "An image or a file that is not there, or an image of another site.",
      why: "Readers see a broken picture; a picture from elsewhere would tell that site who reads this page.",
      bad: ["content/page.md": "![A chart](chrat.svg)\n", "content/chart.svg": "<svg/>"],
      good: ["content/page.md": "![A chart](chart.svg)\n", "content/chart.svg": "<svg/>"]),
    scope: .page { view in
      let (page, site, document) = (view.page, view.site, view.document)
      var found: [Finding] = []
      view.eachLink { link, target in
        let isImage = document.nodes[Int(link.node)].kind == .image
        switch target {
        case .missing(let path) where isImage || isFile(path):
          let nearest = NearMiss.nearest(to: path, in: site.assets.keys)
          found.append(
            Finding(
              at: page.location(of: link), isImage ? "no image at '\(path)'" : "no file at '\(path)'",
              help: nearest.map { "the nearest is '\(relativePath(to: $0, from: page.path))'" }
                ?? "put the file beside the page and name it relative to the page"))
        case .external where isImage, .page where isImage, .anchor where isImage:
          found.append(
            Finding(
              at: page.location(of: link), "an image is a file of this site",
              help: "copy the picture beside the page; readers' devices ask no other site for anything"))
        default: break
        }
      }
      return found
    })
}
