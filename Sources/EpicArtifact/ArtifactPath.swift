/// The rule for paths of the artifact tree, applied by whoever writes one and by whoever reads one from a bundle.
package enum ArtifactPath {
  /// Longest path, in bytes: what a tar header's prefix and name hold (POSIX.1-2017, ustar).
  package static let maximumBytes = 240
  /// Longest segment, in bytes: `NAME_MAX` of every usual file system.
  package static let maximumSegmentBytes = 200

  /// Why the path is refused, as a phrase that follows the path's name; nil if it is sound.
  ///
  /// Sound is: relative, `/`-separated, no empty, `.` or `..` segment, valid in every file system (no control
  /// byte, no backslash, no byte above ASCII), within the limits.
  package static func fault(in path: String) -> String? {
    let bytes = path.utf8
    if bytes.isEmpty { return "is empty" }
    if bytes.count > maximumBytes { return "is longer than \(maximumBytes) bytes" }
    if bytes.first == UInt8(ascii: "/") { return "is absolute" }
    for byte in bytes {
      if byte < 32 || byte == 127 { return "holds a control character" }
      if byte > 127 { return "holds a character outside ASCII" }
      if byte == UInt8(ascii: "\\") { return "holds a backslash" }
    }
    for segment in bytes.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
      if segment.isEmpty { return "has an empty segment" }
      if segment.elementsEqual(".".utf8) { return "has a `.` segment" }
      if segment.elementsEqual("..".utf8) { return "has a `..` segment" }
      if segment.count > maximumSegmentBytes { return "has a segment longer than \(maximumSegmentBytes) bytes" }
    }
    return nil
  }

  /// Whether `left` comes before `right` in a tree: by bytes, so in the same order in any locale.
  package static func precedes(_ left: String, _ right: String) -> Bool {
    let (one, other) = (left.utf8Span.span, right.utf8Span.span)
    for index in 0..<min(one.count, other.count) where one[index] != other[index] { return one[index] < other[index] }
    return one.count < other.count
  }
}
