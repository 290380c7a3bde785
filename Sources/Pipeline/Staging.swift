#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A folder in which one build at a time puts its files together.
///
/// It stands beside the output folder, or in it if that is a disk of its own, since files are renamed only within one.
struct Staging {
  static let nameInside = ".sitegen-staging"

  let folder: String
  /// Whether the output folder is still to be made. Then files are staged at their places in `site`, which becomes it.
  let isForNewFolder: Bool
  /// An open file that holds the lock.
  private let lock: Int32

  /// Makes the folder, empty, or takes over one that a killed build left.
  ///
  /// - Throws: `OutputRefusal` if another build has it, `EmitFailure`.
  init(for output: OutputFolder) throws {
    folder = Staging.place(for: output)
    isForNewFolder = output.manifest == nil && !folder.hasPrefix(output.path + "/")
    do {
      lock = try Staging.lock(folder, output)
    } catch let failure as FileSystem.Failure {
      throw EmitFailure(failure)
    }
    do throws(FileSystem.Failure) {
      for (name, _) in try FileSystem.names(in: folder) {
        if let name { try FileSystem.removeTree(folder + "/" + name) }
      }
    } catch {
      close(lock)
      throw EmitFailure(error)
    }
  }

  var site: String { folder + "/site" }

  /// Where file number `file` is staged, whose place on the site is `path`.
  func place(of file: Int, _ path: String) -> String { isForNewFolder ? "\(site)/\(path)" : "\(folder)/\(file)" }

  func write(_ bytes: [UInt8], _ file: Int, _ path: String) throws(FileSystem.Failure) {
    let place = place(of: file, path)
    if isForNewFolder, let slash = place.lastIndex(of: "/") { try FileSystem.makeFolder(String(place[..<slash])) }
    try FileSystem.write(bytes, to: place)
  }

  /// Removes the folder.
  func end() {
    try? FileSystem.removeTree(folder)
    close(lock)
  }

  private static func place(for output: OutputFolder) -> String {
    let slash = output.path.lastIndex(of: "/") ?? output.path.startIndex
    let above = output.path[..<slash]
    if output.exists, let here = try? FileSystem.identity(of: output.path),
      let there = try? FileSystem.identity(of: above.isEmpty ? "/" : String(above)), here[0] != there[0]
    {
      return output.path + "/" + nameInside
    }
    return above + "/." + output.path[output.path.index(after: slash)...] + ".sitegen-staging"
  }

  private static func lock(_ folder: String, _ output: OutputFolder) throws -> Int32 {
    // A build that ends takes the folder away; a lock on a folder that is gone is none, so begin again.
    for _ in 0..<100 {
      try FileSystem.makeFolder(folder)
      let lock = open(folder, O_RDONLY | O_CLOEXEC | O_DIRECTORY | O_NOFOLLOW)
      if lock < 0, errno == ENOENT { continue }
      guard lock >= 0 else { throw FileSystem.Failure(folder) }
      guard flock(lock, LOCK_EX | LOCK_NB) == 0 else {
        close(lock)
        break
      }
      if FileSystem.isOpen(lock, folder) { return lock }
      close(lock)
    }
    throw OutputRefusal(
      path: output.path, message: "another build is writing to this folder", help: "try again when it is done",
      isConfiguration: false)
  }
}
