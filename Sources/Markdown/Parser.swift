import CCMarkGFM
import Diagnostics

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Reads CommonMark with GitHub's extensions and ours.
///
/// In: the bytes of one Markdown text. Out: its tree, and what is wrong with it. Knows no other file.
package struct Parser: Sendable {
  /// Larger texts are refused: no reader reads them, and parts of cmark take quadratic time.
  package static let sizeLimit = 1 << 20

  /// Which parts of GitHub's dialect and of ours are on.
  package struct Options: Sendable {
    package var table = true
    package var strikethrough = true
    package var autolink = true
    package var taskList = true
    package var footnotes = true
    /// Directives, alerts, citations, anchors: everything in `MarkdownExtension.all`.
    package var ours = true

    package init() {}

    /// GitHub's dialect only, as the C library's own program reads it.
    package static var gitHub: Options {
      var options = Options()
      options.ours = false
      return options
    }
  }

  private let options: Options
  private let file: String

  /// - Parameter file: the path that diagnostics name.
  package init(file: String, options: Options = Options()) {
    self.file = file
    self.options = options
  }

  /// - Parameters:
  ///   - source: UTF-8. Line ends may be LF, CRLF or CR.
  ///   - lineOffset: lines of the file before `source`, such as its front matter.
  package func parse(_ source: ArraySlice<UInt8>, lineOffset: Int = 0) -> (Document, [Diagnostic]) {
    source.withUnsafeBufferPointer { parse($0, lineOffset: lineOffset) }
  }

  package func parse(_ source: UnsafeBufferPointer<UInt8>, lineOffset: Int = 0) -> (Document, [Diagnostic]) {
    if source.count > Parser.sizeLimit {
      let size = Double(source.count / (1 << 19)) / 2
      return (
        Document(),
        [
          Diagnostic(
            "content/too-large", at: SourceLocation(file: file),
            "a page may hold at most 1 MB of text, this has \(size) MB",
            help: "split it into several pages")
        ]
      )
    }
    return withUnixLineEnds(source) { convert($0, lineOffset) }
  }

  private func convert(_ source: UnsafeBufferPointer<UInt8>, _ lineOffset: Int) -> (Document, [Diagnostic]) {
    let lines = SourceLines(source)
    if let (line, problem) = Limits.firstProblem(lines) { return refused(problem, line: line + lineOffset) }
    var conversion = Conversion(lines: lines, lineOffset: lineOffset)
    do {
      try Arena.with { memory in
        guard let root = tree(source, memory) else { return }
        try conversion.convert(root)
      }
    } catch let error as Conversion.TooDeep {
      return refused(.tooDeep, line: error.line + lineOffset)
    } catch {
      preconditionFailure("conversion throws nothing else")
    }
    var document = conversion.document
    var diagnostics: [Diagnostic] = []
    if options.ours {
      let context = MarkdownExtension.Source(file: file, lines: lines, lineOffset: lineOffset)
      for feature in MarkdownExtension.all where feature.mayOccur(in: source) {
        diagnostics += feature.rewrite(&document, context)
      }
    }
    return (document, diagnostics)
  }

  /// cmark's tree of `source`, in `memory`.
  private func tree(_ source: UnsafeBufferPointer<UInt8>, _ memory: UnsafeMutablePointer<cmark_mem>) -> OpaquePointer? {
    let extensions = Library.extensions
    guard let parser = cmark_parser_new_with_mem(options.footnotes ? CMARK_OPT_FOOTNOTES : CMARK_OPT_DEFAULT, memory)
    else { return nil }
    // First, since the table extension keeps those after it from looking at a line below a paragraph.
    if options.ours { cmark_parser_attach_syntax_extension(parser, extensions.directives.pointer) }
    if options.table { cmark_parser_attach_syntax_extension(parser, extensions.table.pointer) }
    if options.strikethrough { cmark_parser_attach_syntax_extension(parser, extensions.strikethrough.pointer) }
    if options.autolink { cmark_parser_attach_syntax_extension(parser, extensions.autolink.pointer) }
    if options.taskList { cmark_parser_attach_syntax_extension(parser, extensions.tasklist.pointer) }
    return Library.tree(of: source, parser)
  }

  private func refused(_ problem: Limits.Problem, line: Int) -> (Document, [Diagnostic]) {
    (Document(), [problem.diagnostic(at: SourceLocation(file: file, line: line, column: 1))])
  }
}

/// Calls `body` with `\n` for every `\r\n` and `\r`; without a copy if there is none.
private func withUnixLineEnds<T>(_ source: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> T) -> T {
  guard let base = source.baseAddress, memchr(base, 13, source.count) != nil else { return body(source) }
  var unix: [UInt8] = []
  unix.reserveCapacity(source.count)
  for (i, byte) in source.enumerated() {
    if byte != 13 {
      unix.append(byte)
    } else if i + 1 >= source.count || source[i + 1] != 10 {
      unix.append(10)
    }
  }
  return unix.withUnsafeBufferPointer(body)
}
