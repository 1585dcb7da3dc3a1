/// The class of a token. A word's class follows from its bytes alone: never from the parser, a scope or another line.
///
/// The raw values are not stable across versions of the compiler.
@frozen
package enum TokenKind: UInt8, Hashable, Sendable, CaseIterable {
  /// The end of the file; the last token of every file, of no length.
  case endOfFile
  /// A word of no class, or bytes that begin no token. An error was reported for it.
  case invalid

  // Punctuation and operators.
  case leftBrace, rightBrace, leftParenthesis, rightParenthesis, leftBracket, rightBracket
  case comma, semicolon, colon, dot, arrow
  case equal, pipe, less, lessOrEqual, greater, greaterOrEqual

  // Words.
  /// `fra-1`, `GET`: a letter or `_`, then letters, digits, `_`, `-`.
  case name
  /// `shop.example.com`, `jwt.sub`: two labels or more, a letter in the last. The position tells host from reference.
  case dottedName
  /// `*.shop.example.com`, `**.example.com`.
  case hostPattern
  /// `shop/cart:http`, `tsig/acme`, `acme.cart.v1.Cart/Checkout`, `acme.cart.v1.Cart/*`.
  case slashedName
  /// `443`: digits only; a port, a count or a status.
  case integer
  /// `50.11`, `-122.4`, `-5`, `1.40`: an exact decimal, or a version of two parts where a version is expected.
  case decimal
  /// `1.40.2`.
  case version
  /// `203.0.113.7`, `2001:db8::7`.
  case address
  /// `203.0.113.0/24`.
  case prefix
  /// `203.0.113.10..203.0.113.20`, inclusive.
  case addressRange
  /// `8000..8999`, `200..299`, inclusive; ports or statuses.
  case integerRange
  /// `203.0.113.7:8443`, `[2001:db8::7]:8443`, `pay.example.com:8443`.
  case endpoint
  /// `AS64500`.
  case asNumber
  /// `64500:120`, `64500:1:2`.
  case community
  /// `250ms`, `1h30m`.
  case duration
  /// `64KiB`, `10MB`.
  case size
  /// `100/s`.
  case rate
  /// `25Mbps`.
  case bandwidth
  /// `99.95%`.
  case percentage
  /// `5xx`.
  case statusClass
  /// `https://id.example.com/jwks`, `https://shop.example.com${path}`.
  case url
  /// `/static/**`, `/v{n}/items/{id}`.
  case path
  /// `re"/v[0-9]+/.*"`.
  case regex
  /// `"order ${id}"`.
  case string
  /// `"""…"""`.
  case blockString

  // Reserved words, in alphabetical order and in step with `Keyword`.
  case keywordAll, keywordAnd, keywordAny, keywordBecause, keywordClose, keywordElse, keywordExists, keywordFalse
  case keywordFor, keywordIf, keywordImplies, keywordIn, keywordIs, keywordLet, keywordMatches, keywordNot, keywordOr
  case keywordOtherwise, keywordRedirect, keywordRespond, keywordSplit, keywordStarts, keywordTrue, keywordUnder
  case keywordWhen
}

extension TokenKind {
  /// Whether the token is a reserved word: never a declared name or label.
  @inlinable
  package var isReservedWord: Bool { rawValue >= TokenKind.keywordAll.rawValue }

  /// Whether the token is a literal or a name, that is, a value by itself.
  @inlinable
  package var isValue: Bool {
    rawValue >= TokenKind.name.rawValue && rawValue <= TokenKind.blockString.rawValue
  }

  /// Whether the token carries an interned symbol: names of all classes and reserved words.
  @inlinable
  package var hasSymbol: Bool {
    rawValue >= TokenKind.name.rawValue && rawValue <= TokenKind.slashedName.rawValue || isReservedWord
  }

  /// Whether a newline behind this token does not end a statement: separators and infix operators.
  @inlinable
  package var continuesAfter: Bool {
    switch self {
    case .comma, .arrow, .pipe, .equal, .colon, .less, .lessOrEqual, .greater, .greaterOrEqual, .keywordAnd,
      .keywordElse, .keywordImplies, .keywordIn, .keywordIs, .keywordMatches, .keywordNot, .keywordOr, .keywordStarts:
      true
    default: false
    }
  }

  /// Whether a newline before this token does not end a statement.
  @inlinable
  package var continuesBefore: Bool {
    switch self {
    case .arrow, .keywordAnd, .keywordOr, .keywordElse, .keywordBecause: true
    default: false
    }
  }

  /// The class as a phrase for messages: "a name", "an address", "`{`".
  package var phrase: String {
    switch self {
    case .endOfFile: "the end of the file"
    case .invalid: "an invalid word"
    case .leftBrace: "`{`"
    case .rightBrace: "`}`"
    case .leftParenthesis: "`(`"
    case .rightParenthesis: "`)`"
    case .leftBracket: "`[`"
    case .rightBracket: "`]`"
    case .comma: "`,`"
    case .semicolon: "`;`"
    case .colon: "`:`"
    case .dot: "`.`"
    case .arrow: "`->`"
    case .equal: "`=`"
    case .pipe: "`|`"
    case .less: "`<`"
    case .lessOrEqual: "`<=`"
    case .greater: "`>`"
    case .greaterOrEqual: "`>=`"
    case .name: "a name"
    case .dottedName: "a host or dotted name"
    case .hostPattern: "a host pattern"
    case .slashedName: "a slashed name"
    case .integer: "a number"
    case .decimal: "a decimal or version"
    case .version: "a version"
    case .address: "an address"
    case .prefix: "a prefix"
    case .addressRange: "a range of addresses"
    case .integerRange: "a range of numbers"
    case .endpoint: "an endpoint"
    case .asNumber: "an AS number"
    case .community: "a BGP community"
    case .duration: "a duration"
    case .size: "a size"
    case .rate: "a rate"
    case .bandwidth: "a bandwidth"
    case .percentage: "a percentage"
    case .statusClass: "a status class"
    case .url: "a URL"
    case .path: "a path"
    case .regex: "a regular expression"
    case .string, .blockString: "a string"
    default: "the reserved word `\(Keyword.reservedSpelling(self))`"
    }
  }
}

extension TokenKind {
  /// The same class. Written out: other modules call the conformance's through a table.
  @inlinable
  package static func == (left: TokenKind, right: TokenKind) -> Bool { left.rawValue == right.rawValue }
}
