extension Check {
  /// A CSV file that is no table.
  static let dataCSVSyntax = Check(
    "data/csv-syntax", .error,
    .init(
      finds: "A .csv file with a row that has too many or too few cells, or with a quotation mark that never ends.",
      why: "A number would stand under the wrong heading.",
      bad: ["content/data/use.csv": "year,age,share\n2024,16 to 24,3.8\n2025,16 to 24\n"],
      good: ["content/data/use.csv": "year,age,share\n2024,16 to 24,3.8\n2025,16 to 24,2.9\n"]),
    scope: .reading)

  /// A JSON file that cannot be read.
  static let dataJSONSyntax = Check(
    "data/json-syntax", .error,
    .init(
      finds: "A .json file with a slip in its marks: a comma, a bracket or a quotation mark too many or too few.",
      why: "Nothing in the file can be used, such as the list of sources.",
      bad: ["content/data/references.json": "[{\"id\": \"nhs\", \"title\": \"Ketamine\",}]\n"],
      good: ["content/data/references.json": "[{\"id\": \"nhs\", \"title\": \"Ketamine\"}]\n"]),
    scope: .reading)

  /// YAML that cannot be read, in data, settings, strings or the head of a page.
  static let dataYAMLSyntax = Check(
    "data/yaml-syntax", .error,
    .init(
      finds:
        "A slip in a .yml file or at the top of a page, such as a bracket that never ends or a line set in too far.",
      why: "Nothing in the file can be used.",
      bad: ["content/page.md": "---\ntitle: Bladder\ntags: [bladder, pain\n---\nText.\n"],
      good: ["content/page.md": "---\ntitle: Bladder\ntags: [bladder, pain]\n---\nText.\n"]),
    scope: .reading)

  /// Bytes that are no text in UTF-8.
  static let dataEncoding = Check(
    "data/encoding", .error,
    .init(
      finds: "A page or a data file that is not saved as UTF-8.",
      why: "Letters such as é would come out as boxes.",
      bad: ["content/page.md": "---\ntitle: Help\n---\nA caf\u{FFFD} near you.\n"],
      good: ["content/page.md": "---\ntitle: Help\n---\nA café near you.\n"]),
    scope: .reading)

  /// A data file of a kind that nothing reads.
  static let dataUnknownFormat = Check(
    "data/unknown-format", .error,
    .init(
      finds: "A file in content/data/ that ends in something else than .yml, .json or .csv.",
      why: "Nothing reads it, so what it says is missing from the site.",
      bad: ["content/data/trials.txt": "Trials of ketamine\n"],
      good: ["content/data/trials.yml": "- {id: first, name: The first trial}\n"]),
    scope: .reading)
}
