/// One source file of a compilation.
package struct SourceFile: Sendable {
  /// Path relative to the workspace's root, `/`-separated.
  package let path: String
  package let text: [UInt8]
  /// Lines of the text.
  package let lines: LineTable

  package init(path: String, text: [UInt8]) {
    self.path = path
    self.text = text
    lines = LineTable(text)
  }

  /// The bytes of a line (0-based) without its line ending; empty for a line that does not exist.
  package func line(_ number: Int) -> ArraySlice<UInt8> {
    guard number >= 0, number < lines.lineStarts.count else { return [] }
    let start = min(Int(lines.lineStarts[number]), text.count)
    var end = number + 1 < lines.lineStarts.count ? Int(lines.lineStarts[number + 1]) : text.count
    while end > start, text[end - 1] == UInt8(ascii: "\n") || text[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return text[start..<end]
  }
}

/// The source files of a compilation, in canonical order; a `SourceID` is an index.
package struct SourceSet: Sendable {
  package private(set) var files: [SourceFile] = []

  package init() {}

  /// Adds a file and gives its id.
  package mutating func add(_ file: SourceFile) -> SourceID {
    files.append(file)
    return SourceID(UInt32(files.count - 1))
  }

  /// The file with an id; nil for an id of another set.
  package func file(_ id: SourceID) -> SourceFile? {
    Int(id.rawValue) < files.count ? files[Int(id.rawValue)] : nil
  }

  /// The bytes of a span, clamped to the file, as text.
  package func text(of span: SourceSpan) -> String {
    guard let file = file(span.source) else { return "" }
    let end = min(Int(span.end), file.text.count)
    let start = min(Int(span.start), end)
    return String(decoding: file.text[start..<end], as: UTF8.self)
  }
}
