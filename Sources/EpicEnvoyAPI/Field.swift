/// A field of a message: what JSON calls it, and its number on the wire (`google.protobuf.FieldDescriptorProto.number`).
/// `Message` is the message that it belongs to and `Value` stands for its type, so that only a value of that type can be
/// written, and only into that message:
///
/// - `String`, `Bool`, `UInt32`, `Int32`, `UInt64`, `Int64`, `Double`, `Float`, `[UInt8]` for scalars;
/// - `EnumValue<E>` for an enumeration, `Wrapped<T>` for a wrapper, `Envoy.Duration`;
/// - a type that conforms to `EnvoyMessage` for a message, `Envoy.AnyMessage` for an `Any`;
/// - `[V]` for a repeated field and `[String: V]` for a map by texts.
public struct Field<Message, Value>: Sendable {
  /// Its name in JSON.
  public let name: StaticString
  /// Its number on the wire.
  public let number: UInt32

  /// A field, or a value, of the tables: nobody else makes one.
  @inlinable
  public init(_ name: StaticString, _ number: UInt32) {
    self.name = name
    self.number = number
  }
}

/// A value of an enumeration: JSON has its name, protobuf its number.
public struct EnumValue<Enum>: Sendable {
  /// Its name in JSON.
  public let name: StaticString
  /// Its number on the wire.
  public let number: UInt32

  /// A field, or a value, of the tables: nobody else makes one.
  @inlinable
  public init(_ name: StaticString, _ number: UInt32) {
    self.name = name
    self.number = number
  }
}

/// A scalar that may be absent: `google.protobuf.UInt32Value` and its kin. JSON writes the bare value.
public enum Wrapped<Scalar> {}

/// A message of Envoy's API. The types that conform have no values: they only tell fields apart.
public protocol EnvoyMessage {
  /// What stands in `@type`, and in `Any.type_url`.
  static var typeURL: StaticString { get }
}

/// A message that names an extension and holds its configuration: `name` and `typed_config`.
public protocol NamedExtension: EnvoyMessage {
  static var nameField: Field<Self, String> { get }
  static var configurationField: Field<Self, Envoy.AnyMessage> { get }
}

extension Envoy {
  /// `google.protobuf.Any`: a message of any type, with its type's name.
  public enum AnyMessage {}

  /// `google.protobuf.Duration`: JSON writes seconds.
  public enum Duration {}

  /// `google.protobuf.Value`: a value of any kind of JSON.
  public enum Value {}

  /// `google.protobuf.Struct`: members whose names are data. JSON writes an object.
  public enum Struct: EnvoyMessage {
    /// See `EnvoyMessage`.
    public static let typeURL: StaticString = "type.googleapis.com/google.protobuf.Struct"
  }
}

/// What a writer writes before a message is begun: nothing.
public enum NoMessage {}
