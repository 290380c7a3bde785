import Content
import Diagnostics

extension Check {
  /// A page that does not say which language it is in.
  static let missingLanguage = Check(
    "output/missing-language", .error,
    .init(
      finds: "A page whose `<html>` has no `lang`, or an empty one.",
      why: "A screen reader then reads English words with the sounds of another language.",
      bad: ["public/index.html": "<!doctype html><html><head><title>Help</title></head></html>"],
      good: [
        "public/index.html": """
        <!doctype html><html lang="en"><head><meta http-equiv="Content-Security-Policy" content="default-src 'none'">
        <title>Help</title></head><body><main><h1>Help</h1></main></body></html>
        """
      ]),
    scope: .output { file, _ in
      guard let html = file.html, html.isPage, let tag = html.first(.html) ?? html.tags.first else { return [] }
      if let language = html.attribute(.lang, of: tag), !html.isBlank(language) { return [] }
      return [
        Finding(
          at: file.location(tag), "the page does not say which language it is in",
          help: "write <html lang=\"{{page.language}}\"> in the layout")
      ]
    })
}
