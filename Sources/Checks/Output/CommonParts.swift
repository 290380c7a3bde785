import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What the pages of one site have in common, so that it is read once.
package final class CommonParts: Sendable {
  let fragments: [HTMLFragment]
  /// The policy that was read last. All pages of a site have the same.
  private let lastPolicy = Mutex<(bytes: [UInt8], sources: PagePolicy.Sources)?>(nil)

  /// - Parameter parts: bytes that many pages have.
  package init(_ parts: [[UInt8]]) { fragments = parts.compactMap(HTMLFragment.init) }

  /// What a policy says that is written in these bytes.
  func sources(_ bytes: ArraySlice<UInt8>, read: () -> PagePolicy.Sources) -> PagePolicy.Sources {
    if let known = lastPolicy.withLock({ $0 }), isSame(known.bytes, bytes) { return known.sources }
    let sources = read()
    lastPolicy.withLock { $0 = (Array(bytes), sources) }
    return sources
  }

  private func isSame(_ known: [UInt8], _ bytes: ArraySlice<UInt8>) -> Bool {
    guard known.count == bytes.count else { return false }
    return known.withUnsafeBytes { known in
      bytes.withUnsafeBytes { bytes in
        guard let a = known.baseAddress, let b = bytes.baseAddress else { return true }
        return memcmp(a, b, bytes.count) == 0
      }
    }
  }
}

/// A part that many pages have to the byte, such as a list of all sections. Looked at once, and then stepped over: on a
/// site of ten thousand pages such a list is most of the bytes.
struct HTMLFragment: Sendable {
  let bytes: [UInt8]
  /// Start and end tags of the elements that stand in no other of it.
  let outermost: [HTMLScan.Tag]

  /// Shorter parts are not worth a search.
  private static let least = 512

  /// Nil if a rule may have something to say about a part of it: then it is looked at on every page.
  init?(_ bytes: [UInt8]) {
    let bytes = Array(bytes.drop { $0 != UInt8(ascii: "<") })
    guard bytes.count >= Self.least else { return nil }
    let scan = HTMLScan(bytes)
    let isPlain =
      scan.special.isEmpty && scan.jumps.isEmpty && scan.controls.isEmpty && scan.mistakes.isEmpty
    let isClosed = scan.tags.allSatisfy { $0.kind != .start || Int($0.close) < scan.tags.count }
    guard isPlain, isClosed, !scan.attributes.contains(where: { $0.name == .id }) else { return nil }
    self.bytes = bytes
    outermost = scan.tags.indices.filter { i in
      let tag = scan.tags[i]
      switch tag.kind {
      case .start: return tag.parent < 0
      case .end: return tag.parent >= 0 && scan.tags[Int(tag.parent)].parent < 0
      case .comment: return false
      }
    }.map { scan.tags[$0] }
  }

  /// Where it begins in a page; nil if the page does not have it.
  func offset(in page: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let base = page.baseAddress else { return nil }
    return bytes.withUnsafeBytes { wanted -> Int? in
      guard let pattern = wanted.baseAddress else { return nil }
      var from = 0
      // Every part begins with `<`.
      while from + wanted.count <= page.count,
        let found = memchr(base + from, Int32(UInt8(ascii: "<")), page.count - wanted.count - from + 1)
      {
        if memcmp(found, pattern, wanted.count) == 0 { return UnsafeRawPointer(found) - UnsafeRawPointer(base) }
        from = UnsafeRawPointer(found) - UnsafeRawPointer(base) + 1
      }
      return nil
    }
  }
}

extension HTMLScan.Tag {
  /// The same tag further on, without its attributes.
  func moved(by offset: Int32) -> HTMLScan.Tag {
    HTMLScan.Tag(
      kind: kind, element: element, isSelfClosing: isSelfClosing, isPart: true, start: start + offset,
      end: end + offset,
      firstAttribute: 0, attributeEnd: 0, nameEnd: nameEnd + offset)
  }
}
