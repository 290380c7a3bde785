import Content
import Markdown
import Mustache

extension Value {
  /// The text, or a known key without a value.
  static func optional(_ text: String?) -> Value { text.map(Value.text) ?? .absent }

  /// The list, or a known key without a value if it is empty.
  static func nonEmpty(_ items: [Value]) -> Value { items.isEmpty ? .absent : .list(items) }

  /// Data as it stands in a file: lists hold objects with the key `text`, or objects of their own.
  init(_ node: DataNode) {
    switch node.value {
    case .null: self = .absent
    case .scalar("true", quoted: false), .scalar("True", quoted: false), .scalar("TRUE", quoted: false):
      self = .flag(true)
    case .scalar("false", quoted: false), .scalar("False", quoted: false), .scalar("FALSE", quoted: false):
      self = .flag(false)
    case .scalar(let text, quoted: _): self = .text(text)
    case .sequence(let items):
      self = .list(
        items.map { item in item.scalar.map { ["text": .text($0)] } ?? Value(item) })
    case .mapping(let entries):
      self = .object(Dictionary(entries.map { ($0.key, Value($0.value)) }, uniquingKeysWith: { first, _ in first }))
    }
  }
}

/// The path part of a URL: what may not stand in one is percent-encoded (RFC 3986, section 3.3).
package func urlPath(_ address: String) -> String {
  let plain = address.utf8.allSatisfy { byte in
    (byte | 32 >= 97 && byte | 32 <= 122) || (byte >= 45 && byte <= 57) || byte == UInt8(ascii: "_")
  }
  if plain { return address }
  var encoded: [UInt8] = []
  let hex = Array("0123456789ABCDEF".utf8)
  for byte in address.utf8 {
    if (byte | 32 >= 97 && byte | 32 <= 122) || (byte >= 45 && byte <= 57) || "_~!$()*,;=:@+".utf8.contains(byte) {
      encoded.append(byte)
    } else {
      encoded += [UInt8(ascii: "%"), hex[Int(byte >> 4)], hex[Int(byte & 15)]]
    }
  }
  return String(decoding: encoded, as: UTF8.self)
}
