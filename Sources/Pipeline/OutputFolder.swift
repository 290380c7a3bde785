import Diagnostics

/// Why a folder is not written to, in a sentence for the person who named it.
package struct OutputRefusal: Error, Sendable {
  /// The folder, or the file in it.
  package let path: String
  package let message: String
  package let help: String
  /// Whether the folder is wrong as such, rather than busy or broken at the moment.
  package let isConfiguration: Bool
}

/// A folder that a build may write to: absent, empty, or made by sitegen before.
struct OutputFolder {
  /// Without links; no trailing slash.
  let path: String
  /// As the user names it, for messages.
  let name: String
  /// What the last build listed; nil if there was none.
  let manifest: Manifest?
  /// Whether there is a folder at all.
  let exists: Bool

  /// - Parameter inputs: folders that the output may not stand in, nor hold.
  init(_ path: String, inputs: [String]) throws(OutputRefusal) {
    name = path
    self.path = FileSystem.realPath(path)
    for input in inputs {
      let real = FileSystem.realPath(input)
      if self.path == real || self.path.hasPrefix(real + "/") {
        throw Self.refusal(path, "the output folder is inside the input folder '\(input)'")
      }
      if real.hasPrefix(self.path + "/") || self.path == "/" {
        throw Self.refusal(path, "the output folder holds the input folder '\(input)'")
      }
    }
    guard FileSystem.exists(self.path) else {
      (manifest, exists) = (nil, false)
      return
    }
    let names: [String?]
    do throws(FileSystem.Failure) { names = try FileSystem.names(in: self.path).map(\.name) } catch {
      throw OutputRefusal(
        path: path, message: "the output folder cannot be read: \(error.reason)", help: "choose another folder",
        isConfiguration: false)
    }
    exists = true
    if names.allSatisfy({ $0 == Staging.nameInside }) {
      manifest = nil
      return
    }
    let bytes = try? FileSystem.read(self.path + "/" + Manifest.fileName)
    guard let found = bytes.flatMap(Manifest.init(bytes:)) else {
      throw Self.refusal(
        path, "this folder holds files, and sitegen did not make it, so nothing in it is touched",
        help: "choose an empty or new folder; if it is an old build of the site, delete it yourself first")
    }
    manifest = found
  }

  /// The same folder as it is now.
  func again() throws(OutputRefusal) -> OutputFolder { try OutputFolder(name, inputs: []) }

  private static func refusal(
    _ path: String, _ message: String, help: String = "choose a folder beside it, such as public/"
  ) -> OutputRefusal {
    OutputRefusal(path: path, message: message, help: help, isConfiguration: true)
  }

  /// About something in the folder.
  func refusal(_ file: String, _ message: String) -> OutputRefusal {
    OutputRefusal(
      path: name + "/" + file, message: "'\(file)' \(message)",
      help: "move it out of the output folder, and build again",
      isConfiguration: true)
  }

  /// Whether a path names a file below the folder.
  static func isInside(_ path: String) -> Bool {
    path.split(separator: "/", omittingEmptySubsequences: false).allSatisfy { $0 != "" && $0 != "." && $0 != ".." }
      && !path.utf8.contains(0) && !path.utf8.contains(10)
  }

  /// `a` and `a/b` for `a/b/c`.
  static func foldersAbove(_ file: String) -> [String] {
    file.utf8.indices.filter { file.utf8[$0] == UInt8(ascii: "/") }.map { String(file[..<$0]) }
  }

  /// Whether something inside the output is a folder of its own or absent; not a link, through which files elsewhere
  /// would be changed.
  func isRealFolder(_ inside: String) -> Bool {
    do throws(FileSystem.Failure) {
      return try FileSystem.kind(of: path + "/" + inside, followingLinks: false) == .folder
    } catch {
      return error.isAbsence
    }
  }

  /// Whether a folder inside the output holds none but the given files, so that it goes when they go.
  func holds(only files: Set<String>, in inside: String) -> Bool {
    guard let entries = try? FileSystem.names(in: path + "/" + inside) else { return false }
    return entries.allSatisfy { entry in
      guard let name = entry.name else { return false }
      let file = inside + "/" + name
      let kind = try? FileSystem.kind(of: path + "/" + file, followingLinks: false)
      return kind == .folder ? holds(only: files, in: file) : files.contains(file)
    }
  }

  /// Deletes a file that the manifest lists, and the folders that are empty then. Never through a link.
  func delete(_ file: String) throws(FileSystem.Failure) {
    let above = OutputFolder.foldersAbove(file)
    guard above.allSatisfy(isRealFolder) else { return }
    if let kind = try? FileSystem.kind(of: path + "/" + file, followingLinks: false), kind != .folder {
      try FileSystem.removeFile(path + "/" + file)
    }
    for folder in above.reversed() where !FileSystem.removeEmptyFolder(path + "/" + folder) { break }
  }
}
