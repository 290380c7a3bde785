import Diagnostics

/// Mustache as its specification has it: the core, inheritance and dynamic names. No lambdas: templates run no code.
///
/// In come templates by name; out comes a program (`Program`), compiled once, that many threads may render from at the
/// same time. Steps: tags (`TagReader`) → pairs (`Pairing`) → white space (`Layout`) → instructions (`Emitter`), then
/// checks over all templates (`References`). `Renderer` runs the instructions.
///
/// Nothing here throws or stops at the first mistake: what can be compiled is compiled, and the rest is in
/// `diagnostics`. Knows nothing of sites, pages or files.
package struct TemplateSet: Sendable {
  /// Mistakes in the templates themselves, sorted: syntax, encoding, names of templates and blocks that do not exist,
  /// inclusion without end.
  package let diagnostics: [Diagnostic]
  /// All names, sorted.
  package let names: [String]
  private let program: Program
  private let outlines: [Outline]

  /// Compiles each template once. The key is the name that tags use.
  package init(_ templates: [String: TemplateFile]) {
    names = templates.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    var compiler = Compiler(names: names)
    for name in names {
      if let file = templates[name] { compiler.compile(name: name, file: file) }
    }
    let references = References.check(compiler.outlines)
    for counter in references.endlessCalls { compiler.disable(counter) }
    diagnostics = (compiler.diagnostics + references.diagnostics).sortedForReport()
    program = compiler.program
    outlines = compiler.outlines
  }

  /// Names of the templates that `name` includes or inherits from by a fixed name, whether they exist or not, sorted.
  package func references(of name: String) -> [String] {
    guard let index = program.index[name] else { return [] }
    return Set(outlines[index].references.map(\.name)).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Whether the data name some of what `name` includes (`{{>*name}}`), so that `references(of:)` is not all.
  package func hasDynamicReferences(_ name: String) -> Bool {
    program.index[name].map { outlines[$0].isDynamic } ?? false
  }

  /// Every path of values that any template names, such as `strings.help.now`.
  package var valuePaths: [String] { program.paths.map(\.name) }

  /// Appends the rendered bytes to `output`. Mistakes leave a gap in the output and come back as diagnostics, each
  /// place once, with the chain of inclusions and the page as notes.
  ///
  /// - Parameter page: path of the content file being rendered, named in the notes.
  package func render(_ name: String, with value: Value, page: String, into output: inout [UInt8]) -> [Diagnostic] {
    render(name, with: value, page: page, limits: RenderLimits(), into: &output)
  }

  func render(
    _ name: String, with value: Value, page: String, limits: RenderLimits, into output: inout [UInt8]
  ) -> [Diagnostic] {
    guard let template = program.index[name] else {
      let nearest = NearMiss.nearest(to: name, in: names)
      return [
        Diagnostic(
          "template/missing-partial", at: SourceLocation(file: page), "no template is called '\(name)'",
          help: nearest.map { "the nearest is '\($0)'" })
      ]
    }
    var renderer = Renderer(program: program, limits: limits, page: page)
    renderer.run(template, with: value, into: &output)
    return renderer.diagnostics.isEmpty ? [] : renderer.diagnostics.sortedForReport()
  }
}

/// A template as it was read.
package struct TemplateFile: Sendable {
  /// Relative to the project's root, for diagnostics.
  package var path: String
  /// UTF-8. A byte order mark at the start is dropped.
  package var bytes: [UInt8]

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}
