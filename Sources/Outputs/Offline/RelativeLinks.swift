/// Turns the addresses of a finished page into ones that work from a disk: relative, and with `index.html` at the end,
/// since a disk shows a list of files instead.
struct RelativeLinks {
  let files: SiteFiles

  /// - Parameter path: of the page.
  func rewrite(_ html: [UInt8], at path: String) -> [UInt8] {
    let folders = urlPath(path).utf8.split(separator: UInt8(ascii: "/")).dropLast()
    var out: [UInt8] = []
    out.reserveCapacity(html.count + html.count / 8)
    var copied = 0
    var tags = HTMLTags(html[...])
    while let tag = tags.next() {
      for attribute in tag.attributes {
        let isRoot = tags.holds(attribute.name, "data-root")
        guard isRoot || Self.namesOfAddresses.contains(where: { tags.holds(attribute.name, $0) }),
          let target = files.target(of: html[attribute.value])
        else { continue }
        out += html[copied..<attribute.value.lowerBound]
        copied = attribute.value.upperBound
        switch target {
        case _ where isRoot: out += root(from: folders)
        case .file(let file, let rest): out += relative(file, from: folders) + rest
        case .online(let address): out += address
        }
      }
    }
    return out + html[copied...]
  }

  /// Attributes that hold an address: HTML's own, and the one of the search (docs/templates.md).
  private static let namesOfAddresses: [StaticString] = ["href", "src", "data-index"]

  /// The folder of the whole copy, for what puts addresses together in the browser.
  private func root(from folders: ArraySlice<Substring.UTF8View>) -> [UInt8] {
    Array((folders.isEmpty ? "./" : String(repeating: "../", count: folders.count)).utf8)
  }

  private func relative(_ file: [UInt8], from folders: ArraySlice<Substring.UTF8View>) -> [UInt8] {
    let parts = file.split(separator: UInt8(ascii: "/"))
    var shared = 0
    while shared < min(folders.count, parts.count - 1), folders[shared].elementsEqual(parts[shared]) { shared += 1 }
    let up = Array(repeating: Array("..".utf8)[...], count: folders.count - shared)
    return Array((up + parts[shared...]).joined(separator: [UInt8(ascii: "/")]))
  }
}
