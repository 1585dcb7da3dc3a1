import EpicBase
import EpicDiagnostics
import EpicIR

/// A health check's times fit one another.
enum HealthTimingRule: ProofRule {
  static func check(_ context: ProofContext, reporting sink: inout DiagnosticSink) {
    for upstream in context.deployment.upstreams {
      guard let health = upstream.health, let fault = fault(of: health) else { continue }
      let fixes =
        health.timeout > health.interval
        ? context.fixes(at: health.origin) { edits, head in
          edits.replacing(edits.word(behind: "timeout", in: head), by: "\(health.interval)")
        } : []
      sink.report(
        Diagnostic(
          .badHealthTiming, "the health check of upstream `\(upstream.identity.name)` \(fault.what)", at: health.origin,
          secondary: [Annotation(upstream.origin.span, "checked by it")], help: fault.help, fixes: fixes))
    }
  }

  private static func fault(of health: HealthCheck) -> (what: String, help: String)? {
    let zero = TimeSpan(milliseconds: 0)
    if health.interval == zero { return ("has an interval of `0s`", "write how often to check: `every 5s`") }
    if health.timeout == zero { return ("has a timeout of `0s`", "write how long to wait: `timeout 1s`") }
    if health.healthyAfter == 0 || health.unhealthyAfter == 0 {
      return ("counts to `0`", "let at least one check decide: `healthy after 1`")
    }
    if health.timeout > health.interval {
      return (
        "waits `\(health.timeout)` for an answer and asks every `\(health.interval)`",
        "make the timeout no longer than the interval"
      )
    }
    return nil
  }
}

/// No time limit is made pointless by a longer one inside of it.
enum TimeoutRule: ProofRule {
  static func check(_ context: ProofContext, reporting sink: inout DiagnosticSink) {
    let deployment = context.deployment
    for ingress in deployment.ingresses {
      guard let limit = ingress.policy.requestTimeout, let attempt = ingress.policy.retry?.perTryTimeout else {
        continue
      }
      report(attempt, limit, "an attempt", ingress.origin, nil, to: &sink)
    }
    for (index, table) in deployment.routeTables.enumerated() {
      let inherited = context.users[index].compactMap { deployment.ingresses[$0].policy.requestTimeout }.min()
      for position in table.arms.indices {
        let arm = table.arms[position]
        // A tunnel has no such limit.
        guard let limit = arm.policy.requestTimeout ?? inherited, !arm.isTunnel else { continue }
        if let attempt = arm.policy.retry?.perTryTimeout {
          report(attempt, limit, "an attempt", arm.origin, nil, to: &sink)
        }
        guard case .upstream(let row) = arm.outcome, let connect = deployment.upstreams[row].connectTimeout else {
          continue
        }
        report(connect, limit, "connecting", arm.origin, deployment.upstreams[row].origin, to: &sink)
      }
    }
  }

  private static func report(
    _ inner: TimeSpan, _ limit: TimeSpan, _ what: String, _ origin: Origin, _ other: Origin?,
    to sink: inout DiagnosticSink
  ) {
    guard inner > limit else { return }
    sink.report(
      Diagnostic(
        .pointlessTimeout, "\(what) may take `\(inner)` of a request that may take `\(limit)`", at: origin,
        secondary: other.map { [Annotation($0.span, "allows `\(inner)`")] } ?? [],
        help: "make the inner limit shorter than `timeout request`"))
  }
}
