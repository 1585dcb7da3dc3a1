import EpicBase
import EpicDiagnostics
import EpicIR
import EpicSyntax

/// An endpoint stands in an upstream once: of equal ones only the first would be asked, in whichever tier it is.
extension Evaluator {
  /// Reports endpoints that an upstream names again.
  mutating func checkRepeatedEndpoints(_ body: BodyState, _ place: Place) {
    var first: [HostEndpoint: SourceSpan] = [:]
    for field in body.working.map(\.field) {
      for (member, isOnly) in Evaluator.members(of: field) where member.name == .endpoint {
        let all = member.all(.endpoints)
        for (index, binding) in all.enumerated() {
          guard let endpoint = binding.value.endpoint else { continue }
          guard let earlier = first.updateValue(first[endpoint] ?? binding.span, forKey: endpoint) else { continue }
          report(
            .repeatedEndpoint, "`\(endpoint)` is an endpoint of this upstream already", place, at: binding.span,
            label: "again", secondary: earlier == binding.span ? [] : [Annotation(earlier, "the first is here")],
            help: "an upstream asks an endpoint once, in the first place that names it",
            fixes: withoutEndpoint(index, of: all, member, isOnly, place))
        }
      }
    }
  }

  /// The members of a tier, or what makes a tier of its own; whether each is the only one there.
  private static func members(of field: EvaluatedField) -> [(member: EvaluatedField, isOnly: Bool)] {
    guard field.name == .tier else { return [(field, true)] }
    return field.body.flatMap { member in
      guard member.name == .nearest else { return [(member, field.body.count == 1)] }
      return member.body.map { ($0, member.body.count == 1) }
    }
  }

  /// The fix that takes one of a member's endpoints out; none where it comes through a template or a loop, and where what
  /// is left would be no member, no tier, or not 100%.
  private func withoutEndpoint(
    _ index: Int, of all: [SlotBinding], _ member: EvaluatedField, _ isOnly: Bool, _ place: Place
  ) -> [FixIt] {
    let statement = member.origin.span
    guard member.origin.application == nil,
      all.allSatisfy({
        $0.span.source == statement.source && statement.start <= $0.span.start && $0.span.end <= statement.end
      })
    else { return [] }
    if all.count == 1 {
      return isOnly || member.share != nil ? [] : removing([member.origin.span], "take it out")
    }
    return dropping(element: all[index].span)
  }
}
