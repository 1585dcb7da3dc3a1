/// Codes of the lexical family: what is wrong with a token.
extension DiagnosticCode {
  /// Bytes that are no UTF-8.
  package static let invalidUTF8 = DiagnosticCode.error("E0001", "invalid-utf8")
  /// A byte order mark, or a control character outside a string.
  package static let controlCharacter = DiagnosticCode.error("E0002", "control-character")
  /// A character beyond ASCII outside strings and comments.
  package static let nonASCII = DiagnosticCode.error("E0003", "non-ascii")
  /// A character that begins no token.
  package static let unexpectedCharacter = DiagnosticCode.error("E0004", "unexpected-character")
  /// An operator or comment of another language: `==`, `&&`, `#`.
  package static let foreignSpelling = DiagnosticCode.error("E0005", "foreign-spelling")
  /// A word that fits no class.
  package static let unknownWord = DiagnosticCode.error("E0006", "unknown-word")
  /// A number with a unit that does not exist.
  package static let unknownUnit = DiagnosticCode.error("E0007", "unknown-unit")
  /// A string, block or regular expression without its end.
  package static let unterminatedString = DiagnosticCode.error("E0008", "unterminated-string")
  /// A backslash before a character that it does not escape.
  package static let unknownEscape = DiagnosticCode.error("E0009", "unknown-escape")
  /// `${…}` around anything but a dotted name.
  package static let badInterpolation = DiagnosticCode.error("E0010", "bad-interpolation")
  /// Text in `'…'`.
  package static let singleQuotes = DiagnosticCode.error("E0011", "single-quotes")
  /// A prefix whose address has host bits.
  package static let hostBits = DiagnosticCode.error("E0012", "host-bits")
  /// A prefix longer than its family allows.
  package static let prefixLength = DiagnosticCode.error("E0013", "prefix-length")
  /// Something like an address that is none.
  package static let badAddress = DiagnosticCode.error("E0014", "bad-address")
  /// A range that ends before it starts, or with ends of two families.
  package static let badRange = DiagnosticCode.error("E0015", "bad-range")
  /// A percentage above 100 or with more than four decimals.
  package static let badPercentage = DiagnosticCode.error("E0016", "bad-percentage")
  /// A number too large for what it is.
  package static let numberTooLarge = DiagnosticCode.error("E0017", "number-too-large")
  /// A duration whose units are not in order.
  package static let durationOrder = DiagnosticCode.error("E0018", "duration-order")
  /// A port outside 1...65535.
  package static let badPort = DiagnosticCode.error("E0019", "bad-port")
  /// An AS number or community out of range.
  package static let badRoutingNumber = DiagnosticCode.error("E0020", "bad-routing-number")
  /// A path literal that is no path.
  package static let badPath = DiagnosticCode.error("E0021", "bad-path")
  /// A URL without a usable host or port.
  package static let badURL = DiagnosticCode.error("E0022", "bad-url")
  /// A regular expression that RE2 does not read, or one that is empty, too long or too large.
  package static let badRegex = DiagnosticCode.error("E0023", "bad-regex")
  /// A file above the size limit.
  package static let fileTooLarge = DiagnosticCode.error("E0026", "file-too-large")
  /// A block string whose lines are indented less than its end.
  package static let blockIndentation = DiagnosticCode.error("E0027", "block-indentation")
}
