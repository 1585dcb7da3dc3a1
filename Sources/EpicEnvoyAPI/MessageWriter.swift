/// Writes one message of Envoy's API, as JSON and as protobuf at once. `Message` says which fields may be written, so
/// that a field of another message, or a value of another type, does not compile. `Notes` is what the caller carries
/// along.
///
/// Every level of a message is written through the same writer, seen as a writer of another message: nothing is copied
/// and nothing is allocated for a level.
public struct MessageWriter<Message, Notes> {
  /// What is written so far.
  public var output: MessageOutput
  /// What the caller carries along.
  public var notes: Notes

  /// A writer that no message is begun with.
  @inlinable
  public init(_ output: MessageOutput, notes: Notes) where Message == NoMessage {
    self.output = output
    self.notes = notes
  }

  /// This writer as the writer of another message: `Message` occurs in no stored property.
  @inlinable
  @inline(__always)
  public mutating func nested<Other>(_ body: (inout MessageWriter<Other, Notes>) -> Void) {
    unsafe withUnsafeMutablePointer(to: &self) { pointer in
      unsafe pointer.withMemoryRebound(to: MessageWriter<Other, Notes>.self, capacity: 1) { other in
        unsafe body(&other.pointee)
      }
    }
  }

  /// Members that stand on one line without spaces among them: constant ones, which nobody reads.
  @inlinable
  public mutating func compact(_ body: (inout MessageWriter<Message, Notes>) -> Void) {
    let depth = output.beginCompact()
    body(&self)
    output.endCompact(depth)
  }

  /// Members, of which what is nested at most so deep has a line for each of its own: the outermost message has depth 1.
  @inlinable
  public mutating func lines(depth: Int, _ body: (inout MessageWriter<Message, Notes>) -> Void) {
    let outer = output.setLineDepth(depth)
    body(&self)
    _ = output.setLineDepth(outer)
  }

  // MARK: Messages

  /// A message that a message holds.
  @inlinable
  public mutating func object<Child: EnvoyMessage>(
    _ field: Field<Message, Child>, _ body: (inout MessageWriter<Child, Notes>) -> Void = { _ in }
  ) {
    let start = output.beginMessage(field.name, field.number)
    nested(body)
    output.endMessage(start)
  }

  /// An `Any` with a message in it.
  @inlinable
  public mutating func any<Content: EnvoyMessage>(
    _ field: Field<Message, Envoy.AnyMessage>, _ type: Content.Type,
    _ body: (inout MessageWriter<Content, Notes>) -> Void = { _ in }
  ) {
    let starts = output.beginAny(field.name, field.number, Content.typeURL)
    nested(body)
    output.endAny(starts)
  }

  /// An extension: its name and its configuration.
  @inlinable
  public mutating func typed<Child: NamedExtension, Content: EnvoyMessage>(
    _ field: Field<Message, Child>, name: StaticString, type: Content.Type,
    _ body: (inout MessageWriter<Content, Notes>) -> Void = { _ in }
  ) {
    object(field) { holder in
      holder.member(Child.nameField, name)
      holder.any(Child.configurationField, type, body)
    }
  }

  // MARK: Lists

  /// A repeated field: its elements are what the body writes.
  @inlinable
  public mutating func array<Element>(
    _ field: Field<Message, [Element]>, _ body: (inout MessageWriter<[Element], Notes>) -> Void
  ) {
    let outer = output.beginElements(field.name, field.number, UInt8(ascii: "["))
    nested(body)
    output.endElements(outer, UInt8(ascii: "]"))
  }

  /// A message as an element of a list.
  @inlinable
  public mutating func object<Child: EnvoyMessage>(_ body: (inout MessageWriter<Child, Notes>) -> Void = { _ in })
  where Message == [Child] {
    let start = output.beginElement()
    nested(body)
    output.endMessage(start)
  }

  /// An extension as an element of a list.
  @inlinable
  public mutating func typed<Child: NamedExtension, Content: EnvoyMessage>(
    name: StaticString, type: Content.Type, _ body: (inout MessageWriter<Content, Notes>) -> Void = { _ in }
  ) where Message == [Child] {
    object { holder in
      holder.member(Child.nameField, name)
      holder.any(Child.configurationField, type, body)
    }
  }

  /// An extension with a name that is data, as an element of a list.
  @inlinable
  public mutating func typed<Child: NamedExtension, Content: EnvoyMessage>(
    named name: String, type: Content.Type, _ body: (inout MessageWriter<Content, Notes>) -> Void = { _ in }
  ) where Message == [Child] {
    object { holder in
      holder.member(Child.nameField, name)
      holder.any(Child.configurationField, type, body)
    }
  }

  /// An `Any` as an element of a list.
  @inlinable
  public mutating func any<Content: EnvoyMessage>(
    _ type: Content.Type, _ body: (inout MessageWriter<Content, Notes>) -> Void = { _ in }
  ) where Message == [Envoy.AnyMessage] {
    let starts = output.beginAnyElement(Content.typeURL)
    nested(body)
    output.endAny(starts)
  }

  /// A text as an element of a list.
  @inlinable
  public mutating func value(_ text: String) where Message == [String] { output.element(text) }

  /// The same without a character that JSON escapes.
  @inlinable
  public mutating func value(_ text: StaticString) where Message == [String] { output.element(text) }

  /// A repeated field of numbers.
  @inlinable
  public mutating func member(_ field: Field<Message, [UInt32]>, _ values: [UInt32]) {
    output.packed(field.name, field.number, values)
  }

  // MARK: Maps

  /// A map by texts: its entries are what the body writes.
  @inlinable
  public mutating func map<Child>(
    _ field: Field<Message, [String: Child]>, _ body: (inout MessageWriter<[String: Child], Notes>) -> Void
  ) {
    let outer = output.beginElements(field.name, field.number, UInt8(ascii: "{"))
    nested(body)
    output.endElements(outer, UInt8(ascii: "}"))
  }

  /// A message as an entry of a map. Keys must differ.
  @inlinable
  public mutating func object<Child: EnvoyMessage>(
    named key: String, _ body: (inout MessageWriter<Child, Notes>) -> Void = { _ in }
  ) where Message == [String: Child] {
    let starts = output.beginEntry(key)
    nested(body)
    output.endEntry(starts)
  }

  /// An `Any` as an entry of a map. Keys must differ.
  @inlinable
  public mutating func any<Content: EnvoyMessage>(
    named key: String, _ type: Content.Type, _ body: (inout MessageWriter<Content, Notes>) -> Void = { _ in }
  ) where Message == [String: Envoy.AnyMessage] {
    let starts = output.beginAnyEntry(key, Content.typeURL)
    nested(body)
    output.endAnyEntry(starts)
  }
}
