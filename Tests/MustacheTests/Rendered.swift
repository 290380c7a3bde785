import Diagnostics
import Testing

@testable import Mustache

/// A template rendered with its partials, the way the tests write them: text in, text out.
struct Rendered {
  var text: String
  /// `file:line:column rule: message`, of compilation and rendering, in order.
  var problems: [String]
  var diagnostics: [Diagnostic]

  init(
    _ template: String, with value: Value = [:], partials: [String: String] = [:],
    limits: RenderLimits = RenderLimits()
  ) {
    let set = TemplateSet(partials.merging(["main": template]) { partial, _ in partial })
    var output: [UInt8] = []
    let found = set.render("main", with: value, page: "content/page.md", limits: limits, into: &output)
    text = String(decoding: output, as: UTF8.self)
    diagnostics = set.diagnostics + found
    problems = diagnostics.map(\.line)
  }
}

extension TemplateSet {
  init(_ templates: [String: String]) {
    self.init(
      Dictionary(
        uniqueKeysWithValues: templates.map {
          ($0.key, TemplateFile(path: "templates/\($0.key).html", bytes: Array($0.value.utf8)))
        }))
  }
}

extension Diagnostic {
  var line: String { "\(location.file):\(location.line):\(location.column) \(rule): \(message)" }
}

/// One row of a table.
struct Example: Sendable, CustomTestStringConvertible {
  var claim: String
  var template: String
  var value: Value = [:]
  var partials: [String: String] = [:]
  var output: String

  var testDescription: String { claim }

  init(
    _ claim: String, _ template: String, _ value: Value = [:], _ partials: [String: String] = [:], gives output: String
  ) {
    self.claim = claim
    self.template = template
    self.value = value
    self.partials = partials
    self.output = output
  }
}
