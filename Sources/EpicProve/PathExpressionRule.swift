import EpicBase
import EpicDiagnostics
import EpicIR

/// An expression for paths matches some path: a path begins with `/`, and the expression is about the whole of it.
enum PathExpressionRule: ProofRule {
  static func check(_ context: ProofContext, reporting sink: inout DiagnosticSink) {
    for table in context.deployment.routeTables where table.routeProtocol == .http {
      for arm in table.arms {
        guard let expression = impossible(arm.predicate) else { continue }
        sink.report(
          Diagnostic(
            .pathExpressionWithoutSlash, "no path matches `re\"\(expression)\"`: a path begins with `/`",
            at: arm.origin,
            label: "asks for it", notes: ["an expression is compared with the whole path, from its first character"],
            help: "begin the expression with `/`, or with `.*/` for what is below another path"))
      }
    }
  }

  /// The first expression that no path matches.
  private static func impossible(_ predicate: Predicate) -> String? {
    switch predicate {
    case .pathMatches(let expression):
      RegexProgram(expression).map { $0.mayBegin(with: UInt8(ascii: "/")) } ?? true ? nil : expression
    case .not(let inner): impossible(inner)
    case .all(let parts), .any(let parts): parts.lazy.compactMap { impossible($0) }.first
    default: nil
    }
  }
}
