import Testing

@testable import Pipeline

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A folder of its own for one test, removed when nobody holds it any more.
final class TemporaryFolder: Sendable {
  let path: String

  init() throws {
    let base = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array((base + "/sitegen-test-XXXXXX").utf8CString)
    guard mkdtemp(&template) != nil else { throw FileSystem.Failure(base) }
    path = FileSystem.realPath(template.withUnsafeBufferPointer { String(cString: $0.baseAddress!) })
  }

  /// A folder with the given files in it.
  convenience init(_ files: [String: String]) throws {
    try self.init()
    for (file, text) in files { try write(text, to: file) }
  }

  deinit { try? FileSystem.removeTree(path) }

  func write(_ text: String, to file: String) throws { try write(Array(text.utf8), to: file) }

  func write(_ bytes: [UInt8], to file: String) throws {
    let full = path + "/" + file
    if let slash = full.lastIndex(of: "/") { try FileSystem.makeFolder(String(full[..<slash])) }
    try FileSystem.write(bytes, to: full)
  }

  func text(_ file: String) throws -> String {
    String(decoding: try FileSystem.read(path + "/" + file), as: UTF8.self)
  }

  func exists(_ file: String) -> Bool { FileSystem.exists(path + "/" + file) }

  func remove(_ file: String) throws { try FileSystem.removeTree(path + "/" + file) }

  func link(_ name: String, to target: String) throws {
    guard symlink(target, path + "/" + name) == 0 else { throw FileSystem.Failure(name) }
  }

  /// Every file below `folder`, with its bytes; links and folders without files are named with what they are.
  func files(in folder: String = "") throws -> [String: [UInt8]] {
    try filesBelow(folder.isEmpty ? path : path + "/" + folder)
  }

  /// What tells whether a file was touched: its number on the disk and the time it was written.
  func identity(_ file: String) throws -> [Int] {
    var status = stat()
    guard lstat(path + "/" + file, &status) == 0 else { throw FileSystem.Failure(file) }
    #if canImport(Glibc)
      return [Int(status.st_ino), status.st_mtim.tv_sec, status.st_mtim.tv_nsec]
    #else
      return [Int(status.st_ino), status.st_mtimespec.tv_sec, status.st_mtimespec.tv_nsec]
    #endif
  }
}

/// Every file below a folder, by its path there.
func filesBelow(_ folder: String) throws -> [String: [UInt8]] {
  var found: [String: [UInt8]] = [:]
  func visit(_ inside: String) throws {
    let entries = try FileSystem.names(in: folder + inside)
    if entries.isEmpty, !inside.isEmpty { found[inside.dropFirst() + "/"] = Array("an empty folder".utf8) }
    for entry in entries {
      let name = inside + "/" + (entry.name ?? "?")
      switch try FileSystem.kind(of: folder + name, followingLinks: false) {
      case .folder: try visit(name)
      case .file: found[String(name.dropFirst())] = try FileSystem.read(folder + name)
      case .link: found[String(name.dropFirst())] = Array("a link".utf8)
      case .other: found[String(name.dropFirst())] = Array("no file".utf8)
      }
    }
  }
  try visit("")
  return found
}
