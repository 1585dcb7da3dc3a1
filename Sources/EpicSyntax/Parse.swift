package import EpicBase
package import EpicDiagnostics

/// What parsing one file gives: always a tree, and what is wrong with the text.
package struct ParseResult: Sendable {
  package let tree: SyntaxTree
  /// In source order, at most `Limits.diagnosticsPerFile`.
  package let diagnostics: [Diagnostic]
}

/// Parses one file. Never fails and never traps: any bytes give a full-fidelity tree and diagnostics. Linear in the
/// text's length.
///
/// `interner` holds the keywords first: make it by `Interner.withKeywords()`; an empty one is filled. Files parsed with
/// one interner share symbols.
package func parse(_ text: [UInt8], source: SourceID, interner: inout Interner) -> ParseResult {
  if interner.count == 0 { interner = .withKeywords() }
  if text.count > Limits.sourceFileBytes { return oversized(text, source) }
  var lexer = Lexer(text: text, source: source, interner: interner)
  // The lexer holds the only reference while it fills the table.
  interner = Interner(capacity: 0)
  lexer.run()
  interner = lexer.interner
  var parser = Parser(text: text, tokens: lexer.tokens, errors: lexer.errors)
  parser.parseFile()
  if parser.hasBracketError { parser = reparsed(parser, lexer) }
  return ParseResult(
    tree: SyntaxTree(source: source, text: text, tokens: lexer.tokens, nodes: parser.nodes),
    diagnostics: parser.errors.finished(textEnd: text.count))
}

/// A second parse of a file whose brackets do not pair, with the mistakes in them mended; the first one if that reports no
/// more than the second.
private func reparsed(_ first: Parser, _ lexer: Lexer) -> Parser {
  guard let repair = BracketRepair(text: lexer.text, tokens: lexer.tokens, errors: lexer.errors) else { return first }
  var second = Parser(text: lexer.text, tokens: lexer.tokens, errors: lexer.errors, repair: repair)
  second.parseFile()
  let count = second.errors.diagnostics.count + second.errors.dropped
  return count <= first.errors.diagnostics.count + first.errors.dropped ? second : first
}

/// A file beyond the limit is one token that nobody looks into.
private func oversized(_ text: [UInt8], _ source: SourceID) -> ParseResult {
  var lexer = Lexer(text: [], source: source, interner: Interner(capacity: 0))
  let end = UInt32(clamping: text.count)
  lexer.tokens = [
    TokenRecord(start: 0, end: end, symbol: .max, kind: .invalid, flags: .malformed),
    TokenRecord(start: end, end: end, symbol: .max, kind: .endOfFile, flags: []),
  ]
  lexer.errors.report(
    .fileTooLarge, "the file has \(text.count) bytes, \(Limits.sourceFileBytes) at most are allowed", 0, 0)
  var parser = Parser(text: [], tokens: lexer.tokens, errors: lexer.errors)
  let file = parser.open(.file)
  parser.skipToken()
  parser.close(file)
  return ParseResult(
    tree: SyntaxTree(source: source, text: text, tokens: parser.tokens, nodes: parser.nodes),
    diagnostics: parser.errors.diagnostics)
}
