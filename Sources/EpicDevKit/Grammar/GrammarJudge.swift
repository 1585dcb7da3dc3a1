import EpicBase
package import EpicDiagnostics
package import EpicSyntax

/// Compares the parser with the grammar: both judge the same text, neither knows of the other.
package struct GrammarJudge: Sendable {
  /// What both say of a text.
  package struct Verdict: Sendable {
    package let tree: SyntaxTree
    package let diagnostics: [Diagnostic]
    package let outcome: Recognizer.Outcome
    /// The errors that are about the order of tokens, or make a token one of no class.
    package let syntaxErrors: [Diagnostic]
    package let tokens: [GrammarToken]
  }

  package let grammar: Grammar
  private let network: GrammarNetwork

  package init(_ grammar: Grammar) throws(GrammarError) {
    self.grammar = grammar
    network = try GrammarNetwork.overTokens(grammar)
  }

  /// Lets parser and grammar judge a text.
  package func verdict(on text: [UInt8]) -> Verdict {
    var interner = Interner.withKeywords()
    let result = parse(text, source: SourceID(0), interner: &interner)
    let tokens = GrammarToken.tokens(of: result.tree)
    let invalid = GrammarToken.className(of: .invalid)
    let hasInvalid = tokens.contains { $0.tokenClass == invalid }
    return Verdict(
      tree: result.tree, diagnostics: result.diagnostics,
      outcome: Recognizer.recognize(network.input(of: tokens), by: network),
      syntaxErrors: result.diagnostics.filter { $0.code.name.hasPrefix("E01") || hasInvalid && $0.severity == .error },
      tokens: tokens)
  }

  /// How parser and grammar disagree on a text, in one sentence; nil if they agree. `strictly`, they agree only if
  /// the grammar accepts the text and the parser has no diagnostic of any kind.
  package func disagreement(on text: [UInt8], strictly: Bool = false) -> String? {
    let verdict = verdict(on: text)
    switch verdict.outcome {
    case .accepted:
      guard let error = (strictly ? verdict.diagnostics : verdict.syntaxErrors).first else { return nil }
      let position = place(error.primary.span.start, in: text)
      return "the grammar accepts it, the parser says at \(position): \(error.code.name) \(error.message)"
    case .rejected(let position, let expected):
      if !strictly && !verdict.syntaxErrors.isEmpty { return nil }
      let token = position < verdict.tokens.count ? verdict.tokens[position] : nil
      // A foreign spelling (`==`) is the token that it means: the lexer reports it, and the parser goes on.
      if !strictly, let token,
        verdict.diagnostics.contains(where: { $0.primary.span == verdict.tree.span(of: token.token) })
      {
        return nil
      }
      let offset = token.map { verdict.tree.start(of: $0.token) } ?? UInt32(text.count)
      let shown = token.map { $0.tokenClass == "NEWLINE" ? "the line's end before" : verdict.tree.string(of: $0.token) }
      let parser = verdict.syntaxErrors.first.map {
        "the parser says at \(place($0.primary.span.start, in: text)): \($0.code.name) \($0.message)"
      }
      return "\(parser ?? "the parser accepts it"), the grammar stops at \(place(offset, in: text)) before "
        + "`\(shown ?? "the end")`, expecting \(expected.joined(separator: " "))"
    }
  }

  private func place(_ offset: UInt32, in text: [UInt8]) -> String {
    let position = LineTable(text).position(at: offset)
    return "\(position.line + 1):\(position.column + 1)"
  }
}
