/// A message of Envoy's API.
package struct APIMessage: Hashable, Sendable {
  package let id: APITable.MessageID
  /// Full name, as behind `type.googleapis.com/`.
  package let name: String
  /// Whether it is the entry of a map: fields `key` and `value`.
  package let isEntry: Bool
  /// Whether only the binary has it, and the published API (`xds-protos`) lacks it.
  package let isUnpublished: Bool
  package let isDeprecated: Bool
}

/// A field of a message.
package struct APIField: Hashable, Sendable {
  /// The type, by its number in `google.protobuf.FieldDescriptorProto.Type`.
  package enum Kind: UInt8, Hashable, Sendable {
    case double = 1
    case float = 2
    case int64 = 3
    case uint64 = 4
    case int32 = 5
    case fixed64 = 6
    case fixed32 = 7
    case bool = 8
    case string = 9
    case message = 11
    case bytes = 12
    case uint32 = 13
    case enumeration = 14
    case sfixed32 = 15
    case sfixed64 = 16
    case sint32 = 17
    case sint64 = 18
  }

  package struct Traits: OptionSet, Hashable, Sendable {
    package let rawValue: UInt16

    package init(rawValue: UInt16) { self.rawValue = rawValue }

    package static let repeated = Traits(rawValue: 1)
    /// Repeated entries of a map.
    package static let map = Traits(rawValue: 2)
    /// Whether it was set can be told from its value.
    package static let presence = Traits(rawValue: 4)
    package static let deprecated = Traits(rawValue: 8)
    /// Deprecated, and refused unless Envoy's runtime allows it.
    package static let disallowed = Traits(rawValue: 16)
    /// Refused where it is not set.
    package static let required = Traits(rawValue: 32)
    /// Only the binary has it, or has it with this number and type; the published API (`xds-protos`) does not.
    package static let unpublished = Traits(rawValue: 64)
    /// Must not lie in logs.
    package static let sensitive = Traits(rawValue: 128)
  }

  /// The name in the .proto file.
  package let name: String
  package let number: UInt32
  package let kind: Kind
  /// The message that it holds, or the entry of its map.
  package let message: APITable.MessageID?
  package let enumeration: APITable.EnumerationID?
  /// Its group in `APITable.oneofs`.
  package let oneof: Int?
  package let traits: Traits
  /// What Envoy checks of a value (protoc-gen-validate): terms `name=value` between spaces, those of a list's items and a
  /// map's parts behind `items.`, `keys.` and `values.`; several values between commas; quoted where a value holds one of
  /// these characters.
  package let rules: String

  package init(
    name: String, number: UInt32, kind: Kind, message: APITable.MessageID?, enumeration: APITable.EnumerationID?,
    oneof: Int?, traits: Traits, rules: String
  ) {
    self.name = name
    self.number = number
    self.kind = kind
    self.message = message
    self.enumeration = enumeration
    self.oneof = oneof
    self.traits = traits
    self.rules = rules
  }

  /// The name in JSON that is not the .proto file's: an underscore makes the next letter large.
  package var jsonName: String {
    var bytes: [UInt8] = []
    var isBehindUnderscore = false
    for byte in name.utf8 {
      if byte == UInt8(ascii: "_") {
        isBehindUnderscore = true
        continue
      }
      bytes.append(isBehindUnderscore && (97...122).contains(byte) ? byte - 32 : byte)
      isBehindUnderscore = false
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// Fields of a message of which at most one is set.
package struct APIOneof: Hashable, Sendable {
  package let name: String
  /// Whether one of them must be.
  package let isRequired: Bool
}

/// A value of an enumeration.
package struct APIValue: Hashable, Sendable {
  package let name: String
  package let number: Int32
  package let isDeprecated: Bool
  /// Deprecated, and refused unless Envoy's runtime allows it.
  package let isDisallowed: Bool
  /// Only the binary has it.
  package let isUnpublished: Bool
}

/// An extension that is linked into Envoy.
package struct APIExtension: Hashable, Sendable {
  /// As `envoy.filters.http`.
  package let category: String
  /// As `envoy.filters.http.router`.
  package let name: String
  /// The message that configures it.
  package let message: APITable.MessageID
}
