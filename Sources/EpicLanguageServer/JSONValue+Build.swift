package import EpicBase

/// Making values for answers.
extension JSONValue {
  /// An object of the members that are not nil, in order.
  package static func object(_ members: KeyValuePairs<String, JSONValue?>) -> JSONValue {
    JSONValue(
      .object(
        members.compactMap { name, value in
          value.map { JSONMember(name: name, value: $0) }
        }))
  }

  package static func array(_ elements: [JSONValue]) -> JSONValue { JSONValue(.array(elements)) }

  package static func string(_ text: String) -> JSONValue { JSONValue(.string(text)) }

  package static func number(_ number: some BinaryInteger) -> JSONValue { JSONValue(.number(String(number))) }

  package static func bool(_ flag: Bool) -> JSONValue { JSONValue(.bool(flag)) }

  package static var null: JSONValue { JSONValue(.null) }

  /// The member at a path of names.
  package func at(_ path: String...) -> JSONValue? {
    var value: JSONValue? = self
    for name in path { value = value?[name] }
    return value
  }
}
