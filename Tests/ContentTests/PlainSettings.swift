@testable import Content

extension Settings {
  /// The settings of a site of which nothing but title and address is said.
  static var plain: Settings { with("") }

  /// - Parameter yaml: further lines.
  static func with(_ yaml: String) -> Settings {
    let text = "title: Example\nbaseURL: https://example.org/\n" + yaml
    guard let settings = SettingsReader.read([("sitegen.yml", Array(text.utf8))]).0 else {
      preconditionFailure("settings of a test are wrong: \(text)")
    }
    return settings
  }
}
