import Content
import Mustache

/// A service of the register as templates get it.
enum SupportLineValues {
  static func make(_ line: SupportLine, _ words: Strings) -> Object {
    [
      "id": .text(line.id), "name": .text(line.name), "country": .text(line.country),
      "countryName": .text(words[StringKey.value(line.country, in: .countries)] ?? line.country),
      "region": .optional(line.region),
      "regionName": .optional(line.region.map { words[StringKey.value($0, in: .regions)] ?? $0 }),
      "kind": .text(line.kind), "kindName": .text(words[StringKey.value(line.kind, in: .kinds)] ?? line.kind),
      "phone": .optional(line.phone), "phoneURL": .optional(line.phone.map { "tel:" + $0 }),
      "text": .optional(line.text), "textURL": .optional(line.text.map { "sms:" + $0 }),
      "display": .optional(line.display), "url": .optional(line.url), "hours": .optional(line.hours),
      "languages": .nonEmpty(line.languages.map { ["text": .text(words[StringKey.value($0, in: .languages)] ?? $0)] }),
      "cost": .optional(line.cost), "audience": .optional(line.audience), "note": .optional(line.note),
      "evidence": .text(line.evidence), "verified": .text(words.written(line.verified)),
      "verifiedISO": .text(line.verified.description),
    ]
  }
}
