package import EpicBase

/// The bytes of one message in both of its forms, which grow together: JSON for people, and protobuf's wire format
/// (https://protobuf.dev/programming-guides/encoding) for Envoy. Fields are written in the order of the calls. It knows
/// names and numbers and no types: `MessageWriter` sees to it that they fit.
///
/// A length stands in front of what it measures: one byte is kept for it, and what is longer than 127 bytes is moved when
/// its end is known.
public struct MessageOutput: Sendable {
  package internal(set) var json: JSONWriter
  /// The fields of the message, without a length in front of them.
  package internal(set) var protobuf: [UInt8] = []
  /// Number of the field whose elements are being written: a list's or a map's.
  @usableFromInline var element: UInt32 = 0
  /// What is to stand in the open messages beside what is written, the innermost last; see `MessageOutput+Overlay`.
  var overlays: [OverlayLevel] = []
  /// Where fields of overlays were written, in order.
  package internal(set) var overlayMarks: [OverlayMark] = []

  /// `lineDepth`: see `JSONWriter`.
  package init(lineDepth: Int, reserving capacity: Int = 0) {
    json = JSONWriter(lineDepth: lineDepth, reserving: capacity)
    protobuf.reserveCapacity(capacity / 2)
  }

  /// Forgets what was written and keeps the memory.
  package mutating func reset() {
    json.reset()
    protobuf.removeAll(keepingCapacity: true)
    element = 0
    overlays.removeAll(keepingCapacity: true)
    overlayMarks.removeAll(keepingCapacity: true)
  }

  /// Number of bytes of JSON so far.
  package var position: Int { json.bytes.count }

  /// Begins a message that stands alone: an object whose first member is its type. Gives the offset behind it.
  package mutating func begin(_ typeURL: StaticString) -> Int {
    json.begin(UInt8(ascii: "{"))
    json.member("@type", typeURL)
    return json.bytes.count
  }

  /// Ends a message that stands alone.
  package mutating func end() {
    json.end(UInt8(ascii: "}"))
    json.finish()
  }

  // MARK: Messages in messages

  @usableFromInline
  mutating func beginMessage(_ name: StaticString, _ number: UInt32) -> Int {
    json.key(name)
    json.begin(UInt8(ascii: "{"))
    if !overlays.isEmpty { descend(number) }
    return open(number)
  }

  @usableFromInline
  mutating func endMessage(_ start: Int) {
    if !overlays.isEmpty { ascend() }
    json.end(UInt8(ascii: "}"))
    close(start)
  }

  /// A message as an element of a list.
  @usableFromInline
  mutating func beginElement() -> Int {
    json.begin(UInt8(ascii: "{"))
    if !overlays.isEmpty { descend() }
    return open(element)
  }

  /// A message as a value of a map: gives where the entry and the value start.
  @usableFromInline
  mutating func beginEntry(_ key: String) -> (entry: Int, value: Int) {
    json.key(key)
    json.begin(UInt8(ascii: "{"))
    if !overlays.isEmpty { descend() }
    let entry = open(element)
    append(1, key)
    return (entry, open(2))
  }

  @usableFromInline
  mutating func endEntry(_ starts: (entry: Int, value: Int)) {
    endMessage(starts.value)
    close(starts.entry)
  }

  /// An `Any` whose message is about to be written: gives where the `Any` and the message start.
  @usableFromInline
  mutating func beginAny(_ name: StaticString, _ number: UInt32, _ typeURL: StaticString) -> (any: Int, message: Int) {
    json.key(name)
    return beginAny(number, typeURL)
  }

  @usableFromInline
  mutating func beginAnyElement(_ typeURL: StaticString) -> (any: Int, message: Int) { beginAny(element, typeURL) }

  private mutating func beginAny(_ number: UInt32, _ typeURL: StaticString) -> (any: Int, message: Int) {
    json.begin(UInt8(ascii: "{"))
    if !overlays.isEmpty { descend() }
    json.member("@type", typeURL)
    let start = open(number)
    append(1, typeURL)
    return (start, open(2))
  }

  @usableFromInline
  mutating func endAny(_ starts: (any: Int, message: Int)) {
    if !overlays.isEmpty { ascend() }
    json.end(UInt8(ascii: "}"))
    // A message without fields is no bytes at all: neither tag nor length.
    if protobuf.count == starts.message { protobuf.removeLast(2) } else { close(starts.message) }
    close(starts.any)
  }

  /// An `Any` as a value of a map.
  @usableFromInline
  mutating func beginAnyEntry(_ key: String, _ typeURL: StaticString) -> (entry: Int, any: Int, message: Int) {
    json.key(key)
    let entry = open(element)
    append(1, key)
    let starts = beginAny(2, typeURL)
    return (entry, starts.any, starts.message)
  }

  @usableFromInline
  mutating func endAnyEntry(_ starts: (entry: Int, any: Int, message: Int)) {
    endAny((starts.any, starts.message))
    close(starts.entry)
  }

  // MARK: Lists and maps

  /// Begins a list (`[`) or a map (`{`), whose elements carry the field's number. Gives the number that held before.
  @usableFromInline
  mutating func beginElements(_ name: StaticString, _ number: UInt32, _ bracket: UInt8) -> UInt32 {
    json.key(name)
    json.begin(bracket)
    if !overlays.isEmpty, bracket == UInt8(ascii: "{") { descendIntoMap(number) }
    let outer = element
    element = number
    return outer
  }

  @usableFromInline
  mutating func endElements(_ outer: UInt32, _ bracket: UInt8) {
    if !overlays.isEmpty, bracket == UInt8(ascii: "}") { ascend() }
    json.end(bracket)
    element = outer
  }

  @usableFromInline
  mutating func element(_ text: String) {
    json.value(text)
    append(element, text)
  }

  @usableFromInline
  mutating func element(_ text: StaticString) {
    json.value(text)
    append(element, text)
  }

  /// Numbers of a packed list.
  @usableFromInline
  mutating func packed(_ name: StaticString, _ number: UInt32, _ values: [UInt32]) {
    json.key(name)
    json.begin(UInt8(ascii: "["))
    let start = open(number)
    for value in values {
      json.value(value)
      append(UInt64(value))
    }
    json.end(UInt8(ascii: "]"))
    // An empty list is no bytes at all.
    if protobuf.count == start { removeField(number) } else { close(start) }
  }

  /// Members without lines and spaces among them, as long as the body writes.
  @usableFromInline
  mutating func beginCompact() -> Int { json.beginCompact() }

  @usableFromInline
  mutating func endCompact(_ lineDepth: Int) { json.endCompact(lineDepth) }

  /// A line for each member of what is nested at most this deep. Gives what holds until then.
  @usableFromInline
  mutating func setLineDepth(_ new: Int) -> Int { json.setLineDepth(new) }

  // MARK: Scalars

  @usableFromInline
  mutating func text(_ name: StaticString, _ number: UInt32, _ text: String) {
    json.member(name, text)
    append(number, text)
  }

  @usableFromInline
  mutating func text(_ name: StaticString, _ number: UInt32, _ text: StaticString) {
    json.member(name, text)
    append(number, text)
  }

  mutating func text(_ name: StaticString, _ number: UInt32, _ address: IPAddress) {
    json.member(name, address)
    let start = open(number)
    address.append(to: &protobuf)
    close(start)
  }

  /// `bytes`: JSON has them in Base64.
  @usableFromInline
  mutating func bytes(_ name: StaticString, _ number: UInt32, _ bytes: [UInt8]) {
    json.member(name, Base64.encode(bytes))
    appendTag(number, .lengthDelimited)
    append(UInt64(bytes.count))
    protobuf.append(contentsOf: bytes)
  }

  @usableFromInline
  mutating func flag(_ name: StaticString, _ number: UInt32, _ flag: Bool) {
    json.member(name, flag)
    appendTag(number, .varint)
    protobuf.append(flag ? 1 : 0)
  }

  @usableFromInline
  mutating func wrappedFlag(_ name: StaticString, _ number: UInt32, _ flag: Bool) {
    json.member(name, flag)
    wrapped(number, flag ? 1 : 0)
  }

  @usableFromInline
  mutating func number(_ name: StaticString, _ number: UInt32, _ value: UInt32) {
    json.member(name, value)
    appendTag(number, .varint)
    append(UInt64(value))
  }

  /// A signed number has ten bytes where it is negative (`int32`, `int64`).
  @usableFromInline
  mutating func number(_ name: StaticString, _ number: UInt32, _ value: Int32) {
    json.member(name, value)
    appendTag(number, .varint)
    append(UInt64(bitPattern: Int64(value)))
  }

  @usableFromInline
  mutating func wrappedNumber(_ name: StaticString, _ number: UInt32, _ value: UInt32) {
    json.member(name, value)
    wrapped(number, UInt64(value))
  }

  /// A 64-bit number is a string in protobuf's JSON.
  @usableFromInline
  mutating func wide(_ name: StaticString, _ number: UInt32, _ value: UInt64) {
    json.member(name, String(value))
    appendTag(number, .varint)
    append(value)
  }

  @usableFromInline
  mutating func wide(_ name: StaticString, _ number: UInt32, _ value: Int64) {
    json.member(name, String(value))
    appendTag(number, .varint)
    append(UInt64(bitPattern: value))
  }

  @usableFromInline
  mutating func wrappedWide(_ name: StaticString, _ number: UInt32, _ value: UInt64) {
    json.member(name, String(value))
    wrapped(number, value)
  }

  private mutating func append(_ number: UInt32, _ value: Double) {
    appendTag(number, .fixed64)
    for shift in 0..<UInt64(8) { protobuf.append(UInt8(truncatingIfNeeded: value.bitPattern >> (shift * 8))) }
  }

  /// A `double` without a fraction.
  @usableFromInline
  mutating func double(_ name: StaticString, _ number: UInt32, _ value: Int32) {
    json.member(name, value)
    append(number, Double(value))
  }

  /// A `double` of percents, in JSON with as many decimals as it has.
  mutating func percent(_ name: StaticString, _ number: UInt32, _ share: Percentage) {
    json.key(name)
    json.raw(Array(share.description.utf8.dropLast())[...])
    append(number, Double(share.partsPerMillion) / 10_000)
  }

  @usableFromInline
  mutating func enumeration(_ name: StaticString, _ number: UInt32, _ value: StaticString, _ code: UInt32) {
    json.member(name, value)
    appendTag(number, .varint)
    append(UInt64(code))
  }

  /// `google.protobuf.Duration`: JSON has seconds with up to three decimals.
  mutating func duration(_ name: StaticString, _ number: UInt32, _ time: TimeSpan) {
    let seconds = time.milliseconds / 1000
    let rest = time.milliseconds % 1000
    json.key(name)
    json.raw("\"")
    json.continued(seconds)
    if rest > 0 {
      json.continued(rest < 10 ? ".00" : rest < 100 ? ".0" : ".")
      json.continued(rest)
    }
    json.continued("s\"")
    let start = open(number)
    if seconds > 0 {
      appendTag(1, .varint)
      append(seconds)
    }
    if rest > 0 {
      appendTag(2, .varint)
      append(rest * 1_000_000)
    }
    close(start)
  }

  /// A text as a `google.protobuf.Value`.
  @usableFromInline
  mutating func anyText(_ name: StaticString, _ number: UInt32, _ text: StaticString) {
    json.member(name, text)
    let start = open(number)
    append(3, text)
    close(start)
  }

  /// A text member of a `google.protobuf.Struct`.
  @usableFromInline
  mutating func structText(_ key: StaticString, _ text: String) {
    json.member(key, text)
    let starts = beginStructEntry(key)
    append(3, text)
    close(starts.value)
    close(starts.entry)
  }

  @usableFromInline
  mutating func structText(_ key: StaticString, _ text: StaticString) {
    json.member(key, text)
    let starts = beginStructEntry(key)
    append(3, text)
    close(starts.value)
    close(starts.entry)
  }

  /// A flag of a `google.protobuf.Struct`.
  @usableFromInline
  mutating func structFlag(_ key: StaticString, _ flag: Bool) {
    json.member(key, flag)
    let starts = beginStructEntry(key)
    appendTag(4, .varint)
    protobuf.append(flag ? 1 : 0)
    close(starts.value)
    close(starts.entry)
  }

  /// A `Struct` in a `Struct`.
  @usableFromInline
  mutating func beginStruct(_ key: StaticString) -> (entry: Int, value: Int, nested: Int) {
    json.key(key)
    json.begin(UInt8(ascii: "{"))
    if !overlays.isEmpty { descend() }
    let starts = beginStructEntry(key)
    return (starts.entry, starts.value, open(5))
  }

  @usableFromInline
  mutating func endStruct(_ starts: (entry: Int, value: Int, nested: Int)) {
    endMessage(starts.nested)
    close(starts.value)
    close(starts.entry)
  }

  /// `Struct.fields` is a map to `Value`.
  private mutating func beginStructEntry(_ key: StaticString) -> (entry: Int, value: Int) {
    let entry = open(1)
    append(1, key)
    return (entry, open(2))
  }

  // MARK: The wire

  enum WireType: UInt32 {
    case varint = 0
    case fixed64 = 1
    case lengthDelimited = 2
    case fixed32 = 5
  }

  /// Begins what has a length; gives where it starts.
  mutating func open(_ number: UInt32) -> Int {
    appendTag(number, .lengthDelimited)
    protobuf.append(0)
    return protobuf.count
  }

  /// Writes the length of what began there.
  mutating func close(_ start: Int) {
    let length = protobuf.count - start
    if length < 128 {
      protobuf[start - 1] = UInt8(truncatingIfNeeded: length)
    } else {
      closeLong(start, length)
    }
  }

  private mutating func closeLong(_ start: Int, _ length: Int) {
    var size = 1
    var rest = length >> 7
    while rest > 0 {
      size += 1
      rest >>= 7
    }
    protobuf.insert(contentsOf: repeatElement(0, count: size - 1), at: start)
    rest = length
    for index in (start - 1)..<(start - 2 + size) {
      protobuf[index] = UInt8(truncatingIfNeeded: rest & 127 | 128)
      rest >>= 7
    }
    protobuf[start - 2 + size] = UInt8(truncatingIfNeeded: rest)
  }

  /// Takes back the tag and the length of a field that was begun and has no bytes.
  mutating func removeField(_ number: UInt32) { protobuf.removeLast(number < 16 ? 2 : number < 2048 ? 3 : 4) }

  /// A wrapper: a message with one field, which is left out where it is nothing.
  private mutating func wrapped(_ number: UInt32, _ value: UInt64) {
    let start = open(number)
    if value > 0 {
      appendTag(1, .varint)
      append(value)
    }
    close(start)
  }

  mutating func append(_ number: UInt32, _ text: String) {
    appendTag(number, .lengthDelimited)
    append(UInt64(text.utf8.count))
    protobuf.append(text)
  }

  private mutating func append(_ number: UInt32, _ text: StaticString) {
    if text.hasPointerRepresentation {
      appendTag(number, .lengthDelimited)
      append(UInt64(text.utf8CodeUnitCount))
      protobuf.append(text)
    } else {
      append(number, String(text.unicodeScalar))
    }
  }

  mutating func appendTag(_ number: UInt32, _ type: WireType) { append(UInt64(number << 3 | type.rawValue)) }

  mutating func append(_ value: UInt64) {
    var rest = value
    while rest > 127 {
      protobuf.append(UInt8(truncatingIfNeeded: rest & 127 | 128))
      rest >>= 7
    }
    protobuf.append(UInt8(truncatingIfNeeded: rest))
  }
}
