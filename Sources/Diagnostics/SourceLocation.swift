/// A place in an input file, as editors and compilers name it.
///
/// Paths are relative to the project's root and use `/`. Lines and columns count from 1. A column counts UTF-8 bytes,
/// not characters. `line` is 0 when the whole file is meant.
package struct SourceLocation: Sendable, Hashable {
  package var file: String
  package var line: Int
  package var column: Int
  /// Bytes on `line` to underline; 0 underlines one place.
  package var length: Int

  package init(file: String, line: Int = 0, column: Int = 0, length: Int = 0) {
    self.file = file
    self.line = line
    self.column = column
    self.length = length
  }
}

extension SourceLocation: Comparable {
  /// Order of reports: by file, then line, then column. Bytes decide, never the locale.
  package static func < (a: SourceLocation, b: SourceLocation) -> Bool {
    if a.file != b.file { return a.file.utf8.lexicographicallyPrecedes(b.file.utf8) }
    return (a.line, a.column, a.length) < (b.line, b.column, b.length)
  }
}
