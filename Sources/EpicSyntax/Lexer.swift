import EpicBase
import EpicDiagnostics

/// What a token is, apart from where it stands.
struct Lexeme {
  let kind: TokenKind
  let flags: TokenFlags
  /// The interned text; `UInt32.max` for tokens without.
  let symbol: UInt32

  @inline(__always)
  init(_ kind: TokenKind, _ flags: TokenFlags, symbol: UInt32 = .max) {
    self.kind = kind
    self.flags = flags
    self.symbol = symbol
  }
}

/// Turns bytes into tokens. What a token is depends on nothing but the bytes at its place (lexical rules of the
/// language), so that an edit in one line changes no token of another outside of strings.
struct Lexer {
  let text: [UInt8]
  var index = 0
  var tokens: [TokenRecord] = []
  var interner: Interner
  var errors: ErrorCollector
  /// Whether the file is UTF-8 throughout. If not, the one error about it stands for all bytes that are not.
  var isUTF8 = true
  /// Before it no block comment of other languages can start: none ends behind it.
  var commentsEnd = 0
  let table = CharacterClass.table
  let starts = CharacterClass.starts

  init(text: [UInt8], source: SourceID, interner: Interner) {
    self.text = text
    self.interner = interner
    errors = ErrorCollector(source: source)
  }

  /// Reads all tokens. Linear in the text's length.
  mutating func run() {
    checkEncoding()
    // The language's files have a token for 5 to 7 bytes.
    var tokens: [TokenRecord] = []
    var room = text.count / 6 + 16
    while tokens.last?.kind != .endOfFile {
      tokens.append(addingCapacity: room) { fill(&$0) }
      room = text.count / 16 + 16
    }
    self.tokens = tokens
  }

  /// Reads tokens while there is room for them, the end of the file last.
  private mutating func fill(_ tokens: inout OutputSpan<TokenRecord>) {
    // Locals, because the optimiser does not know that no call changes them.
    let (text, starts) = (text, starts)
    while tokens.freeCapacity > 0 {
      let flags = skipTrivia(text.span)
      let start = index
      let lexeme = next(text.span, starts.span, flags, start)
      tokens.append(
        TokenRecord(
          start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: index), symbol: lexeme.symbol,
          kind: lexeme.kind, flags: lexeme.flags))
      if lexeme.kind == .endOfFile { return }
    }
  }

  /// The token that starts at `start`; moves `index` behind it.
  @inline(__always)
  private mutating func next(
    _ text: Span<UInt8>, _ starts: Span<UInt8>, _ flags: TokenFlags, _ start: Int
  ) -> Lexeme {
    if start >= text.count { return Lexeme(.endOfFile, flags) }
    let begin = starts[Int(text[start])] & CharacterClass.startMask
    if begin == CharacterClass.startsWord { return lexName(text, starts, flags, start) }
    if begin == CharacterClass.startsNumber { return lexNumber(text, flags, start) }
    if begin != CharacterClass.startsOther, let kind = TokenKind(rawValue: begin) { return single(kind, flags) }
    return lexSymbol(flags, start, text[start])
  }

  /// The byte at an offset, 0 behind the end.
  @inline(__always)
  func byte(_ offset: Int) -> UInt8 { offset < text.count ? text[offset] : 0 }

  private mutating func checkEncoding() {
    if text.count >= 3 && text[0] == 0xEF && text[1] == 0xBB && text[2] == 0xBF {
      errors.report(
        .controlCharacter, "the file starts with a byte order mark", 0, 3,
        help: "save the file as UTF-8 without it", fixes: [errors.fix("remove it", 0, 3, "")])
      index = 3
    }
    guard let range = UTF8Check.firstError(text) else { return }
    isUTF8 = false
    errors.report(
      .invalidUTF8, "the file is not UTF-8", range.lowerBound, range.upperBound, label: "these bytes are no character",
      help: "save the file as UTF-8", fixes: latinFix())
  }

  /// The bytes that are no UTF-8 as the characters that they are in Latin-1, which old editors write. None where there
  /// are many of them, or one that is a control character there: then the file is something else.
  private func latinFix() -> [FixIt] {
    var rest = text
    var edits: [TextEdit] = []
    while let range = UTF8Check.firstError(rest) {
      guard edits.count < 16, text.count <= 1 << 20, rest[range.lowerBound] >= 0xA0 else { return [] }
      let scalar = Unicode.Scalar(rest[range.lowerBound])
      edits.append(TextEdit(errors.span(range.lowerBound, range.upperBound), replacement: String(scalar)))
      for index in range { rest[index] = UInt8(ascii: "?") }
    }
    return [FixIt("read it as Latin-1", edits)]
  }

  /// Skips blanks, newlines and comments, and tells what there was.
  @inline(__always)
  private mutating func skipTrivia(_ text: Span<UInt8>) -> TokenFlags {
    var flags = TokenFlags()
    var index = index
    while index < text.count {
      let byte = text[index]
      if byte == UInt8(ascii: " ") {
        index &+= 1
      } else if byte > UInt8(ascii: " ") && byte != UInt8(ascii: "/") {
        break
      } else if byte == UInt8(ascii: "\n") {
        flags.insert(.newlineBefore)
        index = SpaceRun.end(text, index &+ 1)
      } else {
        let end = rareTriviaEnd(index, &flags)
        if end == index { break }
        index = end
      }
    }
    self.index = index
    return flags
  }

  /// Behind the tab, carriage return or comment that stands at `start`; `start` if there is none.
  @inline(never)
  private mutating func rareTriviaEnd(_ start: Int, _ flags: inout TokenFlags) -> Int {
    switch text[start] {
    case UInt8(ascii: "\t"): return start + 1
    case UInt8(ascii: "\r"):
      checkCarriageReturn(start)
      return start + 1
    case UInt8(ascii: "/") where byte(start + 1) == UInt8(ascii: "/"):
      flags.insert(.commentBefore)
      if isDocumentation(start) { flags.insert(.documentationBefore) }
      var end = start + 2
      while end < text.count && text[end] != UInt8(ascii: "\n") { end += 1 }
      return end
    case UInt8(ascii: "/"):
      guard let end = lexBlockComment(start) else { return start }
      flags.insert(.commentBefore)
      return end
    default: return start
    }
  }

  private mutating func checkCarriageReturn(_ index: Int) {
    if byte(index + 1) == UInt8(ascii: "\n") { return }
    errors.report(
      .controlCharacter, "a carriage return stands without a newline", index, index + 1,
      fixes: [errors.fix("end the line with a newline", index, index + 1, "\n")])
  }

  private func isDocumentation(_ start: Int) -> Bool {
    byte(start + 2) == UInt8(ascii: "/") && byte(start + 3) != UInt8(ascii: "/")
  }

  private mutating func lexSymbol(_ flags: TokenFlags, _ start: Int, _ first: UInt8) -> Lexeme {
    switch first {
    case UInt8(ascii: "["): return lexLeftBracket(flags, start)
    case UInt8(ascii: "\""): return lexString(flags, start)
    case UInt8(ascii: "/"): return lexPath(flags, start)
    case UInt8(ascii: "."): return single(.dot, flags)
    case UInt8(ascii: ":"):
      return byte(start + 1) == UInt8(ascii: ":") ? lexWord(flags, start) : single(.colon, flags)
    case UInt8(ascii: "*"):
      let next = byte(start + 1)
      let isPattern = next == UInt8(ascii: ".") || next == UInt8(ascii: "*") && byte(start + 2) == UInt8(ascii: ".")
      return isPattern ? lexWord(flags, start) : lexUnexpected(flags, start)
    case UInt8(ascii: "-"):
      if byte(start + 1) == UInt8(ascii: ">") {
        index += 2
        return Lexeme(.arrow, flags)
      }
      return byte(start + 1).isDigit ? lexWord(flags, start) : lexUnexpected(flags, start)
    case UInt8(ascii: "="):
      return byte(start + 1) == UInt8(ascii: "=") ? lexUnexpected(flags, start) : single(.equal, flags)
    case UInt8(ascii: "|"):
      return byte(start + 1) == UInt8(ascii: "|") ? lexUnexpected(flags, start) : single(.pipe, flags)
    case UInt8(ascii: "<"): return comparison(.less, .lessOrEqual, flags, start)
    case UInt8(ascii: ">"): return comparison(.greater, .greaterOrEqual, flags, start)
    default: return lexUnexpected(flags, start)
    }
  }

  @inline(__always)
  private mutating func single(_ kind: TokenKind, _ flags: TokenFlags) -> Lexeme {
    index += 1
    return Lexeme(kind, flags)
  }

  private mutating func comparison(
    _ kind: TokenKind, _ orEqual: TokenKind, _ flags: TokenFlags, _ start: Int
  ) -> Lexeme {
    if byte(start + 1) != UInt8(ascii: "=") { return single(kind, flags) }
    index += 2
    return Lexeme(orEqual, flags)
  }

  /// `[` v6 `]:` port is an endpoint; any other `[`, and one that touches a name, is a bracket.
  private mutating func lexLeftBracket(_ flags: TokenFlags, _ start: Int) -> Lexeme {
    let touchesWord = start > 0 && (table[Int(text[start - 1])] & CharacterClass.name) != 0
    if !touchesWord && (byte(start + 1).hexValue != nil || byte(start + 1) == UInt8(ascii: ":")) {
      var end = start + 1
      // 45 bytes hold the longest spelling of an address, `0000:…:255.255.255.255`.
      while end < text.count && end - start < 48 && text[end] != UInt8(ascii: "]") { end += 1 }
      if byte(end) == UInt8(ascii: "]") && byte(end + 1) == UInt8(ascii: ":") && byte(end + 2).isDigit,
        let address = AddressScanner.scan(text, start + 1, end), address.family == .v6
      {
        index = end + 2
        while index < text.count && text[index].isDigit { index += 1 }
        return Lexeme(.endpoint, checkedPort(flags, end + 2, index))
      }
    }
    return single(.leftBracket, flags)
  }
}
