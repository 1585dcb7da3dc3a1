import EpicBase
import EpicDiagnostics

extension Parser {
  /// Parses `arm` from its `when`; the label, if any, is already in the node.
  mutating func parseArm(_ arm: Int) {
    advance()
    parseExpression()
    if !isAtStatementEnd && kind != .arrow && recoverArm() {
      close(arm)
      return
    }
    if kind == .arrow {
      parseOutcome()
    } else if isAtStatementEnd {
      report(
        .expectedOutcome, "the arm leads nowhere", at: insertionPoint, label: "expected `->`",
        help: "an arm reads `name: when predicate -> outcome`")
    }
    close(arm)
  }

  /// Deals with what stands between a predicate and its `->`. False if the `->` is still to be parsed.
  private mutating func recoverArm() -> Bool {
    if hasArrowAhead {
      if kind == .comma, let fix = bracketedValues { report(.strayComma, fix.message, fixes: [fix.fix]) }
      reportUnexpected()
      skipRest(stopsAtBody: true)
      return kind != .arrow
    }
    switch kind {
    case .name, .dottedName, .keywordRedirect, .keywordRespond, .keywordSplit, .keywordClose:
      report(
        .expectedOutcome, "`->` is missing before \(found)", at: insertionPoint,
        fixes: [insertion("write `->`", start(position), "-> ")])
      parseOutcome()
    case .leftBrace:
      report(
        .expectedOutcome, "an arm leads to one outcome, not to a body", at: insertionPoint, label: "expected `->`",
        help: "`under predicate { … }` holds arms")
      parseBody(of: "the arm")
    case .equal where kind(ahead: 1) == .greater && touches(position + 1):
      reportUnexpected()
      position += 1
      parseOutcome()
    case .colon, .equal:
      report(
        .expectedOutcome, "\(found) is not an arrow",
        fixes: [errors.fix("write `->`", start(position), end(position), touches(position) ? " ->" : "->")])
      skipToken()
      parseOutcome()
    default:
      reportUnexpected()
      skipRest(stopsAtBody: true)
      if kind == .arrow { return false }
      if kind == .leftBrace { parseBody(of: "the arm") }
    }
    return true
  }

  /// The values around the comma that stands here in a predicate, as the list that they are meant to be; nil where there
  /// is more than values and commas, or nothing before them that asks for one of several.
  private var bracketedValues: (message: String, fix: FixIt)? {
    guard position >= 2 else { return nil }
    let first = position - 1
    var last = position
    while kind(at: last) == .comma, kind(at: last + 1).isValue { last += 2 }
    // Behind the last value the predicate ends or goes on.
    guard last > position, kind(at: first).isValue else { return nil }
    switch kind(at: last) {
    case .arrow, .keywordAnd, .keywordOr: break
    default: return nil
    }
    let list = "[\(String(decoding: text[start(first)..<end(last - 1)], as: UTF8.self))]"
    let word = first - 1
    var edits = [TextEdit(errors.span(start(first), end(last - 1)), replacement: list)]
    switch kind(at: word) {
    case .keywordIn: break
    case .keywordIs: edits.insert(TextEdit(errors.span(start(word), end(word)), replacement: "in"), at: 0)
    case .name where ["path", "host", "grpc", "sni"].contains(spelling(word)):
      edits[0].replacement = "in " + list
    default: return nil
    }
    return ("several values stand in brackets", FixIt("write `in \(list)`", edits))
  }

  /// Class of any token; the end of the file beside them.
  private func kind(at token: Int) -> TokenKind { tokens.indices.contains(token) ? tokens[token].kind : .endOfFile }

  /// Whether `->` stands further on in the statement, so that what stands before it is what is wrong.
  private var hasArrowAhead: Bool {
    var token = position
    while token < tokens.count {
      switch tokens[token].kind {
      case .arrow: return true
      case .leftBrace, .rightBrace, .semicolon, .endOfFile: return false
      default: if token > position && tokens[token].flags.contains(.newlineBefore) { return false }
      }
      token += 1
    }
    return false
  }

  /// Parses `otherwise-arm` from its word.
  mutating func parseOtherwise(_ node: Int) {
    advance()
    if kind == .arrow {
      parseOutcome()
    } else if isAtStatementEnd || kind == .leftBrace {
      report(
        .expectedOutcome, "`otherwise` leads nowhere", at: insertionPoint, label: "expected `->`",
        help: "write what answers every other request: `otherwise -> respond 404`")
      if isAtBody && !newlineEnds { parseBody(of: "`otherwise`") }
    } else if !recoverArm() {
      parseOutcome()
    }
    close(node)
  }

  /// Parses `under-block` from its word; the label, if any, is already in the node.
  mutating func parseUnder(_ node: Int) {
    advance()
    parseExpression()
    recoverBeforeBody()
    parseBody(of: "`under`")
    close(node)
  }

  /// Parses `outcome` and its `outcome-word`, from `->` or, that missing and reported, from behind it.
  mutating func parseOutcome() {
    let outcome = open(.outcome)
    if kind == .arrow || kind == .greater { advance() }
    switch kind {
    case .keywordSplit, .keywordRedirect, .keywordRespond, .keywordClose: advance()
    case .name, .dottedName, .invalid: parseReference(isHead: false)
    case .leftParenthesis where parsePrimary(): break
    default:
      report(
        .expectedOutcome, "`->` leads to nothing", at: isAtStatementEnd ? insertionPoint : here,
        help: "an outcome is an upstream, `split`, `redirect`, `respond` or `close`; found \(found)")
      if kind.isReservedWord { skipToken() }
    }
    parseArguments()
    if kind == .keywordElse && kind(ahead: 1) == .arrow && tokens[position].flags.contains(.newlineBefore) {
      // A statement of its own, which `else` would go on with.
      resumesStatement = true
      close(outcome)
      return
    }
    if !isAtStatementEnd && kind != .leftBrace && !resumesStatement && !(allowsReason && kind == .keywordBecause) {
      reportUnexpected()
      skipRest(stopsAtBody: true)
    }
    if isAtBody && !resumesStatement { parseBody(of: "the outcome") }
    close(outcome)
  }
}
