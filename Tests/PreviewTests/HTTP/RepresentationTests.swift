import Compression
import Testing

@testable import Preview

/// Codings, conditions and parts of one file.
@Suite struct RepresentationTests {
  private let text = String(repeating: "ketamine ", count: 100)

  private var site: PreviewSite {
    PreviewSite.sample(["index.html": "<title>a</title>", "a.txt": text, "a.png": "0123456789", "empty.txt": ""])
  }

  private let gzip = ("Accept-Encoding", "gzip, deflate, br")

  @Test func textIsCompressedForWhoeverWantsIt() throws {
    let packed = try site.answer("/a.txt", [gzip])
    #expect(packed.sent == Gzip.compress(Array(text.utf8), level: 6))
    #expect(packed["Content-Encoding"] == "gzip")
    #expect(packed["Vary"] == "Accept-Encoding")
    let plain = try site.answer("/a.txt")
    #expect(plain.text == text)
    #expect(plain["Content-Encoding"] == nil)
    #expect(plain["Vary"] == "Accept-Encoding")
    #expect(plain["ETag"] != packed["ETag"])
    #expect(try site.answer("/nothing", [gzip])["Content-Encoding"] == "gzip")
    for (address, field) in [("/a.png", "gzip"), ("/a.txt", "gzip;q=0"), ("/empty.txt", "gzip")] {
      #expect(try site.answer(address, [("Accept-Encoding", field)])["Content-Encoding"] == nil)
    }
    #expect(try site.answer("/a.png")["Vary"] == nil)
  }

  @Test func theTagTellsStatesApart() throws {
    let tag = try #require(try site.answer("/a.txt")["ETag"])
    #expect(tag.hasPrefix("\"") && tag.hasSuffix("\"") && tag.count > 20)
    #expect(try PreviewSite.sample(["a.txt": text + "."]).answer("/a.txt")["ETag"] != tag)
    let same = try site.answer("/a.txt", [("If-None-Match", "\"x\", W/\(tag)")])
    #expect(same.status == .notModified)
    #expect(same.sent.isEmpty)
    #expect(same["ETag"] == tag)
    #expect(same["Cache-Control"] == "no-cache")
    #expect(same["Vary"] == "Accept-Encoding")
    #expect(try site.answer("/a.txt", [("If-None-Match", tag), gzip]).status == .ok)
    #expect(try site.answer("/a.txt", [("If-None-Match", "*")], isHead: true).status == .notModified)
    #expect(try site.answer("/a.txt", [("If-None-Match", "\"x\""), ("If-None-Match", tag)]).status == .notModified)
    #expect(try site.answer("/a.txt", [("If-Match", "\"x\"")]).status == .preconditionFailed)
    #expect(try site.answer("/a.txt", [("If-Match", tag)]).status == .ok)
    // There is no 404 page to have a state.
    #expect(try site.answer("/nothing", [("If-None-Match", "*")]).status == .notFound)
  }

  @Test func partsAreSentAsTheyAreWanted() throws {
    let part = try site.answer("/a.png", [("Range", "bytes=2-4")])
    #expect(part.status == .partialContent)
    #expect(part.text == "234")
    #expect(part["Content-Range"] == "bytes 2-4/10")
    let none = try site.answer("/a.png", [("Range", "bytes=10-")])
    #expect(none.status == .rangeNotSatisfiable)
    #expect(none["Content-Range"] == "bytes */10")
    #expect(none.sent.isEmpty)
    #expect(try site.answer("/a.png", [("Range", "bytes=0-1,3-4")]).status == .ok)
    #expect(try site.answer("/a.png", [("Range", "bytes=0-1")], isHead: true).status == .ok)
    #expect(try site.answer("/a.png")["Accept-Ranges"] == "bytes")
    // Parts of the text, not of what gzip made of it.
    #expect(try site.answer("/a.txt", [("Range", "bytes=0-7"), gzip]).text == "ketamine")
    #expect(try site.answer("/nothing", [("Range", "bytes=0-0")]).status == .notFound)
  }

  @Test func aPartOfSomethingElseIsNotSent() throws {
    let tag = try #require(try site.answer("/a.png")["ETag"])
    let range = ("Range", "bytes=0-0")
    #expect(try site.answer("/a.png", [range, ("If-Range", tag)]).status == .partialContent)
    #expect(try site.answer("/a.png", [range, ("If-Range", "W/" + tag)]).status == .ok)
    #expect(try site.answer("/a.png", [range, ("If-Range", "\"x\"")]).status == .ok)
    #expect(try site.answer("/a.png", [range, ("If-Range", "Sat, 21 Nov 2026 00:00:00 GMT")]).status == .ok)
    #expect(try site.answer("/a.png", [range, ("If-None-Match", tag)]).status == .notModified)
  }
}
