import CCMarkGFM
import Synchronization

/// What the whole process shares of libcmark-gfm: its registered extensions, its node types, and the lock.
package enum Library {
  /// libcmark-gfm 0.29 edits a process-wide table of special characters in `cmark_parser_finish` while extensions are
  /// attached. Without this lock around feed and finish a third of the pages parsed in parallel come out wrong.
  package static let lock = Mutex<Void>(())

  /// The extensions by name; registered once, since registering races too.
  static let extensions: Extensions = {
    cmark_gfm_core_extensions_ensure_registered()
    return Extensions(
      table: find("table"), strikethrough: find("strikethrough"), autolink: find("autolink"),
      tagfilter: find("tagfilter"), tasklist: find("tasklist"), directives: DirectiveFence.register())
  }()

  struct Extensions: Sendable {
    let table, strikethrough, autolink, tagfilter, tasklist, directives: Reference
  }

  /// A pointer into the registry, which lives as long as the process and is never changed after registration.
  struct Reference: Sendable {
    private let bits: UInt
    init(_ pointer: OpaquePointer) { bits = UInt(bitPattern: pointer) }
    var pointer: OpaquePointer? { OpaquePointer(bitPattern: bits) }
  }

  private static func find(_ name: String) -> Reference {
    guard let found = cmark_find_syntax_extension(name) else {
      preconditionFailure("libcmark-gfm has no extension '\(name)'")
    }
    return Reference(found)
  }

  /// Feeds a parser and finishes it: the only place where that is done, since no two may do it at the same time.
  static func tree(of source: UnsafeBufferPointer<UInt8>, _ parser: OpaquePointer) -> OpaquePointer? {
    // Pointers are not Sendable, so they cross the lock's closure as numbers.
    let number = UInt(bitPattern: parser)
    let root = lock.withLock { _ -> UInt in
      let parser = OpaquePointer(bitPattern: number)
      source.withMemoryRebound(to: CChar.self) { cmark_parser_feed(parser, $0.baseAddress, $0.count) }
      return UInt(bitPattern: cmark_parser_finish(parser))
    }
    return OpaquePointer(bitPattern: root)
  }

  /// Kind by `cmark_node_type`, at `slot(of:)`.
  static let kinds: [Kind?] = {
    var table = [Kind?](repeating: nil, count: 128)
    for (type, kind) in kindsByType() { table[slot(of: type)] = kind }
    return table
  }()

  /// Block types are 0x8000 and up, inline types 0xC000 and up; each counts from 1.
  @inline(__always)
  static func slot(of type: UInt32) -> Int { Int(type & 63) | Int(type & 0x4000) >> 8 }

  /// Types of extensions are numbered when they are registered, so their numbers are read off a document that holds
  /// one of each, by their type strings.
  private static func kindsByType() -> [UInt32: Kind] {
    var kinds: [UInt32: Kind] = [
      CMARK_NODE_DOCUMENT.rawValue: .document, CMARK_NODE_BLOCK_QUOTE.rawValue: .blockQuote,
      CMARK_NODE_LIST.rawValue: .list, CMARK_NODE_ITEM.rawValue: .item, CMARK_NODE_CODE_BLOCK.rawValue: .codeBlock,
      CMARK_NODE_HTML_BLOCK.rawValue: .htmlBlock, CMARK_NODE_PARAGRAPH.rawValue: .paragraph,
      CMARK_NODE_HEADING.rawValue: .heading, CMARK_NODE_THEMATIC_BREAK.rawValue: .thematicBreak,
      CMARK_NODE_FOOTNOTE_DEFINITION.rawValue: .footnoteDefinition, CMARK_NODE_TEXT.rawValue: .text,
      CMARK_NODE_SOFTBREAK.rawValue: .softBreak, CMARK_NODE_LINEBREAK.rawValue: .lineBreak,
      CMARK_NODE_CODE.rawValue: .code, CMARK_NODE_HTML_INLINE.rawValue: .htmlInline,
      CMARK_NODE_EMPH.rawValue: .emphasis, CMARK_NODE_STRONG.rawValue: .strong, CMARK_NODE_LINK.rawValue: .link,
      CMARK_NODE_IMAGE.rawValue: .image, CMARK_NODE_FOOTNOTE_REFERENCE.rawValue: .footnoteReference,
    ]
    let named: [String: Kind] = [
      "table": .table, "table_row": .tableRow, "table_header": .tableRow, "table_cell": .tableCell,
      "strikethrough": .strikethrough, "directive_fence": .directiveFence,
    ]
    for (name, type) in typesOfSample() { if let kind = named[name] { kinds[type] = kind } }
    precondition(Set(named.values).isSubset(of: kinds.values), "a libcmark-gfm extension has another type string")
    return kinds
  }

  private static func typesOfSample() -> [(String, UInt32)] {
    guard let parser = cmark_parser_new(CMARK_OPT_DEFAULT) else { return [] }
    defer { cmark_parser_free(parser) }
    for extended in [extensions.table, extensions.strikethrough, extensions.directives] {
      cmark_parser_attach_syntax_extension(parser, extended.pointer)
    }
    let sample = Array("| ~~a~~ |\n|---|\n| b |\n\n:::x\n".utf8)
    guard let root = sample.withUnsafeBufferPointer({ tree(of: $0, parser) }), let walk = cmark_iter_new(root) else {
      return []
    }
    defer {
      cmark_iter_free(walk)
      cmark_node_free(root)
    }
    var found: [(String, UInt32)] = []
    while cmark_iter_next(walk) != CMARK_EVENT_DONE {
      guard let node = cmark_iter_get_node(walk), let name = cmark_node_get_type_string(node) else { continue }
      found.append((String(cString: name), cmark_node_get_type(node).rawValue))
    }
    return found
  }
}

extension Library {
  /// The version of libcmark-gfm that is linked, such as `0.29.0.gfm.6`.
  package static var version: String { String(cString: cmark_version_string()) }
}
