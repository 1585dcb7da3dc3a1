import EpicBase
import EpicDiagnostics

extension Parser {
  /// Parses `value`.
  mutating func parseValue() {
    if kind == .leftBrace { parseObject() } else { parseExpression() }
  }

  /// Parses `expression`, or `plain-expression` where `else` belongs to something around it.
  mutating func parseExpression(allowsElse: Bool = true) {
    let mark = mark
    parseLogic(allowsElse)
    if kind != .keywordImplies { return }
    let node = wrap(mark, .implies)
    advance()
    parseLogic(allowsElse)
    close(node)
    if kind == .keywordImplies {
      report(.unexpectedToken, "`implies` stands twice in one predicate", help: "use parentheses")
      while consume(.keywordImplies) { parseLogic(allowsElse) }
      close(node)
    }
  }

  /// Parses `disjunction-level`: a `conjunction`, a `disjunction` or one operand (`plain-disjunction-level`,
  /// `plain-conjunction`, `plain-disjunction`).
  private mutating func parseLogic(_ allowsElse: Bool) {
    let mark = mark
    parseNegation(allowsElse)
    guard kind == .keywordAnd || kind == .keywordOr else { return }
    let first = kind
    let node = wrap(mark, first == .keywordAnd ? .and : .or)
    var mixedAt: Int?
    while kind == .keywordAnd || kind == .keywordOr {
      if kind != first && mixedAt == nil { mixedAt = position }
      advance()
      parseNegation(allowsElse)
    }
    close(node)
    if let mixedAt { reportMixed(node, at: mixedAt) }
  }

  /// Reports `and` beside `or`, with both readings as fixes.
  private mutating func reportMixed(_ node: Int, at word: Int) {
    if errorPosition == position { return }
    var operands: [(first: Int, end: Int)] = []
    var child = node + 1
    let childrenEnd = node + Int(nodes[node].size)
    while child < childrenEnd {
      operands.append((Int(nodes[child].firstToken), Int(nodes[child].endToken)))
      child += Int(nodes[child].size)
    }
    // An operand that was missing has an error of its own.
    guard operands.allSatisfy({ $0.first < $0.end }) else { return }
    errors.report(
      .mixedLogic, "`and` stands beside `or` without parentheses", start(word), end(word),
      help: "parentheses tell which belongs together",
      fixes: [reading(operands, inner: .keywordAnd), reading(operands, inner: .keywordOr)])
    errorPosition = position
  }

  /// The reading in which `inner` binds tighter, as parentheses around each of its runs.
  private func reading(_ operands: [(first: Int, end: Int)], inner: TokenKind) -> FixIt {
    var edits: [TextEdit] = []
    var runStart = 0
    for index in operands.indices {
      let isLast = index == operands.count - 1
      // The word behind an operand tells whether the run goes on.
      if !isLast && tokens[operands[index].end].kind == inner { continue }
      if index > runStart {
        let (open, close) = (start(operands[runStart].first), end(operands[index].end - 1))
        edits.append(TextEdit(errors.span(open, open), replacement: "("))
        edits.append(TextEdit(errors.span(close, close), replacement: ")"))
      }
      runStart = index + 1
    }
    return FixIt("let `\(inner == .keywordAnd ? "and" : "or")` bind tighter", edits)
  }

  /// Parses `negation-level` (`plain-negation-level`).
  private mutating func parseNegation(_ allowsElse: Bool) {
    guard kind == .keywordNot else {
      parseComparison(allowsElse)
      return
    }
    let node = open(.not)
    let word = position
    advance()
    if kind == .keywordNot {
      let rest = kind(ahead: 1) == .endOfFile ? end(position) : start(position + 1)
      report(
        .doubleNegation, "`not` stands before `not`", at: start(word)..<end(position), help: "two of them mean nothing",
        fixes: [errors.fix("remove both", start(word), rest, "")])
      while consume(.keywordNot) {}
    }
    parseComparison(allowsElse)
    close(node)
  }

  /// Whether a `comparator` or `exists` stands here.
  private var isAtComparator: Bool {
    switch kind {
    case .keywordIs, .keywordIn, .keywordStarts, .keywordMatches, .keywordExists, .less, .lessOrEqual, .greater,
      .greaterOrEqual:
      true
    case .keywordNot: kind(ahead: 1) == .keywordIn
    case .equal: !(kind(ahead: 1) == .greater && touches(position + 1))
    default: false
    }
  }

  /// Parses `comparison` and its `comparator` (`plain-comparison`).
  private mutating func parseComparison(_ allowsElse: Bool) {
    let mark = mark
    parseAlternatives(allowsElse)
    guard isAtComparator && !newlineEnds else { return }
    let node = wrap(mark, .comparison)
    let (firstWord, rightStart) = parseComparatorAndRight(allowsElse)
    close(node)
    if isAtComparator && !newlineEnds { reportChain(firstWord, rightStart, allowsElse) }
  }

  /// Gives the comparator's token and the first token of the right side.
  private mutating func parseComparatorAndRight(_ allowsElse: Bool) -> (word: Int, right: Int) {
    let word = position
    if kind == .equal {
      report(
        .unexpectedEqual, "`=` compares nothing", help: "equality is written `is`",
        fixes: [errors.fix("write `is`", start(position), end(position), "is")])
    }
    let first = kind
    advance()
    if first == .keywordExists { return (word, position) }
    if first == .keywordIs && kind == .keywordIn
      || first == .keywordIs && kind == .keywordNot && kind(ahead: 1) == .keywordIn
    {
      report(
        .unexpectedToken, "`is` does not stand before `in`", at: start(word)..<end(word),
        fixes: [errors.fix("remove `is`", start(word), start(position), "")])
      if kind == .keywordNot { advance() }
      advance()
    } else if first == .keywordIs && kind == .keywordNot || first == .keywordNot {
      advance()
    }
    let right = position
    parseAlternatives(allowsElse)
    return (word, right)
  }

  /// Reports a comparison of a comparison and skips the rest of the chain.
  private mutating func reportChain(_ firstWord: Int, _ rightStart: Int, _ allowsElse: Bool) {
    let chained = position
    let isRelation = tokens[firstWord].kind != .keywordExists && rightStart < chained
    let middle = isRelation ? String(decoding: text[start(rightStart)..<end(chained - 1)], as: UTF8.self) : ""
    report(
      .chainedComparison, "comparisons do not chain", at: start(chained)..<end(chained),
      secondary: [Annotation(errors.span(start(firstWord), end(firstWord)), "the first comparison")],
      help: "write two comparisons with `and`",
      fixes: middle.isEmpty ? [] : [insertion("compare `\(middle)` again", start(chained), "and \(middle) ")])
    while isAtComparator && !newlineEnds { _ = parseComparatorAndRight(allowsElse) }
  }

  /// Parses `alternatives`.
  private mutating func parseAlternatives(_ allowsElse: Bool) {
    let mark = mark
    parseOperand()
    guard allowsElse && kind == .keywordElse else { return }
    let node = wrap(mark, .alternatives)
    while consume(.keywordElse) { parseOperand() }
    close(node)
  }

  /// Parses `operand`, and with it `request-field`, `field-operand` and `value-word`.
  private mutating func parseOperand() {
    if newlineEnds {
      reportMissingOperand()
      return
    }
    switch kind {
    case .name where isFieldOperand(position + 1) && !isAtData:
      let field = open(.requestField)
      leaf(.name)
      leaf(operandKind)
      close(field)
    case .keywordAll, .keywordAny, .keywordTrue, .keywordFalse, .keywordOtherwise: leaf(.reservedWord)
    default: if !parsePrimary() { reportMissingOperand() }
    }
  }

  private mutating func reportMissingOperand() {
    report(
      .expectedExpression, "a value or predicate is missing", at: isAtStatementEnd ? insertionPoint : here,
      help: "found \(found)")
  }

  /// Whether the token can be the key or pattern of a request's field: on the same statement, and no operator.
  private func isFieldOperand(_ token: Int) -> Bool {
    let kind = tokens[min(token, tokens.count - 1)].kind
    guard kind.isValue || kind == .invalid else { return false }
    // In brackets a line's end counts only where the bracket was never closed.
    if tokens[token].flags.contains(.newlineBefore) && !(isInBrackets && continuesInBrackets(nil)) { return false }
    // A label starts something of its own: `[a b: c]`.
    return !(token + 1 < tokens.count && tokens[token + 1].kind == .colon)
  }

  private var operandKind: SyntaxKind {
    switch kind {
    case .name: .name
    case .dottedName: .dottedName
    default: .literal
    }
  }
}
