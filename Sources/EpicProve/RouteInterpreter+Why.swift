import EpicBase
import EpicIR

/// Why an arm takes a request or connection, or does not, in words.
extension RouteInterpreter {
  func why(_ arm: RouteArm, _ facts: RequestFacts, isTaken: Bool) -> String {
    for block in arm.blocks where !block.matches(facts.path) { return "`\(facts.pathText)` is not under `\(block)`" }
    if isTaken {
      if case .always = arm.predicate { return "takes every \(facts.unit) that is left" }
      return sentence(decisive(arm.predicate, facts, true), facts, true)
    }
    return sentence(decisive(arm.predicate, facts, false), facts, false)
  }

  /// The part of a predicate that makes it what it is: of a conjunction that fails, the first part that fails; of one
  /// that holds, the whole.
  private func decisive(_ predicate: Predicate, _ facts: RequestFacts, _ holds: Bool) -> Predicate {
    switch predicate {
    case .all(let parts) where !holds:
      parts.first { !facts.satisfies($0) }.map { decisive($0, facts, false) } ?? predicate
    case .any(let parts) where holds:
      parts.first { facts.satisfies($0) }.map { decisive($0, facts, true) } ?? predicate
    default: predicate
    }
  }

  private func sentence(_ predicate: Predicate, _ facts: RequestFacts, _ holds: Bool) -> String {
    "`\(shortened(deployment.text(of: predicate)))` is \(holds ? "true" : "false")\(circumstances(predicate, facts))"
  }

  /// `: the country is FR`, or nothing where the predicate asks several questions.
  private func circumstances(_ predicate: Predicate, _ facts: RequestFacts) -> String {
    switch predicate {
    case .not(let inner): return circumstances(inner, facts)
    case .host: return ": the host is `\(facts.host)`"
    case .serverName: return facts.host.isEmpty ? ": there is no server name" : ": the server name is `\(facts.host)`"
    case .path, .pathMatches: return ": the path is `\(shortened(facts.pathText))`"
    case .method: return ": the method is `\(facts.method)`"
    case .client: return ": the client is `\(facts.client)`"
    case .country: return facts.country.map { ": the country is `\($0)`" } ?? ": no country is known"
    case .autonomousSystem:
      return facts.autonomousSystem.map { ": the AS number is `\($0)`" } ?? ": no AS number is known"
    case .site: return facts.site.map { ": the site is `\(deployment.sites[$0].identity.name)`" } ?? ""
    case .tls: return facts.tls.map { ": TLS is \($0)" } ?? ": the connection has no TLS"
    case .cohort(let test):
      guard let bucket = facts.bucket(of: test) else { return ": the cohort has no key" }
      return ": the draw is \(Percentage(partsPerMillion: bucket))"
    case .text(let field, .exists): return facts.values(of: field).isEmpty ? ": there is none" : ": there is one"
    case .text(let field, _):
      let values = facts.values(of: field)
      if values.isEmpty { return ": there is none" }
      return ": it is " + values.prefix(3).map { "`\(shortened($0))`" }.joined(separator: ", ")
    case .always, .never, .all, .any: return ""
    }
  }

  private func shortened(_ text: String) -> String { text.utf8.count > 100 ? text.prefix(80) + "…" : text }
}
