/// Why a document could not be read.
package struct JSONError: Error, Hashable, Sendable, CustomStringConvertible {
  /// One sentence without a full stop.
  package var message: String
  /// Line and column of the fault, both counted from 1, the column in bytes.
  package var line: Int
  package var column: Int

  package init(message: String, line: Int, column: Int) {
    self.message = message
    self.line = line
    self.column = column
  }

  /// Locates the fault at a byte of the document.
  package init(_ message: String, at offset: Int, in document: [UInt8]) {
    let before = document.prefix(max(0, offset))
    let lineStart = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    self.init(
      message: message, line: before.count { $0 == UInt8(ascii: "\n") } + 1, column: before.count - lineStart + 1)
  }

  package var description: String { "\(line):\(column): \(message)" }
}

/// Reads JSON strictly by RFC 8259: one value, valid UTF-8, no comments, no trailing commas, no name twice in an object.
/// Size and nesting are bounded, so that no document can exhaust the stack or trap.
package struct JSONReader {
  /// Longest document that is read, in bytes.
  package static let maximumBytes = 256 * 1024 * 1024
  /// Deepest nesting of arrays and objects together.
  package static let maximumDepth = 64

  private let bytes: [UInt8]
  private var position = 0

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Reads a whole document. Linear in its length.
  package static func read(
    _ bytes: [UInt8], maximumBytes: Int = JSONReader.maximumBytes
  ) throws(JSONError) -> JSONValue {
    var reader = JSONReader(bytes)
    if bytes.count > maximumBytes {
      throw reader.failure("the document has \(bytes.count) bytes, more than the \(maximumBytes) allowed", at: 0)
    }
    let value = try reader.value(depth: 0)
    reader.skipSpace()
    if reader.position < bytes.count { throw reader.failure("text after the document's end") }
    return value
  }

  private func failure(_ message: String, at offset: Int? = nil) -> JSONError {
    JSONError(message, at: offset ?? position, in: bytes)
  }

  private var current: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func skipSpace() {
    while let byte = current, byte == 32 || byte == 10 || byte == 13 || byte == 9 { position += 1 }
  }

  private mutating func value(depth: Int) throws(JSONError) -> JSONValue {
    skipSpace()
    let start = position
    guard let byte = current else { throw failure("the document ends where a value is expected") }
    switch byte {
    case UInt8(ascii: "{"):
      return JSONValue(.object(try object(depth: depth + 1)), offset: start)
    case UInt8(ascii: "["):
      return JSONValue(.array(try array(depth: depth + 1)), offset: start)
    case UInt8(ascii: "\""):
      return JSONValue(.string(try string()), offset: start)
    case UInt8(ascii: "-"), 48...57:
      return JSONValue(.number(try number()), offset: start)
    case UInt8(ascii: "t"):
      try literal("true")
      return JSONValue(.bool(true), offset: start)
    case UInt8(ascii: "f"):
      try literal("false")
      return JSONValue(.bool(false), offset: start)
    case UInt8(ascii: "n"):
      try literal("null")
      return JSONValue(.null, offset: start)
    default:
      throw failure("a value is expected")
    }
  }

  private mutating func literal(_ word: String) throws(JSONError) {
    for byte in word.utf8 {
      guard current == byte else { throw failure("`\(word)` is expected") }
      position += 1
    }
  }

  private mutating func open(depth: Int) throws(JSONError) {
    if depth > JSONReader.maximumDepth { throw failure("nesting is deeper than \(JSONReader.maximumDepth)") }
    position += 1
    skipSpace()
  }

  private mutating func array(depth: Int) throws(JSONError) -> [JSONValue] {
    try open(depth: depth)
    var elements: [JSONValue] = []
    if current == UInt8(ascii: "]") {
      position += 1
      return elements
    }
    while true {
      elements.append(try value(depth: depth))
      skipSpace()
      switch current {
      case UInt8(ascii: ","): position += 1
      case UInt8(ascii: "]"):
        position += 1
        return elements
      default: throw failure("`,` or `]` is expected")
      }
    }
  }

  private mutating func object(depth: Int) throws(JSONError) -> [JSONMember] {
    try open(depth: depth)
    var members: [JSONMember] = []
    if current == UInt8(ascii: "}") {
      position += 1
      return members
    }
    // Few members are compared one by one; many go through a set, so that a hostile object stays linear.
    var names: Set<String> = []
    while true {
      skipSpace()
      let start = position
      guard current == UInt8(ascii: "\"") else { throw failure("a member's name in quotes is expected") }
      let name = try string()
      let isDuplicate: Bool
      if members.count < 16 {
        isDuplicate = members.contains { $0.name == name }
      } else {
        if names.isEmpty { names = Set(members.map(\.name)) }
        isDuplicate = !names.insert(name).inserted
      }
      if isDuplicate { throw failure("the name `\(name)` occurs twice in one object", at: start) }
      skipSpace()
      guard current == UInt8(ascii: ":") else { throw failure("`:` is expected") }
      position += 1
      members.append(JSONMember(name: name, value: try value(depth: depth)))
      skipSpace()
      switch current {
      case UInt8(ascii: ","): position += 1
      case UInt8(ascii: "}"):
        position += 1
        return members
      default: throw failure("`,` or `}` is expected")
      }
    }
  }
}

// MARK: numbers and strings

extension JSONReader {
  private var isAtDigit: Bool { current.map { $0 >= 48 && $0 <= 57 } ?? false }

  private mutating func digits() throws(JSONError) {
    guard isAtDigit else { throw failure("a digit is expected") }
    while isAtDigit { position += 1 }
  }

  private mutating func number() throws(JSONError) -> String {
    let start = position
    if current == UInt8(ascii: "-") { position += 1 }
    if current == UInt8(ascii: "0") {
      position += 1
      if isAtDigit { throw failure("a number does not start with a zero") }
    } else {
      try digits()
    }
    if current == UInt8(ascii: ".") {
      position += 1
      try digits()
    }
    if current == UInt8(ascii: "e") || current == UInt8(ascii: "E") {
      position += 1
      if current == UInt8(ascii: "+") || current == UInt8(ascii: "-") { position += 1 }
      try digits()
    }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private mutating func string() throws(JSONError) -> String {
    position += 1
    let start = position
    while let byte = current, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\"), byte >= 32 { position += 1 }
    if current == UInt8(ascii: "\"") {
      let text = try validated(bytes[start..<position], at: start)
      position += 1
      return text
    }
    var decoded = Array(bytes[start..<position])
    while let byte = current {
      switch byte {
      case UInt8(ascii: "\""):
        position += 1
        return try validated(decoded[...], at: start)
      case UInt8(ascii: "\\"): try escape(into: &decoded)
      case 0..<32: throw failure("a control character in a string is not escaped")
      default:
        decoded.append(byte)
        position += 1
      }
    }
    throw failure("a string is not closed", at: start - 1)
  }

  private func validated(_ slice: ArraySlice<UInt8>, at start: Int) throws(JSONError) -> String {
    guard let text = String(validating: slice, as: UTF8.self) else {
      throw failure("a string is not valid UTF-8", at: start)
    }
    return text
  }

  private mutating func escape(into output: inout [UInt8]) throws(JSONError) {
    position += 1
    guard let byte = current else { throw failure("an escape is not finished") }
    position += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): output.append(byte)
    case UInt8(ascii: "b"): output.append(8)
    case UInt8(ascii: "f"): output.append(12)
    case UInt8(ascii: "n"): output.append(10)
    case UInt8(ascii: "r"): output.append(13)
    case UInt8(ascii: "t"): output.append(9)
    case UInt8(ascii: "u"): try unicodeEscape(into: &output)
    default: throw failure("an escape is not known", at: position - 2)
    }
  }

  private mutating func unicodeEscape(into output: inout [UInt8]) throws(JSONError) {
    let start = position - 2
    var code = try hexQuad()
    if code >= 0xD800 && code <= 0xDBFF {
      guard current == UInt8(ascii: "\\"), position + 1 < bytes.count, bytes[position + 1] == UInt8(ascii: "u") else {
        throw failure("a surrogate stands alone", at: start)
      }
      position += 2
      let low = try hexQuad()
      guard low >= 0xDC00 && low <= 0xDFFF else { throw failure("a surrogate stands alone", at: start) }
      code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
    }
    guard let scalar = Unicode.Scalar(code) else { throw failure("a surrogate stands alone", at: start) }
    output.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }

  private mutating func hexQuad() throws(JSONError) -> UInt32 {
    var code: UInt32 = 0
    for _ in 0..<4 {
      switch current {
      case .some(let byte) where byte >= 48 && byte <= 57: code = code << 4 | UInt32(byte - 48)
      case .some(let byte) where byte >= 65 && byte <= 70: code = code << 4 | UInt32(byte - 55)
      case .some(let byte) where byte >= 97 && byte <= 102: code = code << 4 | UInt32(byte - 87)
      default: throw failure("four hexadecimal digits are expected")
      }
      position += 1
    }
    return code
  }
}
