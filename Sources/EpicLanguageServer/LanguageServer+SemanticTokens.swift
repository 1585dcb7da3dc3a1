import EpicBase
import EpicCompiler
import EpicSema

/// `textDocument/semanticTokens/full`.
extension LanguageServer {
  /// The legend that `initialize` announces.
  static var semanticTokensLegend: JSONValue {
    .object([
      "tokenTypes": .array(SemanticTokenType.legend.map { .string($0) }),
      "tokenModifiers": .array(SemanticTokenModifiers.legend.map { .string($0) }),
    ])
  }

  mutating func semanticTokens(_ parameters: JSONValue) throws(RequestError) -> JSONValue {
    let document = try document(parameters)
    let target = try analyzed(parameters)
    let classifier = TokenClassifier(target?.tree ?? parsed(document), target?.analysis.names ?? NameIndex())
    var data: [JSONValue] = []
    var last = Position(line: 0, character: 0)
    for token in classifier.tokens() {
      // No client has to know tokens of several lines.
      for part in document.lines.parts(of: token.range) {
        let start = document.lines.position(of: part.lowerBound, encoding)
        let end = document.lines.position(of: part.upperBound, encoding)
        let isSameLine = start.line == last.line
        guard end.line == start.line, end.character > start.character, !isSameLine || start.character >= last.character
        else { continue }
        data.append(.number(start.line - last.line))
        data.append(.number(isSameLine ? start.character - last.character : start.character))
        data.append(.number(end.character - start.character))
        data.append(.number(token.type.rawValue))
        data.append(.number(token.modifiers.rawValue))
        last = start
      }
    }
    return .object(["data": .array(data)])
  }
}
