import EpicBase
import EpicIR
import EpicSyntax

/// What a policy asks of a declaration, names resolved and values evaluated.
indirect enum Requirement {
  /// What stands on the left of a comparison.
  enum Subject {
    case member(PolicyMember, key: String?)
    /// Statements that can only be asked whether one of them is said: `health`, `health.tcp`.
    case statement([FieldSchemaID])
    /// `name`, `package` or `tenant`.
    case identity(String)
  }

  case constant(Bool)
  case not(Requirement)
  case all([Requirement])
  case any([Requirement])
  case exists(Subject)
  /// The comparator is a positive one: `is`, `in`, `starts` or an order.
  case compare(Subject, ExpressionView.Comparator, [Value])

  /// Whether it is as wanted. A member with several values has to fit with each of them, asked positively or negated; a
  /// comparison with an absent one is false.
  func holds(_ declaration: EvaluatedDeclaration, wanted: Bool = true) -> Bool {
    culprit(declaration, wanted: wanted) == nil
  }

  /// Why it is not as wanted: the origin of the value that decides, or the declaration's own. Nil if it is.
  func culprit(_ declaration: EvaluatedDeclaration, wanted: Bool = true) -> Origin? {
    switch self {
    case .constant(let value): return value == wanted ? nil : declaration.origin
    case .not(let inner): return inner.culprit(declaration, wanted: !wanted)
    case .all(let parts): return Requirement.culprit(parts, declaration, wanted, needsAll: wanted)
    case .any(let parts): return Requirement.culprit(parts, declaration, wanted, needsAll: !wanted)
    case .exists(let subject):
      let values = subject.values(of: declaration)
      return values.isEmpty == wanted ? values.first?.origin ?? declaration.origin : nil
    case .compare(let subject, let comparator, let operands):
      let values = subject.values(of: declaration)
      if values.isEmpty { return wanted ? declaration.origin : nil }
      return values.first { Requirement.compares($0.value, comparator, operands) != wanted }?.origin
    }
  }

  private static func culprit(
    _ parts: [Requirement], _ declaration: EvaluatedDeclaration, _ wanted: Bool, needsAll: Bool
  ) -> Origin? {
    var first: Origin?
    for part in parts {
      let culprit = part.culprit(declaration, wanted: wanted)
      if needsAll, let culprit { return culprit }
      if !needsAll, culprit == nil { return nil }
      first = first ?? culprit
    }
    return first
  }

  private static func compares(
    _ value: Value, _ comparator: ExpressionView.Comparator, _ operands: [Value]
  ) -> Bool {
    switch comparator {
    case .starts:
      guard let text = value.plainText, let start = operands.first?.plainText else { return false }
      return text.utf8.starts(with: start.utf8)
    case .less, .lessOrEqual, .greater, .greaterOrEqual:
      guard let operand = operands.first, let order = Evaluator.order(value, operand) else { return false }
      switch comparator {
      case .less: return order < 0
      case .lessOrEqual: return order <= 0
      case .greater: return order > 0
      default: return order >= 0
      }
    default:
      return operands.contains { operand in
        if value == operand { return true }
        guard case .text(let left) = value, case .text(let right) = operand else { return false }
        return left == right
      }
    }
  }
}

extension Requirement.Subject {
  func values(of declaration: EvaluatedDeclaration) -> [(value: Value, origin: Origin)] {
    switch self {
    case .member(let member, let key): return declaration.values(of: member, key: key)
    case .statement(let schemas):
      return declaration.fields.filter { schemas.contains($0.schema) }
        .map { (.text(Schema.field($0.schema).title), $0.origin) }
    case .identity(let name):
      let text: String? =
        switch name {
        case "name": declaration.identity.name
        case "package": declaration.identity.package
        default: declaration.identity.tenant
        }
      return text.map { [(.text($0), declaration.origin)] } ?? []
    }
  }

  var type: ValueType {
    if case .member(let member, _) = self { member.type } else { .text }
  }
}
