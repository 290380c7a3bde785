/// The preview's own first page.
enum ListingPage {
  static func render(_ site: PreviewSite) -> [UInt8] {
    PlainPage.html(title: "Preview", text: "\(site.problems.count) problems.")
  }
}
