import Content
import Diagnostics
import Markdown

extension Check {
  /// An account or address at which somebody sells.
  static let contactChannel = Check(
    "safety/contact-channel", .error,
    .init(
      finds: "An account on a messenger, or words such as \"DM me\", by which a seller is reached.",
      why: "Sellers slip their accounts into pages. A reader could take them for a service of ours.",
      bad: [
        "content/page.md": "Questions? Telegram: @ketking for more.\n",
        "content/data/words/en/contact-channels.yml": "[telegram]\n",
      ],
      good: [
        "content/page.md": "Text HOME to 85258 to talk to somebody who listens.\n",
        "content/data/words/en/contact-channels.yml": "[telegram]\n",
      ]),
    scope: .prose { prose, input in
      var found = linksToAccounts(prose, input)
      func add(_ words: Range<Int>) {
        let place = prose.location(ofWords: words, input)
        let isInLink = found.contains { link in
          link.location.line == place.line && link.location.column <= place.column
            && place.column < link.location.column + max(1, link.location.length)
        }
        if !isInLink { found.append(account(at: place)) }
      }
      for match in prose.phrases(of: "contact-requests") where !isHarmless(match.words, prose, input) {
        add(match.words)
      }
      for match in prose.matches where match.phrase.list == "contact-hosts" {
        let end = Int(prose.words[match.words.upperBound - 1].start + prose.words[match.words.upperBound - 1].length)
        let isAddress = prose.string(prose.range(ofWords: match.words)).lowercased() == match.phrase.text
        if isAddress, end < prose.text.count, prose.text[end] == UInt8(ascii: "/") { add(match.words) }
      }
      for (list, isSure) in [("contact-channels", true), ("contact-channels-ambiguous", false)] {
        for match in prose.matches(in: list) {
          guard let id = accountName(after: match.words, isSure: isSure, prose, input) else { continue }
          add(match.words.lowerBound..<id.upperBound)
        }
      }
      return found + sellersMail(prose, input)
    })

  private static func account(at place: SourceLocation) -> Finding {
    Finding(
      at: place, "an account by which a seller may be reached",
      help: "delete it; a service that readers can write to belongs into content/data/support-lines.yml")
  }

  private static func linksToAccounts(_ prose: Prose, _ input: CheckInput) -> [Finding] {
    guard let page = prose.page, let hosts = input.words[prose.language]?.entries["contact-hosts"] else { return [] }
    return page.document.links.compactMap { link in
      let bytes = page.document.bytes(link.destination)
      guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")), bytes[colon...].starts(with: "://".utf8) else {
        return nil
      }
      let host = bytes[(colon + 3)...].prefix { $0 != UInt8(ascii: "/") }
      guard hosts.contains(where: { isHost(host, $0.text) }) else { return nil }
      let address = String(decoding: bytes, as: UTF8.self)
      if input.site.data.supportLines.contains(where: { $0.url == address }) { return nil }
      return account(at: page.location(of: Int(link.node)))
    }
  }

  /// Whether a host is the one named, or below it.
  private static func isHost(_ host: ArraySlice<UInt8>, _ name: String) -> Bool {
    let end = host.suffix(name.utf8.count)
    // Letters and dots alike lose nothing that matters by this bit.
    guard end.elementsEqual(name.utf8, by: { $0 | 32 == $1 | 32 }) else { return false }
    return end.startIndex == host.startIndex || host[end.startIndex - 1] == UInt8(ascii: ".")
  }

  /// The words of an account right after the name of a messenger: `@name`, a number to call, `: name`, or letters with
  /// digits. A number of the register of support lines is none, nor is that of a line whose sentence speaks of help.
  private static func accountName(
    after channel: Range<Int>, isSure: Bool, _ prose: Prose, _ input: CheckInput
  ) -> Range<Int>? {
    let sentence = prose.sentence(of: channel.lowerBound)
    let end = min(sentence.upperBound, channel.upperBound + 5)
    var found: Range<Int>?
    for i in channel.upperBound..<end {
      let word = prose.words[i]
      let start = Int(word.start)
      let before = prose.text[start - 1]
      let bytes = prose.text[start..<start + Int(word.length)]
      let digits = bytes.count { $0 >= 48 && $0 <= 57 }
      let isNext = isSure || i == channel.upperBound
      if before == UInt8(ascii: "@") || (isNext && digits > 0 && digits < bytes.count && bytes.count > 5) {
        return prose.has("help-words", in: sentence, input) ? nil : i..<(i + 1)
      }
      if isSure, i == channel.upperBound, prose.byte(afterWord: i - 1) == UInt8(ascii: ":") {
        found = i..<(i + 1)
      }
      if digits == bytes.count {
        let number = numberToCall(from: i, before: sentence.upperBound, prose)
        if number.digits.utf8.count >= 7 {
          return input.phoneNumbers.contains(number.digits) || prose.has("help-words", in: sentence, input)
            ? nil : i..<number.end
        }
      }
    }
    return found.flatMap { prose.has("help-words", in: sentence, input) ? nil : $0 }
  }

  private static func numberToCall(from first: Int, before end: Int, _ prose: Prose) -> (digits: String, end: Int) {
    var digits = ""
    var i = first
    while i < end {
      let word = prose.string(prose.words[i])
      guard word.utf8.allSatisfy({ $0 >= 48 && $0 <= 57 }) else { break }
      digits += word
      i += 1
    }
    return (digits, i)
  }

  /// A mail address such as `orders@…` or one beside words of a shop.
  private static func sellersMail(_ prose: Prose, _ input: CheckInput) -> [Finding] {
    prose.matches(in: "contact-mail").compactMap { match in
      let last = prose.words[match.words.upperBound - 1]
      let end = Int(last.start + last.length)
      guard end < prose.text.count, prose.text[end] == UInt8(ascii: "@"),
        match.words.upperBound < prose.words.count
      else { return nil }
      return account(at: prose.location(ofWords: match.words.lowerBound..<(match.words.upperBound + 1), input))
    }
  }
}
