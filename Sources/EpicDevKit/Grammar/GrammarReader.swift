/// Why a grammar cannot be read.
package struct GrammarError: Error, Hashable, CustomStringConvertible {
  /// Line of the first offence, from 1.
  package let line: Int
  package let message: String

  package var description: String { "line \(line): \(message)" }
}

/// Reads the notation of `Grammar/epic.ebnf`: `rule = a , b | [ c ] , { d } , ( e ) , "text" , 'a' .. 'z' , U+000A ;`
/// and comments `(* … *)`.
///
/// `"` and `'` both quote; nothing is special inside. `U+000A` is the character of that number.
package struct GrammarReader {
  private enum Token: Equatable {
    case name(String)
    case text(String)
    case mark(UInt8)
    case range
    case end
  }

  private let source: [UInt8]
  private var position = 0
  private var line = 1
  private var token = Token.end

  private init(_ source: [UInt8]) { self.source = source }

  /// Reads a grammar.
  package static func read(_ source: [UInt8]) throws(GrammarError) -> Grammar {
    var reader = GrammarReader(source)
    var rules: [Grammar.Rule] = []
    try reader.advance()
    while reader.token != .end { rules.append(try reader.rule()) }
    if rules.isEmpty { throw reader.error("the grammar has no rule") }
    return Grammar(rules: rules)
  }

  private func error(_ message: String) -> GrammarError { GrammarError(line: line, message: message) }

  // MARK: Notation

  private mutating func rule() throws(GrammarError) -> Grammar.Rule {
    guard case .name(let name) = token else { throw error("a rule starts with its name") }
    let start = line
    try advance()
    try expect("=")
    let expression = try choice()
    try expect(";")
    return Grammar.Rule(name: name, expression: expression, line: start)
  }

  private mutating func choice() throws(GrammarError) -> Grammar.Expression {
    var parts = [try sequence()]
    while token == .mark(UInt8(ascii: "|")) {
      try advance()
      parts.append(try sequence())
    }
    return parts.count == 1 ? parts[0] : .choice(parts)
  }

  private mutating func sequence() throws(GrammarError) -> Grammar.Expression {
    var parts = [try difference()]
    while token == .mark(UInt8(ascii: ",")) {
      try advance()
      parts.append(try difference())
    }
    return parts.count == 1 ? parts[0] : .sequence(parts)
  }

  private mutating func difference() throws(GrammarError) -> Grammar.Expression {
    let left = try primary()
    guard token == .mark(UInt8(ascii: "-")) else { return left }
    try advance()
    return .difference(left, try primary())
  }

  private mutating func primary() throws(GrammarError) -> Grammar.Expression {
    switch token {
    case .name(let name):
      try advance()
      return .reference(name)
    case .text(let text):
      try advance()
      guard token == .range else { return .text(text) }
      try advance()
      guard case .text(let last) = token else { throw error("a range ends in a character") }
      try advance()
      guard let from = text.unicodeScalars.first, let to = last.unicodeScalars.first,
        text.unicodeScalars.count == 1, last.unicodeScalars.count == 1, from <= to
      else { throw error("a range runs from one character to a later one") }
      return .characters(from.value...to.value)
    case .mark(UInt8(ascii: "(")):
      return try bracketed(")")
    case .mark(UInt8(ascii: "[")):
      return .optional(try bracketed("]"))
    case .mark(UInt8(ascii: "{")):
      return .repetition(try bracketed("}"))
    default:
      throw error("expected a name, a text or a bracket")
    }
  }

  private mutating func bracketed(_ close: Unicode.Scalar) throws(GrammarError) -> Grammar.Expression {
    try advance()
    let inner = try choice()
    try expect(close)
    return inner
  }

  private mutating func expect(_ mark: Unicode.Scalar) throws(GrammarError) {
    guard token == .mark(UInt8(ascii: mark)) else { throw error("expected `\(mark)`") }
    try advance()
  }

  // MARK: Tokens of the notation

  private mutating func advance() throws(GrammarError) {
    try skipBlanks()
    guard position < source.count else {
      token = .end
      return
    }
    let byte = source[position]
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): token = try quoted(byte)
    case UInt8(ascii: "."):
      guard position + 1 < source.count, source[position + 1] == byte else { throw error("expected `..`") }
      position += 2
      token = .range
    case _ where isNameByte(byte) && byte != UInt8(ascii: "-"): token = try nameOrCharacter()
    default:
      position += 1
      token = .mark(byte)
    }
  }

  private mutating func skipBlanks() throws(GrammarError) {
    while position < source.count {
      let byte = source[position]
      if byte == UInt8(ascii: "\n") { line += 1 }
      if byte == UInt8(ascii: "("), position + 1 < source.count, source[position + 1] == UInt8(ascii: "*") {
        try skipComment()
      } else if byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\t") {
        position += 1
      } else {
        return
      }
    }
  }

  /// Comments nest (ISO/IEC 14977).
  private mutating func skipComment() throws(GrammarError) {
    var depth = 0
    while position < source.count {
      let next = position + 1 < source.count ? source[position + 1] : 0
      switch (source[position], next) {
      case (UInt8(ascii: "("), UInt8(ascii: "*")):
        depth += 1
        position += 2
      case (UInt8(ascii: "*"), UInt8(ascii: ")")):
        depth -= 1
        position += 2
        if depth == 0 { return }
      default:
        if source[position] == UInt8(ascii: "\n") { line += 1 }
        position += 1
      }
    }
    throw error("a comment is not closed")
  }

  private mutating func quoted(_ quote: UInt8) throws(GrammarError) -> Token {
    let start = position + 1
    var end = start
    while end < source.count, source[end] != quote, source[end] != UInt8(ascii: "\n") { end += 1 }
    // A quote of the same kind right behind the first is the text of nothing, which no rule needs: `"""` in `'…'`.
    guard end < source.count, source[end] == quote, end > start else { throw error("a text is not closed or empty") }
    position = end + 1
    return .text(String(decoding: source[start..<end], as: UTF8.self))
  }

  private mutating func nameOrCharacter() throws(GrammarError) -> Token {
    let start = position
    while position < source.count, isNameByte(source[position]) { position += 1 }
    let name = String(decoding: source[start..<position], as: UTF8.self)
    guard name == "U", position < source.count, source[position] == UInt8(ascii: "+") else { return .name(name) }
    let digits = position + 1
    position = digits
    while position < source.count, isNameByte(source[position]) { position += 1 }
    guard let value = UInt32(String(decoding: source[digits..<position], as: UTF8.self), radix: 16),
      let scalar = Unicode.Scalar(value)
    else { throw error("`U+` stands before a character's number in hexadecimal") }
    return .text(String(Character(scalar)))
  }

  private func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
      true
    default: false
    }
  }
}
