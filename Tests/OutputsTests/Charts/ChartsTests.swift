import TestSupport
import Testing

@testable import Outputs

/// Charts as a page shows them: the drawing and the table beside it.
struct ChartsTests {
  private func chart(_ attributes: String, _ csv: String) async throws -> (svg: XML, table: XML, site: RenderedSite) {
    let site = try await RenderedSite([
      "content/data/x.csv": csv, "content/index.md": page("Home", ":::chart{data=x \(attributes)}\n:::\n"),
      "templates/directives/chart.html": "{{chart}}<!-- -->{{table}}",
      "templates/inlines/citation.html": "<sup>{{#marks}}{{number}}{{/marks}}</sup>",
      "content/data/references.json": "[{\"id\": \"r\", \"title\": \"R\"}]",
    ])
    let parts = try site.text("index.html").split(separator: "<!-- -->", maxSplits: 1)
    return (try XML(String(parts[0])), try XML(String(parts[1])), site)
  }

  @Test func barsShowEveryValueInWords() async throws {
    let (svg, _, site) = try await chart(
      "kind=bars title=\"A & <b>\" y=\"Share & more\"",
      "trial,group,percent\nOne & two,Ketamine,70\nOne & two,Placebo,7.5\nThree,Ketamine,0\n")
    #expect(try site.diagnostics().isEmpty)
    let root = try #require(svg.elements.first)
    #expect(root.attributes["role"] == "img")
    #expect(root.attributes["aria-labelledby"] == "d1-title d1-text")
    #expect(svg.all("title").map(\.attributes) == [["id": "d1-title"]])
    #expect(svg.texts("title") == ["A & <b>"])
    #expect(svg.all("desc").map(\.attributes) == [["id": "d1-text"]])
    #expect(svg.texts("desc") == ["One & two: Ketamine 70, Placebo 7.5. Three: Ketamine 0."])
    for word in ["Ketamine", "Placebo", "One & two", "Three", "70", "7.5", "Share & more"] {
      #expect(svg.texts("text").contains(word), "\(word)")
    }
    // One bar for each value, and one for each group in the legend.
    #expect(svg.all("rect").count == 5)
  }

  @Test func linesHaveOnePathForEachSeriesThroughAllItsPoints() async throws {
    let (svg, _, site) = try await chart(
      "title=T x=Weeks y=Score", "series,week,score\nA,2,3\nA,0,10\nB,0,1.2\nA,1,5\n")
    #expect(try site.diagnostics().isEmpty)
    #expect(svg.texts("desc") == ["A: 2: 3, 0: 10, 1: 5. B: 0: 1.2."])
    #expect(svg.all("circle").count == 4)
    let lines = svg.all("path").filter { $0.attributes["fill"] == "none" && $0.attributes["d"]?.contains("H") == false }
    #expect(lines.count == 2)
    let places = try #require(lines.first?.attributes["d"]).dropFirst().split(separator: "L").compactMap {
      $0.split(separator: " ").first.flatMap { Double($0) }
    }
    #expect(places.count == 3 && places == places.sorted())
    #expect(Set(lines.map { $0.attributes["stroke-dasharray"] ?? "" }).count == 2)
    for word in ["Weeks", "Score", "A", "B"] { #expect(svg.texts("text").contains(word)) }
  }

  @Test(arguments: ["kind=bars", "kind=lines"])
  func everythingStaysInsideTheDrawing(kind: String) async throws {
    var random = SeededRandom(seed: 21)
    for _ in 0..<20 {
      let rows = (0..<12).map {
        "s\($0 % 3),\(Int.random(in: 0...100, using: &random)),\(Double.random(in: 0...1e6, using: &random))"
      }
      let (svg, _, _) = try await chart(kind, "a,b,c\n" + rows.joined(separator: "\n"))
      let root = try #require(svg.elements.first)
      let width = try #require(root.attributes["width"].flatMap { Double($0) })
      let height = try #require(root.attributes["height"].flatMap { Double($0) })
      for element in svg.elements {
        for (key, most) in [("x", width), ("cx", width), ("y", height), ("cy", height)] {
          if let place = element.attributes[key].flatMap({ Double($0) }) { #expect((0...most).contains(place)) }
        }
      }
    }
  }

  @Test(arguments: ["kind=bars", "kind=lines"])
  func aChartOfZerosIsDrawn(kind: String) async throws {
    let (svg, _, site) = try await chart(kind, "a,b,c\nx,0,0\n")
    #expect(try site.diagnostics().isEmpty)
    #expect(svg.texts("desc").count == 1)
  }

  @Test func theTableHasEveryNumberAsItWasWritten() async throws {
    let (_, table, _) = try await chart(
      "kind=bars", "trial,group,percent,reference\nOne,Ketamine,70,r\nOne,Placebo,7.50,\nTwo & 3,Placebo,0,\n")
    #expect(
      table.all("th").map { "\($0.attributes["scope"] ?? "") \($0.text)" }
        == ["col Trial", "col Ketamine", "col Placebo", "row One", "row Two & 3"])
    #expect(table.texts("td") == ["70 ", "7.50", "–", "0"])
    #expect(table.texts("sup") == ["1"])
  }

  @Test func badNumbersAreReportedAndNotDrawn() async throws {
    let (svg, table, site) = try await chart("kind=lines", "a,b,c\nx,1,many\nx,inf,2\nx,2,3\n")
    #expect(try site.diagnostics().map(\.rule) == ["data/chart", "data/chart"])
    #expect(svg.all("circle").count == 1)
    #expect(table.texts("td") == ["3"])
  }

  @Test func aChartWithoutDataIsReported() async throws {
    let site = try await RenderedSite([
      "content/data/trials.csv": "a,b,c\nx,1,2\n", "content/index.md": page("Home", ":::chart{data=trails}\n:::\n"),
      "templates/directives/chart.html": "{{chart}}",
    ])
    let problem = try #require(try site.diagnostics().first)
    #expect(problem.message == "no data file 'trails'")
    #expect(problem.help == "the nearest is 'trials'")
  }

  // MARK: Timelines

  /// Where the events of a timeline stand, from the top.
  private func timeline(_ rows: String...) async throws -> (places: [Double], svg: XML) {
    let site = try await RenderedSite([
      "content/data/timeline.yml": rows.map { "- \($0)\n" }.joined(),
      "content/index.md": page("Home", ":::timeline{title=T}\n:::\n"),
      "templates/directives/timeline.html": "{{chart}}",
    ])
    let svg = try XML(try site.text("index.html"))
    return (svg.all("circle").compactMap { $0.attributes["cy"].flatMap { Double($0) } }, svg)
  }

  @Test func yearsFurtherApartHaveALargerGap() async throws {
    let (places, svg) = try await timeline(
      "{year: 1962, title: A & b}", "{year: 1963, title: B}", "{year: 2014 to 2015, title: C}", "{title: no year}")
    #expect(places.count == 3)
    #expect(places[2] - places[1] > places[1] - places[0])
    #expect(svg.texts("title") == ["T"])
    #expect(svg.texts("text") == ["1962", "A & b", "1963", "B", "2014", "C"])
  }

  @Test(arguments: ["9223372036854775807", "99999999999999999999", "soon", "-5"])
  func anOddYearStillMakesADrawing(year: String) async throws {
    let (places, _) = try await timeline("{year: 1, title: A}", "{year: '\(year)', title: B}", "{year: 2, title: C}")
    #expect(places.count == 3 && places == places.sorted() && places[2] < 4000)
  }
}
