/// A page of a few words, for when the site has none to show.
enum PlainPage {
  /// - Parameters: text that needs no escaping.
  static func html(title: String, text: String) -> [UInt8] {
    Array(
      """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <title>\(title)</title>
      </head>
      <body>
      <h1>\(title)</h1>
      <p>\(text)</p>
      </body>
      </html>

      """.utf8)
  }

  static let broken = html(
    title: "This page cannot be made",
    text: "Something in its source or in a template stops it. It appears here by itself as soon as that is mended.")
}
