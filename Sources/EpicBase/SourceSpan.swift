/// Identifies one source file of a compilation; an index into the compilation's list of sources.
@frozen
package struct SourceID: Hashable, Comparable, Sendable {
  /// Position in the list of sources, in the workspace's canonical (byte-wise sorted path) order.
  package var rawValue: UInt32

  @inlinable
  package init(_ rawValue: UInt32) { self.rawValue = rawValue }

  @inlinable
  package static func < (left: SourceID, right: SourceID) -> Bool { left.rawValue < right.rawValue }
}

/// A half-open range of bytes in one source file.
@frozen
package struct SourceSpan: Hashable, Sendable {
  /// The file that the bytes are in.
  package var source: SourceID
  /// Offset of the first byte.
  package var start: UInt32
  /// Offset behind the last byte.
  package var end: UInt32

  @inlinable
  package init(source: SourceID, start: UInt32, end: UInt32) {
    self.source = source
    self.start = start
    self.end = end
  }

  /// The smallest span that covers both. Both lie in the same file; otherwise the receiver is returned.
  package func union(_ other: SourceSpan) -> SourceSpan {
    guard other.source == source else { return self }
    return SourceSpan(source: source, start: min(start, other.start), end: max(end, other.end))
  }
}

extension SourceSpan: Comparable {
  /// Orders by file, then by position: the order in which diagnostics are shown.
  @inlinable
  package static func < (left: SourceSpan, right: SourceSpan) -> Bool {
    if left.source != right.source { return left.source < right.source }
    if left.start != right.start { return left.start < right.start }
    return left.end < right.end
  }
}
