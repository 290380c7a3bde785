import Content
import Diagnostics

/// `urls.lock`: every address that the site has ever had, one a line, sorted, so that none vanishes without a redirect.
/// `build` writes it, editors commit it.
package enum AddressLock {
  package static let fileName = "urls.lock"
  private static let head = """
    # Every address that this site has had. `sitegen build` writes this file; commit it.
    # To remove a page for good, give another page its address under `aliases`.

    """

  /// Addresses without the base path, with their places. Lines that begin with `#` are comments.
  package static func read(_ bytes: [UInt8]) -> [LocatedText] {
    let lines = bytes.split(separator: 10, omittingEmptySubsequences: false)
    return lines.enumerated().compactMap { i, line in
      guard let first = line.first, first != UInt8(ascii: "#") else { return nil }
      let text = String(decoding: line, as: UTF8.self)
      return LocatedText(
        String(text.drop { $0 == "/" }),
        at: SourceLocation(file: fileName, line: i + 1, column: 1, length: line.count))
    }
  }

  /// The addresses of a site today: its pages, the pages it makes, and its redirects. No parts of long lists, which come
  /// and go with the length of the list, and no page that is only for errors.
  package static func addresses(of site: Site) -> Set<String> {
    var found = Set(site.pages.lazy.filter { $0.frontMatter.status == .published }.map(\.address))
    found.formUnion(site.generated.lazy.filter { $0.part == 1 && $0.kind != .notFound }.map(\.address))
    found.formUnion(site.tags.map(\.address))
    found.formUnion(site.aliases.map(\.address))
    return found
  }

  /// The file that keeps `published` and adds what the site has now; nil if it has nothing new.
  package static func bytes(_ published: [LocatedText], and site: Site) -> [UInt8]? {
    let known = Set(published.lazy.map(\.text))
    let new = addresses(of: site).subtracting(known)
    if new.isEmpty, !published.isEmpty { return nil }
    let all = new.union(known).sorted {
      $0.utf8.lexicographicallyPrecedes($1.utf8)
    }
    return Array((head + all.map { "/\($0)\n" }.joined()).utf8)
  }
}
