import Diagnostics

/// What `sitegen.yml` says about the site as a whole.
package struct Settings: Sendable {
  package struct Language: Sendable {
    /// A BCP 47 tag, such as `en` or `pt-BR`.
    package var tag: String
    /// Its name in itself, such as `Deutsch`.
    package var name: String
    /// `ltr` or `rtl`.
    package var direction: String
  }

  /// What a field of front matter that the site adds may hold.
  package enum FieldKind: String, Sendable, CaseIterable { case text, number, flag, date, list }

  /// What the findings of one check count as in a part of the site.
  package struct CheckLevel: Sendable {
    /// A check's id, or the name of a group.
    package var rule: LocatedText
    /// A page or section below `content/`, without ending; nil for everything else.
    package var section: LocatedText?
    /// Nil turns the check off.
    package var severity: Severity?
  }

  package var title: String
  package var description: String
  package var baseURL: BaseURL
  /// The first is the language of pages outside a language's own folder.
  package var languages: [Language]
  /// Sections and pages of the main navigation, as paths below `content/` without ending.
  package var navigation: [LocatedText]
  /// Path of the page that the help link in every footer leads to, such as `help/emergency.md`.
  package var helpPage: LocatedText?
  /// Where the exit link leads.
  package var exitURL: String?
  /// Fields that pages may have besides the built-in ones.
  package var fields: [String: FieldKind]
  /// Pages, by path below `content/`, that may hold raw HTML.
  package var rawHTML: [LocatedText]
  /// Names of the outputs to make; nil for all.
  package var outputs: [LocatedText]?
  /// Entries in the feed.
  package var feedLength: Int
  /// What checks count as, where it is not their own severity.
  package var checks: [CheckLevel] = []

  package var defaultLanguage: Language { languages[0] }

  /// Whether the page at `path`, below the project's root, may hold raw HTML.
  package func allowsRawHTML(in path: String) -> Bool { rawHTML.contains { "content/" + $0.text == path } }
}

/// Where the site will stand: an origin and a path that ends in `/`.
package struct BaseURL: Sendable, Hashable {
  /// Such as `https://example.org`.
  package let origin: String
  /// `/`, or a sub-path such as `/ketamine/`.
  package let path: String

  /// Takes `http` and `https` addresses without query and fragment; nil for anything else.
  package init?(_ text: String) {
    for scheme in ["https://", "http://"] where text.hasPrefix(scheme) {
      let rest = text.dropFirst(scheme.count)
      let host = rest.prefix { $0 != "/" }
      let path = rest.dropFirst(host.count)
      let printable = rest.utf8.allSatisfy { $0 > 32 && $0 < 127 && !"\"<>?#\\^`{|}'".utf8.contains($0) }
      let isNormal = !path.contains("//") && !path.split(separator: "/").contains { $0 == "." || $0 == ".." }
      guard !host.isEmpty, printable, isNormal else { return nil }
      origin = scheme + host
      self.path = path.isEmpty ? "/" : path.hasSuffix("/") ? String(path) : path + "/"
      return
    }
    return nil
  }

  package var absolute: String { origin + path }
}
