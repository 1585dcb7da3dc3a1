/// Classes of bytes as bits, so that one pass over a word tells which characters it is made of.
enum CharacterClass {
  static let letter: UInt8 = 1
  static let digit: UInt8 = 2
  /// `_` and `-`.
  static let joiner: UInt8 = 4
  static let dot: UInt8 = 8
  static let colon: UInt8 = 16
  static let slash: UInt8 = 32
  static let percent: UInt8 = 64
  static let star: UInt8 = 128
  /// What a plain name is made of.
  static let name: UInt8 = letter | digit | joiner

  /// The class of each byte; zero for bytes that are no part of a word.
  static let table: [UInt8] = {
    var table = [UInt8](repeating: 0, count: 256)
    for byte in UInt8(ascii: "a")...UInt8(ascii: "z") { table[Int(byte)] = letter }
    for byte in UInt8(ascii: "A")...UInt8(ascii: "Z") { table[Int(byte)] = letter }
    for byte in UInt8(ascii: "0")...UInt8(ascii: "9") { table[Int(byte)] = digit }
    table[Int(UInt8(ascii: "_"))] = joiner
    table[Int(UInt8(ascii: "-"))] = joiner
    table[Int(UInt8(ascii: "."))] = dot
    table[Int(UInt8(ascii: ":"))] = colon
    table[Int(UInt8(ascii: "/"))] = slash
    table[Int(UInt8(ascii: "%"))] = percent
    table[Int(UInt8(ascii: "*"))] = star
    return table
  }()

  /// In `starts`: a letter or `_`.
  static let startsWord: UInt8 = 61
  /// In `starts`: a digit.
  static let startsNumber: UInt8 = 62
  /// In `starts`: everything else, to be looked at more closely.
  static let startsOther: UInt8 = 63
  /// In `starts`: the bits that tell what a byte begins.
  static let startMask: UInt8 = 63
  /// In `starts`: the byte ends a word before it, whatever the word is and whatever follows.
  static let endsWord: UInt8 = 64

  /// What begins with each byte: the kind of a token that is this byte alone whatever follows, or one of the constants
  /// above; and whether it ends a word before it.
  static let starts: [UInt8] = {
    var starts = [UInt8](repeating: startsOther, count: 256)
    for byte in 0..<128 where table[byte] == 0 && byte != UInt8(ascii: "\"") { starts[byte] |= endsWord }
    for byte in 0..<256 where table[byte] == letter || byte == UInt8(ascii: "_") { starts[byte] = startsWord }
    for byte in 0..<256 where table[byte] == digit { starts[byte] = startsNumber }
    let single: [(Unicode.Scalar, TokenKind)] = [
      ("{", .leftBrace), ("}", .rightBrace), ("(", .leftParenthesis), (")", .rightParenthesis), ("]", .rightBracket),
      (",", .comma), (";", .semicolon),
    ]
    for (character, kind) in single { starts[Int(UInt8(ascii: character))] = kind.rawValue | endsWord }
    return starts
  }()
}

extension UInt8 {
  /// Whether the byte is an ASCII digit.
  @inline(__always)
  var isDigit: Bool { self &- 48 < 10 }

  /// Whether the byte is an ASCII letter.
  @inline(__always)
  var isLetter: Bool { (self | 32) &- 97 < 26 }

  /// The value of a hexadecimal digit.
  @inline(__always)
  var hexValue: UInt32? {
    if isDigit { return UInt32(self &- 48) }
    let lower = self | 32
    return lower >= 97 && lower <= 102 ? UInt32(lower &- 87) : nil
  }

  /// Whether the byte may stand in a path literal and means itself there.
  var isPathCharacter: Bool {
    if isLetter || isDigit { return true }
    switch self {
    case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "!"),
      UInt8(ascii: "$"), UInt8(ascii: "&"), UInt8(ascii: "'"), UInt8(ascii: "+"), UInt8(ascii: "="),
      UInt8(ascii: ":"), UInt8(ascii: "@"), UInt8(ascii: "%"):
      return true
    default: return false
    }
  }

  /// Whether the byte ends a URL.
  var endsURL: Bool {
    switch self {
    case 0...32, 127..., UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["),
      UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "\""):
      return true
    default: return false
    }
  }
}
