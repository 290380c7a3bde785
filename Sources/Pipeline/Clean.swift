/// Removes what a build made, and nothing else.
package enum Clean {
  /// - Returns: how many files were removed; 0 if there is no folder.
  /// - Throws: `OutputRefusal`, `EmitFailure`.
  package static func run(output: String, inputs: [String]) throws -> Int {
    var folder = try OutputFolder(output, inputs: inputs)
    guard folder.manifest != nil else { return 0 }
    let staging = try Staging(for: folder)
    defer { staging.end() }
    folder = try folder.again()
    guard let manifest = folder.manifest else { return 0 }
    do throws(FileSystem.Failure) {
      var removed = 0
      for path in manifest.hashes.keys.sorted() {
        if FileSystem.exists(folder.path + "/" + path) { removed += 1 }
        try folder.delete(path)
      }
      try FileSystem.removeFile(folder.path + "/" + Manifest.fileName)
      _ = FileSystem.removeEmptyFolder(folder.path)
      return removed
    } catch {
      throw EmitFailure(error)
    }
  }
}
