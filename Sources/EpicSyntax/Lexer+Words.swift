import EpicBase
import EpicDiagnostics

extension Lexer {
  /// A word: one class of lexical rule 5, or one error.
  @inline(__always)
  mutating func lexWord(_ flags: TokenFlags, _ start: Int) {
    if text[start].isDigit, let number = NumberWord(text.span, table.span, start) {
      index = number.end
      append(number.kind, flags, start)
      return
    }
    let run = NameRun(text.span, table.span, start)
    if run.next == 0 {
      finishNameRun(flags, start, run.end)
    } else {
      lexLongWord(flags, start, run)
    }
  }

  /// A run of name characters `start..<runEnd` that no other word character follows.
  @inline(__always)
  private mutating func finishNameRun(_ flags: TokenFlags, _ start: Int, _ runEnd: Int) {
    var end = runEnd
    while end > start + 1 && text[end - 1] == UInt8(ascii: "-") { end -= 1 }
    index = end
    let first = text[start]
    if first.isLetter || first == UInt8(ascii: "_") {
      if first == UInt8(ascii: "A") && isASNumber(start, end) {
        append(.asNumber, checkedASNumber(flags, start, end), start)
      } else if end < text.count && text[end] >= 0x80 {
        lexNonASCII(flags, start)
      } else {
        let symbol = interner.intern(text, start, end).rawValue
        append(Keyword.tokenKind(ofSymbol: symbol), flags, start, symbol: symbol)
      }
    } else {
      finishLiteral(flags, start, end)
    }
  }

  private func isASNumber(_ start: Int, _ end: Int) -> Bool {
    end > start + 2 && text[start + 1] == UInt8(ascii: "S") && WordClass.isDigits(text, start + 2, end)
  }

  /// A word with a character that no plain name has behind its first run.
  private mutating func lexLongWord(_ flags: TokenFlags, _ start: Int, _ run: NameRun) {
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
    if end <= run.end {
      finishNameRun(flags, start, run.end)
      return
    }
    index = end
    finishLiteral(flags, start, end)
  }

  /// A word that is no plain name.
  private mutating func finishLiteral(_ flags: TokenFlags, _ start: Int, _ end: Int) {
    if end < text.count && text[end] >= 0x80 {
      lexNonASCII(flags, start)
      return
    }
    guard let kind = WordClass.classify(text, start, end) else {
      reportUnknownWord(start, end)
      append(.invalid, flags.union(.malformed), start)
      return
    }
    switch kind {
    case .dottedName, .slashedName, .hostPattern:
      append(kind, flags, start, symbol: interner.intern(text, start, end).rawValue)
    default:
      append(kind, checked(kind, flags, start, end), start)
    }
  }

  /// A word or other text with characters beyond ASCII: one token up to the next ASCII character that ends a word.
  mutating func lexNonASCII(_ flags: TokenFlags, _ start: Int) {
    var end = start
    while end < text.count && (text[end] >= 0x80 || table[Int(text[end])] != 0) {
      if text[end] == UInt8(ascii: "/") && byte(end + 1) == UInt8(ascii: "/") { break }
      end += 1
    }
    while end > start + 1 && (text[end - 1] == UInt8(ascii: ".") || text[end - 1] == UInt8(ascii: ":")) { end -= 1 }
    index = end
    append(.invalid, flags.union(.malformed), start)
    if !isUTF8 { return }
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
