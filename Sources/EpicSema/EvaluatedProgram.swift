package import EpicBase
package import EpicIR

/// A checked workspace: every declaration evaluated, its names resolved, its templates applied.
///
/// The contract with lowering:
/// - `declarations(of: kind)` is ordered by identity, and lowering makes exactly one row of each, in that order. So a
///   `DeclarationID` *is* a row id (`id.row(…)`), and route tables come ready with their final row ids.
/// - A declaration's `fields` are what holds after templates, overrides and list edits, in order: what the template said
///   first, then what the declaration added. At most one for a `.once` field, one a key for a keyed one. A field that
///   a `group` unites (`health http` and `health tcp`) is there once in all.
/// - Values have the type that the schema's signature gives their slot; `.range`, for one, wherever a `range` slot took
///   an address or prefix. Accessors that find another case give nil and never trap.
/// - A program evaluated with errors is still whole enough to be walked (editors do), but is not to be lowered.
/// - What is said about one declaration, its types, its names and what its tenant may do is checked. What needs several
///   rows at once is lowering's: addresses and lock, certificates against hosts, names against zones, providers against
///   the routes that use them, ranges against other ranges.
///
/// Nested bodies are fields of fields: a site's `.node` has a `body` of `.address` and `.capacity`; a `.tier`'s body
/// holds its members, each with its `share`; `.nearest` is a field of a tier whose body holds the members.
package struct EvaluatedProgram: Sendable {
  /// The workspace's name; empty if the root file says none.
  package var workspace = ""
  /// The language edition.
  package var edition: UInt32 = 0
  /// Tenants with their grants, in the order of `declarations(of: .tenant)`.
  package var tenants: [EvaluatedTenant] = []
  /// Declarations by `DeclarationKind.rawValue`, each list ordered by identity.
  package var tables = [[EvaluatedDeclaration]](repeating: [], count: DeclarationKind.allCases.count)
  /// In the order of `declarations(of: .routes)`. The arms' upstreams and sites are final row ids.
  package var routeTables: [RouteTable] = []
  /// Files that `data` named, each once, in order of first use.
  package var dataFiles: [DataFile] = []
  /// Envoy configuration that stands in the source as it is, in order of source.
  package var hatches: [EvaluatedHatch] = []
  /// Tests and rows of `cases`, in order of source.
  package var tests: [RouteTest] = []
  package var rejects: [RejectTest] = []
  /// Policies that were asked.
  package var policies: [PolicyRecord] = []
  /// The ways that templates' `if`s may go, in order of source.
  package var branches: [TemplateBranch] = []
  /// Evaluation steps that it took.
  package var steps = 0

  package init() {}
}

extension EvaluatedProgram {
  /// The declarations of a kind, ordered by identity.
  package func declarations(of kind: DeclarationKind) -> [EvaluatedDeclaration] { tables[Int(kind.rawValue)] }

  /// The declaration with the given id.
  package subscript(id: DeclarationID) -> EvaluatedDeclaration { tables[Int(id.kind.rawValue)][Int(id.position)] }

  /// The file with the given id.
  package subscript(id: DataFileID) -> DataFile { dataFiles[Int(id.rawValue)] }
}

/// `envoy … for ingress NAME { … }`, its names resolved: upstreams are final row ids.
package struct EvaluatedHatch: Sendable {
  package var ingress: DeclarationID
  package var hatch: NativeHatch

  package init(ingress: DeclarationID, hatch: NativeHatch) {
    self.ingress = ingress
    self.hatch = hatch
  }
}

/// One declaration.
package struct EvaluatedDeclaration: Sendable {
  package var kind: DeclarationKind
  package var identity: Identity
  package var fields: [EvaluatedField]
  /// Bounds that templates set on fields: already checked for the declaration's own fields.
  package var limits: [EvaluatedLimit] = []
  /// Fields that were said wrongly, which was reported.
  package var broken: Set<FieldName> = []
  /// Whether something was said that could not be understood, which was reported.
  package var isUnclear = false
  /// Positions in `fields` of what templates say as `final`.
  package var finalFields: [Int] = []
  /// What fills the slots of an ingress's templates.
  package var slots = FilledSlots()
  /// Where it stands: `span` runs from the keyword to the name, not over the body.
  package var origin: Origin
  /// The name itself.
  package var nameSpan: SourceSpan
  /// The template it was made from, if any.
  package var template: String?
  /// The `///` lines above it.
  package var documentation: [String] = []

  package init(
    kind: DeclarationKind, identity: Identity, fields: [EvaluatedField], origin: Origin, nameSpan: SourceSpan
  ) {
    self.kind = kind
    self.identity = identity
    self.fields = fields
    self.origin = origin
    self.nameSpan = nameSpan
  }
}

/// One field as it finally holds.
package struct EvaluatedField: Sendable {
  package var schema: FieldSchemaID
  package var name: FieldName
  /// The key of a keyed field (`main` of `auth jwt main`, `443` of `listen https 443`); empty for others.
  package var key: String
  /// The values, in written order.
  package var bindings: [SlotBinding]
  /// The statements of the field's body.
  package var body: [EvaluatedField]
  /// The routes of the field's body, where it holds routes.
  package var arms: [RouteArm] = []
  /// The percentage before the statement: `60% kubernetes …`.
  package var share: Percentage?
  /// The statement that decided it, and the use of a template or loop through which it came.
  package var origin: Origin
  /// The statements that it was said by before: what a template said and an override replaced, or a list before it was
  /// edited. The latest last.
  package var earlier: [Origin] = []

  package init(
    schema: FieldSchemaID, name: FieldName, key: String, bindings: [SlotBinding], body: [EvaluatedField],
    share: Percentage?, origin: Origin
  ) {
    self.schema = schema
    self.name = name
    self.key = key
    self.bindings = bindings
    self.body = body
    self.share = share
    self.origin = origin
  }
}

/// A value and the place of the signature that it fills. A slot inside a list is bound once an element.
package struct SlotBinding: Sendable {
  package var slot: Slot
  package var value: Value
  /// Where the value was written.
  package var span: SourceSpan

  package init(slot: Slot, value: Value, span: SourceSpan) {
    self.slot = slot
    self.value = value
    self.span = span
  }
}

/// `limit FIELD <= VALUE` of a template.
package struct EvaluatedLimit: Sendable {
  package var name: FieldName
  package var schema: FieldSchemaID
  /// The operator before the value.
  package var bound: TemplateRule.Bound
  package var value: Value
  package var origin: Origin

  package init(name: FieldName, schema: FieldSchemaID, bound: TemplateRule.Bound, value: Value, origin: Origin) {
    self.name = name
    self.schema = schema
    self.bound = bound
    self.value = value
    self.origin = origin
  }
}
