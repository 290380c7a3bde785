import NIOHTTP1

/// What becomes of a request.
enum Outcome: Sendable {
  case answer(Answer)
  /// The events of one open page, which never end.
  case events(OpenPage)
}

/// A page that is open in a browser.
struct OpenPage: Sendable {
  /// Its path, as the browser knows it.
  var target: RequestTarget
  /// The name of the bytes that it shows.
  var bytes: String
}

extension ServedSite {
  func outcome(of request: Request) -> Outcome {
    switch destination(of: request.target) {
    case .file(let path, let maker): .answer(file(path, maker, request))
    case .redirect(let status, let location): .answer(redirect(status, to: location))
    case .script: .answer(own(PackageResources.preview_js, "text/javascript; charset=utf-8", request))
    case .style: .answer(own(PackageResources.preview_css, "text/css; charset=utf-8", request))
    case .listing: .answer(ownPage(ListingPage.render(site), .ok, request))
    case .events: events(request)
    case .nothing: .answer(notFound(request))
    }
  }

  private func file(_ path: String, _ maker: PreviewSite.Maker, _ request: Request) -> Answer {
    guard let bytes = maker() else { return ownPage(PlainPage.broken, .internalServerError, request) }
    var file = Representation(
      bytes: bytes, type: MediaType.of(path: path), fields: headers.fields(for: request.target.path))
    if MediaType.isHTML(file.type) { file.adapt(to: request) }
    return file.answer(to: request)
  }

  private func notFound(_ request: Request) -> Answer {
    guard let bytes = notFoundPage?() else { return ownPage(notFoundBytes, .notFound, request) }
    var page = Representation(
      status: .notFound, bytes: bytes, type: MediaType.of(path: "404.html"),
      fields: headers.fields(for: request.target.path))
    page.adapt(to: request)
    return page.answer(to: request)
  }

  /// Browsers remember permanent redirects for ever if nobody tells them not to, also when the preview shows another site.
  private func redirect(_ status: HTTPResponseStatus, to location: String) -> Answer {
    Answer(status: status, headers: HTTPHeaders([("Location", location), ("Cache-Control", "no-cache")]))
  }

  private func own(_ bytes: [UInt8], _ type: String, _ request: Request) -> Answer {
    Representation(bytes: bytes, type: type, fields: Self.ownFields).answer(to: request)
  }

  private func ownPage(_ bytes: [UInt8], _ status: HTTPResponseStatus, _ request: Request) -> Answer {
    let policy = ContentPolicy.ofOwnPage(ContentPolicy.Addresses(request.authority))
    var page = Representation(
      status: status, bytes: bytes, type: "text/html; charset=utf-8",
      fields: Self.ownFields + [("Content-Security-Policy", policy)])
    page.adapt(to: request)
    return page.answer(to: request)
  }

  private func events(_ request: Request) -> Outcome {
    guard request.mayStream else { return .answer(Refusal.version.answer) }
    if request.isHead { return .answer(Refusal(.methodNotAllowed, "Events are read with GET.").answer) }
    guard let page = request.target.field("page").flatMap(RequestTarget.init), page.authority == nil else {
      return .answer(Refusal(.badRequest, "Events belong to a page: add ?page= and its path.").answer)
    }
    return .events(OpenPage(target: page, bytes: request.target.field("bytes") ?? ""))
  }

  /// Of what is the preview's own: nothing of another site may use it.
  private static let ownFields = [
    (name: "Cache-Control", value: "no-cache"), (name: "X-Content-Type-Options", value: "nosniff"),
    (name: "Referrer-Policy", value: "no-referrer"), (name: "Cross-Origin-Resource-Policy", value: "same-origin"),
  ]
}
