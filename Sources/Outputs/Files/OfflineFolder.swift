import Compression
import Content
import Diagnostics
import Mustache

extension Output {
  /// The whole site as one archive, to be read from a disk without a connection.
  static let offlineFolder = Output(name: OfflineFolder.name) { rendering in
    guard OfflineCopies.isMade(OfflineFolder.name, rendering) else { return [] }
    let links = RelativeLinks(files: SiteFiles(rendering))
    let gathering = Gathering(
      part: { path, bytes in
        guard links.files.holds(path) else { return nil }
        return Zip.entry(
          OfflineFolder.folder + path, path.hasSuffix(".html") ? links.rewrite(bytes, at: path) : bytes)
      },
      whole: { parts, out in
        guard let archive = Zip.archive(parts.map(\.part)) else { return [OfflineFolder.tooLarge] }
        out += archive
        return []
      })
    return [OutputTree.File(OfflineFolder.path, .gathered(gathering))]
  }
}

enum OfflineFolder {
  static let name = "offline-folder"
  /// Says nothing of what is in it: others may see the name on a device.
  static let path = "offline/pages.zip"
  /// Everything is in one folder, so that nothing is strewn about where it is unpacked.
  static let folder = "pages/"

  static let tooLarge = Diagnostic(
    "output/archive", at: SourceLocation(file: path), "the site is too large for an archive",
    help: "leave `\(name)` out of `outputs` in sitegen.yml")
}

/// Copies of the site for reading offline.
enum OfflineCopies {
  /// Whether a copy is made: the templates have a page for it, and the settings do not leave it out.
  static func isMade(_ name: String, _ rendering: Rendering) -> Bool {
    rendering.templates.names.contains(OfflinePage.layout)
      && rendering.site.settings.outputs.map { $0.contains { $0.text == name } } ?? true
  }

  /// Copies are to be kept, not looked at on the site, whose policy would keep them from their style sheet.
  static func headers(_ rendering: Rendering) -> String {
    guard isMade(OfflinePage.name, rendering) || isMade(OfflineFolder.name, rendering) else { return "" }
    return "\n\(rendering.url("offline/pages."))*\n  Content-Disposition: attachment\n"
  }

  /// `page`, `folder`, and the day of the newest page, for templates.
  static func values(_ rendering: Rendering, _ language: Settings.Language) -> Value {
    func file(_ name: String, _ path: String) -> Value {
      isMade(name, rendering) ? ["url": .text(rendering.url(path))] : .absent
    }
    guard isMade(OfflinePage.name, rendering) || isMade(OfflineFolder.name, rendering) else { return .absent }
    let newest = rendering.site.pages.lazy.filter { $0.language == language.tag }.compactMap {
      $0.frontMatter.review?.on
    }.max()
    return [
      "page": file(OfflinePage.name, OfflinePage.path(language.tag, rendering)),
      "folder": file(OfflineFolder.name, OfflineFolder.path),
      "newest": .optional(newest.map(rendering.words(language.tag).written)),
      "newestISO": .optional(newest?.description),
    ]
  }
}
