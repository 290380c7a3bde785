#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Why a folder is not written to, in a sentence for the person who named it.
package struct OutputRefusal: Error, Sendable {
  package let message: String
  package let help: String
  /// Whether the folder is wrong as such, rather than busy or broken at the moment.
  package let isConfiguration: Bool
}

/// A folder that a build may write to: absent, empty, or made by sitegen before.
struct OutputFolder {
  /// Without links; no trailing slash.
  let path: String
  /// What the last build listed; nil if there was none.
  let manifest: Manifest?
  /// Whether there is a folder at all.
  let exists: Bool

  /// - Parameter inputs: folders that the output may not stand in, nor hold.
  init(_ path: String, inputs: [String]) throws(OutputRefusal) {
    self.path = FileSystem.realPath(path)
    for input in inputs.map(FileSystem.realPath) {
      if self.path == input || self.path.hasPrefix(input + "/") {
        throw OutputRefusal(
          message: "the output folder '\(path)' is inside the input folder '\(input)'",
          help: "choose a folder beside it, such as public/", isConfiguration: true)
      }
      if input.hasPrefix(self.path + "/") || self.path == "/" {
        throw OutputRefusal(
          message: "the output folder '\(path)' holds the input folder '\(input)'",
          help: "choose a folder beside it, such as public/", isConfiguration: true)
      }
    }
    guard FileSystem.exists(self.path) else {
      (manifest, exists) = (nil, false)
      return
    }
    let names: [String?]
    do throws(FileSystem.Failure) { names = try FileSystem.names(in: self.path).map(\.name) } catch {
      throw OutputRefusal(
        message: "the output folder '\(path)' cannot be read: \(error.reason)", help: "choose another folder",
        isConfiguration: false)
    }
    exists = true
    if names.isEmpty {
      manifest = nil
      return
    }
    let bytes = try? FileSystem.read(self.path + "/" + Manifest.fileName)
    guard let found = bytes.flatMap(Manifest.init(bytes:)) else {
      throw OutputRefusal(
        message: "'\(path)' holds files, and sitegen did not make it, so nothing in it is touched",
        help: "choose an empty or new folder; if it is an old build of the site, delete it yourself first",
        isConfiguration: true)
    }
    manifest = found
  }

  /// Whether every folder on the way to `file` inside the output is a real folder or absent, so that nothing is written
  /// or deleted through a link.
  func isReal(_ file: String) -> Bool {
    var folder = path
    for part in file.split(separator: "/").dropLast() {
      folder += "/" + part
      var status = stat()
      guard lstat(folder, &status) == 0 else { return errno == ENOENT }
      guard status.st_mode & S_IFMT == S_IFDIR else { return false }
    }
    return true
  }
}
