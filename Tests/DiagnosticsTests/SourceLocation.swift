import Diagnostics

/// Swift Testing has a type of this name too; in these tests ours is meant.
typealias SourceLocation = Diagnostics.SourceLocation
