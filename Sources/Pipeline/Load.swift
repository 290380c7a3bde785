import Content
import Diagnostics

/// Lists the input files of a project. Reads none of them.
///
/// Left out, and documented in docs/authoring.md: names that begin with a dot, and what editors and systems leave behind
/// (`name~`, `#name#`, `*.swp`, `Thumbs.db`, `desktop.ini`). Symbolic links are followed, unless they lead round in a circle.
struct Load {
  /// Folders that are reached through links; links to links to folders can be more than any disk holds files.
  private static let linkedFolderLimit = 10_000

  /// Files that can be read, as far as one can tell without opening them.
  private(set) var paths: [String] = []
  /// Files that are there and cannot be read. Each is among the diagnostics.
  private(set) var unreadable: [String] = []
  private(set) var diagnostics: [Diagnostic] = []
  /// Folders that were listed, and files that stand elsewhere behind a link: where changes come from.
  private(set) var origins: [String] = []
  private let root: String
  private let overlay: [String: [UInt8]]
  private var linkedFolders = 0

  /// - Parameters:
  ///   - root: the project's folder.
  ///   - overlay: bytes that stand for those of files that are there, by path.
  init(root: String, overlay: [String: [UInt8]] = [:]) {
    self.root = root
    self.overlay = overlay
    for folder in ["content", "templates"] where FileSystem.exists(root + "/" + folder) {
      list(folder, above: [], isLinked: false)
    }
  }

  var tree: SourceTree {
    let (base, overlay) = (root, overlay)
    return SourceTree(paths: paths) { (path) throws(SourceTree.ReadError) in
      if let bytes = overlay[path] { return bytes }
      do throws(FileSystem.Failure) { return try FileSystem.read(base + "/" + path) } catch {
        throw SourceTree.ReadError(reason: error.reason)
      }
    }
  }

  /// - Parameters:
  ///   - above: the folders that lead here, to notice a circle.
  ///   - isLinked: whether one of them is a link.
  private mutating func list(_ folder: String, above: Set<[UInt64]>, isLinked: Bool) {
    let entries: [(name: String?, kind: FileSystem.Kind?)]
    let identity: [UInt64]
    do throws(FileSystem.Failure) {
      identity = try FileSystem.identity(of: root + "/" + folder)
      entries = try FileSystem.names(in: root + "/" + folder)
    } catch {
      report("input/unreadable", folder, "the folder cannot be read: \(error.reason)")
      return
    }
    origins.append(folder)
    if above.contains(identity) {
      report(
        "input/link-circle", folder, "this link leads back to a folder that it stands in",
        help: "remove the link, or link to the files that are wanted")
      return
    }
    if isLinked {
      linkedFolders += 1
      if linkedFolders == Load.linkedFolderLimit {
        report(
          "input/too-many-links", folder, "links lead to more than \(Load.linkedFolderLimit) folders",
          help: "copy what is wanted instead of linking to it")
      }
      if linkedFolders >= Load.linkedFolderLimit { return }
    }
    var names = Set<String>()
    for (name, kind) in entries {
      guard let name, !name.unicodeScalars.contains(where: { $0.value < 32 || $0 == "\\" || $0.value == 127 }) else {
        report(
          "input/file-name", folder, "a file in this folder has a name that no web address can have",
          help: "rename it with plain letters, digits and hyphens")
        continue
      }
      if Load.isIgnored(name) { continue }
      // Equal as text, different as bytes: `é` is one character or two.
      if !names.insert(name).inserted {
        report(
          "input/file-name", folder, "two files in this folder have the name '\(name)', written with different bytes",
          help: "rename one of them")
        continue
      }
      visit(folder + "/" + name, kind, above.union([identity]), isLinked: isLinked)
    }
  }

  private mutating func visit(_ path: String, _ found: FileSystem.Kind?, _ above: Set<[UInt64]>, isLinked: Bool) {
    var kind = found
    if kind == nil || kind == .link {
      do throws(FileSystem.Failure) { kind = try FileSystem.kind(of: root + "/" + path) } catch {
        let message =
          error.code == FileSystem.Failure.linkCircle
          ? "this link leads round in a circle" : "this link leads nowhere: \(error.reason)"
        refuse(path, message, help: "remove it, or mend where it leads")
        return
      }
    }
    switch kind {
    case .file:
      // Pages, templates and data are read soon anyhow.
      if path.hasPrefix("content/"), !path.hasSuffix(".md"), !FileSystem.mayRead(root + "/" + path) {
        refuse(path, "the file cannot be read: permission denied")
      } else {
        paths.append(path)
        if found == .link { origins.append(path) }
      }
    case .folder: list(path, above: above, isLinked: isLinked || found == .link)
    default: refuse(path, "this is no ordinary file", help: "remove it from the project")
    }
  }

  static func isIgnored(_ name: String) -> Bool {
    name.hasPrefix(".") || name.hasSuffix("~") || (name.hasPrefix("#") && name.hasSuffix("#")) || name.hasSuffix(".swp")
      || name == "Thumbs.db" || name == "desktop.ini"
  }

  private mutating func refuse(_ path: String, _ message: String, help: String? = nil) {
    unreadable.append(path)
    report("input/unreadable", path, message, help: help)
  }

  private mutating func report(_ rule: String, _ path: String, _ message: String, help: String? = nil) {
    diagnostics.append(Diagnostic(rule, at: SourceLocation(file: path), message, help: help))
  }
}
