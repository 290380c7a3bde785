import Content
import Diagnostics
import Mustache
import Outputs

/// A site of files in memory, taken through every stage but the writing of files.
///
///     let site = try await RenderedSite(["content/index.md": page("Home", "Welcome.\n")])
///     #expect(try site.text("index.html") == "<p>Welcome.</p>\n")
package struct RenderedSite {
  package struct NoSuchFile: Error, CustomStringConvertible {
    package let description: String
  }

  package let resolved: ResolvedSite
  package let rendering: Rendering
  package let output: OutputTree
  private let early: [Diagnostic]

  /// - Parameter files: text by path below the project's root. If they hold none, settings without outputs and a page
  ///   layout of `{{page.content}}` are added.
  package init(_ files: [String: String], drafts: Bool = false) async throws {
    var files = files
    if files["templates/layouts/page.html"] == nil { files["templates/layouts/page.html"] = "{{page.content}}" }
    let (templates, problems) = Rendering.templates(in: SourceTree(files))
    resolved = try await ResolvedSite(
      files, drafts: drafts, directiveNames: Rendering.directiveNames(templates))
    rendering = Rendering(site: resolved.site, templates: templates, tree: resolved.tree)
    output = OutputTree(rendering)
    early = resolved.diagnostics + problems + output.diagnostics
  }

  /// Paths of all files that the site consists of.
  package var paths: [String] { output.files.map(\.path) }

  /// The bytes of one file of the site, and what making them complained of.
  package func make(_ path: String) throws -> (bytes: [UInt8], diagnostics: [Diagnostic]) {
    guard let file = output.files.first(where: { $0.path == path }) else {
      throw NoSuchFile(description: "no '\(path)' among \(paths)")
    }
    switch file.content {
    case .made(let write):
      var bytes: [UInt8] = []
      let diagnostics = write(&bytes)
      return (bytes, diagnostics)
    case .copy(of: let source): return (try resolved.tree.read(source), [])
    case .gathered(let gathering):
      var bytes: [UInt8] = []
      let diagnostics = OutputTree.make(
        gathering, from: output.files, read: { try? resolved.tree.read($0) }, to: &bytes)
      return (bytes, diagnostics)
    }
  }

  package func text(_ path: String) throws -> String { String(decoding: try make(path).bytes, as: UTF8.self) }

  /// Everything that any stage complains of.
  package func diagnostics() throws -> [Diagnostic] {
    early + (try paths.flatMap { try make($0).diagnostics })
  }
}
