import EpicBase

/// A JSON file of one of EPIC's formats: an object whose first member, `format`, names format and version.
struct JSONDocument {
  let format: String
  let bytes: [UInt8]
  let root: JSONValue

  /// Reads the text and checks its `format` member.
  init(_ bytes: [UInt8], format: String) throws(FormatError) {
    self.format = format
    self.bytes = bytes
    do {
      root = try JSONReader.read(bytes)
    } catch {
      throw FormatError(format: format, error)
    }
    guard let found = root["format"]?.string else {
      throw failure("the document is not an object with a `format`", at: root)
    }
    if found != format { throw failure("the format is `\(found)`, not `\(format)`", at: root) }
  }

  func failure(_ message: String, at value: JSONValue) -> FormatError {
    FormatError(format: format, JSONError(message, at: value.offset, in: bytes))
  }

  /// The root's members.
  func fields() throws(FormatError) -> JSONFields {
    var fields = try JSONFields(root, in: self)
    _ = try fields.string("format")
    return fields
  }

  func array(_ value: JSONValue, _ name: String) throws(FormatError) -> [JSONValue] {
    guard let elements = value.elements else { throw failure("`\(name)` is not an array", at: value) }
    return elements
  }

  func string(_ value: JSONValue, _ name: String) throws(FormatError) -> String {
    guard let text = value.string else { throw failure("`\(name)` is not a string", at: value) }
    return text
  }

  func integer<Number: FixedWidthInteger>(_ value: JSONValue, _ name: String) throws(FormatError) -> Number {
    guard let number = value.integer(Number.self) else {
      throw failure("`\(name)` is not a whole number from \(Number.min) to \(Number.max)", at: value)
    }
    return number
  }

  func address(_ value: JSONValue, _ name: String) throws(FormatError) -> IPAddress {
    guard let address = IPAddress(try string(value, name)) else {
      throw failure("`\(name)` is not an IPv4 or IPv6 address", at: value)
    }
    return address
  }

  func prefix(_ value: JSONValue, _ name: String) throws(FormatError) -> IPPrefix {
    guard let prefix = IPPrefix(text: try string(value, name)) else {
      throw failure("`\(name)` is not a network prefix without host bits", at: value)
    }
    return prefix
  }

  func digest(_ value: JSONValue, _ name: String) throws(FormatError) -> ContentDigest {
    guard let digest = ContentDigest(hex: try string(value, name)) else {
      throw failure("`\(name)` is not a SHA-256 digest of 64 lower-case hexadecimal digits", at: value)
    }
    return digest
  }
}

/// The members of one object while it is read: each is asked for by name, and what nobody asked for is a fault.
struct JSONFields {
  let document: JSONDocument
  let object: JSONValue
  private let members: [JSONMember]
  private var taken: Set<Int> = []

  init(_ value: JSONValue, in document: JSONDocument) throws(FormatError) {
    guard let members = value.members else { throw document.failure("an object is expected", at: value) }
    self.document = document
    self.members = members
    object = value
  }

  /// The member, or nil if the object has none of that name.
  mutating func optional(_ name: String) -> JSONValue? {
    guard let index = members.firstIndex(where: { $0.name == name }) else { return nil }
    taken.insert(index)
    return members[index].value
  }

  mutating func required(_ name: String) throws(FormatError) -> JSONValue {
    guard let value = optional(name) else { throw document.failure("the member `\(name)` is missing", at: object) }
    return value
  }

  mutating func string(_ name: String) throws(FormatError) -> String {
    try document.string(try required(name), name)
  }

  mutating func optionalString(_ name: String) throws(FormatError) -> String? {
    guard let value = optional(name), !value.isNull else { return nil }
    return try document.string(value, name)
  }

  mutating func integer<Number: FixedWidthInteger>(_ name: String) throws(FormatError) -> Number {
    try document.integer(try required(name), name)
  }

  mutating func digest(_ name: String) throws(FormatError) -> ContentDigest {
    try document.digest(try required(name), name)
  }

  mutating func array(_ name: String) throws(FormatError) -> [JSONValue] {
    try document.array(try required(name), name)
  }

  mutating func addresses(_ name: String) throws(FormatError) -> [IPAddress] {
    var result: [IPAddress] = []
    for value in try array(name) { result.append(try document.address(value, name)) }
    return result
  }

  mutating func prefixes(_ name: String) throws(FormatError) -> [IPPrefix] {
    var result: [IPPrefix] = []
    for value in try array(name) { result.append(try document.prefix(value, name)) }
    return result
  }

  /// Refuses members that were not asked for.
  func finish() throws(FormatError) {
    guard taken.count < members.count else { return }
    for index in members.indices where !taken.contains(index) {
      throw document.failure("the member `\(members[index].name)` is not known", at: members[index].value)
    }
  }
}

extension IPPrefix {
  /// Reads `address/length` in canonical form; nil if host bits are set.
  init?(text: String) {
    let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let address = IPAddress(String(parts[0])), let length = Int(parts[1]), length >= 0,
      String(length) == parts[1], !IPPrefix.hasHostBits(address, length: length)
    else { return nil }
    self.init(containing: address, length: length)
  }
}
