extension ImageSize {
  /// AV1 Image File Format, on top of ISO/IEC 23008-12 (HEIF) and ISO/IEC 14496-12 (boxes): the size of the primary
  /// item, turned if it says so. A file has several sizes: thumbnails, tiles and alpha planes are items too.
  static func avif(_ bytes: ImageBytes) -> ImageSize? {
    let file = Box(type: "", start: 0, end: bytes.count)
    // 14496-12, 4.3: the file type comes first and lists what the file may be read as.
    guard let type = file.children(in: bytes).first, type.type == "ftyp",
      stride(from: type.start, to: type.end, by: 4).contains(where: {
        bytes.has("avif", at: $0) || bytes.has("avis", at: $0)
      }),
      // 14496-12, 8.11.1: meta is a FullBox: a version and flags precede its children.
      let meta = file.child("meta", in: bytes)?.skipping(4),
      let properties = meta.child("iprp", in: bytes),
      let container = properties.child("ipco", in: bytes)
    else { return nil }

    let all = container.children(in: bytes)
    let primary = meta.child("pitm", in: bytes).flatMap { primaryItem($0, bytes) }
    let indices = properties.child("ipma", in: bytes).map { associations(of: primary, in: $0, bytes) } ?? []
    let chosen = indices.compactMap { (1...max(1, all.count)).contains($0) && !all.isEmpty ? all[$0 - 1] : nil }

    let sizes = (chosen.isEmpty ? all : chosen).filter { $0.type == "ispe" }.compactMap { box -> ImageSize? in
      // 23008-12, 6.5.3: version and flags, width, height.
      guard let width = bytes.big32(at: box.start + 4), let height = bytes.big32(at: box.start + 8),
        box.start + 12 <= box.end
      else { return nil }
      return ImageSize(width: width, height: height)
    }
    // Without an association the largest is the image and the others are its parts or thumbnails.
    guard let size = sizes.max(by: { $0.width * $0.height < $1.width * $1.height }) else { return nil }
    // 23008-12, 6.5.10: irot counts quarter turns in two bits.
    let turns = chosen.first { $0.type == "irot" }.flatMap { bytes.byte(at: $0.start) } ?? 0
    return turns & 1 == 1 ? size.turned : size
  }

  /// 14496-12, 8.11.4: the item's number has 16 bits in version 0, else 32.
  private static func primaryItem(_ box: Box, _ bytes: ImageBytes) -> Int? {
    bytes.byte(at: box.start) == 0 ? bytes.big16(at: box.start + 4) : bytes.big32(at: box.start + 4)
  }

  /// 14496-12, 8.11.14: indices, from 1, of the properties that belong to an item.
  private static func associations(of item: Int?, in box: Box, _ bytes: ImageBytes) -> [Int] {
    guard let item, let header = bytes.big32(at: box.start), let count = bytes.big32(at: box.start + 4) else {
      return []
    }
    let isLong = header & 1 == 1
    let numberLength = header >> 24 == 0 ? 2 : 4
    var offset = box.start + 8
    // A made-up count ends with the box.
    for _ in 0..<count where offset < box.end {
      guard let number = numberLength == 2 ? bytes.big16(at: offset) : bytes.big32(at: offset),
        let associations = bytes.byte(at: offset + numberLength)
      else { return [] }
      offset += numberLength + 1
      let length = isLong ? 2 : 1
      if number == item {
        // The top bit says whether a reader must understand the property.
        return (0..<associations).compactMap { index in
          isLong
            ? bytes.big16(at: offset + 2 * index).map { $0 & 0x7FFF } : bytes.byte(at: offset + index).map { $0 & 0x7F }
        }
      }
      offset += associations * length
      if offset >= box.end { break }
    }
    return []
  }
}

/// 14496-12, 4.2: a length, a type of four letters, and contents, which may be boxes.
private struct Box {
  let type: String
  /// Of the contents.
  let start: Int
  let end: Int

  func skipping(_ count: Int) -> Box { Box(type: type, start: min(start + count, end), end: end) }

  func child(_ type: String, in bytes: ImageBytes) -> Box? { children(in: bytes).first { $0.type == type } }

  func children(in bytes: ImageBytes) -> [Box] {
    var boxes: [Box] = []
    var offset = start
    while offset + 8 <= end, let length = bytes.big32(at: offset), let code = bytes.big32(at: offset + 4) {
      var headerLength = 8
      var boxLength = length
      if length == 1 {
        // A length of 64 bits follows. More than 32 of them are used by no image.
        guard bytes.big32(at: offset + 8) == 0, let long = bytes.big32(at: offset + 12) else { break }
        headerLength = 16
        boxLength = long
      } else if length == 0 {
        boxLength = end - offset
      }
      guard boxLength >= headerLength else { break }
      let letters = [code >> 24, code >> 16, code >> 8, code].map { UInt8(truncatingIfNeeded: $0) }
      // A prefix of a file is enough as long as what is asked for lies in it.
      boxes.append(
        Box(
          type: String(decoding: letters, as: UTF8.self), start: offset + headerLength,
          end: min(offset + boxLength, end)))
      offset += boxLength
    }
    return boxes
  }
}
