/// Takes lines, then bytes, out of a document as long as it still `fails`, so that a generated failure can be understood.
func smallest(_ source: [UInt8], _ fails: ([UInt8]) -> Bool) -> [UInt8] {
  var source = source
  var changed = true
  while changed {
    changed = false
    var lines = source.split(separator: 10, omittingEmptySubsequences: false).map(Array.init)
    var i = 0
    while i < lines.count {
      let line = lines.remove(at: i)
      let shorter = Array(lines.joined(separator: [10]))
      if fails(shorter) {
        (source, changed) = (shorter, true)
      } else {
        lines.insert(line, at: i)
        i += 1
      }
    }
    i = 0
    while i < source.count {
      let byte = source.remove(at: i)
      if fails(source) {
        changed = true
      } else {
        source.insert(byte, at: i)
        i += 1
      }
    }
  }
  return source
}
