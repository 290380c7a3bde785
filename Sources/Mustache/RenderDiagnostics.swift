import Diagnostics

/// What can go wrong while rendering, in words. None of this is on the fast path.
extension Renderer {
  mutating func reportUnknown(path: Int, at counter: Int) {
    guard !reported.contains(counter) else { return }
    let path = program.paths[path]
    var known: Set<String> = []
    for scope in scopes { known.formUnion(scope.object.keys) }
    let nearest = NearMiss.nearest(to: path.first.text, in: known)
    let name = path.rest.isEmpty ? "'\(path.name)'" : "'\(path.first.text)' of '\(path.name)'"
    report(
      "template/unknown-key", at: counter, "no value is called \(name)", help: nearest.map { "the nearest is '\($0)'" })
  }

  mutating func reportUnknown(_ key: String, in value: Value, path: Int, position: Int, at counter: Int) {
    guard !reported.contains(counter) else { return }
    let path = program.paths[path]
    let owner = ([path.first] + path.rest.prefix(position)).map(\.text).joined(separator: ".")
    guard case .object(let keys) = value else {
      return report("template/unknown-key", at: counter, "'\(owner)' is \(value.description) and has no '\(key)'")
    }
    let nearest = NearMiss.nearest(to: key, in: keys.keys)
    report(
      "template/unknown-key", at: counter, "'\(owner)' has no value called '\(key)'",
      help: nearest.map { "the nearest is '\(owner).\($0)'" })
  }

  mutating func reportUnprintable(_ value: Value, at counter: Int) {
    guard !reported.contains(counter) else { return }
    let name = program.paths[Int(program.code[counter].a)].name
    let help =
      if case .list = value {
        "go through it with {{#\(name)}}…{{/\(name)}}"
      } else {
        "name one of its values, like {{\(name == "." ? "" : name + ".")title}}"
      }
    report(
      "template/unprintable", at: counter, "'\(name)' is \(value.description), which cannot be printed", help: help)
  }

  mutating func reportMissing(_ value: Value, path: Int, at counter: Int) {
    guard !reported.contains(counter) else { return }
    let path = program.paths[path].name
    guard case .text(let name) = value else {
      return report(
        "template/missing-partial", at: counter, "'\(path)' is \(value.description), not the name of a template")
    }
    let nearest = NearMiss.nearest(to: name, in: program.index.keys)
    report(
      "template/missing-partial", at: counter, "no template is called '\(name)', which is what '\(path)' says",
      help: nearest.map { "the nearest is '\($0)'" })
  }

  mutating func reportSize(_ counter: Int) {
    // Something else may have been reported at the very instruction where the limit was met.
    reported.remove(counter)
    report(
      "template/too-large", at: counter, "rendering this page takes too much time or space and was stopped",
      help: "look for loops inside loops, or partials that include each other many times")
  }

  /// Reports the depth limit and ends the outermost call of a template that is open more than once, so that the many
  /// branches of a recursion end together. Returns where to go on.
  mutating func endRecursion(at counter: Int) -> Int? {
    steps += 10_000
    let names = calls.filter { !$0.isBlock }.map { program.templates[program.template(at: $0.start)].name }
    let last = program.templates[program.template(at: counter)].name
    guard let cycle = cycle(in: names) else {
      report(
        "template/partial-cycle", at: counter, "templates include each other more than \(limits.depth) deep",
        help: "join some of the partials")
      return nil
    }
    report(
      "template/partial-cycle", at: counter,
      "templates include each other without end: \(cycle.joined(separator: " → "))",
      help: "make the inclusion in '\(last)' depend on a section that ends")
    guard let outermost = calls.firstIndex(where: { !$0.isBlock && isTemplate($0, cycle[0]) }) else { return nil }
    // The page's own template ends at its last instruction, any other call where it was called.
    while calls.count > outermost + 1 { _ = leave() }
    guard outermost > 0 else { return endOfTemplate() }
    return leave()
  }

  /// The innermost cycle among the templates that are open, starting with the member that was called first.
  private func cycle(in names: [String]) -> [String]? {
    guard let end = names.indices.last(where: { names[..<$0].contains(names[$0]) }),
      let start = names[..<end].lastIndex(of: names[end])
    else { return nil }
    let members = names[start..<end]
    guard let first = names.first(where: members.contains), let turn = members.firstIndex(of: first) else { return nil }
    return members[turn...] + members[..<turn] + [first]
  }

  /// The end instruction of the page's own template.
  private mutating func endOfTemplate() -> Int {
    while calls.count > 1 { _ = leave() }
    let template = program.template(at: calls[0].start)
    return (template + 1 < program.templates.count ? program.templates[template + 1].start : program.code.count) - 1
  }

  private func isTemplate(_ call: Call, _ name: String) -> Bool {
    program.templates[program.template(at: call.start)].name == name
  }

  private mutating func report(_ rule: String, at counter: Int, _ message: String, help: String? = nil) {
    guard reported.insert(counter).inserted else { return }
    diagnostics.append(Diagnostic(rule, at: program.location(at: counter), message, help: help, notes: trace()))
  }

  /// The way from the mistake to the page, innermost first. Of a long way, the first and last ten steps.
  private func trace() -> [Diagnostic.Note] {
    var notes = calls.reversed().compactMap { call -> Diagnostic.Note? in
      guard let counter = call.counter else { return nil }
      let place = program.location(at: counter)
      let how = call.isBlock ? "fills the block at" : "included from"
      return .init("\(how) \(place.file):\(place.line):\(place.column)", at: place)
    }
    if notes.count > 20 {
      notes.replaceSubrange(10..<notes.count - 10, with: [.init("and \(notes.count - 20) more in between")])
    }
    return notes + [.init("while rendering \(page)", at: SourceLocation(file: page))]
  }
}
