import EpicBase
import EpicDiagnostics

/// Reporting mistakes and getting back in step behind them.
extension Parser {
  /// Offset of a token's first byte.
  func start(_ token: Int) -> Int { Int(tokens[token].start) }

  /// Offset behind a token's last byte.
  func end(_ token: Int) -> Int { Int(tokens[token].end) }

  /// Where something missing would stand: right behind the token before.
  var insertionPoint: Range<Int> {
    let offset = position > 0 ? end(position - 1) : start(position)
    return offset..<offset
  }

  /// The current token's bytes.
  var here: Range<Int> { start(position)..<end(position) }

  /// The current token for a message: "`x`", "the end of the line", "the end of the file".
  var found: String {
    if kind == .endOfFile { return "the end of the file" }
    if newlineEnds { return "the end of the line" }
    return "`\(quoted(text, start(position), end(position)))`"
  }

  /// The text of a token.
  func spelling(_ token: Int) -> String { quoted(text, start(token), end(token)) }

  /// Reports a mistake at the current token, or at `range`. A second mistake before the statement's body is not reported,
  /// nor one at a word that the lexer has reported, or right behind it: what touches a word that is not finished yet, or
  /// is missing behind it, follows from that.
  mutating func report(
    _ code: DiagnosticCode, _ message: String, at range: Range<Int>? = nil, label: String = "",
    secondary: [Annotation] = [], help: String? = nil, fixes: [FixIt] = []
  ) {
    if errorPosition == position || isRecovering { return }
    errorPosition = position
    isRecovering = true
    if kind == .invalid || tokens[position].flags.contains(.malformed) { return }
    let range = range ?? here
    if isReported(before: position) && range.lowerBound == end(position - 1) { return }
    errors.report(
      code, message, range.lowerBound, range.upperBound, label: label, secondary: secondary, help: help, fixes: fixes)
  }

  /// Whether the lexer has reported the word before a token.
  private func isReported(before token: Int) -> Bool {
    token > 0 && (tokens[token - 1].kind == .invalid || tokens[token - 1].flags.contains(.malformed))
  }

  /// A fix that inserts text.
  func insertion(_ title: String, _ offset: Int, _ text: String) -> FixIt { errors.fix(title, offset, offset, text) }

  /// Puts the current token into a node of its own.
  mutating func skipToken() {
    if kind == .endOfFile { return }
    let node = open(.unexpected)
    advance()
    close(node)
  }

  /// Consumes a bracket with everything up to its partner, or one token.
  mutating func skipBalanced() {
    var level = 0
    repeat {
      switch kind {
      case .leftBrace, .leftBracket, .leftParenthesis: level += 1
      case .rightBrace, .rightBracket, .rightParenthesis: level -= 1
      case .endOfFile: return
      default: break
      }
      advance()
    } while level > 0
  }

  /// Puts a statement that begins with what begins none into an `unexpected` node, its body too.
  mutating func skipStatement() {
    let node = open(.unexpected)
    repeat {
      switch kind {
      case .leftBrace, .leftBracket, .leftParenthesis: skipBalanced()
      default: advance()
      }
    } while !isAtStatementEnd
    close(node)
  }

  /// Puts what is left of a statement into an `unexpected` node: up to the statement's end, or up to a body or `->` if
  /// that is what the statement can go on with.
  mutating func skipRest(stopsAtBody: Bool) {
    if isAtStatementEnd || stopsAtBody && (kind == .leftBrace || kind == .arrow) { return }
    let node = open(.unexpected)
    repeat {
      switch kind {
      case .leftBrace, .leftBracket, .leftParenthesis: skipBalanced()
      default: advance()
      }
    } while !isAtStatementEnd && !(stopsAtBody && (kind == .leftBrace || kind == .arrow))
    close(node)
  }

  /// What stands behind a statement on its line: another one without a separator, or something that fits nowhere.
  mutating func finishStatement(hadError: Bool) {
    let previous = position > 0 ? tokens[position - 1].kind : .semicolon
    if previous == .rightBrace && startsStatement {
      report(
        .expectedSeparator, "two statements stand on one line without `;`", at: insertionPoint,
        fixes: [insertion("write `;`", insertionPoint.lowerBound, ";")])
      return
    }
    if !hadError { reportUnexpected() }
    skipRest(stopsAtBody: false)
  }

  /// Whether the current token may begin a statement.
  var startsStatement: Bool {
    switch kind {
    case .name, .dottedName, .percentage, .keywordLet, .keywordIf, .keywordFor, .keywordWhen, .keywordUnder,
      .keywordOtherwise:
      true
    default: false
    }
  }

  /// Reports a token that cannot follow what stands before it.
  mutating func reportUnexpected() {
    switch kind {
    case .equal: reportEqual()
    case .comma:
      report(
        .strayComma, startsBehindComma ? "`,` does not belong here" : "`,` stands between no two values",
        help: startsBehindComma ? "several values stand in brackets: `[a, b]`" : nil,
        fixes: startsBehindComma ? [] : [errors.fix("remove it", start(position), end(position), "")])
    case .rightParenthesis, .rightBracket:
      hasBracketError = true
      report(
        .strayBracket, "`\(spelling(position))` closes nothing",
        fixes: [errors.fix("remove it", start(position), end(position), "")])
    case .keywordBecause:
      report(
        .unexpectedToken, "`because` stands behind no override",
        help: "write `override` before the statement where it changes what a template says, or take the reason out")
    case .keywordAnd, .keywordOr, .keywordIs, .keywordNot, .keywordStarts, .keywordMatches, .keywordExists,
      .keywordImplies:
      report(
        .unexpectedToken, "\(found) does not belong in a plain statement",
        help: "predicates stand behind `when`, `if`, `under`, `let` and `require`")
    case .colon:
      reportLooseColon()
    default:
      if kind.isReservedWord {
        report(
          .reservedWord, "\(found) is a reserved word", help: "it is never a declared name; choose another one")
      } else {
        report(.unexpectedToken, "\(found) does not belong here", help: "statements end with the line or `;`")
      }
    }
  }

  /// Whether a value stands behind the comma here, so that both belong into a list.
  private var startsBehindComma: Bool {
    position + 1 < tokens.count && startsValue(at: position + 1) && tokens[position + 1].kind != .leftBrace
  }

  private mutating func reportEqual() {
    let gap = position > 0 ? end(position - 1) : start(position)
    if kind(ahead: 1) == .greater && touches(position + 1) {
      report(
        .unexpectedToken, "`=>` is not an arrow", at: start(position)..<end(position + 1),
        fixes: [errors.fix("write `->`", start(position), end(position + 1), "->")])
      return
    }
    if kind(ahead: 1) == .keywordWhen || kind(ahead: 1) == .keywordUnder {
      report(
        .unexpectedEqual, "`=` does not stand behind a label", help: "an arm reads `name: when predicate -> outcome`",
        fixes: [errors.fix("write `:`", gap, end(position), touches(position + 1) ? ": " : ":")])
      return
    }
    report(
      .unexpectedEqual, "`=` does not stand between a keyword and its value",
      help: "`=` belongs to `let` and to a parameter's default only",
      fixes: [errors.fix("remove it", gap, end(position), "")])
  }

  private mutating func reportLooseColon() {
    if touches(position) {
      report(
        .unexpectedToken, "`:` does not belong here", help: "labels stand before arms, fields and a call's arguments")
      return
    }
    let gap = position > 0 ? end(position - 1) : start(position)
    report(
      .labelSpacing, "a label's `:` touches its name and has a blank behind it",
      fixes: [errors.fix("remove the blank", gap, start(position), "")])
  }

  /// Reports a `{` that stands on the line behind its statement.
  mutating func reportBraceOnNextLine() {
    let gap = position > 0 ? end(position - 1) : start(position)
    let hasComment = tokens[position].flags.contains(.commentBefore)
    report(
      .braceOnNextLine, "a body's `{` stands on the line behind its statement",
      help: "a newline ends the statement; put `{` on its line",
      fixes: hasComment ? [] : [errors.fix("join the lines", gap, start(position), " ")])
  }

  /// Consumes the bracket that closes `opening`, or reports that it is missing.
  mutating func closeBracket(_ closer: TokenKind, opening: Int) {
    if consume(closer) { return }
    if closer == .rightBrace && endsWithoutBrace {
      missingCloses.removeLast()
      return
    }
    // A `{` that touches an unfinished path is no body, and behind an unfinished string nothing could close.
    if isReported(before: opening) && touches(opening) || isReported(before: position) && kind == .endOfFile { return }
    hasBracketError = true
    if closer == .rightBrace { isRecovering = false }
    let spelled = closer == .rightBrace ? "}" : closer == .rightBracket ? "]" : ")"
    // At the end of the file the closing brace gets a line of its own.
    let offset = insertionPoint.lowerBound
    let needsLine = closer == .rightBrace && !sameLine(opening, position)
    report(
      .unclosedBracket, "`\(spelling(opening))` is not closed", at: start(opening)..<end(opening),
      label: "opened here", secondary: [Annotation(errors.span(offset, offset), "expected `\(spelled)`")],
      fixes: [insertion("write `\(spelled)`", offset, (needsLine ? "\n" : "") + spelled)])
  }

  private func sameLine(_ first: Int, _ last: Int) -> Bool {
    var token = first + 1
    while token < last {
      if tokens[token].flags.contains(.newlineBefore) { return false }
      token += 1
    }
    return true
  }
}
