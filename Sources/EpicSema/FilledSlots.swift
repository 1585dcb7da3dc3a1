import EpicBase
package import EpicIR

/// `slot routes NAME` of a template.
struct TemplateSlot {
  var name: String
  /// Whether it stands behind the template's `routes`: its routes are then tried behind those, before their `otherwise`.
  var isBehind: Bool
  var span: SourceSpan
}

/// The routes that fill the slots of an ingress's templates, in match order.
package struct FilledSlots: Sendable {
  /// Tried before the ingress's `routes`.
  package var before: [RouteArm] = []
  /// Tried behind the arms of the ingress's `routes`, before their `otherwise`.
  package var behind: [RouteArm] = []

  package init() {}

  /// All of them.
  package var all: [RouteArm] { before + behind }
  package var isEmpty: Bool { before.isEmpty && behind.isEmpty }
}

extension FilledSlots {
  /// Puts what fills each slot where the slot stands. A slot that nothing fills is nothing.
  init(_ body: BodyState) {
    for slot in body.slots {
      for working in body.working where working.field.name == .fill && working.field.key == slot.name {
        if slot.isBehind { behind += working.field.arms } else { before += working.field.arms }
      }
    }
  }
}

extension RouteTable {
  /// The table with what fills the slots around it.
  package func filled(by slots: FilledSlots) -> [RouteArm] {
    guard let last = arms.last, last.predicate == .always, last.blocks.isEmpty else {
      return slots.before + arms + slots.behind
    }
    return slots.before + arms.dropLast() + slots.behind + [last]
  }
}
