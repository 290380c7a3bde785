/// The Content-Security-Policy (W3C CSP Level 3) of every page: nothing but what the site's own files need.
enum ContentSecurityPolicy {
  /// - Parameter assets: paths in `templates/assets/`.
  static func policy(assets: [String]) -> String {
    var directives = ["default-src 'none'", "img-src 'self'"]
    let kinds: [(endings: [String], directive: String)] = [
      ([".css"], "style-src"), ([".js"], "script-src"), ([".woff2", ".woff", ".ttf", ".otf"], "font-src"),
    ]
    for (endings, directive) in kinds where assets.contains(where: { path in endings.contains { path.hasSuffix($0) } })
    {
      directives.append("\(directive) 'self'")
    }
    return (directives + ["base-uri 'none'", "form-action 'none'"]).joined(separator: "; ")
  }
}
