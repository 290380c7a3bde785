/// An answer as it came.
struct Reply {
  var status: Int
  /// Names in lower case.
  var fields: [(name: String, value: String)]
  var body: [UInt8]

  subscript(_ name: String) -> String? {
    let values = fields.filter { $0.name == name }.map(\.value)
    return values.isEmpty ? nil : values.joined(separator: ", ")
  }

  var text: String { String(decoding: body, as: UTF8.self) }
}

extension Wire {
  /// The next answer, of a request whose answer has a body unless said otherwise. nil if the connection ends first.
  ///
  /// - Parameter rest: bytes that were read beyond the answer before, and are beyond this one.
  func reply(isHead: Bool = false, rest: inout [UInt8]) -> Reply? {
    guard let all = read(until: "\r\n\r\n", after: rest), let end = all.firstRange(of: Array("\r\n\r\n".utf8)) else {
      return nil
    }
    let lines = String(decoding: all[..<end.lowerBound], as: UTF8.self).split(separator: "\r\n")
    guard let status = lines.first?.split(separator: " ").dropFirst().first.flatMap({ Int($0) }) else { return nil }
    let fields = lines.dropFirst().map { line in
      let parts = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      return (name: parts[0].lowercased(), value: String(parts[1].drop { $0 == " " }))
    }
    var reply = Reply(status: status, fields: fields, body: [])
    var body = Array(all[end.upperBound...])
    let length = isHead || status == 304 ? 0 : reply["content-length"].flatMap { Int($0) } ?? 0
    while body.count < length {
      guard let bytes = read(), !bytes.isEmpty else { return nil }
      body += bytes
    }
    rest = Array(body[length...])
    reply.body = Array(body[..<length])
    return reply
  }

  func reply(isHead: Bool = false) -> Reply? {
    var rest: [UInt8] = []
    return reply(isHead: isHead, rest: &rest)
  }
}
