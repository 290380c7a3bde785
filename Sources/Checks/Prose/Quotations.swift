extension Prose {
  /// The bytes between quotation marks in a block, in order: “…”, "…", ‘…’, '…' and «…».
  ///
  /// A mark that has no partner quotes nothing.
  func quotations(in block: Block) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var open: (closing: Mark, at: Int)?
    var i = block.text.lowerBound
    while i < block.text.upperBound {
      guard let (mark, length) = mark(at: i, in: block) else {
        i += 1
        continue
      }
      if let current = open, closes(mark, current.closing, at: i, length, block) {
        found.append(current.at..<i)
        open = nil
      } else if open == nil, let closing = closing(of: mark, at: i, length, block) {
        open = (closing, i + length)
      } else if let current = open, current.closing == .curlySingle || current.closing == .straightSingle,
        let closing = closing(of: mark, at: i, length, block)
      {
        // It was an apostrophe after all.
        open = (closing, i + length)
      }
      i += length
    }
    return found
  }

  private enum Mark {
    case straight, straightSingle, openDouble, closeDouble, openSingle, curlySingle, openAngle, closeAngle
  }

  private func mark(at i: Int, in block: Block) -> (Mark, length: Int)? {
    switch text[i] {
    case UInt8(ascii: "\""): return (.straight, 1)
    case UInt8(ascii: "'"): return (.straightSingle, 1)
    case 0xE2 where i + 2 < block.text.upperBound && text[i + 1] == 0x80:
      switch text[i + 2] {
      case 0x98: return (.openSingle, 3)
      case 0x99: return (.curlySingle, 3)
      case 0x9C: return (.openDouble, 3)
      case 0x9D: return (.closeDouble, 3)
      default: return nil
      }
    case 0xC2 where i + 1 < block.text.upperBound && text[i + 1] == 0xAB: return (.openAngle, 2)
    case 0xC2 where i + 1 < block.text.upperBound && text[i + 1] == 0xBB: return (.closeAngle, 2)
    default: return nil
    }
  }

  private func closing(of mark: Mark, at i: Int, _ length: Int, _ block: Block) -> Mark? {
    let isOpening = !isLetter(i - 1, block) && isLetter(i + length, block)
    switch mark {
    case .straight: return .straight
    case .straightSingle: return isOpening ? .straightSingle : nil
    case .openDouble: return .closeDouble
    case .openSingle: return .curlySingle
    case .openAngle: return .closeAngle
    case .closeDouble, .curlySingle, .closeAngle: return nil
    }
  }

  private func closes(_ mark: Mark, _ wanted: Mark, at i: Int, _ length: Int, _ block: Block) -> Bool {
    guard mark == wanted else { return false }
    return mark == .curlySingle || mark == .straightSingle ? !isLetter(i + length, block) : true
  }

  private func isLetter(_ i: Int, _ block: Block) -> Bool {
    guard block.text.contains(i) else { return false }
    let byte = text[i]
    return byte >= 0x80 || (byte | 32 >= 97 && byte | 32 <= 122) || (byte >= 48 && byte <= 57)
  }
}
