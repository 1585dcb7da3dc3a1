/// A JSON document (RFC 8259) as a value. Members keep their order; numbers keep their text.
package indirect enum JSONValue: Hashable, Sendable {
  case null
  case bool(Bool)
  /// A number, as it was written.
  case number(String)
  case string(String)
  case array([JSONValue])
  case object([Member])

  /// A member of an object.
  package struct Member: Hashable, Sendable {
    package var name: String
    package var value: JSONValue

    package init(_ name: String, _ value: JSONValue) {
      self.name = name
      self.value = value
    }
  }
}

extension JSONValue {
  /// The value of the member with this name; nil if there is none or this is no object. Linear in the members.
  package subscript(name: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name == name }?.value
  }

  /// The text of a string value.
  package var string: String? {
    guard case .string(let text) = self else { return nil }
    return text
  }

  /// The elements of an array value.
  package var array: [JSONValue]? {
    guard case .array(let elements) = self else { return nil }
    return elements
  }

  /// The members of an object value.
  package var object: [Member]? {
    guard case .object(let members) = self else { return nil }
    return members
  }

  package var bool: Bool? {
    guard case .bool(let flag) = self else { return nil }
    return flag
  }

  /// The value of a number that is written as an integer, without fraction or exponent, and fits.
  package func integer<Value: FixedWidthInteger>(_ type: Value.Type = Int.self) -> Value? {
    guard case .number(let text) = self else { return nil }
    return Value(text)
  }
}

extension JSONWriter {
  /// Writes a value as it was read.
  package mutating func value(_ value: JSONValue) {
    switch value {
    case .null: null()
    case .bool(let flag): self.value(flag)
    case .number(let text): raw(text.utf8)
    case .string(let text): self.value(text)
    case .array(let elements): array { for element in elements { $0.value(element) } }
    case .object(let members):
      object {
        for member in members {
          $0.key(member.name)
          $0.value(member.value)
        }
      }
    }
  }
}
