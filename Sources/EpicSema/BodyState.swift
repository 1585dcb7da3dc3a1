import EpicBase
import EpicIR
import EpicSyntax

/// What a body has said so far.
struct BodyState {
  let context: FieldContext
  var working: [WorkingField] = []
  var required: [RequiredMark] = []
  var limits: [EvaluatedLimit] = []
  /// Fields that were said wrongly, which was reported.
  var broken: [FieldName] = []
  /// Whether a template could not be applied: what is missing is not reported.
  var isIncomplete = false
  /// Whether something was said that could not be understood, which was reported: it may be what seems to be missing.
  var isUnclear = false
  /// Whether the text that is evaluated is a template's.
  var isTemplate = false
  /// Templates applied below this level; 0 is the outermost template, and the declaration's own text is above all.
  var level = 0

  init(context: FieldContext) {
    self.context = context
  }

  /// Whether everything that was said was understood.
  var isWhole: Bool { broken.isEmpty && !isIncomplete && !isUnclear }

  /// Whether a field that is not there may have been said wrongly.
  func mayHave(_ name: FieldName) -> Bool { isIncomplete || isUnclear || broken.contains(name) }

  func has(_ name: FieldName) -> Bool { working.contains { $0.field.name == name } }
}

/// A field while templates and overrides are applied.
struct WorkingField {
  /// How a template said the field.
  enum Mode: Hashable {
    case plain, initial, final
  }
  var field: EvaluatedField
  var mode: Mode
  /// The level whose text decided the value last.
  var level: Int
  /// The first override at the current level.
  var override: SourceSpan?
  /// Whether that override was a `replace`.
  var isReplaced = false
}

/// `required FIELD` of a template.
struct RequiredMark {
  /// Fields of which one must be said.
  var names: [FieldName]
  var title: String
  var origin: Origin
}

/// How a statement stands in a body.
enum StatementMode: Hashable {
  case plain
  case initial
  case limit
  case final
  case required
  case override
  case edit(ListEdit)
}

/// The changes of a list.
enum ListEdit: Hashable {
  case append, prepend, remove, replace
}
