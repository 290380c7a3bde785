/// The tags of one built page as flat arrays, made once for all rules.
///
/// Cuts bytes as a browser does (HTML, 13.2.5) as far as a page can tell the difference: tags, attributes with and
/// without quotes, comments, and elements whose content is text. Copies nothing: everything is a range of the page's
/// bytes.
///
/// A class, so that a rule that takes it from a file counts one reference instead of one for each array.
final class HTMLScan: Sendable {
  struct Tag: Sendable {
    enum Kind: Sendable { case start, end, comment }

    var kind: Kind
    var element: HTMLElement
    /// Written as `<x/>`, which counts inside SVG and MathML only.
    var isSelfClosing = false
    /// Stands for a part that was stepped over, which may hold links.
    var isPart = false
    /// From `<` to behind `>`.
    var start: Int32
    var end: Int32
    var firstAttribute: Int32
    var attributeEnd: Int32
    /// The innermost element around it, by the index of its start tag; -1 outside of all.
    var parent: Int32 = -1
    /// Of a start tag: the index of the tag that ends its content, or the number of tags; its own index if it has none.
    var close: Int32 = -1
    var nameEnd: Int32
  }

  struct Attribute: Sendable {
    var name: HTMLAttributeName
    var start: Int32
    var nameEnd: Int32
    /// Without quotes; empty if there is none.
    var valueStart: Int32
    var valueEnd: Int32
    /// With its value and quotes.
    var end: Int32
  }

  let tags: [Tag]
  let attributes: [Attribute]
  /// What browsers repair in the nesting of elements.
  let mistakes: [HTMLNesting.Mistake]
  let ids: HTMLIDs
  /// Indices of the start tags that rules look at one by one. Left out are those that nothing can be wrong with but their
  /// place: plain elements with plain attributes, which nearly all are.
  let special: [Int32]
  /// Indices of the attributes of plain links that lead to a place on the same page.
  let jumps: [Int32]
  /// Indices of links, buttons and fields that do not begin with words.
  let controls: [Int32]
  let bytes: [UInt8]

  /// - Parameter fragments: parts that many pages have, which were looked at once.
  init(_ bytes: [UInt8], fragments: [HTMLFragment] = []) {
    var tags: [Tag] = []
    var attributes: [Attribute] = []
    (special, jumps, controls, mistakes) = bytes.withUnsafeBufferPointer { buffer in
      // Longer ones are not read.
      guard buffer.count < Int32.max else { return ([], [], [], []) }
      var scanner = HTMLScanner(bytes: buffer, fragments: fragments)
      let rest = max(0, buffer.count - scanner.known)
      tags.reserveCapacity(rest / 16)
      attributes.reserveCapacity(rest / 32)
      scanner.scan(&tags, &attributes)
      return (scanner.special, scanner.jumps, scanner.controls, HTMLNesting.link(&tags, buffer))
    }
    ids = HTMLIDs(attributes, bytes)
    (self.tags, self.attributes, self.bytes) = (tags, attributes, bytes)
  }
}
