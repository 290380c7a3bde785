extension Collection where Element == UInt8, Index == Int {
  /// Whether `part` occurs.
  func contains(_ part: [UInt8]) -> Bool {
    guard let first = part.first else { return true }
    var at = startIndex
    while at + part.count <= endIndex {
      if self[at] == first, self[at..<(at + part.count)].elementsEqual(part) { return true }
      at += 1
    }
    return false
  }
}
