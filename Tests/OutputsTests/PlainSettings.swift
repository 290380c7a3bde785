import Content

extension Settings {
  /// The settings of a site of which nothing but title, address and these lines are said.
  init(with yaml: String) {
    let text = "title: Example\nbaseURL: https://example.org/\n" + yaml
    guard let settings = SettingsReader.read([("sitegen.yml", Array(text.utf8))]).0 else {
      preconditionFailure("settings of a test are wrong: \(text)")
    }
    self = settings
  }
}
