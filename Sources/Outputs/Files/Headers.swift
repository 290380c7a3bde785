extension Output {
  /// HTTP headers for hosts that read `_headers`, and `.nojekyll` for the one that would leave out `_headers` otherwise.
  static let headers = Output(name: "headers") { rendering in
    let base = rendering.site.settings.baseURL.path
    let text = """
      \(base)*
        Content-Security-Policy: \(rendering.contentSecurityPolicy); frame-ancestors 'none'
        Referrer-Policy: no-referrer
        X-Content-Type-Options: nosniff
        Permissions-Policy: camera=(), geolocation=(), microphone=(), interest-cohort=()
        Cross-Origin-Opener-Policy: same-origin

      \(base)assets/*
        Cache-Control: public, max-age=31536000, immutable

      """ + OfflineCopies.headers(rendering)
    return [OutputTree.File("_headers", bytes: Array(text.utf8)), OutputTree.File(".nojekyll", bytes: [])]
  }
}
