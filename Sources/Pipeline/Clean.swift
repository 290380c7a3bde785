/// Removes what a build made, and nothing else.
package enum Clean {
  /// - Returns: how many files were removed; 0 if there is no folder.
  package static func run(output: String, inputs: [String]) throws -> Int {
    let folder = try OutputFolder(output, inputs: inputs)
    guard let manifest = folder.manifest else { return 0 }
    var removed = 0
    for path in manifest.hashes.keys.sorted() where folder.isReal(path) {
      if FileSystem.exists(folder.path + "/" + path) { removed += 1 }
      do { try FileSystem.removeFile(folder.path + "/" + path) } catch {
        throw EmitFailure(path: error.path, reason: error.reason)
      }
      Emit.removeEmptyFolders(above: path, in: folder.path)
    }
    do { try FileSystem.removeFile(folder.path + "/" + Manifest.fileName) } catch {
      throw EmitFailure(path: error.path, reason: error.reason)
    }
    _ = FileSystem.removeEmptyFolder(folder.path)
    return removed
  }
}
