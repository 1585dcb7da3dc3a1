package import EpicBase

/// A message of Envoy's API whose type is known at run time: what a native hatch says, typed by the tables.
package struct DynamicMessage: Hashable, Sendable {
  package var type: APITable.MessageID
  /// In the order in which they are written, each field once.
  package var fields: [DynamicField]
  /// Whether everything that was said of it is here; false where a part was wrong, which was reported.
  package var isWhole = true

  package init(type: APITable.MessageID, fields: [DynamicField]) {
    self.type = type
    self.fields = fields
  }
}

/// A field with its value.
package struct DynamicField: Hashable, Sendable {
  package var field: APIField
  package var value: DynamicValue
  /// Where the name stands in the source.
  package var span: SourceSpan

  package init(_ field: APIField, _ value: DynamicValue, at span: SourceSpan) {
    self.field = field
    self.value = value
    self.span = span
  }
}

/// A value of a field. Numbers fit the field's kind.
package indirect enum DynamicValue: Hashable, Sendable {
  case flag(Bool)
  case signed(Int64)
  case unsigned(UInt64)
  case real(DecimalNumber)
  case text(String)
  case bytes([UInt8])
  case enumeration(APIValue)
  case message(DynamicMessage)
  /// A message in an `Any`, with its type's full name.
  case any(String, DynamicMessage)
  case duration(TimeSpan)
  /// A wrapper's value: `google.protobuf.UInt32Value` and its kind.
  case wrapped(APIField.Kind, DynamicValue)
  /// `google.protobuf.Struct`, `Value` or `ListValue`.
  case json(JSONForm, DynamicJSON)
  case list([DynamicValue])
  /// In order of source; keys are texts or numbers of the entry's kind.
  case map([DynamicEntry])

  package enum JSONForm: Hashable, Sendable {
    case structure, value, list
  }
}

/// An entry of a map.
package struct DynamicEntry: Hashable, Sendable {
  package var key: DynamicValue
  package var value: DynamicValue
  /// Fields `key` and `value` of the entry.
  package var keyField: APIField
  package var valueField: APIField

  package init(key: DynamicValue, value: DynamicValue, keyField: APIField, valueField: APIField) {
    self.key = key
    self.value = value
    self.keyField = keyField
    self.valueField = valueField
  }

  /// The key as JSON has it.
  package var name: String {
    switch key {
    case .text(let text): text
    case .signed(let number): String(number)
    case .unsigned(let number): String(number)
    case .flag(let flag): String(flag)
    default: ""
    }
  }
}

/// Data that Envoy's API types no further.
package indirect enum DynamicJSON: Hashable, Sendable {
  case null
  case flag(Bool)
  case number(DecimalNumber)
  case text(String)
  case list([DynamicJSON])
  case object([(name: String, value: DynamicJSON)])

  package static func == (left: DynamicJSON, right: DynamicJSON) -> Bool {
    switch (left, right) {
    case (.null, .null): true
    case (.flag(let left), .flag(let right)): left == right
    case (.number(let left), .number(let right)): left == right
    case (.text(let left), .text(let right)): left == right
    case (.list(let left), .list(let right)): left == right
    case (.object(let left), .object(let right)):
      left.map(\.name) == right.map(\.name) && left.map(\.value) == right.map(\.value)
    default: false
    }
  }

  package func hash(into hasher: inout Hasher) {
    switch self {
    case .null: hasher.combine(0)
    case .flag(let flag): hasher.combine(flag)
    case .number(let number): hasher.combine(number)
    case .text(let text): hasher.combine(text)
    case .list(let values): hasher.combine(values)
    case .object(let members): for member in members { hasher.combine(member.name) }
    }
  }
}
