package import EpicBase

extension MessageWriter {
  // MARK: Texts

  /// A text.
  @inlinable
  public mutating func member(_ field: Field<Message, String>, _ text: String) {
    output.text(field.name, field.number, text)
  }

  /// A text without a character that JSON escapes.
  @inlinable
  public mutating func member(_ field: Field<Message, String>, _ text: StaticString) {
    output.text(field.name, field.number, text)
  }

  package mutating func member(_ field: Field<Message, String>, _ address: IPAddress) {
    output.text(field.name, field.number, address)
  }

  /// Bytes, which JSON has in Base64.
  @inlinable
  public mutating func member(_ field: Field<Message, [UInt8]>, _ bytes: [UInt8]) {
    output.bytes(field.name, field.number, bytes)
  }

  // MARK: Flags

  /// A flag.
  @inlinable
  public mutating func member(_ field: Field<Message, Bool>, _ flag: Bool) {
    output.flag(field.name, field.number, flag)
  }

  /// A flag that may be absent (`google.protobuf.BoolValue`).
  @inlinable
  public mutating func member(_ field: Field<Message, Wrapped<Bool>>, _ flag: Bool) {
    output.wrappedFlag(field.name, field.number, flag)
  }

  // MARK: Numbers

  /// A number.
  @inlinable
  public mutating func member(_ field: Field<Message, UInt32>, _ number: UInt32) {
    output.number(field.name, field.number, number)
  }

  /// A number that may be absent (`google.protobuf.UInt32Value`).
  @inlinable
  public mutating func member(_ field: Field<Message, Wrapped<UInt32>>, _ number: UInt32) {
    output.wrappedNumber(field.name, field.number, number)
  }

  /// A signed number.
  @inlinable
  public mutating func member(_ field: Field<Message, Int32>, _ number: Int32) {
    output.number(field.name, field.number, number)
  }

  /// A number of 64 bits, which JSON has as a text.
  @inlinable
  public mutating func member(_ field: Field<Message, UInt64>, _ number: UInt64) {
    output.wide(field.name, field.number, number)
  }

  /// A signed number of 64 bits, which JSON has as a text.
  @inlinable
  public mutating func member(_ field: Field<Message, Int64>, _ number: Int64) {
    output.wide(field.name, field.number, number)
  }

  /// A number of 64 bits that may be absent (`google.protobuf.UInt64Value`).
  @inlinable
  public mutating func member(_ field: Field<Message, Wrapped<UInt64>>, _ number: UInt64) {
    output.wrappedWide(field.name, field.number, number)
  }

  /// A `double` that is a whole number.
  @inlinable
  public mutating func member(_ field: Field<Message, Double>, whole number: Int32) {
    output.double(field.name, field.number, number)
  }

  /// A `double` of percents: 12.5 for 12.5%.
  package mutating func member(_ field: Field<Message, Double>, percent share: Percentage) {
    output.percent(field.name, field.number, share)
  }

  // MARK: Others

  /// A value of an enumeration.
  @inlinable
  public mutating func member<Enum>(_ field: Field<Message, EnumValue<Enum>>, _ value: EnumValue<Enum>) {
    output.enumeration(field.name, field.number, value.name, value.number)
  }

  package mutating func member(_ field: Field<Message, Envoy.Duration>, _ time: TimeSpan) {
    output.duration(field.name, field.number, time)
  }

  /// A text as a value of any kind.
  @inlinable
  public mutating func member(_ field: Field<Message, Envoy.Value>, _ text: StaticString) {
    output.anyText(field.name, field.number, text)
  }

  // MARK: Members of a Struct

  /// A member of a `Struct`.
  @inlinable
  public mutating func member(_ key: StaticString, _ text: String) where Message == Envoy.Struct {
    output.structText(key, text)
  }

  /// A member of a `Struct`.
  @inlinable
  public mutating func member(_ key: StaticString, _ text: StaticString) where Message == Envoy.Struct {
    output.structText(key, text)
  }

  /// A member of a `Struct`.
  @inlinable
  public mutating func member(_ key: StaticString, _ flag: Bool) where Message == Envoy.Struct {
    output.structFlag(key, flag)
  }

  /// An object as a member of a `Struct`.
  @inlinable
  public mutating func object(_ key: StaticString, _ body: (inout MessageWriter<Envoy.Struct, Notes>) -> Void)
  where Message == Envoy.Struct {
    let starts = output.beginStruct(key)
    body(&self)
    output.endStruct(starts)
  }
}
