import NIOHTTP1

@testable import Preview

extension PreviewSite {
  /// A site of texts.
  static func sample(basePath: String = "/", _ files: [String: String], problems: PreviewProblems = PreviewProblems([]))
    -> PreviewSite
  {
    PreviewSite(
      basePath: basePath, files: files.mapValues { text in { Array(text.utf8) } as Maker },
      problems: problems)
  }
}

extension Request {
  /// As it would come from this machine.
  static func sample(
    _ target: String, _ headers: [(String, String)] = [], isHead: Bool = false, host: String = "127.0.0.1:8080"
  ) throws -> Request {
    let head = HTTPRequestHead(
      version: .http1_1, method: isHead ? .HEAD : .GET, uri: target, headers: HTTPHeaders([("Host", host)] + headers))
    return try Request(head, to: OwnHosts(machineName: nil))
  }
}

extension PreviewSite {
  struct NoAnswer: Error {}

  /// What is answered to a request for it.
  func answer(_ target: String, _ headers: [(String, String)] = [], isHead: Bool = false) throws -> Answer {
    let request = try Request.sample(target, headers, isHead: isHead)
    guard case .answer(let answer) = ServedSite(self, generation: 1).outcome(of: request) else { throw NoAnswer() }
    return answer
  }
}

extension Answer {
  subscript(_ name: String) -> String? {
    let values = headers[name]
    return values.isEmpty ? nil : values.joined(separator: " | ")
  }

  var sent: [UInt8] { Array(body[part]) }
  var text: String { String(decoding: sent, as: UTF8.self) }
}

/// What a browser says when somebody opens a page.
let browser = ("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8")

extension PreviewProblems: ExpressibleByArrayLiteral {
  public init(arrayLiteral problems: PreviewProblem...) { self.init(problems) }
}
