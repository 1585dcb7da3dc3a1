import EpicBase
import EpicDiagnostics
import EpicEnvoyAPI
import EpicIR

/// What has to be in a message, and what cannot be in it together: asked of whole messages, with what the compiler
/// writes of them.
enum NativeCompleteness {
  /// Checks a message that only a hatch writes, and all in it.
  static func check(_ message: DynamicMessage, at origin: Origin, _ typer: inout NativeTyper) {
    check(message, beside: [], at: origin, &typer)
    for field in message.fields { checkInside(field.value, at: Origin(field.span), &typer) }
  }

  /// Checks the messages in a value.
  static func checkInside(_ value: DynamicValue, at origin: Origin, _ typer: inout NativeTyper) {
    switch value {
    case .message(let message), .any(_, let message): check(message, at: origin, &typer)
    case .list(let values): for value in values { checkInside(value, at: origin, &typer) }
    case .map(let entries): for entry in entries { checkInside(entry.value, at: origin, &typer) }
    default: break
    }
  }

  /// Checks one message beside fields that somebody else writes of it.
  static func check(
    _ message: DynamicMessage, beside written: Set<String>, at origin: Origin, _ typer: inout NativeTyper
  ) {
    let fields = typer.table.fields(of: message.type)
    let name = typer.table.message(message.type).name
    var present = written
    for field in message.fields { present.insert(field.field.name) }
    // What is missing may be what was wrong.
    for field in fields where message.isWhole && !present.contains(field.name) {
      // Of a group's fields only the one that is said has rules.
      if field.oneof != nil { continue }
      if field.traits.contains(.required) {
        typer.report(
          .missingNativeField, "`\(name)` needs `\(field.name)`", at: origin, help: "Envoy refuses it otherwise")
      } else if let problem = emptyProblem(field) {
        typer.report(
          .missingNativeField, "`\(name)` needs `\(field.name)`: left out, it \(problem)", at: origin,
          help: "Envoy refuses it otherwise")
      }
    }
    for (index, group) in typer.table.oneofs(of: message.type).enumerated() {
      let said = message.fields.filter { $0.field.oneof == index }
      if said.count > 1 {
        typer.report(
          .twoOfAGroup, "`\(said[1].field.name)` and `\(said[0].field.name)` exclude each other",
          at: Origin(said[1].span),
          secondary: [Annotation(said[0].span, "`\(said[0].field.name)` is here")],
          help: "keep one of them: both say `\(group.name)`")
      } else if said.isEmpty, group.isRequired, message.isWhole,
        !fields.contains(where: { $0.oneof == index && written.contains($0.name) })
      {
        let choices = fields.filter {
          $0.oneof == index && !$0.traits.contains(.deprecated) && !$0.traits.contains(.disallowed)
        }
        typer.report(
          .missingNativeField, "`\(name)` needs a `\(group.name)`", at: origin,
          help: "say one of \(choices.map { "`\($0.name)`" }.joined(separator: ", "))")
      }
    }
  }

  /// What is wrong with a field that is not said: its rules hold for nothing too, where nothing is a value like another.
  private static func emptyProblem(_ field: APIField) -> String? {
    guard !field.traits.contains(.presence), !field.rules.isEmpty else { return nil }
    let rules = NativeRules(field.rules)
    if field.traits.contains(.map) { return rules.problem(elements: 0, isMap: true) }
    if field.traits.contains(.repeated) { return rules.problem(elements: 0, isMap: false) }
    switch field.kind {
    case .string: return rules.problem(.text(""))
    case .bytes: return rules.problem(.bytes([]))
    case .message, .bool: return nil
    default: return rules.problem(.signed(0))
    }
  }
}
