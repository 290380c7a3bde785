import Content
import Mustache
import TestSupport
import Testing

@testable import Outputs

struct ValuesTests {
  @Test(arguments: [
    ("", ""), ("a/b-c_1.html", "a/b-c_1.html"), ("a b", "a%20b"), ("é", "%C3%A9"), ("a%20b", "a%2520b"),
    ("a?b#c", "a%3Fb%23c"), ("(a),b;c=d:e@f+g!$*~", "(a),b;c=d:e@f+g!$*~"), ("a'b\"<>&", "a%27b%22%3C%3E%26"),
    ("a\\b", "a%5Cb"), ("日本/", "%E6%97%A5%E6%9C%AC/"), ("[a]^`{|}", "%5Ba%5D%5E%60%7B%7C%7D"),
  ])
  func encodesWhatMayNotStandInAPath(address: String, expected: String) { #expect(urlPath(address) == expected) }

  /// What a template makes of a value of the field `x`.
  private func shown(_ yaml: String, _ template: String) async throws -> String {
    let site = try await RenderedSite([
      "content/data/rows.yml": "- {x: \(yaml)}\n", "content/index.md": page("Home", ":::rows\n:::\n"),
      "templates/directives/rows.html": "{{#rows}}\(template){{/rows}}",
    ])
    #expect(try site.diagnostics().isEmpty)
    return try site.text("index.html")
  }

  @Test(arguments: ["true", "True", "TRUE", "text", "'false'", "0", "no"])
  func countsAsThere(yaml: String) async throws {
    #expect(try await shown(yaml, "{{#x}}yes{{/x}}{{^x}}no{{/x}}") == "yes\n")
  }

  @Test(arguments: ["false", "False", "FALSE", "", "~", "null", "''", "[]"])
  func countsAsNotThere(yaml: String) async throws {
    #expect(try await shown(yaml, "{{#x}}yes{{/x}}{{^x}}no{{/x}}") == "no\n")
  }

  @Test func keepsTextsNumbersListsAndGroupsAsTheyAreWritten() async throws {
    #expect(try await shown("1.50", "{{x}}") == "1.50\n")
    #expect(try await shown("'<&>'", "{{x}}") == "&lt;&amp;&gt;\n")
    #expect(try await shown("[a, b]", "{{#x}}{{text}};{{/x}}") == "a;b;\n")
    #expect(try await shown("[{n: a}, {n: b}]", "{{#x}}{{n}};{{/x}}") == "a;b;\n")
    #expect(try await shown("{n: {m: a}}", "{{x.n.m}}") == "a\n")
  }
}
