import EpicBase
import EpicIR

/// What a route table asks of a request that only filters can tell: it decides which of them stand in the chain.
struct RouteNeeds: Sendable {
  var client = false
  var country = false
  var autonomousSystem = false
  var tls = false
  /// Whether some arm asks more of the path than a route's path field can say.
  var path = false
  /// Whether some arm limits rates, limits bodies, allows WebSockets, or takes CONNECT requests.
  var armRates = false
  var armBodies = false
  var webSockets = false
  var tunnels = false
  /// Bytes of the longest body that an arm answers with.
  var largestBody = 0
  /// Whether some arm leads to a CDN.
  let leadsToCDN: Bool
  /// Whether some arm depends on the site.
  var site = false
  /// Parameters whose values are compared, each once, in order of appearance.
  var queries: [String] = []
  /// Paths into bodies, each once, in order of appearance.
  var bodies: [[String]] = []
  /// Cohorts that are drawn, each once, in order of appearance.
  var cohorts: [CohortTest] = []

  var geo: Bool { country || autonomousSystem }

  init(_ table: RouteTable, in deployment: Deployment) {
    leadsToCDN = deployment.leadsToCDN(table)
    for position in table.arms.indices {
      if !table.arms[position].policy.rateLimits.isEmpty { armRates = true }
      if table.arms[position].policy.maximumBody != nil { armBodies = true }
      if table.arms[position].policy.allowsWebSocket { webSockets = true }
      if table.arms[position].isTunnel { tunnels = true }
      largestBody = max(largestBody, table.arms[position].outcome.bodySize)
      visit(table.arms[position].predicate)
      if !path { path = Self.asksPathHeader(table.arms[position]) }
    }
  }

  private static func asksPathHeader(_ arm: RouteArm) -> Bool {
    // Few arms have more than one path, or a negated one, so few are expanded for the question.
    if arm.blocks.count + pathCount(arm.predicate, isNegated: false) < 2 { return false }
    var expansion = RouteExpansion(site: nil)
    return expansion.alternatives(of: arm).contains { conditions in
      RouteMatch(conditions, blocks: arm.blocks, provider: "")?.asksPathHeader ?? false
    }
  }

  /// Tests of the path in the predicate; a negated one counts twice.
  private static func pathCount(_ predicate: Predicate, isNegated: Bool) -> Int {
    switch predicate {
    case .path, .pathMatches: isNegated ? 2 : 1
    case .not(let inner): pathCount(inner, isNegated: !isNegated)
    case .all(let list), .any(let list): list.reduce(0) { $0 + pathCount($1, isNegated: isNegated) }
    default: 0
    }
  }

  private mutating func visit(_ predicate: Predicate) {
    switch predicate {
    case .always, .never, .host, .path, .pathMatches, .method, .serverName: break
    case .not(let inner): visit(inner)
    case .all(let list), .any(let list): for inner in list { visit(inner) }
    case .client: client = true
    case .country: country = true
    case .autonomousSystem: autonomousSystem = true
    case .site: site = true
    case .tls: tls = true
    case .text(.query(let name), let test):
      if case .exists = test { break }
      add(query: name)
    case .text(.jsonBody(let path, _), _): if !bodies.contains(path) { bodies.append(path) }
    case .text: break
    case .cohort(let test):
      if !cohorts.contains(test) { cohorts.append(test) }
      for case .query(let name) in test.keys { add(query: name) }
    }
  }

  private mutating func add(query name: String) {
    if !queries.contains(name) { queries.append(name) }
  }
}
