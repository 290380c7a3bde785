/// Where rendering stops by itself. Far beyond what a site needs; without them, a template that calls itself twice
/// would run for ever, as would twenty loops inside each other.
struct RenderLimits: Sendable {
  /// Templates inside each other.
  var depth = 100
  /// Instructions per page: a second or so.
  var steps = 100_000_000
  /// Bytes per page.
  var bytes = 256 << 20
}
