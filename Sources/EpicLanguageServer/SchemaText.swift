import EpicSema

/// The schema for people, in the words of the reference.
enum SchemaText {
  /// A field: how it is written, what it means, what holds without it and, unless `withValues` is false, without each of
  /// its values, and an example.
  static func description(_ field: FieldSchema, withValues: Bool = true) -> String {
    var text = "```epic\n\(field.signature)\n```\n\n\(field.documentation)"
    let defaults = Schema.defaults(of: field)
    if let none = defaults.first(where: { $0.slot == nil }) { text += "\n\nWhere it is not written: \(none.text)." }
    if withValues {
      let values = field.slots.filter(\.isOptional).compactMap { value in
        defaults.first { $0.slot == value.slot }.map { "- `<\(value.slot.spelling)>` unless written: \($0.text)" }
      }
      if !values.isEmpty { text += "\n\n" + values.joined(separator: "\n") }
    }
    return text + "\n\n```epic\n\(field.example)\n```"
  }

  /// A value of a field: what it may be, its bounds, and what holds without it.
  static func value(_ slot: Slot, _ type: ValueType, of field: FieldSchema) -> String {
    var text = "`<\(slot.spelling)>`: \(type.phrase)"
    if let bounds = field.bounds.first(where: { $0.slot == slot }) { text += ", \(bounds.description)" }
    guard field.slots.contains(where: { $0.slot == slot && $0.isOptional }),
      let missing = Schema.defaults(of: field).first(where: { $0.slot == slot })
    else { return text }
    return text + "; unless written: \(missing.text)"
  }

  /// What holds in a declaration because nothing says otherwise, neither its body nor a template: amounts and choices
  /// only. That something is not there at all is seen. All members of a family count together.
  static func unwritten(_ declarations: [EvaluatedDeclaration]) -> String {
    guard let kind = declarations.first?.kind, let context = FieldContext(kind) else { return "" }
    let said = Set(declarations.flatMap { $0.fields.map(\.name) })
    let broken = declarations.reduce(into: Set<FieldName>()) { $0.formUnion($1.broken) }
    let lines = Schema.fields(in: context).compactMap { field -> String? in
      guard !said.contains(field.name), !broken.contains(field.name),
        let none = Schema.defaults(of: field).first(where: { $0.slot == nil }), none.isValue,
        declarations.contains(where: { asks($0, for: field.name) })
      else { return nil }
      return "- `\(field.title)`: \(none.text)"
    }
    return lines.isEmpty ? "" : "\n\nNot written here:\n\n" + lines.joined(separator: "\n")
  }

  /// Whether the field says anything of the declaration: what is about requests is nothing to an ingress without HTTP,
  /// and one tier has no next one.
  private static func asks(_ declaration: EvaluatedDeclaration, for name: FieldName) -> Bool {
    switch declaration.kind {
    case .ingress: return declaration.has(.listenHTTPS) || declaration.has(.listenHTTP)
    case .upstream where name == .spill:
      let tiers = declaration.fields(.tier)
      return tiers.count > 1 || tiers.contains { $0.has(.nearest) }
    default: return true
    }
  }
}
