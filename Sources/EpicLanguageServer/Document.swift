/// A text that the client has open: what it shows, not what the disk holds.
package struct Document: Sendable {
  /// The client's own spelling of the URI.
  package let uri: String
  package var version: Int
  package private(set) var text: [UInt8]
  package private(set) var lines: TextLines

  package init(uri: String, version: Int, text: [UInt8]) {
    self.uri = uri
    self.version = version
    self.text = text
    lines = TextLines(text)
  }

  /// Replaces the whole text.
  package mutating func replace(with text: [UInt8]) {
    self.text = text
    lines = TextLines(text)
  }

  /// Replaces what lies between two positions, both moved into the text; an end before the start counts as the start.
  package mutating func replace(
    from start: Position, to end: Position, _ encoding: PositionEncoding, with replacement: [UInt8]
  ) {
    let lower = lines.offset(of: start, encoding)
    let upper = max(lower, lines.offset(of: end, encoding))
    text.replaceSubrange(lower..<upper, with: replacement)
    lines = TextLines(text)
  }
}
