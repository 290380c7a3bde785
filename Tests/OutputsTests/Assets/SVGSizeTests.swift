import TestSupport
import Testing

@testable import Outputs

struct SVGSizeTests {
  private func read(_ text: String) -> String? {
    ImageSize.read(Array(text.utf8)).map { "\($0.width)x\($0.height)" }
  }

  @Test(arguments: [
    (#"width="21" height="13""#, "21x13"), (#"width='21px' height = "13PX""#, "21x13"),
    (#"width="20.6" height="13.4""#, "21x13"), (#"width="+2.1e1" height=" 13 ""#, "21x13"),
    (#"viewBox="0 0 21 13""#, "21x13"), (#"viewBox=" -5,-5 , 21.2,13 ""#, "21x13"),
    (#"viewBox="0 0 42 26" width="21""#, "21x13"), (#"viewBox="0 0 42 26" height="13""#, "21x13"),
    (#"viewBox="0 0 21 13" width="100%" height="100%""#, "21x13"),
    (#"viewBox="0 0 42 26" width="21" height="10em""#, "21x13"),
    (#"viewBox="0 0 1 1" width="21" height="13""#, "21x13"),
    (#"width="72pt" height="6pc""#, "96x96"), (#"width="1in" height="2.54cm""#, "96x96"),
    (#"width="25.4mm" height="101.6Q""#, "96x96"),
    (#"data-width="1" stroke-width="2" width="21" height="13""#, "21x13"),
    (#"xmlns="a>b" width="21" height="13""#, "21x13"),
  ])
  func readsLengthsOrTheViewBox(attributes: String, expected: String) {
    #expect(read("<svg \(attributes)>") == expected)
    #expect(read("<svg\n\(attributes)/>") == expected)
  }

  @Test(arguments: [
    "", #"width="21""#, #"width="50%" height="50%""#, #"width="auto" height="13""#, #"width="nan" height="13""#,
    #"width="inf" height="13""#, #"width="0x15" height="13""#, #"width="-21" height="13""#, #"width="0" height="13""#,
    #"width="1e999" height="13""#, #"viewBox="0 0 0 13""#, #"viewBox="0 0 21""#, #"width=21 height=13"#,
    #"width="21" height="13"#, #"viewBox="0 0 1 1e-300" width="1e8""#,
  ])
  func readsNothingWithoutASize(attributes: String) { #expect(read("<svg \(attributes)>") == nil) }

  @Test(arguments: [
    "<?xml version=\"1.0\"?>\n", "<!-- <svg width='1' height='1'> -->", "\u{FEFF}", " \r\n\t",
    "<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"http://example.org/a>b\">",
    "<!DOCTYPE svg [ <!ENTITY a \"]>\"> <!-- it's ]> --> <?x ]> ?> <!ELEMENT svg ANY> ]>\n",
    "<?xml version='1.0'?><!-- a --><!DOCTYPE svg><?xml-stylesheet href='a'?><!---->",
  ])
  func skipsWhatStandsBeforeTheTag(prolog: String) {
    #expect(read(prolog + "<svg width='21' height='13'>") == "21x13")
    #expect(read(prolog + "<s:svg width='21' height='13'>") == "21x13")
  }

  @Test(arguments: [
    "<html><svg width='21' height='13'>", "<svgx width='21' height='13'>", "text <svg width='2' height='1'>",
  ])
  func readsOnlyAnOutermostSVG(text: String) { #expect(read(text) == nil) }

  @Test func neverCrashesOrHangs() {
    var random = SeededRandom(seed: 8)
    let pieces = [
      "<svg ", "<!--", "-->", "<?", "?>", "<!DOCTYPE", "[", "]", ">", "\"", "'", "=", "width", "viewBox", " ", "1e9",
      "px", "é",
    ]
    for _ in 0..<5000 {
      let text = (0..<20).map { _ in pieces[Int.random(in: pieces.indices, using: &random)] }.joined()
      _ = read(text)
      _ = read("<svg " + text)
    }
  }
}
