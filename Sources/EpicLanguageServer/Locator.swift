import EpicBase
import EpicCompiler

/// Turns spans of a workspace into the protocol's ranges and locations. Keeps the lines of the files that it was asked
/// for.
struct Locator {
  private let sources: SourceSet
  private let ground: Workspace.Ground
  /// URIs of open documents by path.
  private let open: [String: String]
  private let encoding: PositionEncoding
  private var lines: [SourceID: TextLines] = [:]

  init(sources: SourceSet, ground: Workspace.Ground, open: [String: String], encoding: PositionEncoding) {
    self.sources = sources
    self.ground = ground
    self.open = open
    self.encoding = encoding
  }

  /// The URI of a file: the client's own spelling if it is open. What the compiler carries is on no disk.
  func uri(_ source: SourceID) -> String? {
    guard let file = sources.file(source) else { return nil }
    if let uri = open[file.path] { return uri }
    if StandardLibrary.carries(file.path) { return nil }
    switch ground {
    case .folder(let root): return DocumentURI.uri("\(root)/\(file.path)")
    case .document: return nil
    }
  }

  /// The `Range` of a span.
  mutating func range(_ span: SourceSpan) -> JSONValue {
    let lines = lines(of: span.source)
    return Locator.range(
      lines.position(of: Int(span.start), encoding), lines.position(of: Int(max(span.start, span.end)), encoding))
  }

  /// The `Location` of a span; nil for a file that the client cannot open.
  mutating func location(_ span: SourceSpan) -> JSONValue? {
    uri(span.source).map { .object(["uri": .string($0), "range": range(span)]) }
  }

  static func range(_ start: Position, _ end: Position) -> JSONValue {
    .object(["start": json(start), "end": json(end)])
  }

  private static func json(_ position: Position) -> JSONValue {
    .object(["line": .number(position.line), "character": .number(position.character)])
  }

  private mutating func lines(of source: SourceID) -> TextLines {
    if let known = lines[source] { return known }
    let made = TextLines(sources.file(source)?.text ?? [])
    lines[source] = made
    return made
  }
}
