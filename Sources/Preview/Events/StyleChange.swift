/// Tells whether a page changed by addresses of style sheets alone, so that it can put them on without a reload.
///
/// A style sheet's name holds a fingerprint between its first and its last dot: `style.0123456789.css`.
struct StyleChange {
  private var renamed: [(old: String, new: String)] = []

  /// - Parameters:
  ///   - old: addresses of the style sheets that there were.
  ///   - new: addresses of those that there are.
  init(from old: Set<String>, to new: Set<String>) {
    let added = Dictionary(grouping: new.subtracting(old), by: Self.nameWithoutFingerprint)
    let gone = Dictionary(grouping: old.subtracting(new), by: Self.nameWithoutFingerprint)
    for (name, addresses) in gone.sorted(by: { $0.key < $1.key }) {
      guard let successors = added[name], addresses.count == 1, successors.count == 1 else { continue }
      renamed.append((addresses[0], successors[0]))
    }
  }

  /// Which addresses the page must change to be the new one; nil if that is not all.
  func explains(_ old: [UInt8], _ new: [UInt8]) -> [(old: String, new: String)]? {
    var mapped = old
    var used: [(old: String, new: String)] = []
    for change in renamed {
      let result = Self.replacing(Array(change.old.utf8), by: Array(change.new.utf8), in: mapped)
      if result != mapped { used.append(change) }
      mapped = result
    }
    return mapped == new ? used : nil
  }

  private static func nameWithoutFingerprint(_ address: String) -> String {
    let name = address.split(separator: "/").last ?? ""
    guard let first = name.firstIndex(of: "."), let last = name.lastIndex(of: "."), first < last else { return address }
    return String(address.dropLast(name.count)) + String(name[..<first]) + String(name[last...])
  }

  private static func replacing(_ old: [UInt8], by new: [UInt8], in bytes: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    var place = 0
    while let start = bytes[place...].firstIndex(of: old[0]) {
      out += bytes[place..<start]
      if bytes[start...].starts(with: old) {
        out += new
        place = start + old.count
      } else {
        out.append(bytes[start])
        place = start + 1
      }
    }
    return out + bytes[place...]
  }
}
