import Content
import Diagnostics
import Outputs
import Synchronization

/// One state of a site that is being written: what to show, and what is wrong.
package struct LiveState: Sendable {
  /// The settings' base path, such as `/` or `/ketamine/`.
  package let basePath: String
  /// Makes the bytes of each file of the site, by its path below the base path; nil for what cannot be made.
  package let files: [String: LiveFiles.Maker]
  /// What was read, with all its mistakes; nil if nothing could be.
  package let site: Site?
  /// Every page that was read, drafts too.
  package let pages: [ParsedPage]
  /// Sorted as in any report.
  package let diagnostics: [Diagnostic]
  /// Bytes of built files that diagnostics point into, by the path that they have.
  package let built: [String: [UInt8]]
  /// Whether there may be more diagnostics once everything was looked at.
  package let isChecking: Bool
  /// Seconds each stage took, in order.
  package let stages: [(name: String, seconds: Double)]
}

extension LiveState {
  /// Address of the page that a source file makes, base path included; nil if it makes none.
  package func url(ofPage path: String) -> String? {
    site?.page(at: path).map { basePath + urlPath($0.address) }
  }

  /// Address of a built file, by its path below the base path, such as `risks/index.html`.
  package func url(ofFile path: String) -> String {
    basePath + urlPath(path.hasSuffix("index.html") ? String(path.dropLast("index.html".count)) : path)
  }
}

/// The files of one resolved site, made when they are asked for.
package final class LiveFiles: Sendable {
  package typealias Maker = @Sendable () -> [UInt8]?

  let site: Site
  /// By path below the base path.
  let makers: [String: Maker]
  private let fallback: Fallback

  /// - Parameters:
  ///   - earlier: what was shown before, to stand in for a file that cannot be made of this site.
  ///   - isSound: whether all files of `earlier` could be made; else what stood in for its own goes on doing so.
  init(_ site: Site, _ output: OutputTree, _ tree: SourceTree, after earlier: LiveFiles?, isSound: Bool) {
    self.site = site
    let standIns = isSound ? earlier?.makers : earlier?.fallback.all ?? earlier?.makers
    // Else each would keep the one before it for ever.
    if isSound { earlier?.standAlone() }
    let fallback = Fallback(standIns)
    self.fallback = fallback
    makers = Dictionary(
      output.files.map { file in
        let content = file.content
        let path = file.path
        let make: Maker = {
          switch content {
          case .made(let write):
            var bytes: [UInt8] = []
            if write(&bytes).isEmpty { return bytes }
          case .copy(let source):
            if let bytes = try? tree.read(source) { return bytes }
          case .gathered(let gathering):
            var bytes: [UInt8] = []
            let problems = OutputTree.make(gathering, from: output.files, read: { try? tree.read($0) }, to: &bytes)
            if problems.isEmpty { return bytes }
          }
          return fallback.maker(of: path)?()
        }
        return (path, make)
      }, uniquingKeysWith: { first, _ in first })
  }

  /// Forgets what would stand in, once everything can be made.
  func standAlone() { fallback.forget() }

  private final class Fallback: Sendable {
    private let makers: Mutex<[String: Maker]?>

    init(_ makers: [String: Maker]?) { self.makers = Mutex(makers) }

    func maker(of path: String) -> Maker? { makers.withLock { $0?[path] } }

    var all: [String: Maker]? { makers.withLock { $0 } }

    func forget() { makers.withLock { $0 = nil } }
  }
}
