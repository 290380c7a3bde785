import Diagnostics
import Markdown

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Reads one page.
///
/// In: the bytes of one Markdown file. Out: the page, and everything that is wrong with it. Looks at no other file, so
/// pages may be read in parallel and kept between builds.
package struct PageParser: Sendable {
  private let fields: [String: Settings.FieldKind]

  package init(settings: Settings) { fields = settings.fields }

  /// - Parameter path: the file's path from the project's root.
  /// - Returns: a page in any case: one that cannot be read is empty, so that links to it are not reported as well.
  package func parse(_ bytes: [UInt8], path: String) -> (ParsedPage, [Diagnostic]) {
    let empty = ParsedPage.unread(path)
    let whole = SourceLocation(file: path)
    if bytes.allSatisfy(\.isWhiteSpace) {
      return (
        empty, [Diagnostic("content/empty", at: whole, "the file is empty", help: "write the page, or delete the file")]
      )
    }
    if bytes.count > Parser.sizeLimit { return (empty, Parser(file: path).parse(bytes[...]).1) }
    if let problem = bytes.withUnsafeBufferPointer({ textProblem($0, path) }) { return (empty, [problem]) }

    var problems: [Diagnostic] = []
    guard let (yaml, body, lines) = split(bytes, path, &problems) else { return (empty, problems) }
    let plain = PlainFrontMatter.read(yaml, file: path, lineOffset: 1)
    let (node, found) = plain.map { ($0, []) } ?? YAML.read(yaml, file: path, lineOffset: 1)
    problems += found
    let frontMatter = FrontMatterReader(path: path, extra: fields).read(node, &problems)
    let (document, more) = Parser(file: path).parse(body, lineOffset: lines)
    problems += more
    return (
      ParsedPage(
        path: path, frontMatter: frontMatter, document: document, bodyOffset: body.startIndex,
        suppressions: suppressions(yaml, path, lines) + document.suppressions), problems
    )
  }

  /// Comments in the front matter speak of all of it, and so of the page as a whole.
  private func suppressions(_ yaml: ArraySlice<UInt8>, _ path: String, _ lines: Int) -> [Suppression] {
    guard yaml.contains(UInt8(ascii: "#")) else { return [] }
    return Suppression.read(Array(yaml), file: path, lineOffset: 1).map { suppression in
      var whole = suppression
      whole.lines = 1...lines
      return whole
    }
  }

  /// Bytes that no editor can see and that change what a file means.
  private func textProblem(_ bytes: UnsafeBufferPointer<UInt8>, _ path: String) -> Diagnostic? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      return Diagnostic(
        "content/byte-order-mark", at: SourceLocation(file: path, line: 1, column: 1),
        "the file starts with an invisible byte-order mark", help: "save it as UTF-8 without BOM")
    }
    if !bytes.isASCII, let problem = bytes.encodingProblem(file: path) { return problem }
    if let nul = offset(of: 0, in: bytes) {
      return Diagnostic(
        "data/encoding", at: place(of: nul, in: bytes, path), "the file holds a NUL byte, so it is no text",
        help: "save it as plain text in UTF-8")
    }
    if let carriageReturn = offset(of: 13, in: bytes) {
      return Diagnostic(
        "content/line-ends", at: place(of: carriageReturn, in: bytes, path),
        "lines end as on Windows (CR LF), which would make two builds differ",
        help: "save the file with Unix line ends (LF); most editors show this in their status bar")
    }
    return nil
  }

  /// `memchr`, which looks at 32 bytes at a time.
  private func offset(of byte: Int32, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let base = bytes.baseAddress, let found = memchr(base, byte, bytes.count) else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  private func place(of offset: Int, in bytes: UnsafeBufferPointer<UInt8>, _ path: String) -> SourceLocation {
    let before = bytes[..<offset]
    let start = before.lastIndex(of: 10).map { $0 + 1 } ?? 0
    return SourceLocation(file: path, line: before.count { $0 == 10 } + 1, column: offset - start + 1, length: 1)
  }

  /// Cuts a file into front matter and text.
  ///
  /// - Returns: both, and the number of lines before the text.
  private func split(
    _ bytes: [UInt8], _ path: String, _ problems: inout [Diagnostic]
  ) -> (yaml: ArraySlice<UInt8>, body: ArraySlice<UInt8>, lines: Int)? {
    let first = bytes.prefix { $0 != 10 }
    guard isMark(first), first.count < bytes.count else {
      problems.append(
        Diagnostic(
          "content/no-front-matter", at: SourceLocation(file: path, line: 1, column: 1), "the page has no front matter",
          help: "start it with three lines: '---', 'title: …', '---'"))
      return nil
    }
    var start = first.count + 1
    var line = 2
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 10) ?? bytes.count
      if isMark(bytes[start..<end]) {
        return (bytes[(first.count + 1)..<start], bytes[min(end + 1, bytes.count)...], line)
      }
      start = end + 1
      line += 1
    }
    problems.append(
      Diagnostic(
        "content/unclosed-front-matter", at: SourceLocation(file: path, line: 1, column: 1, length: 3),
        "the front matter is not closed", help: "add a line '---' after its last key"))
    return nil
  }

  /// Whether a line is `---`. Spaces after it do no harm: no editor shows them.
  private func isMark(_ line: ArraySlice<UInt8>) -> Bool {
    line.starts(with: "---".utf8) && line.dropFirst(3).allSatisfy { $0 == 32 || $0 == 9 }
  }
}

extension UInt8 {
  fileprivate var isWhiteSpace: Bool { self == 32 || (self >= 9 && self <= 13) }
}
