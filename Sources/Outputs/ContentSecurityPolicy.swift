import Hashing

/// The Content-Security-Policy (W3C CSP Level 3) of every page: nothing but what the site's own files need.
enum ContentSecurityPolicy {
  /// - Parameters:
  ///   - assets: paths in `templates/assets/`.
  ///   - style: the style sheet that stands in pages; empty if there is none.
  static func policy(assets: [String], style: [UInt8] = []) -> String {
    var directives = ["default-src 'none'", "img-src 'self'"]
    let kinds: [(endings: [String], directive: String, text: [UInt8])] = [
      ([".css"], "style-src", style), ([".js"], "script-src", []),
      ([".woff2", ".woff", ".ttf", ".otf"], "font-src", []),
    ]
    for (endings, directive, text) in kinds {
      let hasFile = assets.contains { path in endings.contains { path.hasSuffix($0) } }
      let sources = (hasFile ? ["'self'"] : []) + (text.isEmpty ? [] : [SHA256.policySource(text)])
      if !sources.isEmpty { directives.append("\(directive) \(sources.joined(separator: " "))") }
    }
    return (directives + ["base-uri 'none'", "form-action 'none'"]).joined(separator: "; ")
  }
}
