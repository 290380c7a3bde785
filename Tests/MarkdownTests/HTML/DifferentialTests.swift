import Markdown
import Testing

/// Our writer against the C library's own renderer, byte for byte.
struct DifferentialTests {
  @Test func everyExampleOfTheSpecificationRendersByteForByte() throws {
    guard let examples = try SpecExample.all() else {
      print("conformance/gfm: not present, skipped")
      return
    }
    for example in examples {
      let place = "\(example.file).txt:\(example.line)"
      let made = html(example.markdown, example.parsing, example.writing)
      #expect(made == ReferenceRenderer.html(example.markdown, example.parsing, example.writing), "\(place)")
      if example.isPrintedByThisVersion { #expect(made == example.html, "\(place)") }
      expectSame(example.markdown, "\(place), all extensions")
    }
    #expect(examples.count > 700)
    print("conformance/gfm: \(examples.count) examples run")
  }

  @Test func everyConstructRendersAsTheLibraryDoes() {
    for text in ConstructDocuments.all {
      expectSame(Array(text.utf8), "as it is")
      expectSame(Array(text.utf8.dropLast()), "without its last newline")
    }
  }

  @Test(arguments: 1...4)
  func generatedDocumentsRenderAsTheLibraryDoes(_ seed: UInt64) {
    var generator = MarkdownGenerator(seed: seed)
    // The library counts references inside footnotes that it drops, and links back to nowhere; we do not.
    let sources = (0..<800).map { _ in generator.document() }.filter { !Parsed($0).leavesFootnotesOut }
    let wrong = sources.filter { difference($0) != nil }
    #expect(sources.count > 500)
    guard let first = wrong.first else { return }
    expectSame(
      smallest(first) { difference($0) != nil && !Parsed($0).leavesFootnotesOut },
      "\(wrong.count) documents differ, such as")
  }

  private func expectSame(_ source: [UInt8], _ name: String) {
    guard let (made, wanted) = difference(source) else { return }
    Issue.record("\(name)\n\(String(decoding: source, as: UTF8.self))\n--- ours\n\(made)\n--- theirs\n\(wanted)")
  }

  /// What we and the library write where that is not the same: safe, unsafe, and with the tag filter.
  private func difference(_ source: [UInt8]) -> (ours: String, theirs: String)? {
    for (unsafe, filter) in [(false, false), (true, false), (true, true)] {
      let writing = HTMLWriter.Options(unsafe: unsafe, tagFilter: filter)
      let made = html(source, .gitHub, writing)
      let wanted = ReferenceRenderer.html(source, .gitHub, writing)
      if made != wanted { return (made, wanted) }
    }
    return nil
  }

  private func html(_ source: [UInt8], _ parsing: Parser.Options, _ writing: HTMLWriter.Options) -> String {
    let (document, diagnostics) = Parser(file: "page.md", options: parsing).parse(source[...])
    #expect(diagnostics.isEmpty)
    var out: [UInt8] = []
    HTMLWriter.write(document, options: writing, to: &out)
    return String(decoding: out, as: UTF8.self)
  }
}
