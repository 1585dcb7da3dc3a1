/// A field of a message: what JSON calls it, and its number on the wire (`google.protobuf.FieldDescriptorProto.number`).
/// `Message` is the message that it belongs to and `Value` stands for its type, so that only a value of that type can be
/// written, and only into that message:
///
/// - `String`, `Bool`, `UInt32`, `Int32`, `UInt64`, `Int64`, `Double`, `Float`, `[UInt8]` for scalars;
/// - `EnumValue<E>` for an enumeration, `Wrapped<T>` for a wrapper, `Envoy.Duration`;
/// - a type that conforms to `EnvoyMessage` for a message, `Envoy.AnyMessage` for an `Any`;
/// - `[V]` for a repeated field and `[String: V]` for a map by texts.
package struct Field<Message, Value>: Sendable {
  package let name: StaticString
  package let number: UInt32

  @inlinable
  package init(_ name: StaticString, _ number: UInt32) {
    self.name = name
    self.number = number
  }
}

/// A value of an enumeration: JSON has its name, protobuf its number.
package struct EnumValue<Enum>: Sendable {
  package let name: StaticString
  package let number: UInt32

  @inlinable
  package init(_ name: StaticString, _ number: UInt32) {
    self.name = name
    self.number = number
  }
}

/// A scalar that may be absent: `google.protobuf.UInt32Value` and its kin. JSON writes the bare value.
package enum Wrapped<Scalar> {}

/// A message of Envoy's API. The types that conform have no values: they only tell fields apart.
package protocol EnvoyMessage {
  /// What stands in `@type`, and in `Any.type_url`.
  static var typeURL: StaticString { get }
}

/// A message that names an extension and holds its configuration: `name` and `typed_config`.
package protocol NamedExtension: EnvoyMessage {
  static var nameField: Field<Self, String> { get }
  static var configurationField: Field<Self, Envoy.AnyMessage> { get }
}

extension Envoy {
  /// `google.protobuf.Any`: a message of any type, with its type's name.
  package enum AnyMessage {}

  /// `google.protobuf.Duration`: JSON writes seconds.
  package enum Duration {}

  /// `google.protobuf.Value`: a value of any kind of JSON.
  package enum Value {}

  /// `google.protobuf.Struct`: members whose names are data. JSON writes an object.
  package enum Struct: EnvoyMessage {
    package static let typeURL: StaticString = "type.googleapis.com/google.protobuf.Struct"
  }
}

/// What a writer writes before a message is begun: nothing.
package enum NoMessage {}
