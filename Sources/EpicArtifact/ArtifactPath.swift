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
    let bytes = path.utf8Span.span
    if bytes.isEmpty { return "is empty" }
    if bytes.count > maximumBytes { return "is longer than \(maximumBytes) bytes" }
    if bytes[0] == UInt8(ascii: "/") { return "is absolute" }
    for index in bytes.indices {
      let byte = bytes[index]
      if byte < 32 || byte == 127 { return "holds a control character" }
      if byte > 127 { return "holds a character outside ASCII" }
      if byte == UInt8(ascii: "\\") { return "holds a backslash" }
    }
    // One pass over the bytes: every file of a deployment comes by here.
    var start = 0
    for index in 0...bytes.count where index == bytes.count || bytes[index] == UInt8(ascii: "/") {
      let length = index - start
      if length == 0 { return "has an empty segment" }
      if length <= 2 && bytes[start] == UInt8(ascii: ".") && bytes[index - 1] == UInt8(ascii: ".") {
        return length == 1 ? "has a `.` segment" : "has a `..` segment"
      }
      if length > maximumSegmentBytes { return "has a segment longer than \(maximumSegmentBytes) bytes" }
      start = index + 1
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
