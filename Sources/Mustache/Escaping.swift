/// Appends text with `& < > " '` written as character references, in runs: what needs no escaping is copied whole.
func appendEscaped(_ text: String, to output: inout [UInt8]) {
  let done: Void? = text.utf8.withContiguousStorageIfAvailable { appendEscaped($0, to: &output) }
  if done == nil { Array(text.utf8).withUnsafeBufferPointer { appendEscaped($0, to: &output) } }
}

func appendRaw(_ text: String, to output: inout [UInt8]) {
  let done: Void? = text.utf8.withContiguousStorageIfAvailable { output.append(contentsOf: $0) }
  if done == nil { output.append(contentsOf: text.utf8) }
}

private func appendEscaped(_ bytes: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
  var runStart = 0
  for offset in 0..<bytes.count {
    let byte = bytes[offset]
    // All five are at most ">"; most letters of most scripts are beyond.
    if byte > UInt8(ascii: ">") { continue }
    let reference: StaticString
    switch byte {
    case UInt8(ascii: "&"): reference = "&amp;"
    case UInt8(ascii: "<"): reference = "&lt;"
    case UInt8(ascii: ">"): reference = "&gt;"
    case UInt8(ascii: "\""): reference = "&quot;"
    case UInt8(ascii: "'"): reference = "&#39;"
    default: continue
    }
    output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[runStart..<offset]))
    output.append(contentsOf: UnsafeBufferPointer(start: reference.utf8Start, count: reference.utf8CodeUnitCount))
    runStart = offset + 1
  }
  output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[runStart...]))
}

func appendDecimal(_ number: Int, to output: inout [UInt8]) {
  if number < 0 { output.append(UInt8(ascii: "-")) }
  let start = output.count
  var rest = number.magnitude
  repeat {
    output.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
    rest /= 10
  } while rest > 0
  output[start...].reverse()
}
