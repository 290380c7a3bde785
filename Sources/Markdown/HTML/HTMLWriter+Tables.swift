extension HTMLWriter {
  mutating func table(_ i: Int, _ node: Node) {
    switch node.kind {
    case .table:
      freshLine()
      put("<table>")
      tableHasBody = false
      let alignments = document.bytes(node.payload)
      for row in document.children(of: i) { self.row(row, alignments) }
      if tableHasBody {
        freshLine()
        put("</tbody>")
      }
      tableHasBody = false
      freshLine()
      put("</table>")
      freshLine()
    default: children(of: i)
    }
  }

  private mutating func row(_ i: Int, _ alignments: ArraySlice<UInt8>) {
    freshLine()
    let isHeader = document.nodes[i].flags.contains(.header)
    if isHeader {
      put("<thead>")
      freshLine()
    } else if !tableHasBody {
      put("<tbody>")
      freshLine()
      tableHasBody = true
    }
    put("<tr>")
    var cell = i + 1
    var column = alignments.startIndex
    while cell < Int(document.nodes[i].end) {
      freshLine()
      put(isHeader ? "<th" : "<td")
      if isHeader, hooks != nil { put(" scope=\"col\"") }
      if column < alignments.endIndex { align(alignments[column]) }
      out.append(UInt8(ascii: ">"))
      children(of: cell)
      put(isHeader ? "</th>" : "</td>")
      column += 1
      cell = Int(document.nodes[cell].end)
    }
    freshLine()
    put("</tr>")
    if isHeader {
      freshLine()
      put("</thead>")
    }
  }

  /// HTML has no `align` any more, and a style attribute would break the Content-Security-Policy: a site gets a class.
  private mutating func align(_ alignment: UInt8) {
    let attribute: StaticString = hooks == nil ? " align=\"" : " class=\"align-"
    switch alignment {
    case UInt8(ascii: "l"):
      put(attribute)
      put("left\"")
    case UInt8(ascii: "c"):
      put(attribute)
      put("center\"")
    case UInt8(ascii: "r"):
      put(attribute)
      put("right\"")
    default: break
    }
  }
}
