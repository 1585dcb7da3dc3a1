/// One JSON value (RFC 8259) as it was read, with the place it was read from.
package struct JSONValue: Hashable, Sendable {
  /// What the value is.
  package enum Kind: Hashable, Sendable {
    case null
    case bool(Bool)
    /// The number's own text, checked against the grammar; no precision is lost by reading it.
    case number(String)
    case string(String)
    case array([JSONValue])
    /// Members in the order of the document; no name occurs twice.
    case object([JSONMember])
  }

  package var kind: Kind
  /// Offset of the value's first byte in the document.
  package var offset: Int

  package init(_ kind: Kind, offset: Int = 0) {
    self.kind = kind
    self.offset = offset
  }

  /// Compares what the values say, not where they stand.
  package static func == (left: JSONValue, right: JSONValue) -> Bool { left.kind == right.kind }

  package func hash(into hasher: inout Hasher) { hasher.combine(kind) }
}

/// One member of an object.
package struct JSONMember: Hashable, Sendable {
  package var name: String
  package var value: JSONValue

  package init(name: String, value: JSONValue) {
    self.name = name
    self.value = value
  }
}

extension JSONValue {
  /// The member of that name, if this is an object and has one. Linear in the number of members.
  package subscript(name: String) -> JSONValue? { members?.first { $0.name == name }?.value }

  package var members: [JSONMember]? {
    if case .object(let members) = kind { return members }
    return nil
  }

  package var elements: [JSONValue]? {
    if case .array(let elements) = kind { return elements }
    return nil
  }

  package var string: String? {
    if case .string(let text) = kind { return text }
    return nil
  }

  package var bool: Bool? {
    if case .bool(let flag) = kind { return flag }
    return nil
  }

  /// The number, if it is written as an integer that fits.
  package func integer<Number: FixedWidthInteger>(_ type: Number.Type = Number.self) -> Number? {
    if case .number(let text) = kind { return Number(text) }
    return nil
  }

  package var isNull: Bool { kind == .null }
}

extension JSONWriter {
  /// Writes a value as it was read: members in their order, numbers in their own text.
  package mutating func value(_ value: JSONValue) {
    switch value.kind {
    case .null: null()
    case .bool(let flag): self.value(flag)
    case .number(let text): raw(Array(text.utf8))
    case .string(let text): self.value(text)
    case .array(let elements):
      array { json in
        for element in elements { json.value(element) }
      }
    case .object(let members):
      object { json in
        for member in members {
          json.key(member.name)
          json.value(member.value)
        }
      }
    }
  }
}
