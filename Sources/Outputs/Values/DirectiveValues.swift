import Content
import Diagnostics
import Markdown
import Mustache

/// What the template of a directive may ask for: its content, its attributes, and the rows of data that it draws.
struct DirectiveValues {
  private let hooks: ContentHooks
  private let index: Int
  private let directive: Directive
  private let rows: [DataNode]?
  private let chart: ChartData?

  init(_ hooks: ContentHooks, _ index: Int) {
    self.hooks = hooks
    self.index = index
    directive = hooks.document.directives[index]
    rows = hooks.rows[index]
    chart = directive.name == "chart" ? ChartData(hooks.rows[index] ?? [], isLine: directive["kind"] != "bars") : nil
  }

  /// What is wrong with the data.
  var problems: [Diagnostic] {
    let tables = hooks.rendering.site.data.tables
    if directive.name == "chart", rows == nil {
      let wanted = directive["data"] ?? ""
      return [
        Diagnostic(
          "data/chart", at: directive.location, "no data file '\(wanted)'",
          help: NearMiss.nearest(to: wanted, in: tables.keys).map { "the nearest is '\($0)'" }
            ?? "name a file in content/data/ with data=")
      ]
    }
    if rows?.isEmpty == true, let filter = DirectiveRows(tables: tables).filters(of: directive).first {
      let table = directive["data"] ?? directive.name
      let known = Set((tables[table] ?? []).compactMap { $0[filter.name]?.scalar })
      return [
        Diagnostic(
          "content/no-rows", at: filter.location, "no entry of '\(table)' has all that is asked for here",
          help: known.contains(filter.value)
            ? "each attribute fits some entries, but no entry fits all of them"
            : NearMiss.nearest(to: filter.value, in: known).map { "the nearest \(filter.name) is '\($0)'" })
      ]
    }
    return chart?.problems ?? []
  }

  private var id: String { "d\(index + 1)" }

  /// - Parameter inner: the HTML of what stands inside the directive.
  func values(inner: [UInt8]) -> Object {
    let isBlank = inner.allSatisfy { $0 == 32 || $0 == 10 }
    let citations = (rows ?? []).indices.map(citations(ofRow:))
    var values: Object = [
      "content": .html(isBlank ? [] : inner), "attributes": .object(attributes()), "id": .text(id),
      "rows": rows.map { .nonEmpty(zip($0, citations).map(row)) } ?? .absent, "hasRows": .flag(rows?.isEmpty == false),
      "chart": .absent, "table": .absent,
      "code": code(), "review": hooks.review ?? .absent,
      "copy": .deferred { isBlank ? .absent : .html(SecondCopy.make(of: inner)) },
    ]
    if directive.name == "timeline", let rows {
      values["chart"] = .html(TimelineChart.svg(rows, id: id, title: directive["title"] ?? ""))
    }
    if let chart {
      values["chart"] = .html(svg(chart))
      values["table"] = .html(ChartTable.html(chart, citations: citations))
    }
    return values
  }

  private func code() -> Value {
    guard let code = directive["code"] else { return .absent }
    let rendering = hooks.rendering
    return .deferred { CodeValues.make(code, rendering) }
  }

  private func svg(_ chart: ChartData) -> [UInt8] {
    let title = directive["title"] ?? ""
    return directive["kind"] == "bars"
      ? BarChart.svg(chart, id: id, title: title, axis: directive["y"])
      : LineChart.svg(chart, id: id, title: title, xAxis: directive["x"], yAxis: directive["y"])
  }

  private func attributes() -> Object {
    var values = Object()
    for name in hooks.rendering.attributeNames { values[name] = .absent }
    for attribute in directive.attributes {
      values[attribute.name] = .text(attribute.value)
      values[attribute.name + "Name"] = name(of: attribute.value, in: attribute.name)
    }
    return values
  }

  /// The words for a value such as `strong` of a field such as `level`, from the strings' group `levels`.
  private func name(of value: String, in field: String) -> Value {
    .text(hooks.rendering.words(hooks.language)[StringKey.value(value, of: field)] ?? value)
  }

  private func citations(ofRow row: Int) -> [UInt8] {
    var html: [UInt8] = []
    if let marks = hooks.citations.rowMarks[index], row < marks.count { hooks.draw(marks: marks[row], to: &html) }
    return html
  }

  /// One row, with every field that any row of its file has.
  private func row(_ node: DataNode, _ citations: [UInt8]) -> Value {
    let site = hooks.rendering.site
    let table = directive["data"] ?? directive.name
    var values = Object()
    if table == "support-lines", let id = node["id"]?.scalar, let line = site.supportLineByID[id] {
      values = SupportLineValues.make(site.data.supportLines[line], hooks.rendering.words(hooks.language))
    } else {
      for field in fields(of: table) {
        values[field] = .absent
        values[field + "Name"] = .absent
      }
      for entry in node.entries ?? [] {
        values[entry.key] = Value(entry.value)
        if let value = entry.value.scalar { values[entry.key + "Name"] = name(of: value, in: entry.key) }
      }
    }
    values["citations"] = .html(citations)
    return .object(values)
  }

  private func fields(of table: String) -> [String] {
    var names: [String] = []
    for row in hooks.rendering.site.data.tables[table] ?? [] {
      for entry in row.entries ?? [] where !names.contains(entry.key) { names.append(entry.key) }
    }
    return names
  }
}
