import Content
import Diagnostics
import Markdown
import Mustache

/// Everything that making a page needs, made once for all pages: the site, its templates, and what they share.
package final class Rendering: Sendable {
  let site: Site
  let templates: TemplateSet
  let tree: SourceTree
  let strings: [String: Strings]
  /// Address of each asset in `templates/assets/`, by its path there.
  let assetAddresses: [String: String]
  let assetFiles: [OutputTree.File]
  /// The style sheet that stands in every page; empty if the templates have none.
  let criticalStyle: [UInt8]
  let imageSizes: [String: ImageSize]
  /// Every attribute that a directive may be asked for.
  let attributeNames: [String]
  let contentSecurityPolicy: String
  /// Indices of the glossary's terms in the order of their words.
  let glossaryOrder: [Int]
  /// What the search of each language that has one finds pages with.
  let search: [String: SearchIndex]
  /// Values that all pages of a language share.
  let shared: [String: Object]
  /// What templates in `templates/once/` made: parts that pages have to the byte.
  package let onceParts: [[UInt8]]
  let diagnostics: [Diagnostic]

  /// - Parameters:
  ///   - templates: compiled from `tree`.
  ///   - tree: for assets, and the sizes of pictures.
  package convenience init(site: Site, templates: TemplateSet, tree: SourceTree) {
    // What pages share is made with the help of everything else, so it comes in a second step.
    let bare = Rendering(bare: site, templates, tree)
    let search = Dictionary(
      site.generated.lazy.filter { $0.kind == .search }.map { ($0.language, SearchIndex(bare, $0.language)) },
      uniquingKeysWith: { first, _ in first })
    var shared: [String: Object] = [:]
    var parts: [[UInt8]] = []
    var diagnostics = bare.diagnostics
    for language in site.settings.languages {
      var values = SiteValues.make(bare, language, search[language.tag])
      let once = OnceTemplates.render(bare, language, values)
      values["once"] = once.value
      shared[language.tag] = values
      parts += once.parts
      diagnostics += once.diagnostics
    }
    self.init(bare, search: search, shared: shared, onceParts: parts, diagnostics: diagnostics)
  }

  private init(bare site: Site, _ templates: TemplateSet, _ tree: SourceTree) {
    self.site = site
    self.templates = templates
    self.tree = tree
    strings = Dictionary(
      uniqueKeysWithValues: site.settings.languages.map { ($0.tag, Strings($0.tag, site.data, site.settings)) })
    let assets = Assets(tree, base: site.settings.baseURL.path)
    assetAddresses = assets.addresses
    assetFiles = assets.files
    criticalStyle = assets.criticalStyle
    let images = ImageSizes.read(site, tree)
    imageSizes = images.sizes
    attributeNames = AttributeNames.collect(site, tree)
    contentSecurityPolicy = ContentSecurityPolicy.policy(
      assets: assets.addresses.keys.sorted(), style: assets.criticalStyle)
    glossaryOrder = site.data.glossary.indices.sorted {
      (site.data.glossary[$0].term.lowercased(), $0) < (site.data.glossary[$1].term.lowercased(), $1)
    }
    search = [:]
    shared = [:]
    onceParts = []
    diagnostics = assets.diagnostics + images.diagnostics
  }

  private init(
    _ bare: Rendering, search: [String: SearchIndex], shared: [String: Object], onceParts: [[UInt8]],
    diagnostics: [Diagnostic]
  ) {
    site = bare.site
    templates = bare.templates
    tree = bare.tree
    strings = bare.strings
    assetAddresses = bare.assetAddresses
    assetFiles = bare.assetFiles
    criticalStyle = bare.criticalStyle
    imageSizes = bare.imageSizes
    attributeNames = bare.attributeNames
    contentSecurityPolicy = bare.contentSecurityPolicy
    glossaryOrder = bare.glossaryOrder
    self.search = search
    self.shared = shared
    self.onceParts = onceParts
    self.diagnostics = diagnostics
  }

  /// Templates are the `.html` files in `templates/`, named by their path there without the ending.
  package static func templates(in tree: SourceTree) -> (TemplateSet, [Diagnostic]) {
    var files: [String: TemplateFile] = [:]
    var problems: [Diagnostic] = []
    for path in tree.paths(under: "templates/") where path.hasSuffix(".html") {
      do throws(SourceTree.ReadError) {
        let name = String(path.dropFirst("templates/".count).dropLast(".html".count))
        files[name] = TemplateFile(path: path, bytes: try tree.read(path))
      } catch {
        problems.append(error.diagnostic(path))
      }
    }
    let set = TemplateSet(files)
    return (set, problems + set.diagnostics)
  }

  /// Names of the directives that have a template.
  package static func directiveNames(_ templates: TemplateSet) -> Set<String> {
    Set(templates.names.lazy.filter { $0.hasPrefix("directives/") }.map { String($0.dropFirst("directives/".count)) })
  }

  // MARK: Addresses

  func url(_ address: String) -> String { site.settings.baseURL.path + urlPath(address) }

  func absoluteURL(_ address: String) -> String { site.settings.baseURL.absolute + urlPath(address) }

  func url(of page: Page) -> String { url(page.address) }

  /// The address of a file that is copied as it is, by its source path.
  func url(ofAsset path: String) -> String { url(site.assets[path] ?? path) }

  /// What is published of an asset, by its path in `templates/assets/`; nil if there is none.
  func bytes(ofAsset name: String) -> [UInt8]? {
    assetFiles.first { $0.path == assetAddresses[name] }?.content.bytes(from: tree)
  }

  func url(_ kind: GeneratedPage.Kind, _ language: String) -> String? {
    let found =
      site.generated.first { $0.kind == kind && $0.language == language }
      ?? site.generated.first { $0.kind == kind }
    return found.map { url($0.address) }
  }

  /// The address of a term on the page of the glossary that holds it.
  func url(ofTerm i: Int, _ language: String) -> String? {
    let part = (glossaryOrder.firstIndex(of: i) ?? 0) / GeneratedPage.entriesPerPart(.glossary) + 1
    let pages = site.generated.filter { $0.kind == .glossary && $0.part == part }
    let page = pages.first { $0.language == language } ?? pages.first
    return page.map { url($0.address) + "#" + site.data.glossary[i].id }
  }

  func home(_ language: String) -> Page? {
    site.pages.first { $0.isHome && $0.language == language }
  }

  func words(_ language: String) -> Strings {
    strings[language] ?? Strings(language, site.data, site.settings)
  }
}

/// Reads the names after `attributes.` in the templates of directives, so that a template may ask for an attribute that
/// no page happens to give.
private enum AttributeNames {
  static func collect(_ site: Site, _ tree: SourceTree) -> [String] {
    var names = Set(site.pages.flatMap { $0.document.directives.flatMap { $0.attributes.map(\.name) } })
    for path in tree.paths(under: "templates/directives/") {
      guard let bytes = try? tree.read(path) else { continue }
      for part in String(decoding: bytes, as: UTF8.self).split(separator: "attributes.").dropFirst() {
        names.insert(String(part.prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }))
      }
    }
    return names.sorted()
  }
}
