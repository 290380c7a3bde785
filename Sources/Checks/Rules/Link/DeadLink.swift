import Diagnostics

extension Check {
  /// A link to a page of another site that has failed for days.
  static let deadLink = Check(
    "link/dead", .warning,
    .init(
      finds: """
        A link to another site that failed on 3 different days, with no good day between. Only `sitegen check --external` \
        asks other servers.
        """,
      why: "A reader who wants to see the source, or a service that could help, finds nothing.",
      bad: "Read [the leaflet](https://example.org/leaflet-of-2019).\n",
      good: "Read [the leaflet](https://example.org/leaflet).\n"),
    scope: .network)
}
