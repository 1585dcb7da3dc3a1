/// Why bytes are not a JSON document.
package struct JSONError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Offset of the byte at which reading stopped.
  package var offset: Int
  /// What was wrong there, as a phrase.
  package var reason: String

  package init(offset: Int, reason: String) {
    self.offset = offset
    self.reason = reason
  }

  package var description: String { "\(reason) at byte \(offset)" }
}

/// Reads JSON strictly: UTF-8 without byte order mark, no comments, no trailing commas, no duplicate member names, no
/// lone surrogates, and a bounded depth. Linear in the input but for the members of one object, which are compared by
/// name through a set once there are many.
package struct JSONReader {
  /// Deepest nesting of arrays and objects that is read.
  package static let maximumDepth = 100

  private let bytes: [UInt8]
  private var index = 0
  private var depth = 0

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Reads one document: a value with white space around it and nothing else.
  package static func read(_ bytes: [UInt8]) throws(JSONError) -> JSONValue {
    var reader = JSONReader(bytes)
    reader.skipSpace()
    let value = try reader.value()
    reader.skipSpace()
    if reader.index < bytes.count { throw reader.error("unexpected text after the document") }
    return value
  }

  private func error(_ reason: String) -> JSONError { JSONError(offset: index, reason: reason) }

  private var current: UInt8? { index < bytes.count ? bytes[index] : nil }

  private mutating func skipSpace() {
    while index < bytes.count {
      switch bytes[index] {
      case 0x20, 0x09, 0x0A, 0x0D: index += 1
      default: return
      }
    }
  }

  private mutating func value() throws(JSONError) -> JSONValue {
    switch current {
    case UInt8(ascii: "{"): return try object()
    case UInt8(ascii: "["): return try array()
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case .some(let byte) where byte == UInt8(ascii: "-") || (0x30...0x39).contains(byte): return .number(try number())
    case nil: throw error("the text ends where a value is expected")
    default: throw error("expected a value")
    }
  }

  private mutating func word(_ word: String, _ value: JSONValue) throws(JSONError) -> JSONValue {
    guard bytes[index...].starts(with: word.utf8) else { throw error("expected a value") }
    index += word.utf8.count
    return value
  }

  private mutating func enter() throws(JSONError) {
    depth += 1
    if depth > JSONReader.maximumDepth { throw error("nested deeper than \(JSONReader.maximumDepth)") }
    index += 1
    skipSpace()
  }

  private mutating func leave() {
    depth -= 1
    index += 1
  }

  private mutating func array() throws(JSONError) -> JSONValue {
    try enter()
    var elements: [JSONValue] = []
    if current == UInt8(ascii: "]") {
      leave()
      return .array(elements)
    }
    while true {
      elements.append(try value())
      if try !separator(closing: UInt8(ascii: "]")) { return .array(elements) }
    }
  }

  private mutating func object() throws(JSONError) -> JSONValue {
    try enter()
    var members: [JSONValue.Member] = []
    var names: Set<String> = []
    if current == UInt8(ascii: "}") {
      leave()
      return .object(members)
    }
    while true {
      guard current == UInt8(ascii: "\"") else { throw error("expected a member's name") }
      let start = index
      let name = try string()
      guard names.insert(name).inserted else {
        throw JSONError(offset: start, reason: "the member `\(name)` occurs twice")
      }
      skipSpace()
      guard current == UInt8(ascii: ":") else { throw error("expected `:`") }
      index += 1
      skipSpace()
      members.append(JSONValue.Member(name, try value()))
      if try !separator(closing: UInt8(ascii: "}")) { return .object(members) }
    }
  }

  /// Reads `,` (true: another element follows) or the closing bracket (false).
  private mutating func separator(closing: UInt8) throws(JSONError) -> Bool {
    skipSpace()
    if current == closing {
      leave()
      return false
    }
    guard current == UInt8(ascii: ",") else {
      throw error(current == nil ? "the text ends inside an array or object" : "expected `,` or a closing bracket")
    }
    index += 1
    skipSpace()
    return true
  }

  private mutating func digits() throws(JSONError) {
    let start = index
    while let byte = current, byte >= 0x30, byte <= 0x39 { index += 1 }
    if index == start { throw error("expected a digit") }
  }

  private mutating func number() throws(JSONError) -> String {
    let start = index
    if current == UInt8(ascii: "-") { index += 1 }
    if current == UInt8(ascii: "0") { index += 1 } else { try digits() }
    if current == UInt8(ascii: ".") {
      index += 1
      try digits()
    }
    if current == UInt8(ascii: "e") || current == UInt8(ascii: "E") {
      index += 1
      if current == UInt8(ascii: "+") || current == UInt8(ascii: "-") { index += 1 }
      try digits()
    }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  private mutating func string() throws(JSONError) -> String {
    let start = index
    index += 1
    var text: [UInt8] = []
    while let byte = current {
      switch byte {
      case UInt8(ascii: "\""):
        index += 1
        guard let result = String(validating: text, as: UTF8.self) else {
          throw JSONError(offset: start, reason: "a string that is not UTF-8")
        }
        return result
      case UInt8(ascii: "\\"):
        index += 1
        try escape(into: &text)
      case 0..<0x20: throw error("a control character in a string")
      default:
        text.append(byte)
        index += 1
      }
    }
    throw error("the text ends inside a string")
  }

  private mutating func escape(into text: inout [UInt8]) throws(JSONError) {
    guard let byte = current else { throw error("the text ends inside a string") }
    index += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
    case UInt8(ascii: "b"): text.append(8)
    case UInt8(ascii: "f"): text.append(12)
    case UInt8(ascii: "n"): text.append(10)
    case UInt8(ascii: "r"): text.append(13)
    case UInt8(ascii: "t"): text.append(9)
    case UInt8(ascii: "u"):
      var code = try hexadecimal()
      if code & 0xFC00 == 0xD800, bytes[index...].starts(with: [UInt8(ascii: "\\"), UInt8(ascii: "u")]) {
        index += 2
        let low = try hexadecimal()
        guard low & 0xFC00 == 0xDC00 else { throw error("a lone surrogate") }
        code = 0x10000 + (code & 0x3FF) << 10 + (low & 0x3FF)
      }
      guard let scalar = Unicode.Scalar(code) else { throw error("a lone surrogate") }
      text.append(contentsOf: String(Character(scalar)).utf8)
    default:
      index -= 1
      throw error("an unknown escape")
    }
  }

  private mutating func hexadecimal() throws(JSONError) -> UInt32 {
    var code: UInt32 = 0
    for _ in 0..<4 {
      switch current {
      case .some(let byte) where byte >= 0x30 && byte <= 0x39: code = code << 4 | UInt32(byte - 0x30)
      case .some(let byte) where byte >= 0x41 && byte <= 0x46: code = code << 4 | UInt32(byte - 0x37)
      case .some(let byte) where byte >= 0x61 && byte <= 0x66: code = code << 4 | UInt32(byte - 0x57)
      default: throw error("expected four hexadecimal digits")
      }
      index += 1
    }
    return code
  }
}
