import EpicBackend
import EpicSema

/// The page of one body: its statements in the order of the schema.
struct ContextPage {
  private(set) var text = ""

  init(_ context: FieldContext) {
    if let declaration = context.declaration {
      text += "# `\(declaration.kind.keyword)`\n\n\(declaration.documentation)\n\n"
      text += "```epic\n\(declaration.example)\n```\n"
    } else {
      text += "# Inside \(context.phrase)\n"
    }
    for field in Schema.fields(in: context) { write(field) }
  }

  private mutating func write(_ field: FieldSchema) {
    text += "\n## `\(field.title)`\n\n\(field.documentation)\n\n"
    let hasBody = field.body != nil || field.freeBody != nil || field.holdsRoutes
    text += "```text\n\(field.usage)\(hasBody ? " { … }" : "")\n```\n\n"
    for line in facts(field) { text += "- \(line)\n" }
    text += "\n"
    writeSlots(field)
    text += "```epic\n\(field.example)\n```\n"
    writePlanes(field)
  }

  /// How often it may stand, what it excludes, how it is changed.
  private func facts(_ field: FieldSchema) -> [String] {
    var facts: [String] = []
    switch field.cardinality {
    case .once: facts.append("At most once.")
    case .required: facts.append("Exactly once, templates counted.")
    case .many: facts.append("Any number of times; each one adds.")
    case .keyed(let slot): facts.append("Once for each `<\(slot.spelling)>`.")
    }
    if let group = field.group {
      let others = Schema.fields(in: field.context).filter { $0.group == group && $0.usage != field.usage }
      if !others.isEmpty {
        let titles = others.map { "`\($0.title == field.title ? $0.usage : $0.title)`" }.joined(separator: ", ")
        // Listeners share a group so that one of them is there; they do not exclude one another.
        if case .keyed = field.cardinality {
          facts.append("One of a family with \(titles).")
        } else {
          facts.append("Stands for the same as \(titles): only one of them.")
        }
      }
    }
    if let none = Schema.defaults(of: field).first(where: { $0.slot == nil }) {
      facts.append("Where it is not written: \(none.text).")
    }
    if field.isList { facts.append("A list: a template's is changed by `append`, `prepend`, `remove` and `replace`.") }
    if let free = field.freeBody { facts.append("Its body lists \(free.phrase).") }
    if let body = field.body {
      facts.append("Its body: [\(Reference.cell(body.phrase))](\(Reference.fileName(body))).")
    }
    if field.holdsRoutes { facts.append("Its body: routes, as in `routes`.") }
    return facts
  }

  private mutating func writeSlots(_ field: FieldSchema) {
    let slots = field.slots
    if slots.isEmpty { return }
    let defaults = Schema.defaults(of: field)
    text += "| value | is | unless written | bounds |\n|---|---|---|---|\n"
    for slot in slots {
      let bounds = field.bounds.first { $0.slot == slot.slot }.map { $0.description } ?? ""
      var type = slot.type.phrase
      if slot.isList { type += "; several by `,`" }
      let missing = slot.isOptional ? defaults.first { $0.slot == slot.slot }?.text ?? "" : ""
      text += "| `\(slot.slot.spelling)` | \(Reference.cell(type)) | \(Reference.cell(missing)) | \(bounds) |\n"
    }
    text += "\n"
  }

  private mutating func writePlanes(_ field: FieldSchema) {
    var rows = ""
    for plane in Reference.planes {
      let becomes = plane.fields.filter { $0.statement == field.key }.map(\.becomes)
      if !becomes.isEmpty { rows += "| \(plane.name) | \(Reference.cell(becomes.joined(separator: "; "))) |\n" }
    }
    text +=
      rows.isEmpty
      ? "\nIt becomes nothing by itself: the compiler uses it.\n" : "\n| plane | becomes |\n|---|---|\n\(rows)"
  }
}
