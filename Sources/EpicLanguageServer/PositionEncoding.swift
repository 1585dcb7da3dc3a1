/// What a position's `character` counts (LSP 3.17, `PositionEncodingKind`).
package enum PositionEncoding: String, Hashable, Sendable, CaseIterable {
  case utf8 = "utf-8"
  /// What every client knows.
  case utf16 = "utf-16"
  case utf32 = "utf-32"

  /// The encoding for a client that offers these, in order of its preference: bytes if it can count them, since the
  /// compiler does.
  package static func negotiated(_ offered: [String]) -> PositionEncoding {
    let known = offered.compactMap { PositionEncoding(rawValue: $0) }
    return known.contains(.utf8) ? .utf8 : known.first ?? .utf16
  }
}

/// A place in a text as the protocol has it: both numbers from 0.
package struct Position: Hashable, Sendable, Comparable {
  package var line: Int
  package var character: Int

  package init(line: Int, character: Int) {
    self.line = line
    self.character = character
  }

  package static func < (left: Position, right: Position) -> Bool {
    (left.line, left.character) < (right.line, right.character)
  }
}
