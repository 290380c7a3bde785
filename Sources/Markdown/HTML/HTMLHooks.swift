/// What an HTML writer cannot know from one document: where links lead, and what templates make of our own syntax.
///
/// Each function appends to `out`. `inner` is the HTML of what stands inside. Indices are those of the document's lists.
package protocol HTMLHooks {
  /// Whether `drawnLink` writes the link as a whole; else `openLink` and `closeLink` stand around its text.
  func isDrawn(link index: Int) -> Bool
  func drawnLink(_ index: Int, inner: [UInt8], to out: inout [UInt8])
  func openLink(_ index: Int, to out: inout [UInt8])
  func closeLink(_ index: Int, to out: inout [UInt8])
  /// - Parameter alternative: HTML-escaped text.
  func image(_ index: Int, alternative: [UInt8], to out: inout [UInt8])
  func citation(_ index: Int, to out: inout [UInt8])
  func directive(_ index: Int, inner: [UInt8], to out: inout [UInt8])
  /// The accessible name of the link from a footnote back to the text.
  var backToText: String { get }
}
