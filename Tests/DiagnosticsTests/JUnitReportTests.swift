import Foundation
import Testing

@testable import Diagnostics

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite struct JUnitReportTests {
  @Test func everyFindingIsAFailedCaseOfItsFile() {
    let findings = [
      Diagnostic(
        "a/b", .warning, at: SourceLocation(file: "f.md", line: 3, column: 7), "one & <two>", help: "do \"it\""),
      Diagnostic("c/d", at: SourceLocation(file: "f.md"), "whole file"),
      Diagnostic("a/b", at: SourceLocation(file: "g.md", line: 1, column: 1), "three"),
    ]
    #expect(
      JUnitReport.render(findings) == """
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuites name="sitegen" tests="3" failures="3">
        <testsuite name="f.md" tests="2" failures="2">
        <testcase classname="f.md" name="a/b at 3:7"><failure type="warning" message="one &amp; &lt;two&gt;">\
        one &amp; &lt;two&gt;&#10;help: do &quot;it&quot;</failure></testcase>
        <testcase classname="f.md" name="c/d"><failure type="error" message="whole file">whole file</failure></testcase>
        </testsuite>
        <testsuite name="g.md" tests="1" failures="1">
        <testcase classname="g.md" name="a/b at 1:1"><failure type="error" message="three">three</failure></testcase>
        </testsuite>
        </testsuites>

        """)
  }

  @Test func withoutFindingsThereIsOneCaseThatPassed() {
    #expect(JUnitReport.render([]).contains("<testcase classname=\"site\" name=\"no findings\"/>"))
  }

  @Test func whateverFilesHoldItIsXML() {
    let strange = String(String.UnicodeScalarView((0..<0x20).compactMap(Unicode.Scalar.init))) + "<&>\"'\u{FFFE}é😀"
    let finding = Diagnostic("a/b", at: SourceLocation(file: strange, line: 1, column: 1), strange, help: strange)
    #expect(XMLParser(data: Data(JUnitReport.render([finding]).utf8)).parse())
  }
}
