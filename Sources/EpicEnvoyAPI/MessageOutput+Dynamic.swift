import EpicBase

/// Messages whose fields are data: the same two forms, from a tree instead of calls.
extension MessageOutput {
  /// A message as an element of the list that is being written.
  package mutating func dynamicElement(_ message: DynamicMessage) {
    json.begin(UInt8(ascii: "{"))
    let start = open(element)
    write(message.fields)
    json.end(UInt8(ascii: "}"))
    close(start)
  }

  /// Fields of the message that is open.
  mutating func write(_ fields: [DynamicField]) {
    for field in fields { write(field) }
  }

  mutating func write(_ field: DynamicField) {
    json.key(field.field.name)
    let number = field.field.number
    switch field.value {
    case .list(let values):
      json.begin(UInt8(ascii: "["))
      writeElements(values, number, field.field.kind)
      json.end(UInt8(ascii: "]"))
    case .map(let entries):
      json.begin(UInt8(ascii: "{"))
      for entry in entries { write(entry, number) }
      json.end(UInt8(ascii: "}"))
    default: write(field.value, number, field.field.kind)
    }
  }

  mutating func write(_ entry: DynamicEntry, _ number: UInt32) {
    json.key(entry.name)
    let start = open(number)
    writeWire(entry.key, 1, entry.keyField.kind)
    write(entry.value, 2, entry.valueField.kind)
    close(start)
  }

  /// Numbers of a list are packed, as proto3 has them.
  private mutating func writeElements(_ values: [DynamicValue], _ number: UInt32, _ kind: APIField.Kind) {
    guard kind != .message, kind != .string, kind != .bytes, !values.isEmpty else {
      for value in values { write(value, number, kind) }
      return
    }
    let start = open(number)
    for value in values {
      writeJSON(value, kind)
      writeScalar(value, kind)
    }
    close(start)
  }

  /// A value in both forms, its name written.
  private mutating func write(_ value: DynamicValue, _ number: UInt32, _ kind: APIField.Kind) {
    switch value {
    case .message(let message):
      json.begin(UInt8(ascii: "{"))
      let start = open(number)
      write(message.fields)
      json.end(UInt8(ascii: "}"))
      close(start)
    case .any(let type, let message): writeAny(type, message, number)
    default:
      writeJSON(value, kind)
      writeWire(value, number, kind)
    }
  }

  private mutating func writeAny(_ type: String, _ message: DynamicMessage, _ number: UInt32) {
    let url = "type.googleapis.com/\(type)"
    json.begin(UInt8(ascii: "{"))
    json.key("@type")
    json.value(url)
    let start = open(number)
    append(1, url)
    let inner = open(2)
    write(message.fields)
    json.end(UInt8(ascii: "}"))
    if protobuf.count == inner { removeField(2) } else { close(inner) }
    close(start)
  }

  // MARK: JSON

  private mutating func writeJSON(_ value: DynamicValue, _ kind: APIField.Kind) {
    switch value {
    case .flag(let flag): json.value(flag)
    case .signed(let number):
      if isWide(kind) { json.value(String(number)) } else { json.value(number) }
    case .unsigned(let number):
      if isWide(kind) { json.value(String(number)) } else { json.value(number) }
    case .real(let number): json.raw(Array(number.description.utf8))
    case .text(let text): json.value(text)
    case .bytes(let bytes): json.value(Base64.encode(bytes))
    case .enumeration(let value): json.value(value.name)
    case .duration(let time): json.value(seconds(time))
    case .wrapped(let kind, let value): writeJSON(value, kind)
    case .json(_, let value): writeJSON(value)
    case .message, .any, .list, .map: json.null()
    }
  }

  private mutating func writeJSON(_ value: DynamicJSON) {
    switch value {
    case .null: json.null()
    case .flag(let flag): json.value(flag)
    case .number(let number): json.raw(Array(number.description.utf8))
    case .text(let text): json.value(text)
    case .list(let values):
      json.begin(UInt8(ascii: "["))
      for value in values { writeJSON(value) }
      json.end(UInt8(ascii: "]"))
    case .object(let members):
      json.begin(UInt8(ascii: "{"))
      for member in members {
        json.key(member.name)
        writeJSON(member.value)
      }
      json.end(UInt8(ascii: "}"))
    }
  }

  /// 64-bit numbers are strings in protobuf's JSON.
  private func isWide(_ kind: APIField.Kind) -> Bool {
    switch kind {
    case .int64, .uint64, .fixed64, .sfixed64, .sint64: true
    default: false
    }
  }

  private func seconds(_ time: TimeSpan) -> String {
    let rest = String(time.milliseconds % 1000)
    let padded = String(repeating: "0", count: 3 - rest.utf8.count) + rest
    return time.milliseconds % 1000 == 0
      ? "\(time.milliseconds / 1000)s" : "\(time.milliseconds / 1000).\(padded)s"
  }

  // MARK: The wire

  private mutating func writeWire(_ value: DynamicValue, _ number: UInt32, _ kind: APIField.Kind) {
    switch value {
    case .text(let text): append(number, text)
    case .bytes(let bytes):
      appendTag(number, .lengthDelimited)
      append(UInt64(bytes.count))
      protobuf.append(contentsOf: bytes)
    case .duration(let time):
      let start = open(number)
      if time.milliseconds >= 1000 { writeWire(.unsigned(time.milliseconds / 1000), 1, .int64) }
      if time.milliseconds % 1000 > 0 { writeWire(.unsigned(time.milliseconds % 1000 * 1_000_000), 2, .int32) }
      close(start)
    case .wrapped(let kind, let value):
      let start = open(number)
      writeWire(value, 1, kind)
      close(start)
    case .json(let form, let value):
      let start = open(number)
      writeWire(value, form)
      close(start)
    case .flag, .signed, .unsigned, .real, .enumeration:
      appendTag(number, wireType(kind))
      writeScalar(value, kind)
    case .message, .any, .list, .map: break
    }
  }

  /// The content of a `Struct`, `Value` or `ListValue`.
  private mutating func writeWire(_ value: DynamicJSON, _ form: DynamicValue.JSONForm) {
    switch (form, value) {
    case (.structure, .object(let members)):
      for member in members {
        let entry = open(1)
        append(1, member.name)
        let inner = open(2)
        writeWire(member.value, .value)
        close(inner)
        close(entry)
      }
    case (.list, .list(let values)):
      for value in values {
        let inner = open(1)
        writeWire(value, .value)
        close(inner)
      }
    case (_, .null):
      appendTag(1, .varint)
      append(UInt64(0))
    case (_, .number(let number)):
      appendTag(2, .fixed64)
      appendFixed(number.double.bitPattern, bytes: 8)
    case (_, .text(let text)): append(3, text)
    case (_, .flag(let flag)):
      appendTag(4, .varint)
      append(UInt64(flag ? 1 : 0))
    case (_, .object):
      let inner = open(5)
      writeWire(value, .structure)
      close(inner)
    case (_, .list):
      let inner = open(6)
      writeWire(value, .list)
      close(inner)
    }
  }

  private func wireType(_ kind: APIField.Kind) -> WireType {
    switch kind {
    case .double, .fixed64, .sfixed64: .fixed64
    case .float, .fixed32, .sfixed32: .fixed32
    default: .varint
    }
  }

  /// A number without its tag.
  private mutating func writeScalar(_ value: DynamicValue, _ kind: APIField.Kind) {
    let bits: UInt64
    switch value {
    case .flag(let flag): bits = flag ? 1 : 0
    case .signed(let number): bits = UInt64(bitPattern: number)
    case .unsigned(let number): bits = number
    case .enumeration(let value): bits = UInt64(bitPattern: Int64(value.number))
    case .real(let number):
      bits = kind == .float ? UInt64(Float(number.double).bitPattern) : number.double.bitPattern
    default: return
    }
    switch (kind, value) {
    case (.double, .real), (.fixed64, _), (.sfixed64, _): appendFixed(bits, bytes: 8)
    case (.float, .real), (.fixed32, _), (.sfixed32, _): appendFixed(bits, bytes: 4)
    case (.sint32, _), (.sint64, _): append((bits << 1) ^ UInt64(bitPattern: Int64(bitPattern: bits) >> 63))
    default: append(bits)
    }
  }

  private mutating func appendFixed(_ bits: UInt64, bytes: UInt64) {
    for shift in 0..<bytes { protobuf.append(UInt8(truncatingIfNeeded: bits >> (shift * 8))) }
  }
}
