extension Check {
  /// A file whose name no address can have.
  static let inputFileName = Check(
    "input/file-name", .error,
    .init(
      finds: "A file with a line break, a backslash or another strange sign in its name, or two that differ invisibly.",
      why: "No web address can lead to it.",
      bad: ["content/what\\next.md": "---\ntitle: What next\n---\nText.\n"],
      good: ["content/what-next.md": "---\ntitle: What next\n---\nText.\n"]),
    scope: .reading)

  /// A link on the disk that leads into itself.
  static let inputLinkCircle = Check(
    "input/link-circle", .error,
    .init(
      finds: "A link on the disk (shown as `name -> where it leads`) to a folder that it stands in.",
      why: "The site would have the same pages again and again without end.",
      bad: ["content/help/index.md": "---\ntitle: Help\n---\nText.\n", "content/help/more -> ../help": ""],
      good: ["content/help/index.md": "---\ntitle: Help\n---\nText.\n"]),
    scope: .reading)

  /// A project without a page.
  static let inputNoPages = Check(
    "input/no-pages", .error,
    .init(
      finds: "A project with no page in content/.",
      why: "A slip in a folder's name would empty the whole site.",
      bad: ["contents/index.md": "---\ntitle: Home\n---\nWelcome.\n"],
      good: ["content/index.md": "---\ntitle: Home\n---\nWelcome.\n"]),
    scope: .reading)

  /// Links on the disk that multiply. It takes ten thousand, so there is no example.
  static let inputTooManyLinks = Check(
    "input/too-many-links", .error,
    .init(
      finds: "Links on the disk, to folders that hold links to folders, which lead to more than 10,000 folders.",
      why: "Reading them all could take for ever, so the rest is left out.",
      bad: [:], good: [:]),
    scope: .reading)

  /// A file that is there and cannot be read.
  static let inputUnreadable = Check(
    "input/unreadable", .error,
    .init(
      finds: "A file that may not be read, or a link on the disk (`name -> where it leads`) that leads nowhere.",
      why: "What it says would be missing from the site.",
      bad: ["content/help.md -> ../old/help.md": ""],
      good: ["content/help.md": "---\ntitle: Help\n---\nText.\n"]),
    scope: .reading)
}
