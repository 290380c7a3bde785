import Hashing

/// Which bytes an answer holds, so that nobody needs to send them twice (RFC 9110, section 8.8.3).
struct EntityTag: Equatable {
  /// Between the quotation marks.
  var value: String
  var isWeak = false

  var text: String { (isWeak ? "W/" : "") + "\"\(value)\"" }

  /// Strong: other bytes have another one.
  init(of bytes: [UInt8]) { value = String(SHA256.hex(bytes).prefix(32)) }

  init(value: String, isWeak: Bool = false) {
    self.value = value
    self.isWeak = isWeak
  }

  func matchesStrongly(_ other: EntityTag) -> Bool { !isWeak && !other.isWeak && value == other.value }
  func matchesWeakly(_ other: EntityTag) -> Bool { value == other.value }

  /// The members of a list, as far as it is one. Commas may stand in a tag.
  static func list(_ field: String) -> [EntityTag] {
    var tags: [EntityTag] = []
    var rest = field[...]
    while true {
      rest = rest.drop { $0 == " " || $0 == "\t" || $0 == "," }
      let isWeak = rest.hasPrefix("W/")
      if isWeak { rest = rest.dropFirst(2) }
      guard rest.first == "\"", let end = rest.dropFirst().firstIndex(of: "\"") else { return tags }
      tags.append(EntityTag(value: String(rest[rest.index(after: rest.startIndex)..<end]), isWeak: isWeak))
      rest = rest[rest.index(after: end)...]
    }
  }
}

/// What must be so for a request to be answered in full (RFC 9110, section 13). Nothing here has a date of change, so what
/// asks for one is passed over, as section 13.1 demands.
enum Preconditions {
  enum Outcome { case met, notModified, failed }

  static func outcome(ifMatch: String?, ifNoneMatch: String?, tag: EntityTag) -> Outcome {
    if let ifMatch, !isAny(ifMatch), !EntityTag.list(ifMatch).contains(where: tag.matchesStrongly) { return .failed }
    if let ifNoneMatch, isAny(ifNoneMatch) || EntityTag.list(ifNoneMatch).contains(where: tag.matchesWeakly) {
      return .notModified
    }
    return .met
  }

  private static func isAny(_ field: String) -> Bool { field.filter { $0 != " " && $0 != "\t" } == "*" }
}
