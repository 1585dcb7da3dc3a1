import EpicSema

/// What the schema says of something that is not written, with the page of the reference that tells of it.
struct DefaultText {
  /// Follows "says no …; ".
  let text: String

  /// What holds without a statement, found by its first words in one of some bodies; nil where the schema knows of
  /// nothing.
  init?(of words: String, in contexts: [FieldContext]) {
    for context in contexts {
      for field in Schema.fields(in: context) where field.title == words || field.title.hasPrefix("\(words) ") {
        guard let none = Schema.defaults(of: field).first(where: { $0.slot == nil }) else { continue }
        text = "where it is not written: \(none.text) (\(field.referencePage))"
        return
      }
    }
    return nil
  }

  /// What holds without a value of a statement.
  init?(of slot: Slot, in field: FieldSchema) {
    guard let missing = Schema.defaults(of: field).first(where: { $0.slot == slot }) else { return nil }
    text = "unless written: \(missing.text) (\(field.referencePage))"
  }
}
