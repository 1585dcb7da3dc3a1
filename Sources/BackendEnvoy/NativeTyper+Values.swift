import EpicBase
import EpicDiagnostics
import EpicEnvoyAPI
import EpicIR

/// The language's values as Envoy's: by the type of the field that they stand in.
extension NativeTyper {
  /// A value of a field, its rules checked.
  mutating func value(_ value: NativeValue, _ field: APIField) -> DynamicValue? {
    self.value(value, field, NativeRules(field.rules))
  }

  mutating func value(_ value: NativeValue, _ field: APIField, _ rules: NativeRules) -> DynamicValue? {
    guard let result = converted(value, field) else { return nil }
    if let problem = rules.problem(result) {
      report(
        .nativeRange, "`\(field.name)` \(problem)", at: value.origin,
        fixes: rules.nearest(to: result).map { NativeTyper.replacing(value.origin, by: $0) } ?? [])
      return nil
    }
    return result
  }

  mutating func reportType(
    _ value: NativeValue, _ wanted: String, _ field: APIField, help: String? = nil, fixes: [FixIt] = []
  ) {
    report(
      .nativeType, "`\(field.name)` takes \(wanted), and this is \(value.content.phrase)", at: value.origin, help: help,
      fixes: fixes)
  }

  private mutating func converted(_ value: NativeValue, _ field: APIField) -> DynamicValue? {
    switch field.kind {
    case .bool:
      if case .boolean(let flag) = value.content { return .flag(flag) }
      reportType(value, "`true` or `false`", field)
    case .int32, .sint32, .sfixed32, .int64, .sint64, .sfixed64, .uint32, .fixed32, .uint64, .fixed64:
      return integer(value, field, field.kind)
    case .double, .float:
      switch value.content {
      case .integer(let number): return .real(DecimalNumber(mantissa: number))
      case .decimal(let number): return .real(number)
      default: reportType(value, "a number", field)
      }
    case .string: return text(value, field).map { .text($0) }
    case .bytes:
      if case .data(let file) = value.content { return bytes(file, value).map { .bytes($0) } }
      return text(value, field).map { .bytes(Array($0.utf8)) }
    case .enumeration: return enumeration(value, field)
    case .message:
      if let type = field.message { return messageValue(value, field, type) }
    }
    return nil
  }

  // MARK: Scalars

  private mutating func integer(_ value: NativeValue, _ field: APIField, _ kind: APIField.Kind) -> DynamicValue? {
    var number: Int64?
    switch value.content {
    case .integer(let integer): number = integer
    case .decimal(let decimal) where decimal.scale == 0: number = decimal.mantissa
    case .size(let bytes):
      number = Int64(exactly: bytes)
    default: break
    }
    guard let number else {
      reportType(value, "a whole number", field)
      return nil
    }
    let range: String
    switch kind {
    case .int32, .sint32, .sfixed32:
      if Int32(exactly: number) != nil { return .signed(number) }
      range = "\(Int32.min) to \(Int32.max)"
    case .int64, .sint64, .sfixed64: return .signed(number)
    case .uint32, .fixed32:
      if let number = UInt32(exactly: number) { return .unsigned(UInt64(number)) }
      range = "0 to \(UInt32.max)"
    default:
      if let number = UInt64(exactly: number) { return .unsigned(number) }
      range = "0 and more"
    }
    report(.nativeRange, "`\(field.name)` takes \(range), and not \(number)", at: value.origin)
    return nil
  }

  private mutating func text(_ value: NativeValue, _ field: APIField) -> String? {
    switch value.content {
    case .text(let text), .literal(let text): return text
    case .address(let address): return address.description
    case .prefix(let prefix): return prefix.description
    case .cluster(let upstream):
      references.append(upstream)
      return shapes[upstream.index].cluster
    case .data(let file):
      guard let bytes = bytes(file, value) else { return nil }
      guard let text = String(validating: bytes, as: UTF8.self) else {
        report(.nativeType, "`\(field.name)` takes text, and `\(file.path)` is no UTF-8", at: value.origin)
        return nil
      }
      return text
    case .word(let word):
      reportType(
        value, "a string", field, help: "a string stands in quotes",
        fixes: NativeTyper.replacing(value.origin, by: "\"\(word)\""))
    default: reportType(value, "a string", field)
    }
    return nil
  }

  private mutating func bytes(_ file: DataFile, _ value: NativeValue) -> [UInt8]? {
    if file.bytes.count <= Limits.hatchDataBytes { return file.bytes }
    report(
      .hatchTooLarge, "`\(file.path)` has \(file.bytes.count) bytes, and a field takes \(Limits.hatchDataBytes)",
      at: value.origin)
    return nil
  }

  private mutating func enumeration(_ value: NativeValue, _ field: APIField) -> DynamicValue? {
    guard let type = field.enumeration else { return nil }
    guard case .word(let word) = value.content else {
      if case .text(let text) = value.content, table.value(named: text, of: type) != nil {
        reportType(
          value, "a value of `\(table.name(of: type))`", field, help: "it stands without quotes",
          fixes: NativeTyper.replacing(value.origin, by: text))
      } else {
        reportType(value, "a value of `\(table.name(of: type))`", field)
      }
      return nil
    }
    guard let known = table.value(named: word, of: type) else {
      let names = table.values(of: type).filter { !$0.isDeprecated }.map(\.name)
      let upper = word.uppercased()
      let suggestion = names.first { $0 == upper || $0.hasSuffix("_\(upper)") } ?? nearest(word, names)
      report(
        .unknownNativeValue, "`\(table.name(of: type))` has no value `\(word)`", at: value.origin,
        help: suggestion.map { "did you mean `\($0)`?" }
          ?? (names.count <= 12 ? "it has \(names.map { "`\($0)`" }.joined(separator: ", "))" : nil),
        fixes: suggestion.map { NativeTyper.replacing(value.origin, by: $0) } ?? [])
      return nil
    }
    if known.isDeprecated || known.isDisallowed {
      report(.deprecatedNative, "the value `\(word)` of `\(table.name(of: type))` is deprecated", at: value.origin)
      return nil
    }
    return .enumeration(known)
  }

  // MARK: Messages

  private mutating func messageValue(
    _ value: NativeValue, _ field: APIField, _ type: APITable.MessageID
  ) -> DynamicValue? {
    let name = table.message(type).name
    if let wrapped = NativeTyper.wrappers[name] {
      guard let inner = table.field(named: "value", of: type) else { return nil }
      let named = APIField(
        name: field.name, number: inner.number, kind: wrapped, message: nil, enumeration: nil, oneof: nil, traits: [],
        rules: "")
      return converted(value, named).map { .wrapped(wrapped, $0) }
    }
    switch name {
    case "google.protobuf.Any": return any(value, field)
    case "google.protobuf.Duration":
      if case .duration(let time) = value.content { return .duration(time) }
      var fixes: [FixIt] = []
      if case .integer(let number) = value.content { fixes = NativeTyper.replacing(value.origin, by: "\(number)s") }
      reportType(value, "a duration", field, help: "write a unit: `5s`, `250ms`", fixes: fixes)
      return nil
    case "google.protobuf.Timestamp":
      reportType(value, "a point of time, which the language has no values of", field)
      return nil
    case "google.protobuf.Struct", "google.protobuf.Value", "google.protobuf.ListValue":
      return json(value, field, name)
    default: break
    }
    if let literal = literalMessage(value, type, name) { return literal }
    guard case .message(let written, let fields) = value.content else {
      reportType(value, "a message `\(name)`", field, help: "write `\(field.name) { … }`")
      return nil
    }
    if let written {
      report(
        .nativeType, "`\(field.name)` is always a `\(name)`: no type is written in front of it", at: written.origin,
        fixes: written.text == name
          ? [FixIt("take it out", [TextEdit(written.origin.span, replacement: "")])] : [])
      return nil
    }
    return .message(message(type, fields))
  }

  private static let wrappers: [String: APIField.Kind] = [
    "google.protobuf.BoolValue": .bool, "google.protobuf.BytesValue": .bytes, "google.protobuf.DoubleValue": .double,
    "google.protobuf.FloatValue": .float, "google.protobuf.Int32Value": .int32, "google.protobuf.Int64Value": .int64,
    "google.protobuf.StringValue": .string, "google.protobuf.UInt32Value": .uint32,
    "google.protobuf.UInt64Value": .uint64,
  ]

  /// A message in an `Any`: its type stands in front of its braces, or as `"@type"` in an element of a list.
  private mutating func any(_ value: NativeValue, _ field: APIField) -> DynamicValue? {
    guard case .message(var type, var fields) = value.content else {
      reportType(value, "any message: `\(field.name): MESSAGE { … }`", field)
      return nil
    }
    if type == nil, let index = fields.firstIndex(where: { $0.name.text == "@type" }) {
      switch fields[index].value.content {
      case .text(let text), .literal(let text):
        let prefix = "type.googleapis.com/"
        type = NativeName(
          text.hasPrefix(prefix) ? String(text.dropFirst(prefix.count)) : text, fields[index].value.origin)
      default: break
      }
      fields.remove(at: index)
    }
    guard let type else {
      report(
        .missingNativeField, "`\(field.name)` holds a message of any type, and this one says none", at: value.origin,
        help: "write `\(field.name): MESSAGE { … }` with the message's full name, or `\"@type\": MESSAGE` in a list")
      return nil
    }
    guard let known = messageType(type) else { return nil }
    guard !known.name.hasPrefix("google.protobuf.") else {
      report(
        .nativeType, "`\(known.name)` is a value, and `\(field.name)` takes a message of Envoy's API", at: type.origin)
      return nil
    }
    return .any(known.name, message(known.id, fields))
  }

  // MARK: Literals that are messages

  /// A prefix as a range of addresses, a percentage as a fraction.
  private func literalMessage(
    _ value: NativeValue, _ type: APITable.MessageID, _ name: String
  ) -> DynamicValue? {
    switch (name, value.content) {
    case ("envoy.config.core.v3.CidrRange", .prefix(let prefix)), ("xds.core.v3.CidrRange", .prefix(let prefix)):
      return range(prefix, type, value)
    case ("envoy.config.core.v3.CidrRange", .address(let address)), ("xds.core.v3.CidrRange", .address(let address)):
      return range(IPPrefix(host: address), type, value)
    case ("envoy.type.v3.Percent", .percentage(let share)):
      return message(type, [("value", .real(DecimalNumber(mantissa: Int64(share.partsPerMillion), scale: 4)))], value)
    case ("envoy.type.v3.FractionalPercent", .percentage(let share)): return fraction(share, type, value)
    case ("envoy.config.core.v3.RuntimeFractionalPercent", .percentage(let share)):
      guard let inner = table.field(named: "default_value", of: type)?.message,
        let fraction = fraction(share, inner, value)
      else { return nil }
      return message(type, [("default_value", fraction)], value)
    default: return nil
    }
  }

  private func message(
    _ type: APITable.MessageID, _ members: [(name: String, value: DynamicValue)], _ said: NativeValue
  ) -> DynamicValue {
    .message(
      DynamicMessage(
        type: type,
        fields: members.compactMap { member in
          table.field(named: member.name, of: type).map {
            DynamicField($0, member.value, at: said.origin.span)
          }
        }))
  }

  private func range(_ prefix: IPPrefix, _ type: APITable.MessageID, _ value: NativeValue) -> DynamicValue {
    message(
      type,
      [
        ("address_prefix", .text(prefix.address.description)),
        ("prefix_len", .wrapped(.uint32, .unsigned(UInt64(prefix.length)))),
      ], value)
  }

  /// With the smallest denominator that says it exactly.
  private func fraction(_ share: Percentage, _ type: APITable.MessageID, _ value: NativeValue) -> DynamicValue? {
    let parts = UInt64(share.partsPerMillion)
    let (numerator, unit): (UInt64, String) =
      parts.isMultiple(of: 10_000)
      ? (parts / 10_000, "HUNDRED") : parts.isMultiple(of: 100) ? (parts / 100, "TEN_THOUSAND") : (parts, "MILLION")
    guard let enumeration = table.field(named: "denominator", of: type)?.enumeration,
      let denominator = table.value(named: unit, of: enumeration)
    else { return nil }
    return message(
      type, [("numerator", .unsigned(numerator)), ("denominator", .enumeration(denominator))], value)
  }

  // MARK: Untyped data

  private mutating func json(_ value: NativeValue, _ field: APIField, _ name: String) -> DynamicValue? {
    guard let json = json(value, field) else { return nil }
    switch (name, json) {
    case ("google.protobuf.Struct", .object): return .json(.structure, json)
    case ("google.protobuf.ListValue", .list): return .json(.list, json)
    case ("google.protobuf.Value", _): return .json(.value, json)
    default:
      reportType(value, name == "google.protobuf.Struct" ? "members, `{ … }`" : "a list", field)
      return nil
    }
  }

  private mutating func json(_ value: NativeValue, _ field: APIField) -> DynamicJSON? {
    switch value.content {
    case .boolean(let flag): return .flag(flag)
    case .integer(let number): return .number(DecimalNumber(mantissa: number))
    case .decimal(let number): return .number(number)
    case .text(let text), .literal(let text): return .text(text)
    case .address(let address): return .text(address.description)
    case .prefix(let prefix): return .text(prefix.description)
    case .word("null"): return .null
    case .list(let values):
      var result: [DynamicJSON] = []
      for value in values {
        guard let element = json(value, field) else { return nil }
        result.append(element)
      }
      return .list(result)
    case .message(nil, let fields):
      var members: [(name: String, value: DynamicJSON)] = []
      for said in fields {
        if members.contains(where: { $0.name == said.name.text }) {
          report(.repeatedNativeField, "`\(said.name.text)` is said twice", at: said.name.origin)
          return nil
        }
        guard let value = json(said.value, field) else { return nil }
        members.append((said.name.text, value))
      }
      return .object(members)
    default:
      reportType(value, "data: texts, numbers, `true`, `false`, `null`, lists and members", field)
      return nil
    }
  }
}

extension NativeValue.Content {
  /// What it is, for people.
  var phrase: String {
    switch self {
    case .boolean(let flag): "`\(flag)`"
    case .integer(let number): "the number \(number)"
    case .decimal(let number): "the number \(number)"
    case .duration(let time): "the duration \(time)"
    case .size: "a size"
    case .percentage(let share): "the percentage \(share)"
    case .address: "an address"
    case .prefix: "a prefix"
    case .text: "a string"
    case .literal(let text): "`\(text.utf8.count > 40 ? text.prefix(30) + "…" : text)`"
    case .word(let word): "the word `\(word)`"
    case .data: "a file's content"
    case .cluster: "the name of a cluster"
    case .list: "a list"
    case .message(let type, _): type.map { "a message `\($0.text)`" } ?? "a message"
    case .other(let phrase): phrase
    }
  }
}
