import NIOHTTP1

/// What is sent back.
struct Answer: Sendable {
  var status: HTTPResponseStatus
  /// Without `Content-Length` and `Connection`, which whoever sends it knows.
  var headers: HTTPHeaders
  var body: [UInt8]
  /// The part of `body` that is meant.
  var part: Range<Int>

  init(status: HTTPResponseStatus, headers: HTTPHeaders, body: [UInt8] = [], part: Range<Int>? = nil) {
    self.status = status
    self.headers = headers
    self.body = body
    self.part = part ?? 0..<body.count
  }
}
