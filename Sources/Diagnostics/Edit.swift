/// A change to one line of an input file: the bytes that `location` covers become `replacement`.
///
/// A length of 0 puts the replacement before the byte at `location`.
package struct Edit: Sendable, Hashable {
  package var location: SourceLocation
  package var replacement: String

  package init(_ location: SourceLocation, _ replacement: String) {
    self.location = location
    self.replacement = replacement
  }
}
