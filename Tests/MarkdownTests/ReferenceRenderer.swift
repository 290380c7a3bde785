import CCMarkGFM
import Foundation
import Markdown

/// What the C library's own program would print, to hold our writer to.
enum ReferenceRenderer {
  static func html(_ source: [UInt8], _ parsing: Parser.Options, _ writing: HTMLWriter.Options = .init()) -> String {
    cmark_gfm_core_extensions_ensure_registered()
    var options = CMARK_OPT_DEFAULT
    if parsing.footnotes { options |= CMARK_OPT_FOOTNOTES }
    if writing.unsafe { options |= CMARK_OPT_UNSAFE }
    let parser = cmark_parser_new(options)
    defer { cmark_parser_free(parser) }
    let wanted = [
      ("table", parsing.table), ("strikethrough", parsing.strikethrough), ("autolink", parsing.autolink),
      ("tasklist", parsing.taskList), ("tagfilter", writing.tagFilter),
    ]
    for (name, isOn) in wanted where isOn {
      cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name))
    }
    let root = finished(parser, source)
    defer { cmark_node_free(root) }
    guard
      let html = cmark_render_html_with_mem(
        root, options, cmark_parser_get_syntax_extensions(parser), cmark_get_default_mem_allocator())
    else { return "" }
    defer { free(html) }
    return String(cString: html)
  }

  /// The bytes that an entity such as `&auml;` stands for; nil if it is none.
  static func decoded(entity: some Collection<UInt8>) -> [UInt8]? {
    let parser = cmark_parser_new(CMARK_OPT_DEFAULT)
    defer { cmark_parser_free(parser) }
    let root = finished(parser, Array(entity))
    defer { cmark_node_free(root) }
    guard let text = cmark_node_first_child(cmark_node_first_child(root)), let literal = cmark_node_get_literal(text)
    else { return nil }
    let found = Array(String(cString: literal).utf8)
    return found.elementsEqual(entity) ? nil : found
  }

  /// Feed and finish share a table with every other parser of the process.
  private static func finished(_ parser: OpaquePointer?, _ source: [UInt8]) -> OpaquePointer? {
    let address = UInt(bitPattern: parser)
    let root = Library.lock.withLock { _ -> UInt in
      let parser = OpaquePointer(bitPattern: address)
      source.withUnsafeBufferPointer { bytes in
        bytes.withMemoryRebound(to: CChar.self) { cmark_parser_feed(parser, $0.baseAddress, $0.count) }
      }
      return UInt(bitPattern: cmark_parser_finish(parser))
    }
    return OpaquePointer(bitPattern: root)
  }
}
