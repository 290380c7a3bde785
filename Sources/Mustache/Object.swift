/// Values by name, in the order they were added.
///
/// Not a `Dictionary`, because a page asks for a hundred names: templates know the hash of each name from compilation,
/// so that a look-up here hashes nothing (a third of the time of rendering otherwise). Hashes are unseeded, the same
/// in every process.
package struct Object: Sendable {
  private struct Entry: Sendable {
    var hash: UInt32
    var key: String
    var value: Value
  }

  private var entries: [Entry] = []
  /// Open addressing over `entries`, index + 1, 0 = free; a power of two, at most half full. Empty while a look at
  /// each entry is as fast.
  private var slots: [UInt32] = []

  package init() {}

  package init(_ dictionary: [String: Value]) {
    entries.reserveCapacity(dictionary.count)
    for (key, value) in dictionary { self[key] = value }
  }

  package var keys: some Sequence<String> { entries.lazy.map(\.key) }

  /// nil means that the key is not known, which templates report; `.absent` is a known key without a value. Keys are
  /// never taken out again: setting nil makes the value `.absent`.
  package subscript(key: String) -> Value? {
    get { value(key, hash: Self.hash(key)) }
    set {
      let hash = Self.hash(key)
      if let index = index(key, hash) {
        entries[index].value = newValue ?? .absent
      } else {
        entries.append(Entry(hash: hash, key: key, value: newValue ?? .absent))
        noteLast()
      }
    }
  }

  @inline(__always)
  func value(_ key: String, hash: UInt32) -> Value? {
    guard let index = index(key, hash) else { return nil }
    return entries[index].value
  }

  /// FNV-1a over UTF-8.
  static func hash(_ key: String) -> UInt32 {
    var hash: UInt32 = 2_166_136_261
    for byte in key.utf8 { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    return hash
  }

  @inline(__always)
  private func index(_ key: String, _ hash: UInt32) -> Int? {
    if slots.isEmpty {
      for index in entries.indices where entries[index].hash == hash && entries[index].key == key { return index }
      return nil
    }
    let mask = slots.count - 1
    var slot = Int(hash) & mask
    while slots[slot] != 0 {
      let index = Int(slots[slot]) - 1
      if entries[index].hash == hash, entries[index].key == key { return index }
      slot = (slot + 1) & mask
    }
    return nil
  }

  private mutating func noteLast() {
    if entries.count <= 8 { return }
    if entries.count * 2 > slots.count {
      slots = [UInt32](repeating: 0, count: max(32, slots.count * 2))
      for index in entries.indices { fillSlot(index) }
    } else {
      fillSlot(entries.count - 1)
    }
  }

  private mutating func fillSlot(_ index: Int) {
    let mask = slots.count - 1
    var slot = Int(entries[index].hash) & mask
    while slots[slot] != 0 { slot = (slot + 1) & mask }
    slots[slot] = UInt32(index + 1)
  }
}

extension Object: ExpressibleByDictionaryLiteral {
  /// Of two equal keys the later counts.
  package init(dictionaryLiteral elements: (String, Value)...) {
    entries.reserveCapacity(elements.count)
    for (key, value) in elements { self[key] = value }
  }
}
