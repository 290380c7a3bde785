import Content
import Diagnostics

extension Check {
  /// A number that nobody can check.
  static let noEvidence = Check(
    "support/no-evidence", .error,
    .init(
      finds: "An entry of the register whose `evidence` is not the web address of a page.",
      why: "The next editor has to read the number again where it was read first, and readers are shown that page.",
      bad: ["content/data/support-lines.yml": registerEntry(evidence: "a leaflet")],
      good: ["content/data/support-lines.yml": registerEntry()]),
    scope: .site { input in
      input.site.data.supportLines.compactMap { line in
        let place = line.location(of: "evidence")
        if isAddress(line.evidence, "https://") { return nil }
        if isAddress(line.evidence, "http://") {
          return Finding(
            at: place, "the evidence for '\(line.name)' is read over a connection that anybody can change",
            help: "write the address with https:// if the page opens that way; else look for another page",
            severity: .warning)
        }
        return Finding(
          at: place, "the evidence for '\(line.name)' is no web address",
          help: "write the address of the page on which the number stands, such as https://www.example.org/contact")
      }
    })

  private static func isAddress(_ text: String, _ scheme: String) -> Bool {
    guard text.hasPrefix(scheme) else { return false }
    let host = text.dropFirst(scheme.count).prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    return host.contains(".") && !host.hasPrefix(".") && !host.hasSuffix(".")
      && text.utf8.allSatisfy { $0 > 32 && $0 != 127 }
  }
}
