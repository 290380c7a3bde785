/// What a template may ask for: typed, so that a template cannot reach into anything else.
///
/// The Mustache specification leaves truth to the host language except for lists, `false` and null. Here these are
/// falsey: `absent`, `flag(false)`, `number(0)`, empty text, empty HTML and the empty list. Every object is truthy.
package enum Value: Sendable {
  /// A known key without a value: falsey, prints nothing. A key that no object has is diagnosed instead.
  case absent
  /// Prints `true` or `false`.
  case flag(Bool)
  case number(Int)
  /// Escaped by `{{name}}`, printed as it is by `{{{name}}}` and `{{&name}}`.
  case text(String)
  /// HTML in UTF-8, never escaped.
  case html([UInt8])
  case list([Value])
  case object(Object)
  /// Computed each time a template asks for it, so that values no template uses cost nothing.
  case deferred(@Sendable () -> Value)

  package static func object(_ keys: [String: Value]) -> Value { .object(Object(keys)) }

  /// The value itself, never `deferred`. A chain of more than 16 deferred values counts as `absent`, since it may
  /// have no end.
  var forced: Value {
    guard case .deferred(let make) = self else { return self }
    var value = make()
    for _ in 0..<16 {
      guard case .deferred(let make) = value else { return value }
      value = make()
    }
    return .absent
  }

  /// Whether a section over this value is rendered. Deferred values are forced before anyone asks.
  var isTruthy: Bool {
    switch self {
    case .absent, .deferred: false
    case .flag(let flag): flag
    case .number(let number): number != 0
    case .text(let text): !text.isEmpty
    case .html(let bytes): !bytes.isEmpty
    case .list(let items): !items.isEmpty
    case .object: true
    }
  }

  /// "a list", "text": for sentences in diagnostics.
  var description: String {
    switch self {
    case .absent: "nothing"
    case .flag: "a yes-or-no value"
    case .number: "a number"
    case .text: "text"
    case .html: "HTML"
    case .list: "a list"
    case .object: "a group of values"
    case .deferred: "a value"
    }
  }
}

extension Value: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  package init(stringLiteral value: String) { self = .text(value) }
  package init(booleanLiteral value: Bool) { self = .flag(value) }
  package init(integerLiteral value: Int) { self = .number(value) }
  package init(arrayLiteral elements: Value...) { self = .list(elements) }
  package init(dictionaryLiteral elements: (String, Value)...) {
    var object = Object()
    for (key, value) in elements { object[key] = value }
    self = .object(object)
  }
}
