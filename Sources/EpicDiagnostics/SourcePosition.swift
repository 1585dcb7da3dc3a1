package import EpicBase

/// A place in a file as people count: lines and columns from 1, columns in Unicode scalars.
package struct SourcePosition: Hashable, Sendable {
  package var line: Int
  package var column: Int

  /// The position of an offset in a file. Bytes that are not UTF-8 count one column each replacement character.
  package init(_ offset: UInt32, in file: SourceFile) {
    let (line, byteColumn) = file.lines.position(at: min(offset, UInt32(file.text.count)))
    self.line = line + 1
    let bytes = file.line(line).prefix(byteColumn)
    column = String(decoding: bytes, as: UTF8.self).unicodeScalars.count + max(0, byteColumn - bytes.count) + 1
  }
}

/// Both ends of a span with the file's path: what every renderer of findings needs.
package struct SourceLocation: Hashable, Sendable {
  package var path: String
  package var start: SourcePosition
  /// Position behind the last character.
  package var end: SourcePosition

  /// Nil if the span belongs to no file of the set.
  package init?(_ span: SourceSpan, in sources: SourceSet) {
    guard let file = sources.file(span.source) else { return nil }
    path = file.path
    start = SourcePosition(span.start, in: file)
    end = SourcePosition(max(span.start, span.end), in: file)
  }
}
