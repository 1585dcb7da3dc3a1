import EpicBase
import EpicIR
import EpicSyntax

/// What a body has said so far.
struct BodyState {
  let context: FieldContext
  private(set) var working: [WorkingField] = []
  /// Positions in `working` of the first field of each identity, and how often each name is there; kept where there are
  /// many fields.
  private var positions: [Identity: Int] = [:]
  private var counts: [FieldName: Int] = [:]
  var required: [RequiredMark] = []
  var limits: [EvaluatedLimit] = []
  /// `slot routes NAME` of templates, in match order.
  var slots: [TemplateSlot] = []
  /// Fields that were said wrongly, which was reported.
  var broken: Set<FieldName> = []
  /// What a wrong total of its members' shares tells of.
  var shareNotes = ShareNotes()
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

  /// A part of the body by itself, in which whatever seems to be missing may stand elsewhere.
  var part: BodyState {
    var part = BodyState(context: context)
    part.isIncomplete = true
    part.isTemplate = isTemplate
    return part
  }

  /// Whether everything that was said was understood.
  var isWhole: Bool { broken.isEmpty && !isIncomplete && !isUnclear }

  /// Whether a field that is not there may have been said wrongly.
  func mayHave(_ name: FieldName) -> Bool { isIncomplete || isUnclear || broken.contains(name) }

  /// Up to here looking through all is faster.
  private static let fewFields = 16

  /// What two fields share that cannot both be said: the name, or the group of names that exclude one another, and the key.
  struct Identity: Hashable {
    var name: FieldName
    var key: String

    init(_ field: EvaluatedField) {
      name = Schema.field(field.schema).group ?? field.name
      key = field.key
    }
  }

  private var isIndexed: Bool { working.count >= BodyState.fewFields }

  func has(_ name: FieldName) -> Bool {
    isIndexed ? counts[name, default: 0] > 0 : working.contains { $0.field.name == name }
  }

  /// Position of the field that has the same identity; `group` is the field's.
  func index(of field: EvaluatedField, group: FieldName?) -> Int? {
    if isIndexed { return positions[Identity(field)] }
    return working.firstIndex {
      $0.field.key == field.key
        && ($0.field.name == field.name || group != nil && Schema.field($0.field.schema).group == group)
    }
  }

  mutating func append(_ field: WorkingField) {
    working.append(field)
    if working.count == BodyState.fewFields {
      for position in working.indices { note(position) }
    } else if isIndexed {
      note(working.count - 1)
    }
  }

  private mutating func note(_ position: Int) {
    counts[working[position].field.name, default: 0] += 1
    let identity = Identity(working[position].field)
    if positions[identity] == nil { positions[identity] = position }
  }

  /// Puts a field of the same identity in place of the one there.
  mutating func replace(_ position: Int, by field: EvaluatedField) {
    if isIndexed {
      counts[working[position].field.name, default: 0] -= 1
      counts[field.name, default: 0] += 1
    }
    working[position].field = field
  }

  /// Changes the field there, but not its identity.
  mutating func change(_ position: Int, _ change: (inout EvaluatedField) -> Void) { change(&working[position].field) }

  /// Notes which text decided the field there.
  mutating func settle(_ position: Int, by override: SourceSpan, isReplaced: Bool = false) {
    working[position].mode = .plain
    working[position].level = level
    working[position].override = override
    working[position].isReplaced = isReplaced
  }

  /// Gives the last field a share.
  mutating func setLastShare(_ share: Percentage) {
    if !working.isEmpty { working[working.count - 1].field.share = share }
  }

  mutating func reserveCapacity(_ count: Int) { working.reserveCapacity(count) }
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
