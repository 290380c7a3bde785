import Content
import Diagnostics
import TestSupport
import Testing

@testable import Outputs

struct ChartDataTests {
  private func data(_ rows: String..., isLine: Bool = false) throws -> ChartData {
    let csv = (["a,b,c"] + rows).joined(separator: "\n")
    let (data, problems) = DataReader.read(SourceTree(["content/data/x.csv": csv]))
    #expect(problems.isEmpty)
    return ChartData(try #require(data.tables["x"]), isLine: isLine)
  }

  @Test func readsThreeColumns() throws {
    let data = try data("x,1,2.50", "y,1,0", "x,2,1e3")
    #expect(data.problems.isEmpty)
    #expect(data.columns == ["a", "b", "c"])
    #expect(
      data.points.map { "\($0.row) \($0.first) \($0.second) \($0.value) \($0.written)" }
        == ["0 x 1 2.5 2.50", "1 y 1 0.0 0", "2 x 2 1000.0 1e3"])
    #expect(data.names(\.first) == ["x", "y"])
    #expect(data.names(\.second) == ["1", "2"])
  }

  @Test(arguments: ["", "x", "1,5".replacing(",", with: ";"), "12%", "nan", "inf", "-inf", "-1", "1e13", "1e300", "٣"])
  func reportsWhatIsNoNumberOfAChart(value: String) throws {
    let data = try data("p,q,1", "r,s,\(value)")
    #expect(data.points.count == 1)
    #expect(data.problems.map(\.rule) == ["data/chart"])
    #expect(data.problems.map(\.location.line) == [3])
    #expect(data.problems.map(\.location.column) == [5])
  }

  @Test(arguments: ["", "May", "nan", "inf", "-1", "1e13"])
  func aLineNeedsNumbersOnBothAxes(place: String) throws {
    #expect(try data("p,\(place),1", isLine: true).problems.map(\.location.column) == [3])
    #expect(try data("p,\(place),1", isLine: false).problems.isEmpty)
  }

  @Test func reportsRowsOfFewerColumns() throws {
    let yaml = "- {a: x, b: 1}\n- {a: x, b: [1], c: 2}\n- {a: x, b: 1, c: 2}\n- x\n"
    let rows = try #require(DataReader.read(SourceTree(["content/data/x.yml": yaml])).0.tables["x"])
    let data = ChartData(rows, isLine: false)
    #expect(data.problems.map(\.location.line) == [1, 2, 4])
    #expect(data.points.count == 1)
  }

  @Test func nothingIsAChartOfNothing() {
    let data = ChartData([], isLine: true)
    #expect(data.points.isEmpty && data.problems.isEmpty && data.columns.isEmpty)
  }

  // MARK: Steps

  @Test(
    arguments: [
      (5.0, [0, 1, 2, 3, 4, 5]), (1.0, [0, 0.2, 0.4, 0.6, 0.8, 1]), (1.2, [0, 0.25, 0.5, 0.75, 1, 1.25]),
      (12, [0, 2.5, 5, 7.5, 10, 12.5]),
      (100, [0, 20, 40, 60, 80, 100]), (0, [0, 0.2, 0.4, 0.6, 0.8, 1]),
    ] as [(Double, [Double])])
  func areRound(most: Double, expected: [Double]) {
    let steps = ChartData([], isLine: false).steps([most / 2, most])
    #expect(steps.count == expected.count)
    for (step, wanted) in zip(steps, expected) { #expect(abs(step - wanted) < 1e-9) }
  }

  @Test func coverTheLargestValueInFewSteps() {
    var random = SeededRandom(seed: 11)
    let data = ChartData([], isLine: false)
    for _ in 0..<20_000 {
      let exponent = Int.random(in: -7...12, using: &random)
      var most = Double.random(in: 0.1...1, using: &random)
      for _ in 0..<abs(exponent) { most = exponent < 0 ? most / 10 : most * 10 }
      let steps = data.steps([most])
      #expect(steps.first == 0)
      #expect((3...6).contains(steps.count), "\(most): \(steps)")
      #expect((steps.last ?? 0) >= most * (1 - 1e-12), "\(most): \(steps)")
    }
  }

  @Test(arguments: [
    (0.0, "0"), (0.25, "0.25"), (0.1 + 0.2, "0.3"), (2.5, "2.5"), (1000, "1000"), (1e12, "1000000000000"),
    (0.02, "0.02"),
  ])
  func areLabelledInFull(step: Double, label: String) { #expect(SVGText().label(step) == label) }

  @Test(arguments: [(0.0, "0"), (0.04, "0"), (0.05, "0.1"), (12.34, "12.3"), (-12.36, "-12.4"), (7.99, "8")])
  func placesHaveOneDecimalAtMost(value: Double, expected: String) { #expect(SVGText().short(value) == expected) }
}
