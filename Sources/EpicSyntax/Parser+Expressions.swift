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
    if errorPosition == position || isRecovering { return }
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
    isRecovering = true
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
  @inline(__always)
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
  @inline(__always)
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
  @inline(__always)
  private mutating func parseComparison(_ allowsElse: Bool) {
    let mark = mark
    parseAlternatives(allowsElse)
    guard isAtComparator && !newlineEnds else {
      recoverComparator(mark)
      return
    }
    let node = wrap(mark, .comparison)
    let first = parseComparatorAndRight(allowsElse)
    close(node)
    if !isAtComparator || newlineEnds { return }
    var links = [first]
    while isAtComparator && !newlineEnds { links.append(parseComparatorAndRight(allowsElse)) }
    close(node)
    reportChain(Int(nodes[node].firstToken), links)
  }

  /// Deals with what stands for a comparator in other languages, behind the operand at the mark.
  private mutating func recoverComparator(_ left: Int) {
    if newlineEnds || left >= nodes.count { return }
    let first = start(Int(nodes[left].firstToken))
    let isNegation = kind == .keywordNot && kind(ahead: 1) == .keywordExists
    guard isNegation || isAtForeignComparator(position) else { return }
    let node = wrap(left, .comparison)
    if isNegation {
      let isNegated = Int(nodes[node].firstToken) > 0 && tokens[Int(nodes[node].firstToken) - 1].kind == .keywordNot
      report(
        .unexpectedToken, "`not` does not stand before `exists`", help: "`not` stands before the comparison",
        fixes: isNegated
          ? []
          : [
            FixIt(
              "write `not … exists`",
              [
                TextEdit(errors.span(first, first), replacement: "not "),
                TextEdit(errors.span(start(position), start(position + 1)), replacement: ""),
              ])
          ])
      advance()
    } else {
      let meant = ForeignComparator.meant(spelling(position))
      let expression = meant == nil ? matchingExpression : nil
      report(
        .unexpectedToken, "`\(spelling(position))` is no comparator",
        help:
          "values are compared by `is`, `is not`, `in`, `not in`, `starts`, `matches`, `exists`, `<`, `<=`, `>` and `>=`",
        fixes: meant.map { [errors.fix("write `\($0)`", start(position), end(position), $0)] }
          ?? expression.map { [errors.fix("write `\($0)`", start(position), end(position + 1), $0)] } ?? [])
    }
    advance()
    if !newlineEnds && startsValue && kind != .leftBrace { parseAlternatives(false) }
    close(node)
  }

  /// `matches re".*text.*"` for `contains "text"`, and the same for what ends in a text; nil where the text may hold what
  /// an expression reads otherwise.
  private var matchingExpression: String? {
    guard kind(ahead: 1) == .string, !tokens[position + 1].flags.contains(.malformed),
      let end = ForeignComparator.expressionEnd(spelling(position))
    else { return nil }
    let bytes = text[start(position + 1) + 1..<self.end(position + 1) - 1]
    let isPlain = bytes.allSatisfy { $0.isLetter || $0.isDigit || "/-_ =".utf8.contains($0) }
    guard !bytes.isEmpty, bytes.count <= 64, isPlain else { return nil }
    return "matches re\".*" + String(decoding: bytes, as: UTF8.self) + end + "\""
  }

  /// Whether a comparator of another language stands at a token, with a value behind it on its line.
  private func isAtForeignComparator(_ token: Int) -> Bool {
    guard token + 1 < tokens.count, tokens[token].kind == .name, !tokens[token].flags.contains(.newlineBefore),
      !tokens[token + 1].flags.contains(.newlineBefore), !touches(token + 1),
      tokens[token + 1].kind.isValue || tokens[token + 1].kind == .leftBracket
    else { return false }
    return ForeignComparator.isOne(spelling(token))
  }

  /// A comparator and what stands behind it, as tokens.
  private struct Link {
    var word: Int
    var right: Range<Int>
  }

  private mutating func parseComparatorAndRight(_ allowsElse: Bool) -> Link {
    let word = position
    if kind == .equal {
      let isStray = position + 1 < tokens.count && !startsValue(at: position + 1)
      report(
        .unexpectedEqual, "`=` compares nothing", help: "equality is written `is`",
        fixes: isStray
          ? [errors.fix("remove it", end(position - 1), end(position), "")]
          : [errors.fix("write `is`", start(position), end(position), "is")])
    }
    let first = kind
    advance()
    if first == .keywordExists { return Link(word: word, right: position..<position) }
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
    return Link(word: word, right: right..<position)
  }

  /// Reports a comparison of a comparison. The fix says what the chain seems to mean: `1 < x < 5` that `x` lies between
  /// two bounds, `x is 1 is 5` that it is one of two values. Other chains have no meaning that could be told.
  private mutating func reportChain(_ left: Int, _ links: [Link]) {
    if isRecovering { return }
    let chained = links[1].word
    let whole = start(left)..<end(position - 1)
    var fixes: [FixIt] = []
    if let text = betweenBounds(left, links) {
      fixes = [errors.fix("write two comparisons", whole.lowerBound, whole.upperBound, text)]
    } else if let text = oneOfValues(left, links) {
      fixes = [errors.fix("write `in`", whole.lowerBound, whole.upperBound, text)]
    }
    report(
      .chainedComparison, "comparisons do not chain", at: start(chained)..<end(chained),
      secondary: [Annotation(errors.span(start(links[0].word), end(links[0].word)), "the first comparison")],
      help: "write two comparisons with `and`", fixes: fixes)
  }

  private func spelling(_ range: Range<Int>) -> String {
    // Nothing stands where an operand is missing.
    if range.isEmpty { return "" }
    return String(decoding: text[start(range.lowerBound)..<end(range.upperBound - 1)], as: UTF8.self)
  }

  /// `x > 1 and x < 5` for `1 < x < 5`, in parentheses where something stands around it.
  private func betweenBounds(_ left: Int, _ links: [Link]) -> String? {
    guard links.count == 2, left < links[0].word, !links[0].right.isEmpty, !links[1].right.isEmpty else { return nil }
    let words = links.map { tokens[$0.word].kind }
    guard let flipped = TokenKind.flipped(words[0]), TokenKind.flipped(words[1]) != nil else { return nil }
    let middle = spelling(links[0].right)
    let first =
      tokens[left].kind.isValue && tokens[left].kind != .name && tokens[left].kind != .dottedName
      ? "\(middle) \(flipped) \(spelling(left..<links[0].word))"
      : "\(spelling(left..<links[0].word)) \(spelling(links[0].word)) \(middle)"
    let both = "\(first) and \(middle) \(spelling(links[1].word)) \(spelling(links[1].right))"
    return isPartOfLogic(left) ? "(\(both))" : both
  }

  /// `x in [1, 5]` for `x is 1 is 5`.
  private func oneOfValues(_ left: Int, _ links: [Link]) -> String? {
    let areEqualities = links.allSatisfy {
      tokens[$0.word].kind == .keywordIs && $0.right.lowerBound == $0.word + 1 && !$0.right.isEmpty
    }
    guard areEqualities, left < links[0].word else { return nil }
    return "\(spelling(left..<links[0].word)) in [\(links.map { spelling($0.right) }.joined(separator: ", "))]"
  }

  /// Whether `and`, `or` or `not` stands beside what begins at `left` and ends before the current token.
  private func isPartOfLogic(_ left: Int) -> Bool {
    let before = left > 0 ? tokens[left - 1].kind : .endOfFile
    return [before, kind].contains { $0 == .keywordAnd || $0 == .keywordOr || $0 == .keywordNot }
  }

  /// Parses `alternatives`.
  @inline(__always)
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
    case .name where isFieldOperand(position + 1) && !isAtData && !isAtForeignComparator(position + 1):
      let field = open(.requestField)
      leaf(.name)
      if kind != .leftParenthesis { leaf(operandKind) } else if !parsePrimary() { reportMissingOperand() }
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

  /// Whether the token can be the key or pattern of a request's field: on the same statement, and no operator. What is in
  /// parentheses that touch the name are arguments.
  @inline(__always)
  private func isFieldOperand(_ token: Int) -> Bool {
    let kind = tokens[min(token, tokens.count - 1)].kind
    guard kind.isValue || kind == .invalid || kind == .leftParenthesis && !touches(token) else { return false }
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

/// Words that compare in other languages.
private enum ForeignComparator {
  /// What is written here; nil where no one comparator means the same.
  static func meant(_ word: String) -> String? {
    switch folded(word) {
    case "startswith", "beginswith", "hasprefix", "prefix": "starts"
    case "equals", "eq": "is"
    case "ne", "isnot": "is not"
    default: nil
    }
  }

  /// What ends the expression that matches a text which holds another, or ends in it; nil for other words.
  static func expressionEnd(_ word: String) -> String? {
    switch folded(word) {
    case "contains", "includes": ".*"
    case "ends", "endswith", "hassuffix", "suffix": ""
    default: nil
    }
  }

  static func isOne(_ word: String) -> Bool {
    switch folded(word) {
    case "startswith", "beginswith", "hasprefix", "prefix", "equals", "eq", "ne", "isnot", "contains", "includes",
      "ends",
      "endswith", "hassuffix", "suffix", "has", "like", "match", "regex", "lt", "le", "gt", "ge":
      true
    default: false
    }
  }

  /// In lower case and without what joins words.
  private static func folded(_ word: String) -> String { word.lowercased().filter { $0 != "_" && $0 != "-" } }
}

extension TokenKind {
  /// The order that holds with the sides exchanged; nil for what is no order.
  fileprivate static func flipped(_ kind: TokenKind) -> String? {
    switch kind {
    case .less: ">"
    case .lessOrEqual: ">="
    case .greater: "<"
    case .greaterOrEqual: "<="
    default: nil
    }
  }
}
