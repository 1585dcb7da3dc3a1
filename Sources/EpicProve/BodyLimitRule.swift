import EpicBase
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
              help: "write one limit in all routes of a table: the body is read once",
              fixes: arm.predicate.bodyLimits.count == 1 ? writing(known.limit, in: arm, context) : []))
          break
        }
      }
    }
  }

  /// Writes a limit into a route that has one limit, where it stands in the route's own text.
  private static func writing(_ limit: UInt32, in arm: RouteArm, _ context: ProofContext) -> [FixIt] {
    context.fixes(at: arm.origin) { edits, head in
      guard var written = edits.word(behind: "limit:", in: head), let text = context.text?(written),
        let end = text.utf8.firstIndex(of: UInt8(ascii: ")"))
      else { return [] }
      written.end = written.start + UInt32(clamping: text.utf8.distance(from: text.startIndex, to: end))
      return edits.replacing(written, by: ByteSize(bytes: UInt64(limit)).description)
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
