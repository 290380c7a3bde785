import Compression
import NIOHTTP1

/// What an address holds, before it is known how much of it, and in which coding, is to be sent.
struct Representation {
  var status: HTTPResponseStatus
  var bytes: [UInt8]
  private(set) var headers: HTTPHeaders
  /// What the choice of these bytes depends on.
  private var vary: [String] = []

  /// - Parameter fields: what is to be sent with it, which counts more than `type`.
  init(
    status: HTTPResponseStatus = .ok, bytes: [UInt8], type: String, fields: [(name: String, value: String)]
  ) {
    self.status = status
    self.bytes = bytes
    headers = HTTPHeaders(fields.map { ($0.name, $0.value) })
    if !headers.contains(name: "Content-Type") { headers.add(name: "Content-Type", value: type) }
    // A preview is never stale, unless the site says that it may be.
    if !headers.contains(name: "Cache-Control") { headers.add(name: "Cache-Control", value: "no-cache") }
  }

  var type: String { headers.first(name: "Content-Type") ?? "" }

  /// The variant of a page that the request asks for.
  mutating func adapt(to request: Request) {
    vary.append("Accept")
    guard Weights.namesHTML(request.list("accept")) else { return }
    let page = BrowserPage(bytes, address: Self.pageAddress(request.target))
    bytes = page.bytes
    let addresses = ContentPolicy.Addresses(request.authority)
    let policies = headers["Content-Security-Policy"] + page.policies
    headers.remove(name: "Content-Security-Policy")
    for policy in policies {
      headers.add(name: "Content-Security-Policy", value: ContentPolicy.extended(policy, by: addresses))
    }
  }

  func answer(to request: Request) -> Answer {
    var answer = Answer(status: status, headers: headers, body: bytes)
    let isText = MediaType.isText(type)
    let field = request.isHead ? nil : request.list("range")
    // Parts are parts of the bytes as they are.
    let isPacked = isText && field == nil && !bytes.isEmpty && Weights.allowGzip(request.list("accept-encoding"))
    let vary = headers["Vary"] + vary + (isText ? ["Accept-Encoding"] : [])
    if !vary.isEmpty { answer.headers.replaceOrAdd(name: "Vary", value: vary.joined(separator: ", ")) }
    guard status == .ok else {
      if isPacked { pack(&answer) }
      return answer
    }

    // Policies belong to a page as its bytes do: a browser that is told "as before" would keep the old ones.
    let seal = MediaType.isHTML(type) ? Array(headers["Content-Security-Policy"].joined(separator: "\n").utf8) : []
    let tag = EntityTag(value: EntityTag(of: seal.isEmpty ? bytes : bytes + seal).value + (isPacked ? "-gzip" : ""))
    answer.headers.add(name: "ETag", value: tag.text)
    answer.headers.add(name: "Accept-Ranges", value: "bytes")
    switch Preconditions.outcome(
      ifMatch: request.list("if-match"), ifNoneMatch: request.list("if-none-match"), tag: tag)
    {
    case .failed:
      return Answer(status: .preconditionFailed, headers: answer.headers)
    case .notModified:
      return Answer(status: .notModified, headers: answer.headers)
    case .met:
      break
    }
    if isPacked {
      pack(&answer)
    } else if request.list("if-range").map({ EntityTag.list($0).first?.matchesStrongly(tag) == true }) ?? true {
      cut(&answer, to: ByteRange.wanted(field, of: bytes.count))
    }
    return answer
  }

  private func pack(_ answer: inout Answer) {
    guard let packed = Gzip.compress(bytes, level: 6) else { return }
    answer.body = packed
    answer.part = 0..<packed.count
    answer.headers.add(name: "Content-Encoding", value: "gzip")
  }

  private func cut(_ answer: inout Answer, to range: ByteRange) {
    switch range {
    case .whole: break
    case .part(let part):
      answer.status = .partialContent
      answer.part = part
      answer.headers.add(
        name: "Content-Range", value: "bytes \(part.lowerBound)-\(part.upperBound - 1)/\(bytes.count)")
    case .unsatisfiable:
      answer.status = .rangeNotSatisfiable
      answer.part = 0..<0
      answer.headers.add(name: "Content-Range", value: "bytes */\(bytes.count)")
    }
  }

  /// The path of the page, whether or not its file was named.
  private static func pageAddress(_ target: RequestTarget) -> String {
    target.rawPath.hasSuffix("/index.html") ? String(target.rawPath.dropLast("index.html".count)) : target.rawPath
  }
}
