import Content
import Diagnostics
import Hashing

extension Check {
  /// A page whose Content-Security-Policy is missing, lets too much in, or stops what the page needs.
  static let policyMismatch = Check(
    "output/policy-mismatch", .error,
    .init(
      finds:
        """
        A page whose security policy (`Content-Security-Policy`) is missing, weaker than `default-src 'none'`, or forbids a \
        file that the page uses.
        """,
      why:
        """
        The policy keeps strangers' code away from readers even if something slips into a page. One that forbids the page's \
        own style sheet leaves a page without its looks.
        """,
      bad: [
        "public/index.html": """
        <!doctype html><html lang="en"><head>
        <link rel="stylesheet" href="/style.css"><title>Help</title></head><body></body></html>
        """
      ],
      good: [
        "public/index.html": """
        <!doctype html><html lang="en"><head>
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'">
        <link rel="stylesheet" href="/style.css"><title>Help</title></head><body></body></html>
        """
      ]),
    scope: .output { file, input in
      guard let html = file.html, html.isPage else { return [] }
      guard let policy = file.policy else {
        guard let place = html.first(.head) ?? html.first(.html) ?? html.tags.first else { return [] }
        return [
          Finding(
            at: file.location(place), "this page has no Content-Security-Policy",
            help: "add <meta http-equiv=\"Content-Security-Policy\" content=\"{{csp}}\"> to the layout's <head>",
            severity: .warning)
        ]
      }
      var found = policy.laxities.map { laxity in
        Finding(
          at: file.location(policy.content), "the policy lets in too much with \(laxity.source) in \(laxity.directive)",
          help: "write {{csp}}, which allows what the site's own files need")
      }
      if policy.list("default-src") != ["'none'"] {
        found.append(
          Finding(
            at: file.location(policy.content), "the policy does not begin with default-src 'none'",
            help: "write {{csp}} as its content"))
      }
      return found + PolicyNeeds(file, html, policy, input.site.settings.baseURL.origin).find()
    })
}

/// What the files that a page uses need of its policy.
private struct PolicyNeeds {
  let file: BuiltFile
  let html: HTMLScan
  let policy: PagePolicy
  let origin: String

  init(_ file: BuiltFile, _ html: HTMLScan, _ policy: PagePolicy, _ origin: String) {
    (self.file, self.html, self.policy, self.origin) = (file, html, policy, origin)
  }

  func find() -> [Finding] {
    var found: [Finding] = []
    html.eachSpecial { i, tag in
      if i < policy.tag, tag.element == .link || tag.element == .script || tag.element == .style {
        let isAlternate = html.isWord(html.attribute(.rel, of: tag), "canonical")
        if !isAlternate {
          found.append(
            Finding(
              at: file.location(tag), "this stands before the policy, which then does not count for it",
              help: "move the policy up to just behind <meta charset>"))
        }
      }
      if tag.element == .style, !allows(textOf: tag) {
        found.append(
          Finding(
            at: file.location(tag), "the policy forbids these styles in the page itself",
            help: "put them into a style sheet in templates/assets/, or into critical.css there for {{{critical}}}"))
      }
      for (name, directive) in Self.needs(tag, html) {
        guard let attribute = html.attribute(name, of: tag) else { continue }
        let value = html.value(attribute)
        let addresses = name == .srcset ? WebAddress.candidates(value) : [value]
        for address in addresses where !policy.allows(address, directive, origin: origin) {
          found.append(
            Finding(
              at: file.location(attribute), "the policy has no \(directive) for this, so browsers do not load it",
              help: "remove it, or let the policy allow it"))
          break
        }
      }
    }
    return found
  }

  /// Whether the policy allows a `style` element with this text (CSP Level 3, section 6.7.2.3).
  private func allows(textOf tag: HTMLScan.Tag) -> Bool {
    let sources = policy.list("style-src") ?? policy.list("default-src") ?? []
    if policy.allows("'unsafe-inline'", "style-src") || sources.contains(where: { $0.hasPrefix("'nonce-") }) {
      return true
    }
    guard sources.contains(where: { $0.hasPrefix("'sha") }) else { return false }
    let end = Int(tag.close) < html.tags.count ? Int(html.tags[Int(tag.close)].start) : html.bytes.count
    return sources.contains(SHA256.policySource(Array(html.bytes[Int(tag.end)..<end])))
  }

  private static func needs(_ tag: HTMLScan.Tag, _ html: HTMLScan) -> [(HTMLAttributeName, String)] {
    switch tag.element {
    case .script: [(.src, "script-src")]
    case .img: [(.src, "img-src"), (.srcset, "img-src")]
    case .input: html.isWord(html.attribute(.type, of: tag), "image") ? [(.src, "img-src")] : []
    case .source:
      tag.parent >= 0 && html.tags[Int(tag.parent)].element == .picture
        ? [(.srcset, "img-src")] : [(.src, "media-src")]
    case .audio, .track: [(.src, "media-src")]
    case .video: [(.src, "media-src"), (.poster, "img-src")]
    case .iframe: [(.src, "frame-src")]
    case .embed: [(.src, "object-src")]
    case .object: [(.data, "object-src")]
    case .form: [(.action, "form-action")]
    case .base: [(.href, "base-uri")]
    case .link: html.attribute(.rel, of: tag).map { link($0, tag, html) } ?? []
    default: []
    }
  }

  private static func link(
    _ rel: HTMLScan.Attribute, _ tag: HTMLScan.Tag, _ html: HTMLScan
  ) -> [(HTMLAttributeName, String)] {
    for word in html.words(rel) {
      func reads(_ name: StaticString) -> Bool { HTMLText.equal(html.bytes[word], name) }
      if reads("stylesheet") { return [(.href, "style-src")] }
      if reads("icon") || reads("apple-touch-icon") { return [(.href, "img-src")] }
      if reads("manifest") { return [(.href, "manifest-src")] }
      if reads("modulepreload") { return [(.href, "script-src")] }
      if reads("preload") {
        switch html.attribute(.as, of: tag).map(html.text) {
        case "font": return [(.href, "font-src")]
        case "style": return [(.href, "style-src")]
        case "script": return [(.href, "script-src")]
        case "image": return [(.href, "img-src")]
        default: return []
        }
      }
    }
    return []
  }
}
