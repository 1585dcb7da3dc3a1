import EpicDiagnostics
import EpicIR

/// The routes of a table look into bodies up to one limit: a body is read once, for all of them.
enum BodyLimitRule: ProofRule {
  static func check(_ context: ProofContext, reporting sink: inout DiagnosticSink) {
    for table in context.deployment.routeTables {
      var first: (arm: RouteArm, limit: UInt32)?
      for arm in table.arms {
        for limit in arm.predicate.bodyLimits {
          guard let known = first else {
            first = (arm, limit)
            continue
          }
          if known.limit == limit { continue }
          sink.report(
            Diagnostic(
              .differentBodyLimits,
              "route `\(arm.name)` reads bodies up to \(limit) bytes, route `\(known.arm.name)` up to \(known.limit)",
              at: arm.origin, secondary: [Annotation(known.arm.origin.span, "the first limit of these routes")],
              help: "write one limit in all routes of a table: the body is read once"))
          break
        }
      }
    }
  }
}

extension Predicate {
  /// Limits of the bodies that the predicate looks into.
  fileprivate var bodyLimits: [UInt32] {
    switch self {
    case .text(.jsonBody(_, let limit), _): [limit]
    case .not(let inner): inner.bodyLimits
    case .all(let parts), .any(let parts): parts.flatMap(\.bodyLimits)
    default: []
    }
  }
}
