import Diagnostics

/// Reads `content/data/support-lines.yml`, the register of services and their numbers.
enum SupportLinesReader {
  private static let keys = [
    "id", "country", "region", "name", "kind", "phone", "text", "display", "url", "hours", "languages", "cost",
    "audience", "note", "evidence", "verified", "verifiedBy",
  ]

  static func read(_ node: DataNode, _ problems: inout [Diagnostic]) -> [SupportLine] {
    var lines: [SupportLine] = []
    for item in node.list("support-lines", of: "services", &problems) ?? [] {
      guard let fields = item.fields("service", keys: keys, &problems) else { continue }
      let id = fields.requiredText("id", &problems)
      let country = fields.requiredText("country", &problems)
      let name = fields.requiredText("name", &problems)
      let kind = fields.requiredText("kind", &problems)
      let evidence = fields.requiredText("evidence", &problems)
      let verified = fields.required("verified", &problems)?.day("verified", &problems)
      let phone = number("phone", fields, &problems)
      let text = number("text", fields, &problems)
      guard let id, let country, let name, let kind, let evidence, let verified else { continue }
      let line = SupportLine(
        id: id, location: fields["id"]?.location ?? item.location, country: country,
        region: fields.text("region", &problems), name: name, kind: kind, phone: phone, text: text,
        display: fields.text("display", &problems), url: fields.text("url", &problems),
        hours: fields.text("hours", &problems), languages: (fields.texts("languages", &problems) ?? []).map(\.text),
        cost: fields.text("cost", &problems), audience: fields.text("audience", &problems),
        note: fields.text("note", &problems), evidence: evidence, verified: verified,
        verifiedBy: fields.text("verifiedBy", &problems),
        places: Dictionary(fields.entries.map { ($0.key, $0.value.location) }, uniquingKeysWith: { first, _ in first }))
      if line.phone == nil, line.text == nil, line.url == nil {
        problems.append(
          Diagnostic("support/no-contact", at: item.location, "'\(name)' has no phone, no text number and no url"))
      }
      if line.phone != nil || line.text != nil, line.display == nil {
        problems.append(
          Diagnostic(
            "support/no-display", at: item.location, "'\(name)' has a number but no `display`",
            help: "add `display`, the number as people write it"))
      }
      lines.append(line)
    }
    reportDuplicates(lines.map { ($0.id, $0.location) }, "service", &problems)
    return lines
  }

  /// A number that a phone can dial: digits, with a `+` before a country code.
  private static func number(_ key: String, _ fields: DataFields, _ problems: inout [Diagnostic]) -> String? {
    guard let node = fields[key], let text = node.text(key, &problems) else { return nil }
    let digits = text.hasPrefix("+") ? text.dropFirst() : text[...]
    if (2...15).contains(digits.count), digits.utf8.allSatisfy({ $0 >= 48 && $0 <= 57 }) { return text }
    problems.append(
      Diagnostic(
        "support/malformed-number", at: node.location, "`\(key)` takes digits only, with '+' before a country code",
        help: "write spaces and words in `display`"))
    return nil
  }
}
