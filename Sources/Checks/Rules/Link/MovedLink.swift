import Diagnostics

extension Check {
  /// A link to a page of another site that has a new address.
  static let movedLink = Check(
    "link/moved", .info,
    .init(
      finds: """
        A link to a page whose server says that it has moved for good. Only `sitegen check --external` asks other servers.
        """,
      why: "Old addresses work for some years at most. The new one costs the reader one step less.",
      bad: "Read [the leaflet](http://example.org/leaflet).\n",
      good: "Read [the leaflet](https://example.org/leaflet).\n"),
    scope: .network)
}
