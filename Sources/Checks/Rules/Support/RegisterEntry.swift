extension Check {
  /// An entry of the register for the examples of this group.
  static func registerEntry(
    phone: String? = "116123", display: String = "116 123", evidence: String = "https://www.samaritans.org/",
    verified: String = "2026-11-21", kind: String = "suicide-crisis"
  ) -> String {
    let number = phone.map { "  phone: \"\($0)\"\n  display: \"\(display)\"\n" } ?? ""
    return """
      - id: gb-samaritans
        country: GB
        name: Samaritans
        kind: \(kind)
      \(number)  url: https://www.samaritans.org
        evidence: \(evidence)
        verified: \(verified)

      """
  }
}
