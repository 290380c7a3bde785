import Testing

@testable import Checks

@Suite struct HTMLScanTests {
  private func attributes(_ html: String) -> [String] {
    let scan = HTMLScan(Array(html.utf8))
    return scan.attributes.map { "\(scan.name($0))=\(scan.text($0))" }
  }

  private func tags(_ html: String) -> [String] {
    let scan = HTMLScan(Array(html.utf8))
    return scan.tags.map { tag in
      switch tag.kind {
      case .comment: "comment"
      case .start: scan.name(tag)
      case .end: "/" + scan.name(tag)
      }
    }
  }

  @Test func attributesAreReadWithAndWithoutQuotes() {
    #expect(
      attributes("<a href=\"/a?x=1&amp;y\" title = 'it > that' hidden data-x=/b/ =odd=1 x/y >") == [
        "href=/a?x=1&y", "title=it > that", "hidden=", "data-x=/b/", "=odd=1", "x=", "y=",
      ])
    #expect(attributes("<a title='never ends>") == ["title=never ends>"])
    #expect(attributes("<p CLASS=a ID='&#x48;&#105;&unknown;'>") == ["class=a", "id=Hi&unknown;"])
  }

  @Test func tagsAreToldFromText() {
    #expect(
      tags("<!doctype html><P>1 < 2 <b>x</b></p ><!-- <i> --><?php ?></><br/>") == [
        "comment", "p", "b", "/b", "/p", "comment", "comment", "comment", "br",
      ])
    #expect(tags("<!--><p>--><!--->-<b><!-- a -- > b --><i") == ["comment", "p", "comment", "b", "comment", "i"])
    #expect(tags("a <") == [])
  }

  @Test func rawTextEndsWithItsOwnTagOnly() {
    #expect(tags("<script>'<p>' </scripts> </SCRIPT ><b>") == ["script", "/script", "b"])
    #expect(tags("<title>1 <b> </title/><textarea><p></textarea>") == ["title", "/title", "textarea", "/textarea"])
    #expect(tags("<style>a > b {} <") == ["style"])
  }

  @Test func everyElementKnowsItsParentAndItsEnd() {
    let scan = HTMLScan(Array("<ul><li>a<li><b>c</b></ul><img>".utf8))
    #expect(scan.tags.map(\.parent) == [-1, 0, 0, 2, 3, 0, -1])
    #expect(scan.tags.map(\.close) == [5, 2, 5, 4, -1, -1, 6])
  }

  @Test func anyBytesAreRead() {
    var random: UInt64 = 99
    let signs = Array("<>/=\"'! -abp\u{e9}&#\n".utf8)
    for _ in 0..<3000 {
      let bytes = (0..<40).map { _ in
        random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return signs[Int(random >> 33) % signs.count]
      }
      let scan = HTMLScan(bytes)
      for tag in scan.tags { #expect(tag.start < tag.end && Int(tag.end) <= bytes.count) }
      for attribute in scan.attributes {
        #expect(attribute.start < attribute.nameEnd && attribute.valueStart <= attribute.valueEnd)
        #expect(Int(attribute.end) <= bytes.count)
      }
    }
  }

  @Test func placesCountBytesFromTheLineStart() {
    let file = BuiltFile(path: "a/index.html", bytes: Array("é\nü <p>\nx".utf8))
    let place = file.location(6..<9)
    #expect((place.line, place.column, place.length) == (2, 4, 3))
    #expect(file.location(6..<11).length == 3)
  }
}
