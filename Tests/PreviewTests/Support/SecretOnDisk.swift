@testable import Preview

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A site on disk, with a file beside it that nobody may read, and links to that file.
final class SecretOnDisk {
  static let secret = "the-secret-of-this-machine"

  private let folder: String
  var secretPath: String { folder + "/secret.txt" }

  init() throws {
    var template = Array("/tmp/sitegen-preview-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw Failed() }
    folder = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    mkdir(folder + "/site", 0o700)
    write(Self.secret, to: secretPath)
    write("home", to: folder + "/site/index.html")
    symlink(secretPath, folder + "/site/link.txt")
    symlink(folder, folder + "/site/link")
  }

  deinit {
    for path in ["/site/link.txt", "/site/link", "/site/index.html", "/secret.txt"] { unlink(folder + path) }
    rmdir(folder + "/site")
    rmdir(folder)
  }

  struct Failed: Error {}

  /// What a build of that site would hold.
  var site: PreviewSite {
    .sample([
      "index.html": "home", "folder/index.html": "folder", "404.html": "lost", "_headers": "/*\n  X-Test: yes\n",
      "_redirects": "/old/ / 301\n",
    ])
  }

  private func write(_ text: String, to path: String) {
    guard let file = fopen(path, "w") else { return }
    fputs(text, file)
    fclose(file)
  }
}
