import BackendBIRD
import BackendDNS
import BackendEnvoy
import BackendTrueIngress
import EpicBackend
import EpicSema

/// The reference of the language's statements, written from the schema and from what the planes say of themselves.
package enum Reference {
  /// A page of the reference.
  package struct Page: Sendable {
    /// File name inside of the reference's folder.
    package let name: String
    package let text: String
  }

  /// The planes, in the order of the pages, with what they make of statements.
  static let planes: [(name: String, fields: [EmittedField])] = [
    ("Envoy", EnvoyBackend.emittedFields), ("BIRD", BIRDBackend.emittedFields), ("DNS", DNSBackend.emittedFields),
    ("True Ingress", TrueIngressBackend.emittedFields),
  ]

  /// Every page: one a body, and the list of them.
  package static var pages: [Page] {
    [index] + FieldContext.allCases.map { Page(name: fileName($0), text: ContextPage($0).text) }
  }

  /// What is wrong between schema and planes: a plane that speaks of a statement that there is not.
  package static var problems: [String] {
    let statements = Set(Schema.fields.map(\.key))
    let strangers = planes.flatMap { plane in
      plane.fields.filter { !statements.contains($0.statement) }.map {
        "\(plane.name) speaks of `\($0.statement)`, which is no statement"
      }
    }
    return strangers
      + Schema.defaults.filter { !statements.contains($0.statement) }.map {
        "a default is that of `\($0.statement)`, which is no statement"
      } + Schema.fields.flatMap(withoutDefault)
  }

  /// What of a statement may be left out, while nothing says what holds then. A choice's values exclude one another.
  private static func withoutDefault(_ field: FieldSchema) -> [String] {
    let defaults = Schema.defaults(of: field)
    var missing: [String] = []
    if case .once = field.cardinality, !defaults.contains(where: { $0.slot == nil }) { missing.append(field.key) }
    for slot in field.slots where slot.mayBeLeftOut && !defaults.contains(where: { $0.slot == slot.slot }) {
      missing.append("\(field.key) <\(slot.slot.spelling)>")
    }
    return missing.map { "nothing says what holds without `\($0)`" }
  }

  static func fileName(_ context: FieldContext) -> String { "\(context.referenceName).md" }

  private static var index: Page {
    var text = """
      # Reference

      Every declaration and every statement, with what its values may be and what it becomes. These pages are written by
      `epic-dev reference` from the schema that the compiler itself checks by.

      In a statement's form `<name>` stands for a value, `[…]` may be left out, `(a | b)` is a choice, and `,…` follows what
      may stand several times. A statement ends with its line or with `;`.

      ## Declarations

      | declaration | is |
      |---|---|

      """
    for declaration in Schema.declarations {
      let name = declaration.kind.keyword
      let page = FieldContext(declaration.kind).map { "[`\(name)`](\(fileName($0)))" } ?? "`\(name)`"
      text += "| \(page) | \(cell(declaration.documentation)) |\n"
    }
    text += """

      ## Bodies of statements

      | body | stands behind |
      |---|---|

      """
    for context in FieldContext.allCases where context.declaration == nil {
      text += "| [\(cell(context.phrase))](\(fileName(context))) | \(cell(opener(of: context))) |\n"
    }
    return Page(name: "README.md", text: text)
  }

  /// The statements or outcomes that a body stands behind.
  private static func opener(of context: FieldContext) -> String {
    let openers = Schema.fields.filter { $0.body == context }.map { "`\($0.title)` in \($0.context.phrase)" }
    if !openers.isEmpty { return openers.joined(separator: ", ") }
    switch context {
    case .workspaceFile: return "nothing: it is the file `workspace.epic`"
    case .arm: return "an upstream that an arm leads to"
    case .split: return "`split`, beside its shares"
    case .respond: return "`respond` and its status"
    case .test: return "`test` and its name, and `cases` and its rows"
    default: return "nothing"
    }
  }

  /// Text for a cell of a table.
  static func cell(_ text: String) -> String {
    text.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
  }
}

extension FieldContext {
  /// The declaration whose body this is.
  var declaration: DeclarationSchema? { Schema.declarations.first { FieldContext($0.kind) == self } }
}
