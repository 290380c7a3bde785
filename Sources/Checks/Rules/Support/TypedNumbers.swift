import Content
import Diagnostics
import Markdown

/// A telephone number that stands in a page instead of in the register.
struct TypedNumber {
  let location: SourceLocation
  /// As it is written.
  let text: String
  /// Services that have it, as indices into the register.
  let lines: [Int]
  /// Whether the bytes at `location` can be replaced by a link, with nothing lost.
  let isReplaceable: Bool
  /// Whether it stands where Markdown is not read, such as in a title.
  let isOutsideMarkdown: Bool

  static func find(in prose: Prose, _ input: CheckInput) -> [TypedNumber] {
    if input.site.data.incomplete.contains("support-lines") { return [] }
    var linked = Set<Int>()
    var found = PhoneNumbers.find(in: prose, input).map { number in
      let block = prose.blocks[prose.block(at: number.range.lowerBound)]
      let location = prose.location(of: number.range, input)
      let link = link(around: number, prose)
      if let link { linked.insert(link) }
      let isText = block.node != nil && block.kind != .alternative && prose.page != nil
      return TypedNumber(
        location: location, text: prose.string(number.range), lines: input.phoneRegister.lines(with: number.digits),
        isReplaceable: isText && link == nil && location.length == number.range.count, isOutsideMarkdown: !isText)
    }
    guard let page = prose.page else { return found }
    let document = prose.document
    for link in document.links {
      let destination = document.bytes(link.destination)
      // The colon first: most links lead to pages.
      guard destination.count > 4, destination[destination.startIndex + 3] == UInt8(ascii: ":"),
        destination.starts(with: "tel:".utf8) || destination.starts(with: "sms:".utf8),
        !linked.contains(Int(link.node))
      else { continue }
      let text = String(decoding: destination.dropFirst(4), as: UTF8.self)
      found.append(
        TypedNumber(
          location: page.location(of: Int(link.node)), text: text,
          lines: input.phoneRegister.lines(with: Keypad.digits(text, letters: false)), isReplaceable: false,
          isOutsideMarkdown: false))
    }
    return found
  }

  /// The link in whose words a number stands.
  private static func link(around number: PhoneNumber, _ prose: Prose) -> Int? {
    guard let text = prose.node(at: number.range.lowerBound) else { return nil }
    let nodes = prose.document.nodes
    return prose.document.links.lazy.map { Int($0.node) }.first { $0 < text && text < Int(nodes[$0].end) }
  }
}
