import EpicBase
import EpicDiagnostics

extension Parser {
  /// Parses `statement`.
  mutating func parseStatement() {
    switch kind {
    case .keywordOtherwise: parseReservedStatement()
    case .keywordLet, .keywordIf, .keywordFor, .keywordWhen, .keywordUnder:
      if isAtLabel { parseLabelled() } else { parseReservedStatement() }
    case .keywordElse where kind(ahead: 1) == .arrow, .name where keyword() == .default && kind(ahead: 1) == .arrow:
      reportDefaultArm()
      parseOtherwise(open(.otherwise))
    case .name where isAtUnmarkedLabel: parseUnmarkedLabel()
    case .integer where isAtNakedShare, .decimal where isAtNakedShare: parseNakedShare()
    case .name:
      if isAtLabel || kind(ahead: 1) == .colon { parseLabelled() } else { parseKeywordStatement() }
    case .dottedName:
      if isAtLabel { parseLabelled() } else { parsePlainStatement() }
    case .percentage, .leftParenthesis: parseWeighted()
    case .string where isAtLabel: parseLabelled()
    case .invalid: parsePlainStatement()
    case .leftBrace:
      report(.expectedStatement, "a body stands without its statement")
      skipStatement()
    default:
      if kind.isReservedWord && isAtLabel {
        parseLabelled()
        return
      }
      reportStatementStart()
      skipStatement()
    }
  }

  private mutating func reportStatementStart() {
    switch kind {
    case .rightParenthesis, .rightBracket, .comma, .equal: reportUnexpected()
    case .arrow:
      report(
        .expectedStatement, "`->` stands without an arm", help: "an arm reads `name: when predicate -> outcome`")
    default:
      report(
        .expectedStatement, "`\(spelling(position))` starts no statement",
        help: kind.isReservedWord ? "it is a reserved word" : "a statement starts with a keyword")
    }
  }

  /// Whether `name when …` or `name under …` stands here: a route whose label lacks its colon.
  private var isAtUnmarkedLabel: Bool {
    let next = kind(ahead: 1)
    // `upstream when { … }` declares something by a reserved word.
    return (next == .keywordWhen || next == .keywordUnder) && kind(ahead: 2) != .leftBrace && !isAtStructuralKeyword
      && !tokens[position + 1].flags.contains(.newlineBefore)
  }

  /// Parses `arm` or `under-block` whose label has no colon.
  private mutating func parseUnmarkedLabel() {
    let isArm = kind(ahead: 1) == .keywordWhen
    let node = open(isArm ? .arm : .under)
    report(
      .unexpectedToken, "the route's name has no `:` behind it",
      help: isArm ? "an arm reads `name: when predicate -> outcome`" : "a block reads `name: under path { … }`",
      fixes: [insertion("write `\(spelling(position)):`", end(position), ":")])
    let label = open(.label)
    advance()
    close(label)
    if isArm { parseArm(node) } else { parseUnder(node) }
  }

  /// Reports `else` or `default` where the last arm is meant.
  private mutating func reportDefaultArm() {
    report(
      kind.isReservedWord ? .reservedWord : .expectedStatement, "`\(spelling(position))` is no route",
      help: "the last arm takes every other request: `otherwise -> outcome`",
      fixes: [errors.fix("write `otherwise`", start(position), end(position), "otherwise")])
  }

  private mutating func parseReservedStatement() {
    switch kind {
    case .keywordLet: parseLet()
    case .keywordIf: parseIf()
    case .keywordFor: parseForOrQuantifier()
    case .keywordWhen: parseArm(open(.arm))
    case .keywordUnder: parseUnder(open(.under))
    default: parseOtherwise(open(.otherwise))
    }
  }

  /// Parses what starts with a name and no label: the statements of `plain-keyword` and of the words it excludes.
  private mutating func parseKeywordStatement() {
    guard let keyword = keyword() else {
      parsePlainStatement()
      return
    }
    switch keyword {
    case .use: parseUse()
    case .export: parseExport()
    case .cases: parseCases()
    case .template: parseTemplate()
    case .override: parseOverride()
    case .default, .limit, .final, .required, .slot, .append, .prepend, .remove, .replace: parseModified()
    default: parsePlainStatement()
    }
  }

  /// Whether the current word is excluded by `plain-keyword`.
  var isAtStructuralKeyword: Bool {
    guard kind == .name, let keyword = keyword() else { return false }
    switch keyword {
    case .use, .export, .cases, .template, .override, .default, .limit, .final, .required, .slot, .append, .prepend,
      .remove, .replace:
      return true
    default: return false
    }
  }

  /// Parses `plain-statement`, and `head`, whose words are the caller's to check.
  mutating func parsePlainStatement() {
    let statement = open(.statement)
    parseReference(isHead: true)
    if kind == .name && isAtLabel && !isAtStatementEnd { parseLabel() }
    parseArguments()
    if !isAtStatementEnd && kind != .leftBrace && kind != .arrow && !(allowsReason && kind == .keywordBecause) {
      recoverArguments()
    }
    if resumesStatement {
      close(statement)
      return
    }
    if kind == .arrow {
      parseOutcome()
    } else if isAtBody {
      parseBody(of: "the statement")
    }
    close(statement)
  }

  /// Deals with a token that ends the arguments too early: past a `=` they go on.
  private mutating func recoverArguments() {
    if kind == .equal && !(kind(ahead: 1) == .greater && touches(position + 1)) {
      reportUnexpected()
      skipToken()
      parseArguments()
      if isAtStatementEnd || kind == .leftBrace || kind == .arrow || resumesStatement { return }
    }
    if tokens[max(position - 1, 0)].kind == .rightBrace { return }
    reportUnexpected()
    // What `.{` opens is a selection of names, not a body.
    skipRest(stopsAtBody: kind != .dot)
  }

  /// Parses `arguments`; none is fine too.
  mutating func parseArguments() {
    let first = position
    while true {
      while isAtPlainArgument { leaf(kind == .name ? .name : .literal) }
      if isAtStatementEnd { return }
      if kind == .comma {
        if !parseComma(isFirst: position == first) { return }
        continue
      }
      if !parseArgumentItem() { return }
    }
  }

  /// Whether the current token is an argument by itself, as most are: a literal, or a name that nothing touches.
  @inline(__always)
  private var isAtPlainArgument: Bool {
    let token = tokens[position]
    if token.flags.contains(.newlineBefore) { return false }
    if token.kind.rawValue > TokenKind.dottedName.rawValue {
      return token.kind.rawValue <= TokenKind.blockString.rawValue
    }
    return token.kind == .name && token.symbol != Keyword.data.rawValue && tokens[position + 1].start != token.end
  }

  /// The comma between two arguments. False where the arguments end.
  private mutating func parseComma(isFirst: Bool) -> Bool {
    if kind(ahead: 1) == .name && kind(ahead: 2) == .colon && touches(position + 2) {
      report(
        .commaBetweenStatements, "`,` does not separate fields of a body",
        help: "they are separated by `;` or a newline",
        fixes: [errors.fix("write `;`", start(position), end(position), ";")])
      skipToken()
      resumesStatement = true
      return false
    }
    advance()
    let isLast = isAtStatementEnd || kind == .leftBrace || kind == .arrow
    if isFirst || isLast || kind == .comma {
      let comma = position - 1
      // The mistake is the comma, wherever the parser stands by now.
      report(
        .strayComma, "`,` stands between no two values", at: start(comma)..<end(comma),
        fixes: [errors.fix("remove it", start(comma), end(comma), "")])
    }
    return true
  }

  /// Parses `argument-item`, and with it `item-word` and `bound`. False if the current token is none.
  mutating func parseArgumentItem() -> Bool {
    switch kind {
    case .keywordAll, .keywordAny, .keywordClose, .keywordFalse, .keywordFor, .keywordIn, .keywordOtherwise,
      .keywordRedirect, .keywordRespond, .keywordSplit, .keywordTrue, .keywordUnder:
      leaf(.reservedWord)
      return true
    case .less, .lessOrEqual, .greater, .greaterOrEqual:
      let bound = open(.bound)
      advance()
      if isAtStatementEnd || !parsePrimary() {
        report(.expectedValue, "a bound needs a value", at: insertionPoint, help: "found \(found)")
      }
      close(bound)
      return true
    default: return parsePrimary()
    }
  }

  /// Whether a number without its `%` stands before what it is a share of.
  private var isAtNakedShare: Bool {
    (kind(ahead: 1) == .name || kind(ahead: 1) == .dottedName) && !tokens[position + 1].flags.contains(.newlineBefore)
      && !tokens[position].flags.contains(.malformed) && text[start(position)].isDigit
  }

  /// Parses `weighted-statement` whose share has no `%`. One error stands for all of a body: they are one mistake.
  private mutating func parseNakedShare() {
    if position > lastNakedShare {
      var edits: [TextEdit] = []
      var token = position
      var level = 0
      while token + 1 < tokens.count, level >= 0 {
        switch tokens[token].kind {
        case .leftBrace, .leftBracket, .leftParenthesis: level += 1
        case .rightBrace, .rightBracket, .rightParenthesis: level -= 1
        case .integer, .decimal:
          let startsStatement =
            token == position || tokens[token].flags.contains(.newlineBefore) || tokens[token - 1].kind == .semicolon
          if level == 0, startsStatement, tokens[token + 1].kind == .name || tokens[token + 1].kind == .dottedName {
            edits.append(TextEdit(errors.span(end(token), end(token)), replacement: "%"))
            lastNakedShare = token
          }
        default: break
        }
        token += 1
      }
      let share = spelling(position)
      report(
        .nakedNumber, "`\(share)` has no unit: a share is a percentage",
        fixes: [FixIt(edits.count == 1 ? "write `\(share)%`" : "write `%` behind each share", edits)])
    }
    parseWeighted()
  }

  /// Parses `weighted-statement`.
  private mutating func parseWeighted() {
    let weighted = open(.weighted)
    if kind == .percentage { leaf(.literal) } else { _ = parsePrimary() }
    if !isAtStatementEnd && (kind == .name || kind == .dottedName || kind == .invalid) && !isAtStructuralKeyword {
      parsePlainStatement()
    } else if !isAtStatementEnd && kind == .leftParenthesis {
      // An expression that stands for the name of an upstream.
      let statement = open(.statement)
      _ = parsePrimary()
      if !isAtStatementEnd && kind != .leftBrace {
        reportUnexpected()
        skipRest(stopsAtBody: true)
      }
      if isAtBody && !resumesStatement { parseBody(of: "the share") }
      close(statement)
    } else {
      report(.expectedName, "a share needs what it is of", at: insertionPoint, help: "found \(found)")
    }
    close(weighted)
  }

  // MARK: Labels and fields

  /// Whether a word with a `:` that touches it stands here.
  @inline(__always)
  var isAtLabel: Bool { kind(ahead: 1) == .colon && touches(position + 1) }

  /// Parses `label` or `field-label`, at a word before a colon.
  mutating func parseLabel() {
    let label = open(.label)
    if kind.isReservedWord {
      let word = spelling(position)
      let isArm = kind(ahead: 2) == .keywordWhen || kind(ahead: 2) == .keywordUnder
      report(
        .reservedWord, "`\(word)` is a reserved word and never a label", help: "choose another name",
        fixes: isArm ? [errors.fix("write `\(word)-route`", start(position), end(position), "\(word)-route")] : [])
    }
    advance()
    if !touches(position) { reportUnexpected() }
    advance()
    if touches(position) && kind != .endOfFile {
      report(
        .labelSpacing, "a label's `:` has a blank behind it", at: start(position - 1)..<end(position - 1),
        fixes: [insertion("put a blank behind `:`", end(position - 1), " ")])
    }
    close(label)
  }

  /// Parses what starts with a label: `arm`, `under-block` or `field`.
  private mutating func parseLabelled() {
    let node = open(.field)
    parseLabel()
    switch kind {
    case .keywordWhen:
      nodes[node].kind = .arm
      parseArm(node)
    case .keywordIf:
      report(
        .unexpectedToken, "an arm asks by `when`: `if` chooses while the workspace is compiled",
        fixes: [errors.fix("write `when`", start(position), end(position), "when")])
      nodes[node].kind = .arm
      parseArm(node)
    case .keywordUnder:
      nodes[node].kind = .under
      parseUnder(node)
    case .keywordOtherwise where kind(ahead: 1) == .arrow:
      let label = start(Int(nodes[node].firstToken))
      report(
        .unexpectedToken, "`otherwise` has no label", at: label..<start(position),
        fixes: [errors.fix("remove it", label, start(position), "")])
      nodes[node].kind = .otherwise
      parseOtherwise(node)
    case .arrow:
      report(
        .expectedExpression, "an arm needs `when` and a predicate", at: insertionPoint,
        help: "an arm reads `name: when predicate -> outcome`, the last one `otherwise -> outcome`")
      nodes[node].kind = .arm
      parseOutcome()
      close(node)
    default: parseField(node)
    }
  }

  /// Parses the rest of `field`, behind its label.
  private mutating func parseField(_ field: Int) {
    let first = position
    if isAtStatementEnd {
      report(.expectedValue, "a field needs a value", at: insertionPoint, help: "found \(found)")
    } else if kind != .leftBrace {
      parseArguments()
      if !isAtStatementEnd && kind != .leftBrace && !resumesStatement { recoverField(first) }
    }
    if !resumesStatement && isAtBody { parseBody(of: "the field") }
    close(field)
  }

  /// A field that turns out to be an arm without `when`, or has a token too many.
  private mutating func recoverField(_ first: Int) {
    switch kind {
    case .arrow, .keywordIs, .keywordNot, .keywordStarts, .keywordMatches, .keywordExists, .keywordAnd, .keywordOr:
      report(
        .unexpectedToken, "an arm needs `when` before its predicate", at: start(first)..<end(first),
        fixes: [insertion("write `when`", start(first), "when ")])
    default: reportUnexpected()
    }
    skipRest(stopsAtBody: false)
  }
}
