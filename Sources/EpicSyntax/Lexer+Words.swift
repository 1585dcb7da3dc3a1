import EpicBase
import EpicDiagnostics

extension Lexer {
  /// A word that starts with a letter or `_`. Names of up to sixteen bytes, with or without a label's colon, are done here;
  /// all others go the long way.
  @inline(__always)
  mutating func lexName(_ text: Span<UInt8>, _ starts: Span<UInt8>, _ flags: TokenFlags, _ start: Int) -> Lexeme {
    if let name = ShortName(text, start), text[start] != UInt8(ascii: "A") {
      let end = start &+ name.length
      if end < text.count &- 1 && text[end &- 1] != UInt8(ascii: "-") {
        let next = text[end]
        let deciding = next == UInt8(ascii: ":") ? text[end &+ 1] : next
        if starts[Int(deciding)] & CharacterClass.endsWord != 0 {
          index = end
          let symbol = interner.intern(low: name.low, high: name.high, length: name.length).rawValue
          return Lexeme(Keyword.tokenKind(ofSymbol: symbol), flags, symbol: symbol)
        }
      }
    }
    return lexLongName(flags, start)
  }

  /// A token that starts with a letter or `_`, whatever it is.
  @inline(never)
  private mutating func lexLongName(_ flags: TokenFlags, _ start: Int) -> Lexeme {
    if let end = DottedName.end(text.span, table.span, starts.span, start) {
      index = end
      return Lexeme(.dottedName, flags, symbol: interner.intern(text, start, end).rawValue)
    }
    let first = text[start]
    if first == UInt8(ascii: "h") && startsURL(start) { return lexURL(flags, start) }
    if first == UInt8(ascii: "r") && byte(start + 1) == UInt8(ascii: "e") && byte(start + 2) == UInt8(ascii: "\"") {
      return lexRegex(flags, start)
    }
    return lexWord(flags, start)
  }

  /// A token that starts with a digit.
  @inline(never)
  mutating func lexNumber(_ text: Span<UInt8>, _ flags: TokenFlags, _ start: Int) -> Lexeme {
    guard let number = NumberWord(text, table.span, start) else { return lexWord(flags, start) }
    index = number.end
    return Lexeme(number.kind, flags)
  }

  /// A word: one class of lexical rule 5, or one error.
  @inline(never)
  mutating func lexWord(_ flags: TokenFlags, _ start: Int) -> Lexeme {
    let run = NameRun(text.span, table.span, start)
    return run.next == 0 ? finishNameRun(flags, start, run.end) : lexLongWord(flags, start, run)
  }

  /// A run of name characters `start..<runEnd` that no other word character follows.
  private mutating func finishNameRun(_ flags: TokenFlags, _ start: Int, _ runEnd: Int) -> Lexeme {
    var end = runEnd
    while end > start + 1 && text[end - 1] == UInt8(ascii: "-") { end -= 1 }
    index = end
    let first = text[start]
    if !first.isLetter && first != UInt8(ascii: "_") { return finishLiteral(flags, start, end) }
    if first == UInt8(ascii: "A") && isASNumber(start, end) {
      return Lexeme(.asNumber, checkedASNumber(flags, start, end))
    }
    if end < text.count && text[end] >= 0x80 { return lexNonASCII(flags, start) }
    let symbol = interner.intern(text, start, end).rawValue
    return Lexeme(Keyword.tokenKind(ofSymbol: symbol), flags, symbol: symbol)
  }

  private func isASNumber(_ start: Int, _ end: Int) -> Bool {
    end > start + 2 && text[start + 1] == UInt8(ascii: "S") && WordClass.isDigits(text, start + 2, end)
  }

  /// A word with a character that no plain name has behind its first run.
  private mutating func lexLongWord(_ flags: TokenFlags, _ start: Int, _ run: NameRun) -> Lexeme {
    let wordEnd = LongRun.end(text.span, table.span, run.end)
    var end = wordEnd
    giveBack: while end > start + 1 {
      switch text[end - 1] {
      case UInt8(ascii: "-"), UInt8(ascii: "."): end -= 1
      case UInt8(ascii: ":"):
        if text[end - 2] == UInt8(ascii: ":") { break giveBack }
        end -= 1
      default: break giveBack
      }
    }
    if end <= run.end { return finishNameRun(flags, start, run.end) }
    index = end
    return finishLiteral(flags, start, end)
  }

  /// A word that is no plain name.
  private mutating func finishLiteral(_ flags: TokenFlags, _ start: Int, _ end: Int) -> Lexeme {
    if end < text.count && text[end] >= 0x80 { return lexNonASCII(flags, start) }
    guard let kind = WordClass.classify(text, start, end) else {
      if let label = routeLabelEnd(start, end) { return finishNameRun(flags, start, label) }
      reportUnknownWord(start, end)
      return Lexeme(.invalid, flags.union(.malformed))
    }
    switch kind {
    case .dottedName, .slashedName, .hostPattern:
      return Lexeme(kind, flags, symbol: interner.intern(text, start, end).rawValue)
    default:
      return Lexeme(kind, checked(kind, flags, start, end))
    }
  }

  /// Where the label of `a:when` ends, in which the blank is missing: the parser reports that. Nil for other words.
  private func routeLabelEnd(_ start: Int, _ end: Int) -> Int? {
    guard let colon = text[start..<end].firstIndex(of: UInt8(ascii: ":")), colon > start,
      text[colon + 1..<end].elementsEqual("when".utf8) || text[colon + 1..<end].elementsEqual("under".utf8),
      NameRun(text.span, table.span, start).end == colon, text[start].isLetter
    else { return nil }
    return colon
  }

  /// A word or other text with characters beyond ASCII: one token up to the next ASCII character that ends a word.
  mutating func lexNonASCII(_ flags: TokenFlags, _ start: Int) -> Lexeme {
    var end = start
    while end < text.count && (text[end] >= 0x80 || table[Int(text[end])] != 0) {
      if text[end] == UInt8(ascii: "/") && byte(end + 1) == UInt8(ascii: "/") { break }
      end += 1
    }
    while end > start + 1 && (text[end - 1] == UInt8(ascii: ".") || text[end - 1] == UInt8(ascii: ":")) { end -= 1 }
    index = end
    let lexeme = Lexeme(.invalid, flags.union(.malformed))
    if !isUTF8 { return lexeme }
    let word = String(decoding: text[start..<end], as: UTF8.self)
    var fixes: [FixIt] = []
    var help = "only strings and comments hold characters beyond ASCII"
    if let host = Punycode.host(word) {
      fixes = [errors.fix("write `\(host)`", start, end, host)]
      help = "a host is written in punycode"
    } else if let ascii = Lookalikes.ascii(word) {
      fixes = [errors.fix("write `\(ascii)`", start, end, ascii)]
    }
    errors.report(
      .nonASCII, "`\(quoted(text, start, end))` has a character that is not ASCII", start, end, help: help, fixes: fixes
    )
    return lexeme
  }
}

extension Keyword {
  /// The kind of token for a name's symbol: a reserved word's kind, or `name`.
  @inline(__always)
  static func tokenKind(ofSymbol symbol: UInt32) -> TokenKind {
    if symbol >= reservedCount { return .name }
    return TokenKind(rawValue: TokenKind.keywordAll.rawValue + UInt8(truncatingIfNeeded: symbol)) ?? .name
  }
}
