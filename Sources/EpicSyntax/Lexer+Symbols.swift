import EpicBase
import EpicDiagnostics

extension Lexer {
  /// A byte that begins no token: another language's operator, quote or comment, or plain rubbish.
  mutating func lexUnexpected(_ flags: TokenFlags, _ start: Int) -> Lexeme {
    let first = text[start]
    if first >= 0x80 { return lexNonASCII(flags, start) }
    if let (spelling, meant) = foreignOperator(start) {
      index = start + spelling
      errors.report(
        .foreignSpelling, "`\(quoted(text, start, index))` is not an operator here", start, index,
        help: "write `\(meant.trimmed)`",
        fixes: [errors.fix("write `\(meant.trimmed)`", start, index, meant.padded(self, start, index))])
      return foreign(meant.trimmed, flags)
    }
    if first == UInt8(ascii: "'"), let string = lexSingleQuoted(flags, start) { return string }
    if first == UInt8(ascii: "#") {
      // The rest of the line is a comment in the writer's mind: taking it as one token keeps it at one error.
      index = start
      while index < text.count && text[index] != UInt8(ascii: "\n") { index += 1 }
      errors.report(
        .foreignSpelling, "`#` does not start a comment", start, start + 1, help: "a comment starts with `//`",
        fixes: [errors.fix("write `//`", start, start + 1, "//")])
      return Lexeme(.invalid, flags.union(.malformed))
    }
    if first == UInt8(ascii: "*"), let host = lexStarredHost(flags, start) { return host }
    index = start + 1
    let isControl = first < 32 || first == 127
    // A run of the same rubbish is one mistake.
    while index < text.count && text[index] == first { index += 1 }
    errors.report(
      isControl ? .controlCharacter : .unexpectedCharacter,
      isControl
        ? "a control character (\(first)) stands outside a string" : "`\(quoted(text, start, index))` begins no token",
      start, index, fixes: [errors.fix("remove it", start, index, "")])
    return Lexeme(.invalid, flags.union(.malformed))
  }

  /// `*docs.example.com`: a wildcard without its dot, one token with its host. Nil if no host follows.
  private mutating func lexStarredHost(_ flags: TokenFlags, _ start: Int) -> Lexeme? {
    var host = start + 1
    if byte(host) == UInt8(ascii: "*") { host += 1 }
    guard byte(host).isLetter || byte(host).isDigit else { return nil }
    let run = NameRun(text.span, table.span, host)
    var end = run.next == 0 ? run.end : LongRun.end(text.span, table.span, run.end)
    while end > host + 1, text[end - 1] == UInt8(ascii: ".") || text[end - 1] == UInt8(ascii: "-") { end -= 1 }
    switch WordClass.classify(text, host, end) {
    case .dottedName?, .hostPattern?: break
    default: return nil
    }
    index = end
    let pattern = quoted(text, start, host) + "." + quoted(text, host, end)
    errors.report(
      .unexpectedCharacter, "`\(quoted(text, start, end))` is not a host pattern", start, host,
      help: "a wildcard is a whole label: `*.` is one label, `**.` one or more",
      fixes: [errors.fix("write `\(pattern)`", host, host, ".")])
    return Lexeme(.invalid, flags.union(.malformed))
  }

  /// Behind the block comment of other languages that starts at `start`; nil if none does. Only what ends on its
  /// line is taken for one: no token depends on the lines before, and `/*` may also be meant as a path.
  mutating func lexBlockComment(_ start: Int) -> Int? {
    guard byte(start + 1) == UInt8(ascii: "*"), byte(start + 2) != UInt8(ascii: "*"), start >= commentsEnd else {
      return nil
    }
    var end = start + 2
    while end + 1 < text.count, text[end] != UInt8(ascii: "\n"),
      text[end] != UInt8(ascii: "*") || text[end + 1] != UInt8(ascii: "/")
    {
      end += 1
    }
    guard byte(end) == UInt8(ascii: "*"), byte(end + 1) == UInt8(ascii: "/"), byte(end + 2) <= 32 else {
      // Nothing up to here ends a comment, whatever starts one.
      commentsEnd = end
      return nil
    }
    let isFirst = startsLine(start)
    var line = start
    while line > 0, text[line - 1] == UInt8(ascii: " ") { line -= 1 }
    let behind = end + 2
    var fixes: [FixIt] = []
    var next = behind
    while byte(next) == UInt8(ascii: " ") { next += 1 }
    let isLast = next >= text.count || text[next] == UInt8(ascii: "\n") || text[next] == UInt8(ascii: "\r")
    if isLast || isFirst {
      var (first, last) = (start + 2, end)
      while first < last, text[first] == UInt8(ascii: " ") { first += 1 }
      while last > first, text[last - 1] == UInt8(ascii: " ") { last -= 1 }
      let comment = "//" + (first < last ? " " : "") + String(decoding: text[first..<last], as: UTF8.self)
      let rest = isLast ? "" : "\n" + String(decoding: text[line..<start], as: UTF8.self)
      fixes = [errors.fix("write it behind `//`", start, next, comment + rest)]
    }
    errors.report(
      .foreignSpelling, "`/*` does not start a comment", start, start + 2,
      help: "a comment starts with `//` and ends with its line; `/**` is the path of everything", fixes: fixes)
    return behind
  }

  /// Length and meaning of an operator of other languages.
  private func foreignOperator(_ start: Int) -> (Int, ForeignOperator)? {
    switch (text[start], byte(start + 1)) {
    case (UInt8(ascii: "="), UInt8(ascii: "=")):
      return (byte(start + 2) == UInt8(ascii: "=") ? 3 : 2, .init(trimmed: "is"))
    case (UInt8(ascii: "!"), UInt8(ascii: "=")): return (2, .init(trimmed: "is not"))
    case (UInt8(ascii: "!"), _): return (1, .init(trimmed: "not"))
    case (UInt8(ascii: "&"), UInt8(ascii: "&")): return (2, .init(trimmed: "and"))
    case (UInt8(ascii: "|"), UInt8(ascii: "|")): return (2, .init(trimmed: "or"))
    default: return nil
    }
  }

  /// The token that was meant, so that the parser goes on as if it had been written.
  private func foreign(_ meant: String, _ flags: TokenFlags) -> Lexeme {
    switch meant {
    case "is", "is not": Lexeme(.keywordIs, flags, symbol: Keyword.is.rawValue)
    case "not": Lexeme(.keywordNot, flags, symbol: Keyword.not.rawValue)
    case "and": Lexeme(.keywordAnd, flags, symbol: Keyword.and.rawValue)
    default: Lexeme(.keywordOr, flags, symbol: Keyword.or.rawValue)
    }
  }

  /// `'text'` on one line: a string with the wrong quotes. Nil if there is no second quote.
  private mutating func lexSingleQuoted(_ flags: TokenFlags, _ start: Int) -> Lexeme? {
    var end = start + 1
    while end < text.count && text[end] != UInt8(ascii: "'") && text[end] != UInt8(ascii: "\n") { end += 1 }
    guard byte(end) == UInt8(ascii: "'") else { return nil }
    index = end + 1
    var replacement = "\""
    for scalar in String(decoding: text[start + 1..<end], as: UTF8.self).unicodeScalars {
      switch scalar {
      case "\"", "\\", "$": replacement += "\\" + String(scalar)
      default: replacement.unicodeScalars.append(scalar)
      }
    }
    replacement += "\""
    errors.report(
      .singleQuotes, "a string stands in single quotes", start, index, help: "strings are written in `\"`",
      fixes: [errors.fix("write `\(replacement)`", start, index, replacement)])
    return Lexeme(.string, flags.union(.malformed))
  }
}

/// What an operator of another language is in this one.
private struct ForeignOperator {
  let trimmed: String

  /// The word with the blanks it needs beside what touches it.
  func padded(_ lexer: Lexer, _ start: Int, _ end: Int) -> String {
    let before = start > 0 && lexer.table[Int(lexer.text[start - 1])] != 0 ? " " : ""
    let next = lexer.byte(end)
    let after = next == 0 || next == UInt8(ascii: " ") || next == UInt8(ascii: "\n") ? "" : " "
    return before + trimmed + after
  }
}
