/// From names to values, and from values to bytes.
extension Renderer {
  mutating func write(_ value: Value, at counter: Int, to output: inout [UInt8]) {
    switch value {
    case .text(let text): appendRaw(text, to: &output)
    case .html(let bytes): output.append(contentsOf: bytes)
    case .number(let number): appendDecimal(number, to: &output)
    case .flag(let flag): appendRaw(flag ? "true" : "false", to: &output)
    case .absent, .deferred: break
    case .list, .object: reportUnprintable(value, at: counter)
    }
  }

  /// Looks a name up, innermost context first. What no context has is reported and counts as absent.
  mutating func lookUp(_ path: Int32, at counter: Int) -> Value {
    let index = Int(path)
    var level = scopes.count - 1
    if program.paths[index].isDot { return scopes[level].value }
    while level >= 0 {
      if let found = scopes[level].object.value(
        program.paths[index].first.text, hash: program.paths[index].first.hash)
      {
        if program.paths[index].rest.isEmpty { return found.forced }
        return descend(from: found.forced, path: index, at: counter)
      }
      level -= 1
    }
    reportUnknown(path: index, at: counter)
    return .absent
  }

  /// The rest of a dotted name is looked up in what the first part gave and nowhere else.
  private mutating func descend(from start: Value, path: Int, at counter: Int) -> Value {
    var value = start
    for position in program.paths[path].rest.indices {
      let key = program.paths[path].rest[position]
      switch value {
      case .object(let object):
        guard let next = object.value(key.text, hash: key.hash) else {
          reportUnknown(key.text, in: value, path: path, position: position, at: counter)
          return .absent
        }
        value = next.forced
      case .absent, .flag(false): return .absent
      default:
        reportUnknown(key.text, in: value, path: path, position: position, at: counter)
        return .absent
      }
    }
    return value
  }

  mutating func template(named path: Int32, at counter: Int) -> Int? {
    let value = lookUp(path, at: counter)
    guard value.isTruthy else { return nil }
    if case .text(let name) = value, let index = program.index[name] { return index }
    reportMissing(value, path: Int(path), at: counter)
    return nil
  }
}
