import Foundation
import Mustache
import TestSupport
import Testing

/// Runs the examples of the public Mustache specification where the shared folder is present.
///
/// `~lambdas.json` is left out: templates run no code.
struct SpecificationTests {
  @Test func everyExampleOfTheSpecificationRendersByteForByte() throws {
    guard let folder = SharedSuites.folder("conformance/mustache") else {
      print("conformance/mustache: not present, skipped")
      return
    }
    let files = try FileManager.default.contentsOfDirectory(atPath: folder)
      .filter { $0.hasSuffix(".json") && $0 != "~lambdas.json" }.sorted()
    var count = 0
    for file in files {
      let data = try Data(contentsOf: URL(fileURLWithPath: folder + "/" + file))
      for example in try JSONDecoder().decode(Suite.self, from: data).tests {
        run(example, of: file)
        count += 1
      }
    }
    #expect(count > 150)
    print("conformance/mustache: \(count) examples run")
  }

  private func run(_ example: Suite.Example, of file: String) {
    var templates = ["the example": TemplateFile(path: "example", bytes: Array(example.template.utf8))]
    for (name, text) in example.partials ?? [:] {
      templates[name] = TemplateFile(path: name, bytes: Array(text.utf8))
    }
    var output: [UInt8] = []
    _ = TemplateSet(templates).render("the example", with: value(example.data), page: "page.md", into: &output)
    #expect(String(decoding: output, as: UTF8.self) == example.expected, "\(file): \(example.name)")
  }

  private func value(_ json: JSON) -> Value {
    switch json {
    case .null: .absent
    case .flag(let flag): .flag(flag)
    case .whole(let number): .number(number)
    // Sites print no decimal numbers, so `Value` has no case for them.
    case .decimal(let number): .text("\(number)")
    case .text(let text): .text(text)
    case .list(let items): .list(items.map(value))
    case .object(let keys): .object(keys.mapValues(value))
    }
  }
}

private struct Suite: Decodable {
  struct Example: Decodable {
    var name: String
    var data: JSON
    var template: String
    var partials: [String: String]?
    var expected: String
  }

  var tests: [Example]
}

private enum JSON: Decodable {
  case null
  case flag(Bool)
  case whole(Int)
  case decimal(Double)
  case text(String)
  case list([JSON])
  case object([String: JSON])

  init(from decoder: any Decoder) throws {
    let box = try decoder.singleValueContainer()
    if box.decodeNil() {
      self = .null
    } else if let flag = try? box.decode(Bool.self) {
      self = .flag(flag)
    } else if let number = try? box.decode(Int.self) {
      self = .whole(number)
    } else if let number = try? box.decode(Double.self) {
      self = .decimal(number)
    } else if let text = try? box.decode(String.self) {
      self = .text(text)
    } else if let items = try? box.decode([JSON].self) {
      self = .list(items)
    } else {
      self = .object(try box.decode([String: JSON].self))
    }
  }
}
