import Diagnostics

/// Checks over all templates together: what is referred to exists, and inclusion ends.
struct References {
  private(set) var diagnostics: [Diagnostic] = []
  /// Calls that would go round without end, to be taken out of the program.
  private(set) var endlessCalls: [Int] = []
  private let outlines: [Outline]
  private let index: [String: Int]

  static func check(_ outlines: [Outline]) -> References {
    var references = References(outlines)
    references.checkNames()
    references.checkBlocks()
    references.checkCycles()
    return references
  }

  private init(_ outlines: [Outline]) {
    self.outlines = outlines
    index = Dictionary(outlines.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  private mutating func checkNames() {
    for reference in outlines.flatMap(\.references) where index[reference.name] == nil {
      let nearest = NearMiss.nearest(to: reference.name, in: index.keys)
      diagnostics.append(
        Diagnostic(
          "template/missing-partial", at: reference.location,
          "no template is called '\(reference.name)'", help: nearest.map { "the nearest is '\($0)'" }))
    }
  }

  // MARK: Blocks

  /// A block that fills nothing would drop an author's words without a trace.
  private mutating func checkBlocks() {
    for reference in outlines.flatMap(\.references) where !reference.arguments.isEmpty {
      guard let parent = index[reference.name], let sites = sites(reachableFrom: parent) else { continue }
      for argument in reference.arguments where !sites.contains(argument.name) {
        let nearest = NearMiss.nearest(to: argument.name, in: sites)
        diagnostics.append(
          Diagnostic(
            "template/missing-block", at: argument.location,
            "template '\(reference.name)' has no block called '\(argument.name)'",
            help: nearest.map { "the nearest is '\($0)'" } ?? "delete it, or add {{$\(argument.name)}} to the template")
        )
      }
    }
  }

  /// Names of the blocks in a template and all it includes; nil if the data decide what it includes.
  private func sites(reachableFrom start: Int) -> Set<String>? {
    var sites: Set<String> = []
    var seen: Set<Int> = [start]
    var waiting = [start]
    while let next = waiting.popLast() {
      if outlines[next].isDynamic { return nil }
      sites.formUnion(outlines[next].sites)
      for reference in outlines[next].references {
        if let target = index[reference.name], seen.insert(target).inserted { waiting.append(target) }
      }
    }
    return sites
  }

  // MARK: Cycles

  /// Depth first along the inclusions that no data can prevent. Each call that leads back to a template still being
  /// visited closes a cycle.
  private mutating func checkCycles() {
    enum State { case new, open, done }
    var states = [State](repeating: .new, count: outlines.count)
    for start in outlines.indices where states[start] == .new {
      var way: [(template: Int, next: Int)] = [(start, 0)]
      states[start] = .open
      while let (template, next) = way.last {
        guard next < outlines[template].references.count else {
          states[template] = .done
          way.removeLast()
          continue
        }
        way[way.count - 1].next += 1
        let reference = outlines[template].references[next]
        guard reference.isUnconditional, let target = index[reference.name] else { continue }
        switch states[target] {
        case .done: continue
        case .new:
          states[target] = .open
          way.append((target, 0))
        case .open:
          let cycle = way.drop { $0.template != target }.map { outlines[$0.template].name } + [reference.name]
          reportCycle(cycle, reference)
        }
      }
    }
  }

  private mutating func reportCycle(_ cycle: [String], _ reference: Outline.Reference) {
    endlessCalls.append(reference.counter)
    let message =
      cycle.count == 2
      ? "template '\(cycle[0])' includes itself without end"
      : "templates include each other without end: \(cycle.joined(separator: " → "))"
    diagnostics.append(
      Diagnostic(
        "template/partial-cycle", at: reference.location, message,
        help: "put this tag inside a section that the data can end"))
  }
}
