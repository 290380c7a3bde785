import Diagnostics

extension Check {
  /// A link to a page of another site that failed today, which may be chance.
  static let failingLink = Check(
    "link/failing", .info,
    .init(
      finds: """
        A link to another site that failed when it was last asked for, but not yet on 3 different days. Only \
        `sitegen check --external` asks other servers.
        """,
      why: "It may be chance: servers are repaired, networks break. It may also be the first day of a dead link.",
      bad: "Read [the leaflet](https://example.org/leaflet-of-2019).\n",
      good: "Read [the leaflet](https://example.org/leaflet).\n"),
    scope: .network)
}
