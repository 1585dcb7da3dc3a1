import EpicBase
import EpicDiagnostics

extension Lexer {
  /// A word: one class of lexical rule 5, or one error.
  @inline(__always)
  mutating func lexWord(_ flags: TokenFlags, _ start: Int) {
    // Local copies: the loop need not read the fields again for each byte.
    let (text, table) = (text, table)
    let count = text.count
    var end = start
    var hash = Interner.emptyHash
    var stop: UInt8 = 0
    while end < count {
      let byte = text[end]
      stop = table[Int(byte)]
      if stop & CharacterClass.name == 0 { break }
      hash = Interner.hash(hash, byte)
      end += 1
    }
    if end == count || stop == 0 {
      finishNameRun(flags, start, end, hash: hash)
    } else {
      lexLongWord(flags, start, end, hash)
    }
  }

  /// A run of name characters `start..<runEnd` that no other word character follows.
  @inline(__always)
  private mutating func finishNameRun(_ flags: TokenFlags, _ start: Int, _ runEnd: Int, hash: UInt32?) {
    var end = runEnd
    while end > start + 1 && text[end - 1] == UInt8(ascii: "-") { end -= 1 }
    // A hash over a `-` that was given back is of no use.
    let hash = end == runEnd ? hash : nil
    index = end
    let first = text[start]
    if first.isLetter || first == UInt8(ascii: "_") {
      if first == UInt8(ascii: "A") && isASNumber(start, end) {
        append(.asNumber, checkedASNumber(flags, start, end), start)
      } else if end < text.count && text[end] >= 0x80 {
        lexNonASCII(flags, start)
      } else {
        let symbol =
          (hash.map { interner.intern(text, start, end, hash: $0) } ?? interner.intern(text, start, end)).rawValue
        append(Keyword.tokenKind(ofSymbol: symbol), flags, start, symbol: symbol)
      }
    } else {
      finishLiteral(flags, start, end)
    }
  }

  private func isASNumber(_ start: Int, _ end: Int) -> Bool {
    end > start + 2 && text[start + 1] == UInt8(ascii: "S") && WordClass.isDigits(text, start + 2, end)
  }

  /// A word with a character that no plain name has at `position`.
  private mutating func lexLongWord(_ flags: TokenFlags, _ start: Int, _ position: Int, _ hash: UInt32) {
    let count = text.count
    var end = position
    while end < count && table[Int(text[end])] != 0 {
      if text[end] == UInt8(ascii: "/") && byte(end + 1) == UInt8(ascii: "/") { break }
      end += 1
    }
    giveBack: while end > start + 1 {
      switch text[end - 1] {
      case UInt8(ascii: "-"), UInt8(ascii: "."): end -= 1
      case UInt8(ascii: ":"):
        if text[end - 2] == UInt8(ascii: ":") { break giveBack }
        end -= 1
      default: break giveBack
      }
    }
    if end <= position {
      finishNameRun(flags, start, end, hash: end == position ? hash : nil)
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
