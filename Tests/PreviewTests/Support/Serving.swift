@testable import Preview

/// Runs a server on any free port for as long as the test needs it.
func withServer(
  _ site: PreviewSite, limits: PreviewServer.Limits = PreviewServer.Limits(),
  _ body: (PreviewServer) async throws -> Void
) async throws {
  var options = PreviewServer.Options(port: 0)
  options.limits = limits
  let server = try await PreviewServer.start(options, showing: site)
  do {
    try await body(server)
  } catch {
    await server.stop()
    throw error
  }
  await server.stop()
}

extension PreviewServer {
  var authority: String { "127.0.0.1:\(port)" }

  /// A request that anybody may send.
  func honest(_ target: String = "/", method: String = "GET", _ lines: String...) -> String {
    "\(method) \(target) HTTP/1.1\r\n" + (["Host: \(authority)"] + lines).map { $0 + "\r\n" }.joined() + "\r\n"
  }

  /// Whether such a request is answered, on a connection of its own.
  func answersHonestly() throws -> Bool {
    let wire = try Wire(port: port)
    wire.send(honest())
    return wire.reply()?.status == 200
  }
}
