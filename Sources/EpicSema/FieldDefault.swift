/// What holds where a statement, or a value that it may leave out, is not written.
package struct FieldDefault: Sendable {
  /// Context and title of the statement: `upstream.balance`.
  package let statement: String
  /// The value that may be missing; nil where the statement itself may be.
  package let slot: Slot?
  /// What holds then: a value, or a phrase.
  package let text: String
  /// How the default is written out, if it can be: `shortest` without it, `full` with it. Both mean the same, to the
  /// last byte of what is emitted.
  package let spelling: Spelling?

  /// Whether the text starts with what could have been written, an amount or a choice, instead of a phrase.
  package var isValue: Bool {
    text.utf8.first.map { $0 == UInt8(ascii: "`") || $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") } ?? false
  }

  /// A statement without its default and with it; `shortest` is empty where the statement as a whole is left out.
  package struct Spelling: Sendable {
    package let shortest: String
    package let full: String
  }

  /// What holds without the statement.
  static func statement(_ statement: String, _ text: String, same full: String? = nil) -> FieldDefault {
    FieldDefault(
      statement: statement, slot: nil, text: text, spelling: full.map { Spelling(shortest: "", full: $0) })
  }

  /// What holds without the value, in a statement that is written.
  static func value(
    _ statement: String, _ slot: Slot, _ text: String, same spelling: (shortest: String, full: String)? = nil
  ) -> FieldDefault {
    FieldDefault(
      statement: statement, slot: slot, text: text,
      spelling: spelling.map { Spelling(shortest: $0.shortest, full: $0.full) })
  }
}

extension FieldSchema {
  /// How tables about statements name this one: `upstream.balance`.
  package var key: String { "\(context).\(title)" }
}
