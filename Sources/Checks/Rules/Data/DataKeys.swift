extension Check {
  /// Two entries of a data file with one id.
  static let dataDuplicateID = Check(
    "data/duplicate-id", .error,
    .init(
      finds: "Two entries of a data file with the same id.",
      why: "Pages that name the id could mean either, and readers would get the wrong source or the wrong number.",
      bad: [
        "content/data/glossary.yml":
          "- {id: k-hole, term: K-hole, definition: A state.}\n- {id: k-hole, term: Hole, definition: Another.}\n"
      ],
      good: [
        "content/data/glossary.yml":
          "- {id: k-hole, term: K-hole, definition: A state.}\n- {id: hole, term: Hole, definition: Another.}\n"
      ]),
    scope: .reading)

  /// A key that is given twice.
  static let dataDuplicateKey = Check(
    "data/duplicate-key", .error,
    .init(
      finds: "The same key twice in one entry, or two columns of a table with one name.",
      why: "Only one of the two can count, and nobody can tell which was meant.",
      bad: ["content/page.md": "---\ntitle: Bladder\ntitle: The bladder\n---\nText.\n"],
      good: ["content/page.md": "---\ntitle: The bladder\n---\nText.\n"]),
    scope: .reading)

  /// Two data files that differ in their ending only.
  static let dataDuplicateName = Check(
    "data/duplicate-name", .error,
    .init(
      finds: "Two files in content/data/ with the same name and different endings.",
      why: "A page asks for data by the name without the ending, and gets only one of them.",
      bad: [
        "content/data/trials.yml": "- {id: first, name: The first trial}\n",
        "content/data/trials.csv": "id,name\nsecond,The second trial\n",
      ],
      good: [
        "content/data/trials.yml": "- {id: first, name: The first trial}\n",
        "content/data/newer-trials.csv": "id,name\nsecond,The second trial\n",
      ]),
    scope: .reading)

  /// A key that has to be there and is not.
  static let dataMissingKey = Check(
    "data/missing-key", .error,
    .init(
      finds: "A page, an entry or the settings without a key that they must have, such as `title`.",
      why: "A page without a title cannot be listed, and a helpline without a date cannot be trusted.",
      bad: ["content/page.md": "---\ntags: [bladder]\n---\nText.\n"],
      good: ["content/page.md": "---\ntitle: Bladder\ntags: [bladder]\n---\nText.\n"]),
    scope: .reading)

  /// A key that nothing asks for.
  static let dataUnknownKey = Check(
    "data/unknown-key", .error,
    .init(
      finds: "A key that means nothing here, mostly a slip of the pen.",
      why: "What stands behind it is left out without a word.",
      bad: ["content/page.md": "---\ntitle: Bladder\ndescripton: What ketamine does to the bladder.\n---\nText.\n"],
      good: ["content/page.md": "---\ntitle: Bladder\ndescription: What ketamine does to the bladder.\n---\nText.\n"]),
    scope: .reading)

  /// A value of another kind than its key takes.
  static let dataWrongType = Check(
    "data/wrong-type", .error,
    .init(
      finds: "A value that its key cannot have: a word in place of a date, a text in place of a list.",
      why: "The value cannot be used, so the page or the entry would lack it.",
      bad: ["content/page.md": "---\ntitle: Bladder\nreview: {state: compiled, on: yesterday}\n---\nText.\n"],
      good: ["content/page.md": "---\ntitle: Bladder\nreview: {state: compiled, on: 2026-11-20}\n---\nText.\n"]),
    scope: .reading)

  /// A chart that cannot be drawn from its data.
  static let dataChart = Check(
    "data/chart", .error,
    .init(
      finds: "A chart whose data file is not there, or has something else than a number where a number belongs.",
      why: "The chart would show a wrong bar, or none.",
      bad: [
        "content/page.md": "---\ntitle: Use\n---\n:::chart{data=use kind=bars title=\"Use by age\"}\n:::\n",
        "content/data/use.csv": "age,year,share\n16 to 24,2025,about 3\n",
        "templates/directives/chart.html": "{{{chart}}}{{{table}}}\n",
      ],
      good: [
        "content/page.md": "---\ntitle: Use\n---\n:::chart{data=use kind=bars title=\"Use by age\"}\n:::\n",
        "content/data/use.csv": "age,year,share\n16 to 24,2025,2.9\n",
        "templates/directives/chart.html": "{{{chart}}}{{{table}}}\n",
      ]),
    scope: .reading)
}
