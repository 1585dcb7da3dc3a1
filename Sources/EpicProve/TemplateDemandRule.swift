import EpicBase
import EpicDiagnostics
import EpicIR

/// No route undoes what a template of its ingress says for good, or leaves a template's limit.
enum TemplateDemandRule: ProofRule {
  /// One demand with the value that it protects, however many ingresses make it.
  private struct Demand: Hashable {
    let rule: TemplateRule
    /// What the ingress itself says, of a `final` field.
    let value: FieldValue
  }

  static func check(_ context: ProofContext, reporting sink: inout DiagnosticSink) {
    let deployment = context.deployment
    if deployment.ingresses.allSatisfy(\.templateRules.isEmpty) { return }
    for (index, table) in deployment.routeTables.enumerated() {
      var seen: Set<Demand> = []
      var demands: [(demand: Demand, user: Int)] = []
      for user in context.users[index] {
        let ingress = deployment.ingresses[user]
        for var rule in ingress.templateRules {
          // Ingresses of one template differ in where they apply it.
          rule.origin.application = nil
          let demand = Demand(rule: rule, value: rule.demand == .final ? rule.field.value(in: ingress.policy) : .unsaid)
          if seen.insert(demand).inserted { demands.append((demand, user)) }
        }
      }
      if demands.isEmpty { continue }
      for position in table.arms.indices {
        let arm = table.arms[position]
        var reported: [TemplateRule.Field] = []
        for (demand, user) in demands where !reported.contains(demand.rule.field) {
          if check(arm, demand, deployment.ingresses[user], context, to: &sink) { reported.append(demand.rule.field) }
        }
      }
    }
  }

  /// Whether something was reported.
  private static func check(
    _ arm: RouteArm, _ demand: Demand, _ ingress: Ingress, _ context: ProofContext, to sink: inout DiagnosticSink
  ) -> Bool {
    let rule = demand.rule
    switch rule.demand {
    case .final:
      let value = rule.field.value(in: arm)
      if value == .unsaid || value == demand.value { return false }
      sink.report(
        Diagnostic(
          .routeChangesFinal,
          "route `\(arm.name)` changes `\(rule.field)`, which is final on ingress `\(ingress.identity.name)`",
          at: place(of: rule, in: arm, context), secondary: annotations(rule, ingress, "the template says it for good"),
          help: "leave `\(rule.field)` out of the route",
          fixes: edit(arm, context) { edits, statement in
            edits.statement("\(rule.field)", in: statement).map { edits.removing($0, "take it out") } ?? []
          }))
    case .limit(let bound, let limit):
      guard let value = rule.field.number(in: arm.policy) else { return false }
      let isEndless = rule.field != .retry && value == 0
      if bound.holds(isEndless ? .max : value, limit) { return false }
      sink.report(
        Diagnostic(
          .routeOutsideLimit,
          "route `\(arm.name)` says `\(rule.field) \(rule.text(of: value))`\(isEndless ? ", which never ends" : ""),"
            + " outside the limit `\(bound.spelling) \(rule.text(of: limit))` of ingress `\(ingress.identity.name)`",
          at: place(of: rule, in: arm, context), secondary: annotations(rule, ingress, "the template's limit"),
          help: "keep `\(rule.field)` within the limit",
          fixes: edit(arm, context) { edits, statement in
            switch bound {
            case .atMost, .atLeast:
              edits.replacing(edits.word(behind: "\(rule.field)", in: statement), by: rule.text(of: limit))
            default: []
            }
          }))
    }
    return true
  }

  /// Where the route says the field; the route's head where that is not known.
  private static func place(of rule: TemplateRule, in arm: RouteArm, _ context: ProofContext) -> Origin {
    guard let statement = arm.statement, let edits = SourceEdits(context) else { return arm.origin }
    return edits.statement("\(rule.field)", in: statement).map { Origin($0) } ?? arm.origin
  }

  /// A fix of the arm's own statement, which is known where no template or loop is between.
  private static func edit(
    _ arm: RouteArm, _ context: ProofContext, _ make: (SourceEdits, SourceSpan) -> [FixIt]
  ) -> [FixIt] {
    guard let statement = arm.statement else { return [] }
    return context.fixes(at: arm.origin) { edits, _ in make(edits, statement) }
  }

  private static func annotations(_ rule: TemplateRule, _ ingress: Ingress, _ label: String) -> [Annotation] {
    [Annotation(rule.origin.span, label), Annotation(ingress.origin.span, "uses the template and these routes")]
  }
}

/// What is said of a field.
private enum FieldValue: Hashable {
  case unsaid
  case time(TimeSpan)
  case retry(RetryPolicy)
  case path(CaptureTemplate)
  case host(String)
  case bytes(UInt64)
  case edits([HeaderEdit])
}

extension TemplateRule.Field {
  fileprivate func value(in policy: RoutePolicy) -> FieldValue {
    switch self {
    case .requestTimeout: policy.requestTimeout.map { .time($0) } ?? .unsaid
    case .idleTimeout: policy.idleTimeout.map { .time($0) } ?? .unsaid
    case .retry: policy.retry.map { .retry($0) } ?? .unsaid
    case .rewritePath: policy.rewritePath.map { .path($0) } ?? .unsaid
    case .rewriteHost: policy.rewriteHost.map { .host($0) } ?? .unsaid
    case .maximumBody: policy.maximumBody.map { .bytes($0) } ?? .unsaid
    case .requestHeader(let name): Self.edits(of: name, in: policy.requestHeaders)
    case .responseHeader(let name): Self.edits(of: name, in: policy.responseHeaders)
    }
  }

  /// What an arm says, a direct answer's own headers included.
  fileprivate func value(in arm: RouteArm) -> FieldValue {
    guard case .responseHeader(let name) = self, case .respond(let response) = arm.outcome else {
      return value(in: arm.policy)
    }
    var edits = arm.policy.responseHeaders + response.headers
    if !response.contentType.isEmpty && !edits.contains(where: { $0.name == "content-type" }) {
      edits.append(HeaderEdit(name: "content-type", operation: .set, value: response.contentType))
    }
    return Self.edits(of: name, in: edits)
  }

  private static func edits(of name: String, in edits: [HeaderEdit]) -> FieldValue {
    let own = edits.filter { $0.name == name }
    return own.isEmpty ? .unsaid : .edits(own)
  }

  /// The number that a limit bounds; nil where nothing is said. A timeout of 0 is none for Envoy.
  fileprivate func number(in policy: RoutePolicy) -> UInt64? {
    switch self {
    case .requestTimeout: policy.requestTimeout?.milliseconds
    case .idleTimeout: policy.idleTimeout?.milliseconds
    case .retry: policy.retry.map { UInt64($0.attempts) }
    case .maximumBody: policy.maximumBody
    case .rewritePath, .rewriteHost, .requestHeader, .responseHeader: nil
    }
  }
}
