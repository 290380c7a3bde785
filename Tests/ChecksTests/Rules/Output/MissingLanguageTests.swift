import Testing

@testable import Checks

@Suite struct MissingLanguageTests {
  @Test(arguments: [
    "👉<html>👈", "👉<HTML lang=\"\">👈", "👉<html lang=\" \" dir=\"ltr\">👈", "👉<html xml:lang=\"en\">👈",
    "<html lang=en>", "<html dir=\"rtl\" lang='ar'>", "<p>No page.</p>", "👉<!doctype html>👈<title>Help</title>",
  ])
  func isFound(_ tag: String) async throws {
    try await findings(of: .missingLanguage, ["public/index.html": "\(tag)<p>Text.</p>"])
  }
}
