import EpicBase
import EpicDiagnostics

extension Parser {
  /// Parses `primary`, and with it `literal` and `string`. False, with nothing consumed, if the current token begins none.
  mutating func parsePrimary() -> Bool {
    switch kind {
    case .name:
      if isAtData { parseData() } else { parseSuffixedName() }
    case .dottedName: parseSuffixedName()
    case .leftBracket:
      parseSequence(.list, .rightBracket)
    case .leftParenthesis:
      parseSequence(.parenthesized, .rightParenthesis)
    case .invalid: leaf(.literal)
    default:
      if !kind.isValue { return false }
      leaf(.literal)
    }
    return true
  }

  /// Parses `reference` and, with `isHead`, the `head` of a statement: a name with `index-suffix`es.
  mutating func parseReference(isHead: Bool) {
    let mark = mark
    leaf(kind == .dottedName ? .dottedName : .name)
    var suffixes = 0
    while kind == .leftBracket && touches(position) && suffixes < Limits.nestingDepth {
      parseIndex(mark)
      suffixes += 1
    }
  }

  /// Parses `suffixed-name`: `index-suffix`, `call-suffix` and `member-suffix` touch what they belong to.
  private mutating func parseSuffixedName() {
    let mark = mark
    leaf(kind == .dottedName ? .dottedName : .name)
    // Each suffix nests the tree by one level.
    var suffixes = 0
    while touches(position) && suffixes < Limits.nestingDepth {
      switch kind {
      case .leftBracket: parseIndex(mark)
      case .leftParenthesis: parseCall(mark)
      case .dot where touches(position + 1) && (kind(ahead: 1) == .name || kind(ahead: 1) == .dottedName):
        let member = wrap(mark, .member)
        advance()
        leaf(kind == .dottedName ? .dottedName : .name)
        close(member)
      default: return
      }
      suffixes += 1
    }
  }

  /// Parses `index-suffix` around what stands at the mark.
  private mutating func parseIndex(_ mark: Int) {
    if !enter() { return }
    let index = wrap(mark, .index)
    let opening = position
    advance()
    let outer = isInBrackets
    isInBrackets = true
    parseExpression()
    if kind != .rightBracket { recoverInBrackets(.rightBracket) }
    isInBrackets = outer
    closeBracket(.rightBracket, opening: opening)
    close(index)
    depth -= 1
  }

  /// Parses `call-suffix` around what stands at the mark.
  private mutating func parseCall(_ mark: Int) {
    if !enter() { return }
    let call = wrap(mark, .call)
    parseElements(.rightParenthesis, areArguments: true)
    close(call)
    depth -= 1
  }

  /// Parses `list` or `parenthesized`.
  private mutating func parseSequence(_ sequence: SyntaxKind, _ closer: TokenKind) {
    if !enter() { return }
    let node = open(sequence)
    parseElements(closer, areArguments: false)
    close(node)
    depth -= 1
  }

  /// Parses the values between brackets, brackets included; `areArguments` if each is a `call-argument`.
  private mutating func parseElements(_ closer: TokenKind, areArguments: Bool) {
    let opening = position
    advance()
    let outer = isInBrackets
    isInBrackets = true
    while kind != closer {
      let before = position
      if tokens[position].flags.contains(.newlineBefore) { isRecovering = false }
      if kind == .comma {
        report(
          .strayComma, "`,` stands between no two values",
          fixes: [errors.fix("remove it", start(position), end(position), "")])
        advance()
        continue
      }
      if !startsValue {
        recoverInBrackets(closer)
        if kind == .comma { continue }
        break
      }
      if areArguments && kind == .name && (isAtLabel || kind(ahead: 1) == .equal) {
        parseArgument()
      } else {
        parseValue()
      }
      if kind == .comma {
        advance()
      } else if kind == .semicolon && continuesInBrackets(closer) {
        reportSemicolon()
      } else if startsValue && continuesInBrackets(closer) {
        reportMissingComma()
      } else if kind != closer {
        recoverInBrackets(closer)
        if kind != .comma { break }
      }
      if position == before { break }
    }
    isInBrackets = outer
    closeBracket(closer, opening: opening)
  }

  /// Parses `call-argument` with its label.
  private mutating func parseArgument() {
    let argument = open(.argument)
    if kind(ahead: 1) == .equal { parseEqualLabel() } else { parseLabel() }
    parseValue()
    close(argument)
  }

  /// A label with `=` where `:` is meant.
  private mutating func parseEqualLabel() {
    let label = open(.label)
    advance()
    report(
      .unexpectedEqual, "`=` does not stand in a call", help: "an argument reads `name: value`",
      fixes: [
        errors.fix("write `:`", end(position - 1), end(position), touches(position + 1) ? ": " : ":")
      ])
    advance()
    close(label)
  }

  /// Whether `data` stands before a string.
  var isAtData: Bool {
    guard tokens[position].symbol == Keyword.data.rawValue else { return false }
    let next = kind(ahead: 1)
    guard next == .string || next == .blockString else { return false }
    return isInBrackets || !tokens[position + 1].flags.contains(.newlineBefore)
  }

  /// Parses `data-reference`.
  private mutating func parseData() {
    let node = open(.data)
    advance()
    leaf(.literal)
    if kind == .name && keyword() == .sha256 && !newlineEnds {
      advance()
      parseStringArgument("`sha256`")
    }
    close(node)
  }

  /// Parses `object`, its `entry`s and each `entry-separator`.
  mutating func parseObject() {
    if !enter() { return }
    let object = open(.object)
    let opening = position
    advance()
    let outer = isInBrackets
    isInBrackets = false
    while true {
      while kind == .comma || kind == .semicolon { skipSeparator() }
      if kind == .rightBrace || kind == .endOfFile || kind == .rightBracket || kind == .rightParenthesis { break }
      if endsWithoutBrace { break }
      let before = position
      if tokens[position].flags.contains(.newlineBefore) { isRecovering = false }
      parseEntry()
      if !isAtStatementEnd && kind != .comma {
        if kind == .rightBracket || kind == .rightParenthesis { break }
        reportEntrySeparator()
      }
      if position == before { skipToken() }
    }
    isInBrackets = outer
    closeBracket(.rightBrace, opening: opening)
    close(object)
    depth -= 1
  }

  private mutating func reportEntrySeparator() {
    if isAtLabel {
      report(
        .expectedSeparator, "two entries stand on one line without `,`", at: insertionPoint,
        fixes: [insertion("write `,`", insertionPoint.lowerBound, ",")])
      return
    }
    reportUnexpected()
    let node = open(.unexpected)
    while !isAtStatementEnd && kind != .comma && kind != .rightBracket && kind != .rightParenthesis {
      switch kind {
      case .leftBrace, .leftBracket, .leftParenthesis: skipBalanced()
      default: advance()
      }
    }
    close(node)
  }

  /// Parses `entry`.
  private mutating func parseEntry() {
    switch kind {
    case .name where kind(ahead: 1) == .leftBrace:
      let statement = open(.statement)
      leaf(.name)
      if newlineEnds { reportBraceOnNextLine() }
      parseObject()
      close(statement)
    case .name, .dottedName, .string:
      if kind(ahead: 1) == .colon {
        parseEntryField()
      } else {
        reportEntry()
      }
    default:
      if kind.isReservedWord && isAtLabel { parseEntryField() } else { reportEntry() }
    }
  }

  private mutating func parseEntryField() {
    let field = open(.field)
    parseLabel()
    if kind == .rightBrace || kind == .comma || kind == .semicolon {
      report(.expectedValue, "a field needs a value", at: insertionPoint, help: "found \(found)")
    } else {
      parseValue()
    }
    close(field)
  }

  private mutating func reportEntry() {
    let isName = kind == .name || kind == .dottedName || kind == .string
    let next = kind(ahead: 1)
    if isName && next == .equal {
      report(
        .unexpectedEqual, "`=` does not stand in an object", at: start(position + 1)..<end(position + 1),
        help: "a field reads `key: value`",
        fixes: [errors.fix("write `:`", end(position), end(position + 1), ":")])
    } else {
      report(
        .expectedName, "an object holds fields", help: "a field reads `key: value`",
        fixes: isName && (next.isValue || next == .leftBracket)
          ? [insertion("write `:`", end(position), ":")] : [])
    }
    let node = open(.unexpected)
    while !isAtStatementEnd && kind != .comma && kind != .rightBracket && kind != .rightParenthesis {
      switch kind {
      case .leftBrace, .leftBracket, .leftParenthesis: skipBalanced()
      default: advance()
      }
    }
    close(node)
  }

  // MARK: Recovery between brackets

  /// Whether a value may begin here.
  var startsValue: Bool { startsValue(at: position) }

  /// Whether a value may begin at a token.
  func startsValue(at token: Int) -> Bool {
    let kind = tokens[token].kind
    switch kind {
    case .leftBrace, .leftBracket, .leftParenthesis, .invalid, .keywordNot, .keywordAll, .keywordAny, .keywordTrue,
      .keywordFalse, .keywordOtherwise:
      return true
    default: return kind.isValue
    }
  }

  /// Whether the closing bracket (any but `}` for nil) comes before anything that ends the statement. Looks at a bounded
  /// number of tokens.
  func continuesInBrackets(_ closer: TokenKind?) -> Bool {
    var level = 0
    for ahead in 0..<256 {
      let kind = kind(ahead: ahead)
      switch kind {
      case .leftBracket, .leftParenthesis, .leftBrace: level += 1
      case .rightBracket, .rightParenthesis, .rightBrace:
        if level == 0 { return closer.map { $0 == kind } ?? (kind != .rightBrace) }
        level -= 1
      case .endOfFile: return false
      case .arrow, .keywordLet, .keywordWhen, .keywordUnder: if level == 0 { return false }
      default: break
      }
    }
    return true
  }

  mutating func reportMissingComma() {
    report(
      .unexpectedToken, "`,` is missing between two values", at: here,
      fixes: [insertion("write `,`", insertionPoint.lowerBound, ",")])
  }

  mutating func reportSemicolon() {
    report(
      .semicolonInValues, "`;` does not separate values", help: "values are separated by `,`",
      fixes: [errors.fix("write `,`", start(position), end(position), ",")])
    advance()
  }

  /// Skips what does not fit between brackets, up to the next comma or the closing bracket, if there is one.
  mutating func recoverInBrackets(_ closer: TokenKind) {
    if kind == .endOfFile || kind == .rightBrace || kind == .semicolon || !continuesInBrackets(closer) { return }
    reportUnexpected()
    let node = open(.unexpected)
    while kind != closer && kind != .comma && kind != .endOfFile {
      switch kind {
      case .leftBrace, .leftBracket, .leftParenthesis: skipBalanced()
      default: advance()
      }
    }
    close(node)
  }
}
