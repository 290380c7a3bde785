import Content
import Diagnostics

/// Lists the input files of a project. Reads none of them.
///
/// Left out, and documented in docs/authoring.md: names that begin with a dot, and what editors and systems leave behind
/// (`name~`, `#name#`, `*.swp`, `Thumbs.db`, `desktop.ini`). Symbolic links are followed, unless they lead round in a circle.
struct Load {
  private let root: String
  private var paths: [String] = []
  private var diagnostics: [Diagnostic] = []

  /// - Parameter root: the project's folder.
  static func tree(root: String) -> (SourceTree, [Diagnostic]) {
    var load = Load(root: root)
    for folder in ["content", "templates"] where FileSystem.exists(root + "/" + folder) {
      load.list(folder, above: [])
    }
    let base = root
    let tree = SourceTree(paths: load.paths) { (path) throws(SourceTree.ReadError) in
      do throws(FileSystem.Failure) { return try FileSystem.read(base + "/" + path) } catch {
        throw SourceTree.ReadError(reason: error.reason)
      }
    }
    return (tree, load.diagnostics)
  }

  private init(root: String) { self.root = root }

  /// - Parameter above: the folders that lead here, to notice a circle.
  private mutating func list(_ folder: String, above: Set<[UInt64]>) {
    let entries: [(name: String?, kind: FileSystem.Kind?)]
    let identity: [UInt64]
    do throws(FileSystem.Failure) {
      identity = try FileSystem.identity(of: root + "/" + folder)
      entries = try FileSystem.names(in: root + "/" + folder)
    } catch {
      report("input/unreadable", folder, "the folder cannot be read: \(error.reason)")
      return
    }
    if above.contains(identity) {
      report(
        "input/link-circle", folder, "this link leads back to a folder that it stands in",
        help: "remove the link, or link to the files that are wanted")
      return
    }
    for (name, kind) in entries {
      guard let name, !name.contains(where: { $0 == "\n" || $0 == "\\" || ($0.asciiValue ?? 32) < 32 }) else {
        report(
          "input/file-name", folder, "a file in this folder has a name that no web address can have",
          help: "rename it with plain letters, digits and hyphens")
        continue
      }
      if Load.isIgnored(name) { continue }
      visit(folder + "/" + name, kind, above.union([identity]))
    }
  }

  private mutating func visit(_ path: String, _ kind: FileSystem.Kind?, _ above: Set<[UInt64]>) {
    var kind = kind
    if kind == nil || kind == .link {
      do throws(FileSystem.Failure) { kind = try FileSystem.kind(of: root + "/" + path) } catch {
        report("input/unreadable", path, "the link leads nowhere: \(error.reason)", help: "remove it, or mend where it leads")
        return
      }
    }
    switch kind {
    case .file: paths.append(path)
    case .folder: list(path, above: above)
    default: report("input/unreadable", path, "this is no ordinary file", help: "remove it from the project")
    }
  }

  static func isIgnored(_ name: String) -> Bool {
    name.hasPrefix(".") || name.hasSuffix("~") || (name.hasPrefix("#") && name.hasSuffix("#")) || name.hasSuffix(".swp")
      || name == "Thumbs.db" || name == "desktop.ini"
  }

  private mutating func report(_ rule: String, _ path: String, _ message: String, help: String? = nil) {
    diagnostics.append(Diagnostic(rule, at: SourceLocation(file: path), message, help: help))
  }
}
