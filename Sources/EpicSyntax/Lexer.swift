import EpicBase
import EpicDiagnostics

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
  let table = CharacterClass.table

  init(text: [UInt8], source: SourceID, interner: Interner) {
    self.text = text
    self.interner = interner
    errors = ErrorCollector(source: source)
    // The language's files have a token for 5 to 7 bytes.
    tokens.reserveCapacity(text.count / 5 + 16)
  }

  /// Reads all tokens. Linear in the text's length.
  mutating func run() {
    checkEncoding()
    while true {
      let flags = skipTrivia()
      if index >= text.count {
        append(.endOfFile, flags, index)
        return
      }
      let start = index
      let byte = text[index]
      let characterClass = table[Int(byte)]
      if characterClass & (CharacterClass.letter | CharacterClass.digit) != 0 || byte == UInt8(ascii: "_") {
        lexWordOrPrefixed(flags, start, byte)
      } else {
        lexSymbol(flags, start, byte)
      }
    }
  }

  /// Adds the token `start..<index`.
  @inline(__always)
  mutating func append(_ kind: TokenKind, _ flags: TokenFlags, _ start: Int, symbol: UInt32 = .max) {
    tokens.append(
      TokenRecord(
        start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: index), symbol: symbol, kind: kind,
        flags: flags))
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
      help: "save the file as UTF-8")
  }

  /// Skips blanks, newlines and comments, and tells what there was.
  @inline(__always)
  private mutating func skipTrivia() -> TokenFlags {
    var flags = TokenFlags()
    let text = text
    var index = index
    defer { self.index = index }
    while index < text.count {
      let byte = text[index]
      if byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") {
        index += 1
      } else if byte == UInt8(ascii: "\n") {
        flags.insert(.newlineBefore)
        index += 1
      } else if byte == UInt8(ascii: "\r") {
        if self.byte(index + 1) != UInt8(ascii: "\n") {
          errors.report(
            .controlCharacter, "a carriage return stands without a newline", index, index + 1,
            fixes: [errors.fix("end the line with a newline", index, index + 1, "\n")])
        }
        index += 1
      } else if byte == UInt8(ascii: "/") && self.byte(index + 1) == UInt8(ascii: "/") {
        flags.insert(.commentBefore)
        if isDocumentation(index) { flags.insert(.documentationBefore) }
        while index < text.count && text[index] != UInt8(ascii: "\n") { index += 1 }
      } else {
        break
      }
    }
    return flags
  }

  private func isDocumentation(_ start: Int) -> Bool {
    byte(start + 2) == UInt8(ascii: "/") && byte(start + 3) != UInt8(ascii: "/")
  }

  /// A token that starts with a letter, digit or `_`.
  @inline(__always)
  private mutating func lexWordOrPrefixed(_ flags: TokenFlags, _ start: Int, _ first: UInt8) {
    if first == UInt8(ascii: "h") && startsURL(start) {
      lexURL(flags, start)
    } else if first == UInt8(ascii: "r") && byte(start + 1) == UInt8(ascii: "e")
      && byte(start + 2) == UInt8(ascii: "\"")
    {
      lexRegex(flags, start)
    } else {
      lexWord(flags, start)
    }
  }

  private mutating func lexSymbol(_ flags: TokenFlags, _ start: Int, _ first: UInt8) {
    switch first {
    case UInt8(ascii: "{"): single(.leftBrace, flags)
    case UInt8(ascii: "}"): single(.rightBrace, flags)
    case UInt8(ascii: "("): single(.leftParenthesis, flags)
    case UInt8(ascii: ")"): single(.rightParenthesis, flags)
    case UInt8(ascii: "["): lexLeftBracket(flags, start)
    case UInt8(ascii: "]"): single(.rightBracket, flags)
    case UInt8(ascii: ","): single(.comma, flags)
    case UInt8(ascii: ";"): single(.semicolon, flags)
    case UInt8(ascii: "\""): lexString(flags, start)
    case UInt8(ascii: "/"): lexPath(flags, start)
    case UInt8(ascii: "."): single(.dot, flags)
    case UInt8(ascii: ":"):
      if byte(start + 1) == UInt8(ascii: ":") { lexWord(flags, start) } else { single(.colon, flags) }
    case UInt8(ascii: "*"):
      let next = byte(start + 1)
      if next == UInt8(ascii: ".") || next == UInt8(ascii: "*") && byte(start + 2) == UInt8(ascii: ".") {
        lexWord(flags, start)
      } else {
        lexUnexpected(flags, start)
      }
    case UInt8(ascii: "-"):
      if byte(start + 1) == UInt8(ascii: ">") {
        index += 2
        append(.arrow, flags, start)
      } else if byte(start + 1).isDigit {
        lexWord(flags, start)
      } else {
        lexUnexpected(flags, start)
      }
    case UInt8(ascii: "="):
      if byte(start + 1) == UInt8(ascii: "=") { lexUnexpected(flags, start) } else { single(.equal, flags) }
    case UInt8(ascii: "|"):
      if byte(start + 1) == UInt8(ascii: "|") { lexUnexpected(flags, start) } else { single(.pipe, flags) }
    case UInt8(ascii: "<"): comparison(.less, .lessOrEqual, flags, start)
    case UInt8(ascii: ">"): comparison(.greater, .greaterOrEqual, flags, start)
    default: lexUnexpected(flags, start)
    }
  }

  @inline(__always)
  private mutating func single(_ kind: TokenKind, _ flags: TokenFlags) {
    index += 1
    append(kind, flags, index - 1)
  }

  private mutating func comparison(_ kind: TokenKind, _ orEqual: TokenKind, _ flags: TokenFlags, _ start: Int) {
    if byte(start + 1) == UInt8(ascii: "=") {
      index += 2
      append(orEqual, flags, start)
    } else {
      single(kind, flags)
    }
  }

  /// `[` v6 `]:` port is an endpoint; any other `[`, and one that touches a name, is a bracket.
  private mutating func lexLeftBracket(_ flags: TokenFlags, _ start: Int) {
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
        append(.endpoint, checkedPort(flags, end + 2, index), start)
        return
      }
    }
    single(.leftBracket, flags)
  }
}
