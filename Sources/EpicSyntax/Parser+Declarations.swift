import EpicBase
import EpicDiagnostics

extension Parser {
  /// A name that is declared here. A reserved word is reported and taken for the name.
  mutating func parseDeclaredName(_ what: String) {
    if kind == .name && !newlineEnds {
      leaf(.name)
      return
    }
    if kind.isReservedWord && !newlineEnds && kind != .keywordIn {
      report(.reservedWord, "\(found) is a reserved word and never a name", help: "choose another name for the \(what)")
      leaf(.name)
      return
    }
    report(
      .expectedName, "the \(what) needs a name", at: isAtStatementEnd ? insertionPoint : here, help: "found \(found)")
    if !isAtStatementEnd && kind.isValue || kind == .invalid { skipToken() }
  }

  /// Parses `use-statement` and its `package-path`.
  mutating func parseUse() {
    let use = open(.use)
    advance()
    if !newlineEnds && (kind == .name || kind == .dottedName) {
      leaf(kind == .name ? .name : .dottedName)
    } else {
      report(.expectedName, "`use` needs the path of a package", at: insertionPoint, help: "found \(found)")
      close(use)
      return
    }
    if kind == .dot && touches(position) && kind(ahead: 1) == .leftBrace && touches(position + 1) {
      advance()
      parseSelection()
    }
    close(use)
  }

  private mutating func parseSelection() {
    if !enter() { return }
    let opening = position
    advance()
    let outer = isInBrackets
    isInBrackets = true
    if kind == .rightBrace { report(.expectedName, "the selection names nothing", at: insertionPoint) }
    while kind != .rightBrace {
      if kind == .endOfFile || kind == .semicolon || endsWithoutBrace { break }
      let before = position
      parseDeclaredName("selection")
      if kind == .comma {
        advance()
      } else if kind == .name {
        if endsWithoutBrace { break }
        reportMissingComma()
      } else {
        skipInSelection()
      }
      if position == before { break }
    }
    isInBrackets = outer
    closeBracket(.rightBrace, opening: opening)
    depth -= 1
  }

  /// Skips what is no name, up to the selection's end.
  private mutating func skipInSelection() {
    while kind != .rightBrace && kind != .comma && kind != .endOfFile && kind != .semicolon
      && !tokens[position].flags.contains(.newlineBefore)
    {
      reportUnexpected()
      skipToken()
    }
    if kind == .comma { advance() }
  }

  /// Parses `export-statement`: `exported` is one of three kinds.
  mutating func parseExport() {
    let export = open(.export)
    advance()
    let isExportable =
      kind == .keywordLet
      || !newlineEnds && (kind == .dottedName || kind == .name && (!isAtStructuralKeyword || keyword() == .template))
    if !isExportable {
      report(
        .expectedStatement, "`export` needs a declaration", at: isAtStatementEnd ? insertionPoint : here,
        help: "found \(found)")
    }
    if !isAtStatementEnd && keyword() != .export { parseStatement() }
    close(export)
  }

  /// Parses `let-statement`.
  mutating func parseLet() {
    let node = open(.letStatement)
    advance()
    parseDeclaredName("binding")
    if kind == .colon {
      report(
        .expectedEqual, "`let` takes `=`", fixes: [errors.fix("write ` =`", start(position), end(position), " =")])
      advance()
    } else if !consume(.equal) {
      let isValueNext = !isAtStatementEnd
      report(
        .expectedEqual, "`let` needs `=` before its value", at: insertionPoint, help: "found \(found)",
        fixes: isValueNext ? [insertion("write `=`", insertionPoint.lowerBound, " =")] : [])
    }
    if isAtStatementEnd {
      report(.expectedValue, "`let` needs a value", at: insertionPoint, help: "found \(found)")
    } else {
      parseValue()
    }
    close(node)
  }

  /// Parses `if-statement`.
  mutating func parseIf() {
    let node = open(.ifStatement)
    advance()
    parseExpression()
    recoverBeforeBody()
    parseBody(of: "`if`")
    if kind == .keywordElse {
      advance()
      if kind == .keywordIf && !newlineEnds {
        // A chain of `else if` nests in the tree, so it counts as nesting.
        if enter() {
          parseIf()
          depth -= 1
        }
      } else {
        parseBody(of: "`else`")
      }
    }
    close(node)
  }

  /// Skips what cannot stand between a head and its body, reported.
  mutating func recoverBeforeBody() {
    if isAtStatementEnd || kind == .leftBrace { return }
    reportUnexpected()
    skipRest(stopsAtBody: true)
  }

  /// Parses `for-statement` or `quantifier`.
  mutating func parseForOrQuantifier() {
    if kind(ahead: 1) == .name && keyword(ahead: 1) == .every && kind(ahead: 2) != .keywordIn {
      parseQuantifier()
      return
    }
    let node = open(.forStatement)
    advance()
    parseDeclaredName("variable of `for`")
    parseIn("`for`")
    parseExpression()
    recoverBeforeBody()
    parseBody(of: "`for`")
    close(node)
  }

  private mutating func parseIn(_ what: String) {
    if consume(.keywordIn) { return }
    report(.unexpectedToken, "\(what) needs `in` and a list", at: insertionPoint, help: "found \(found)")
  }

  private mutating func parseQuantifier() {
    let node = open(.quantifier)
    advance()
    advance()
    parseDeclaredName("quantifier")
    if kind == .name && !newlineEnds { leaf(.name) }
    if kind == .colon {
      if !touches(position) { reportUnexpected() }
      advance()
      if touches(position) && kind != .endOfFile {
        report(
          .labelSpacing, "the `:` has a blank behind it", at: start(position - 1)..<end(position - 1),
          fixes: [insertion("put a blank behind `:`", end(position - 1), " ")])
      }
    } else {
      report(
        .unexpectedToken, "`for every` needs `:` and a predicate", at: insertionPoint, help: "found \(found)")
    }
    if kind == .name && keyword() == .require { parseRequirement() } else { parseExpression() }
    close(node)
  }

  /// Parses `requirement`, whose `plain-expression` leaves `else` to the message.
  private mutating func parseRequirement() {
    let node = open(.requirement)
    advance()
    parseExpression(allowsElse: false)
    if consume(.keywordElse) {
      parseStringArgument("`else`")
    } else {
      report(
        .expectedValue, "`require` needs `else` and a message", at: insertionPoint,
        help: "`require predicate else \"what is wrong\"`")
    }
    close(node)
  }

  /// Parses `string` where nothing else may stand.
  mutating func parseStringArgument(_ what: String) {
    if !isAtStatementEnd && (kind == .string || kind == .blockString) {
      leaf(.literal)
    } else {
      report(
        .expectedValue, "\(what) needs a string", at: isAtStatementEnd ? insertionPoint : here, help: "found \(found)")
    }
  }

  /// Parses `cases-statement`.
  mutating func parseCases() {
    let node = open(.casesStatement)
    advance()
    if kind == .leftParenthesis && !newlineEnds {
      parseColumns()
    } else {
      report(
        .unexpectedToken, "`cases` needs its columns in parentheses", at: insertionPoint,
        help: "`cases (path, want) in [ (/a, b) ] { … }`")
    }
    parseIn("`cases`")
    parseExpression()
    recoverBeforeBody()
    parseBody(of: "`cases`")
    close(node)
  }

  private mutating func parseColumns() {
    if !enter() { return }
    let opening = position
    advance()
    let outer = isInBrackets
    isInBrackets = true
    if kind == .rightParenthesis { report(.expectedName, "`cases` names no column", at: insertionPoint) }
    while kind != .rightParenthesis && kind != .endOfFile && kind != .keywordIn {
      let before = position
      parseDeclaredName("column")
      if kind == .comma { advance() } else if kind == .name { reportMissingComma() }
      if position == before { break }
    }
    isInBrackets = outer
    closeBracket(.rightParenthesis, opening: opening)
    depth -= 1
  }

  /// Parses `template-declaration`.
  mutating func parseTemplate() {
    let node = open(.template)
    advance()
    parseDeclaredName("template")
    if kind == .leftParenthesis && !newlineEnds { parseParameterList() }
    parseArguments()
    recoverBeforeBody()
    parseBody(of: "`template`")
    close(node)
  }

  /// Parses `parameter-list`.
  private mutating func parseParameterList() {
    if !enter() { return }
    let list = open(.parameterList)
    let opening = position
    advance()
    let outer = isInBrackets
    isInBrackets = true
    while kind != .rightParenthesis {
      let before = position
      parseParameter()
      if kind == .comma {
        advance()
      } else if kind == .semicolon && continuesInBrackets(.rightParenthesis) {
        reportSemicolon()
      } else if kind == .name && isAtLabel {
        reportMissingComma()
      } else {
        break
      }
      if position == before { break }
    }
    isInBrackets = outer
    closeBracket(.rightParenthesis, opening: opening)
    close(list)
    depth -= 1
  }

  /// Parses `parameter`.
  private mutating func parseParameter() {
    let parameter = open(.parameter)
    parseDeclaredName("parameter")
    if kind == .colon {
      if !touches(position) { reportUnexpected() }
      advance()
      if touches(position) {
        report(
          .labelSpacing, "a parameter's `:` has a blank behind it", at: start(position - 1)..<end(position - 1),
          fixes: [insertion("put a blank behind `:`", end(position - 1), " ")])
      }
      parseType()
    } else {
      report(
        .unexpectedToken, "a parameter needs `:` and a type", at: insertionPoint,
        help: "`name: host`, `grade: gold | silver = silver`")
    }
    if consume(.equal) { parseValue() }
    close(parameter)
  }

  /// Parses `type`, its `type-alternative`s and `list-type`.
  private mutating func parseType() {
    let type = open(.type)
    while true {
      if kind == .name || kind == .dottedName || kind == .invalid {
        leaf(kind == .dottedName ? .dottedName : .name)
      } else if kind == .leftBracket {
        if enter() {
          let list = open(.listType)
          let opening = position
          advance()
          parseType()
          closeBracket(.rightBracket, opening: opening)
          close(list)
          depth -= 1
        }
      } else if kind.isReservedWord {
        report(.reservedWord, "\(found) is a reserved word and never a type")
        skipToken()
      } else {
        report(.expectedName, "a type is missing", at: insertionPoint, help: "found \(found)")
      }
      if !consume(.pipe) { break }
    }
    close(type)
  }

  /// Parses `modified-statement`; the current word is a `modifier`.
  mutating func parseModified() {
    let node = open(.modified)
    let modifier = position
    advance()
    if !isAtStatementEnd && (kind == .name || kind == .dottedName || kind == .invalid) {
      if isAtStructuralKeyword {
        var isModifier = false
        switch keyword() {
        case .default?, .limit?, .final?, .required?: isModifier = true
        default: break
        }
        report(
          .expectedStatement, "\(found) does not stand behind `\(spelling(modifier))`",
          fixes: isModifier
            ? [errors.fix("take `\(spelling(modifier))` away", start(modifier), start(position), "")] : [])
        skipToken()
      }
      if !isAtStatementEnd && (kind == .name || kind == .dottedName || kind == .invalid) { parsePlainStatement() }
    } else {
      report(
        .expectedStatement, "`\(spelling(modifier))` needs a statement", at: isAtStatementEnd ? insertionPoint : here,
        help: "found \(found)")
    }
    close(node)
  }

  /// Parses `override-statement`.
  mutating func parseOverride() {
    let node = open(.override)
    advance()
    allowsReason = true
    defer { allowsReason = false }
    if !isAtStatementEnd && (kind == .name || kind == .dottedName || kind == .invalid) {
      switch keyword() {
      case .default?, .limit?, .final?, .required?, .slot?, .append?, .prepend?, .remove?, .replace?: parseModified()
      default:
        if isAtStructuralKeyword {
          report(.expectedStatement, "\(found) does not stand behind `override`")
          skipRest(stopsAtBody: false)
        } else {
          parsePlainStatement()
        }
      }
    } else {
      report(
        .expectedStatement, "`override` needs a statement", at: isAtStatementEnd ? insertionPoint : here,
        help: "found \(found)")
    }
    if kind == .keywordBecause {
      advance()
      parseStringArgument("`because`")
    }
    close(node)
  }
}
