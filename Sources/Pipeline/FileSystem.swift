#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The few things that Load and Emit ask of the disk, over POSIX: Foundation's ways cost several times as much.
enum FileSystem {
  /// Where a file lies that is named from a folder, or from the root of the disk.
  static func path(_ path: String, in folder: String) -> String {
    path.hasPrefix("/") ? path : folder + "/" + path
  }

  /// What the system said, with the path it said it about.
  struct Failure: Error {
    static let linkCircle = ELOOP

    let path: String
    let code: Int32

    init(_ path: String, _ code: Int32 = errno) {
      self.path = path
      self.code = code
    }

    /// Whether there is nothing at the path.
    var isAbsence: Bool { code == ENOENT || code == ENOTDIR }

    /// The reason in words that end a sentence.
    var reason: String {
      switch code {
      case ENOENT: "no such file"
      case EACCES, EPERM: "permission denied"
      case ENOSPC, EDQUOT: "the disk is full"
      case EROFS: "the disk is read-only"
      case EISDIR: "it is a folder"
      case notAFile: "it is no ordinary file"
      case EFBIG: "it would be larger than this account may write"
      case ENOTDIR: "a part of its path is no folder"
      case ELOOP: "its links go round in a circle"
      case ENAMETOOLONG: "its name is too long"
      case EMFILE, ENFILE: "too many files are open"
      default: String(cString: strerror(code))
      }
    }
  }

  enum Kind { case file, folder, link, other }

  /// A code of our own, for pipes and devices.
  private static let notAFile: Int32 = -1

  /// - Parameter followingLinks: false looks at a symbolic link itself.
  static func kind(of path: String, followingLinks: Bool = true) throws(Failure) -> Kind {
    try kind(from: status(of: path, followingLinks: followingLinks).st_mode)
  }

  static func exists(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }

  /// Device and number of a file, which two paths to the same folder share.
  static func identity(of path: String) throws(Failure) -> [UInt64] {
    let status = try status(of: path, followingLinks: true)
    return [UInt64(status.st_dev), UInt64(status.st_ino)]
  }

  /// Whether an open file is what stands at `path` now.
  static func isOpen(_ file: Int32, _ path: String) -> Bool {
    var (open, there) = (stat(), stat())
    return fstat(file, &open) == 0 && lstat(path, &there) == 0 && open.st_dev == there.st_dev
      && open.st_ino == there.st_ino
  }

  private static func status(of path: String, followingLinks: Bool) throws(Failure) -> stat {
    var found = stat()
    guard (followingLinks ? stat(path, &found) : lstat(path, &found)) == 0 else { throw Failure(path) }
    return found
  }

  private static func kind(from mode: mode_t) -> Kind {
    switch mode & S_IFMT {
    case S_IFREG: .file
    case S_IFDIR: .folder
    case S_IFLNK: .link
    default: .other
    }
  }

  /// What tells whether a file is the one that was seen before, without reading it.
  struct Signature: Equatable {
    let device, inode, size, modified, changed: Int64

    /// Whether a write after `now` would give other times. File systems that count in nanoseconds tick some hundred times a
    /// second; the others may count in steps of two.
    ///
    /// - Parameter now: nanoseconds since 1970.
    func isSettled(at now: Int64) -> Bool {
      let tick: Int64 = modified % 1_000_000_000 == 0 ? 2_500_000_000 : 50_000_000
      return max(modified, changed) + tick < now
    }
  }

  /// nil if there is nothing at the path.
  static func signature(of path: String) -> Signature? {
    guard let found = try? status(of: path, followingLinks: true) else { return nil }
    #if canImport(Glibc)
      let (modified, changed) = (found.st_mtim, found.st_ctim)
    #else
      let (modified, changed) = (found.st_mtimespec, found.st_ctimespec)
    #endif
    return Signature(
      device: Int64(truncatingIfNeeded: found.st_dev), inode: Int64(truncatingIfNeeded: found.st_ino),
      size: Int64(found.st_size), modified: Int64(modified.tv_sec) * 1_000_000_000 + Int64(modified.tv_nsec),
      changed: Int64(changed.tv_sec) * 1_000_000_000 + Int64(changed.tv_nsec))
  }

  /// Nanoseconds since 1970, by the clock that files are dated with.
  static func clockNanoseconds() -> Int64 {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    return Int64(now.tv_sec) * 1_000_000_000 + Int64(now.tv_nsec)
  }

  /// Names in a folder, in no order, without `.` and `..`. A name that is not UTF-8 is nil.
  static func names(in folder: String) throws(Failure) -> [(name: String?, kind: Kind?)] {
    guard let stream = opendir(folder) else { throw Failure(folder) }
    defer { closedir(stream) }
    var found: [(name: String?, kind: Kind?)] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 1) { String(validatingCString: $0) }
      }
      if name == "." || name == ".." { continue }
      let kind: Kind? =
        switch Int32(entry.pointee.d_type) {
        case Int32(DT_REG): .file
        case Int32(DT_DIR): .folder
        case Int32(DT_LNK): .link
        case Int32(DT_UNKNOWN): nil
        default: .other
        }
      found.append((name, kind))
    }
    return found
  }

  static func read(_ path: String) throws(Failure) -> [UInt8] {
    // Without O_NONBLOCK, opening a pipe that nobody writes to waits for ever.
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { throw Failure(path) }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw Failure(path) }
    switch kind(from: status.st_mode) {
    case .file: break
    case .folder: throw Failure(path, EISDIR)
    default: throw Failure(path, notAFile)
    }
    let size = Int(status.st_size)
    var failure: Failure?
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        let got = systemRead(file, buffer.baseAddress.map { $0 + count }, size - count)
        if got < 0, errno == EINTR { continue }
        if got < 0 { failure = Failure(path) }
        if got <= 0 { break }
        count += got
      }
    }
    if let failure { throw failure }
    return bytes
  }

  /// Whether the file at `path` has exactly these bytes. The cheapest write is the one that need not happen.
  static func holds(_ bytes: [UInt8], at path: String) -> Bool {
    var status = stat()
    guard lstat(path, &status) == 0, kind(from: status.st_mode) == .file, Int(status.st_size) == bytes.count else {
      return false
    }
    guard let there = try? read(path) else { return false }
    return there == bytes
  }

  /// Makes or replaces a file. Not atomic: for files in the staging folder only.
  static func write(_ bytes: [UInt8], to path: String) throws(Failure) {
    let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard file >= 0 else { throw Failure(path) }
    var done = 0
    var failure: Failure?
    bytes.withUnsafeBytes { buffer in
      while done < buffer.count {
        let put = systemWrite(file, buffer.baseAddress.map { $0 + done }, buffer.count - done)
        if put < 0, errno == EINTR { continue }
        if put <= 0 {
          failure = Failure(path)
          break
        }
        done += put
      }
    }
    if close(file) != 0, failure == nil { failure = Failure(path) }
    if let failure { throw failure }
  }

  /// Whether this account may read a file, without opening it.
  static func mayRead(_ path: String) -> Bool { access(path, R_OK) == 0 }

  static func rename(_ from: String, to: String) throws(Failure) {
    guard systemRename(from, to) == 0 else { throw Failure(to) }
  }

  /// Writes a file beside `path` and renames it into its place, so that nobody ever reads half of it.
  static func replace(_ path: String, with bytes: [UInt8]) throws(Failure) {
    // A link keeps leading where it led.
    let target = exists(path) ? realPath(path) : path
    let temporary = target + ".sitegen-new"
    do throws(Failure) {
      try write(bytes, to: temporary)
      try rename(temporary, to: target)
    } catch {
      unlink(temporary)
      throw error
    }
  }

  /// Makes a folder and those above it.
  static func makeFolder(_ path: String) throws(Failure) {
    if mkdir(path, 0o755) == 0 { return }
    let code = errno
    if code == EEXIST {
      if try kind(of: path) == .folder { return }
      throw Failure(path, ENOTDIR)
    }
    guard code == ENOENT, let slash = path.lastIndex(of: "/"), slash != path.startIndex else {
      throw Failure(path, code)
    }
    try makeFolder(String(path[..<slash]))
    guard mkdir(path, 0o755) == 0 || errno == EEXIST else { throw Failure(path) }
  }

  static func removeFile(_ path: String) throws(Failure) {
    guard unlink(path) == 0 || errno == ENOENT else { throw Failure(path) }
  }

  /// Removes a folder if it is empty; false if it is not. One that is not there is gone.
  static func removeEmptyFolder(_ path: String) -> Bool { rmdir(path) == 0 || errno == ENOENT }

  /// Removes a folder and everything in it, never through a symbolic link.
  static func removeTree(_ path: String) throws(Failure) {
    guard exists(path) else { return }
    guard try kind(of: path, followingLinks: false) == .folder else { return try removeFile(path) }
    for (name, _) in try names(in: path) {
      guard let name else { throw Failure(path, EILSEQ) }
      try removeTree(path + "/" + name)
    }
    guard rmdir(path) == 0 else { throw Failure(path) }
  }

  /// The path with all links and `..` undone; what does not exist yet is added to the nearest folder that does.
  static func realPath(_ path: String) -> String {
    if let pointer = realpath(path, nil) {
      defer { free(pointer) }
      return String(cString: pointer)
    }
    let trimmed = path.hasSuffix("/") ? String(path.dropLast()) : path
    guard let slash = trimmed.lastIndex(of: "/") else { return realPath(".") + "/" + trimmed }
    let above = slash == trimmed.startIndex ? "/" : String(trimmed[..<slash])
    let name = trimmed[trimmed.index(after: slash)...]
    if name == ".." || name == "." { return trimmed }
    let base = realPath(above)
    return base == "/" ? "/" + name : base + "/" + name
  }
}

// The C library's functions, which the type's own of the same names hide.
private func systemRead(_ file: Int32, _ to: UnsafeMutableRawPointer?, _ count: Int) -> Int { read(file, to, count) }
private func systemWrite(_ file: Int32, _ from: UnsafeRawPointer?, _ count: Int) -> Int { write(file, from, count) }
private func systemRename(_ from: String, _ to: String) -> Int32 { rename(from, to) }
