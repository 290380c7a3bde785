extension Check {
  /// Found by `PageParser`.
  static let byteOrderMark = Check(
    "content/byte-order-mark", .error,
    .init(
      finds: "A file that starts with an invisible byte-order mark, which some programs on Windows write.",
      why: "Nobody sees it, and with it the first line is not the line that it seems to be.",
      bad: "\u{FEFF}---\ntitle: The bladder\n---\nText.\n",
      good: "---\ntitle: The bladder\n---\nText.\n"),
    scope: .reading)

  /// Found by `PageParser`.
  static let emptyPage = Check(
    "content/empty", .error,
    .init(
      finds: "A page file with nothing in it.",
      why: "Readers who come to it would find nothing.",
      bad: "\n", good: "---\ntitle: The bladder\n---\nText.\n"),
    scope: .reading)

  /// Found by `PageParser`.
  static let lineEnds = Check(
    "content/line-ends", .error,
    .init(
      finds: "A file whose lines end as on Windows.",
      why: "Two editors would get two different sites from what looks like the same text.",
      bad: "---\ntitle: The bladder\n---\nFirst line.\r\nSecond line.\r\n",
      good: "---\ntitle: The bladder\n---\nFirst line.\nSecond line.\n"),
    scope: .reading)

  /// Found by `Limits` and `Directives`.
  static let tooDeep = Check(
    "content/too-deep", .error,
    .init(
      finds: "Quotes and lists nested more than 200 deep, or directives more than 20 deep.",
      why: "Nobody writes that on purpose, and it would take a computer very long to read.",
      bad: String(repeating: "> ", count: 201) + "Text.\n",
      good: "> Text.\n"),
    scope: .reading)

  /// Found by `Limits`.
  static let tooManyMarks = Check(
    "content/too-many-marks", .error,
    .init(
      finds: "A paragraph with more than 20,000 brackets or `@`, or 30,000 `*`, `_` or `~`.",
      why: "Nobody writes that on purpose, and it would take a computer very long to read.",
      bad: String(of: 20_001, UInt8(ascii: "[")) + "\n",
      good: "Text with [brackets] in it.\n"),
    scope: .reading)

  /// Found by `Limits`.
  static let tableTooLarge = Check(
    "content/table-too-large", .error,
    .init(
      finds: "A table of more than 200,000 cells. Rows that are too short count as if they were full.",
      why: "No reader reads it, and no phone shows it.",
      bad: "|" + String(repeating: "-|", count: 500) + "\n" + String(repeating: "|\n", count: 400),
      good: "| Year | Treated |\n|---|---|\n| 2020 | 20 |\n"),
    scope: .reading)
}
