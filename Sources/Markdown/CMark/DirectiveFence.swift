import CCMarkGFM

/// Teaches cmark's block parser that a line `:::…` is a block of its own.
///
/// cmark itself decides where such a line may start a block, so a fence inside code, in a lazy paragraph or deep in a
/// list is read as the specification's other blocks are. Each fence becomes a leaf; `Directives` pairs them later.
/// The extension adds no inline characters, so it takes no part in the race that `Library.lock` guards.
enum DirectiveFence {
  static func register() -> Library.Reference {
    precondition(nodeType != CMARK_NODE_NONE, "no node type left in libcmark-gfm")
    guard let fence = cmark_syntax_extension_new("directives") else {
      preconditionFailure("libcmark-gfm could not make an extension")
    }
    cmark_syntax_extension_set_get_type_string_func(fence) { _, _ in
      UnsafeRawPointer(DirectiveFence.typeString.utf8Start).assumingMemoryBound(to: CChar.self)
    }
    cmark_syntax_extension_set_can_contain_func(fence) { _, _, _ in 0 }
    cmark_syntax_extension_set_open_block_func(fence, open)
    return Library.Reference(fence)
  }

  private static let open: cmark_open_block_func = { fence, indented, parser, parent, input, length in
    guard indented == 0, let input, let parser, let fence else { return nil }
    let first = Int(cmark_parser_get_first_nonspace(parser))
    guard first + 2 < length, input[first] == 58, input[first + 1] == 58, input[first + 2] == 58 else {
      return nil
    }
    guard let node = cmark_parser_add_child(parser, parent, DirectiveFence.nodeType, Int32(first + 1)) else {
      return nil
    }
    cmark_node_set_syntax_extension(node, fence)
    // All but the line's end: cmark wants to see that itself.
    let chars = UnsafeRawPointer(input).assumingMemoryBound(to: CChar.self)
    cmark_parser_advance_offset(parser, chars, length - 1 - cmark_parser_get_offset(parser), 0)
    return node
  }

  private static let typeString: StaticString = "directive_fence"
  /// Numbered once for the process, on first use.
  private static let nodeType = cmark_syntax_extension_add_node(0)
}
