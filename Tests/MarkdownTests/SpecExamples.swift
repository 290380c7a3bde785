import Foundation
import Markdown
import TestSupport

/// An example of the specification's own test files: Markdown, and the HTML it stands for.
struct SpecExample {
  var file: String
  var line: Int
  /// Extensions named after `example`.
  var extensions: [String]
  var markdown: [UInt8]
  var html: String

  /// Every example of the shared GitHub Flavored Markdown suite; nil where it is not present.
  static func all() throws -> [SpecExample]? {
    guard let folder = SharedSuites.folder("conformance/gfm") else { return nil }
    return try ["spec", "extensions", "regression"].flatMap { name in
      let text = try String(contentsOfFile: "\(folder)/\(name).txt", encoding: .utf8)
      return read(text, file: name)
    }
  }

  private static func read(_ text: String, file: String) -> [SpecExample] {
    let fence = String(repeating: "`", count: 32)
    var found: [SpecExample] = []
    var current: SpecExample?
    var inHTML = false
    for (number, raw) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let line = raw.replacing("→", with: "\t")
      if current == nil {
        guard line.hasPrefix(fence + " example") else { continue }
        let names = line.dropFirst(fence.count).split(separator: " ").dropFirst().map(String.init)
        current = SpecExample(file: file, line: number + 1, extensions: names, markdown: [], html: "")
        inHTML = false
      } else if line == fence {
        if let current { found.append(current) }
        current = nil
      } else if line == ".", !inHTML {
        inHTML = true
      } else if inHTML {
        current?.html += line + "\n"
      } else {
        current?.markdown += Array((line + "\n").utf8)
      }
    }
    return found
  }

  /// The options its file is meant for: the specification names extensions one by one, the others use all of them.
  var parsing: Parser.Options {
    var options = Parser.Options.gitHub
    guard file != "extensions" else { return options }
    options.table = extensions.contains("table")
    options.strikethrough = extensions.contains("strikethrough")
    options.autolink = extensions.contains("autolink")
    options.taskList = file == "regression"
    options.footnotes = extensions.contains("footnotes")
    return options
  }

  /// The suite is older than the library: task lists and footnotes are printed in another way now, and one example only
  /// wants no crash.
  var isPrintedByThisVersion: Bool {
    !extensions.contains("disabled") && !html.contains("class=\"footnotes\"") && html != "<IGNORE>\n"
  }

  var writing: HTMLWriter.Options {
    HTMLWriter.Options(unsafe: true, tagFilter: file == "extensions" || extensions.contains("tagfilter"))
  }
}
