extension Check {
  /// A picture whose width and height cannot be read. Found when pages are drawn.
  static let unknownImageSize = Check(
    "image/unknown-size", .error,
    .init(
      finds: "A picture whose width and height cannot be read from its file.",
      why:
        "Without them the text jumps while the picture loads, and somebody who reads or is about to press a "
        + "number loses the place.",
      bad: [
        "content/index.md": "---\ntitle: The bladder\n---\nA picture: ![The bladder from the front](bladder.svg)\n",
        "content/bladder.svg": "<svg></svg>",
      ],
      good: [
        "content/index.md": "---\ntitle: The bladder\n---\nA picture: ![The bladder from the front](bladder.svg)\n",
        "content/bladder.svg": "<svg width=\"400\" height=\"300\"></svg>",
      ]),
    scope: .reading)
}
