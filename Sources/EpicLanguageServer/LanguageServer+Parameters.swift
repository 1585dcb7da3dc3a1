import EpicBase

/// Reading what requests have in common.
extension LanguageServer {
  /// The `uri` of a `TextDocumentIdentifier`.
  static func uri(_ parameters: JSONValue) throws(RequestError) -> String {
    guard let uri = parameters.at("textDocument", "uri")?.string else {
      throw .invalidParameters("`textDocument.uri` is missing")
    }
    return uri
  }

  /// A `Position`. A number that is larger than any is as large as one can be.
  static func position(_ value: JSONValue?) throws(RequestError) -> Position {
    guard let line = number(value?["line"]), let character = number(value?["character"]) else {
      throw .invalidParameters("a position has a `line` and a `character`, both whole and not negative")
    }
    return Position(line: line, character: character)
  }

  /// A `Range`.
  static func range(_ value: JSONValue?) throws(RequestError) -> (start: Position, end: Position) {
    (try position(value?["start"]), try position(value?["end"]))
  }

  private static func number(_ value: JSONValue?) -> Int? {
    guard case .number(let text)? = value?.kind, text.utf8.allSatisfy({ $0 >= 48 && $0 <= 57 }) else { return nil }
    return Int(text) ?? .max
  }

  /// The open document that a request is about.
  func document(_ parameters: JSONValue) throws(RequestError) -> Document {
    let uri = try LanguageServer.uri(parameters)
    guard let document = documents[uri] else { throw .invalidParameters("`\(uri.prefix(200))` is not open") }
    return document
  }
}
