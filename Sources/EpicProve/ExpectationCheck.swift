import EpicBase
import EpicIR

/// Compares what is expected of a request or connection with what becomes of it.
struct ExpectationCheck {
  /// How an expectation fails.
  struct Failure {
    /// "it expects route `a`, and `b` takes the request".
    var message: String
    /// Under the expectation.
    var label: String
    /// Under the request: what becomes of it.
    var what: String
  }

  private let deployment: Deployment
  private let found: Interpretation

  init(_ deployment: Deployment, _ found: Interpretation) {
    self.deployment = deployment
    self.found = found
  }

  /// Nil if the expectation is met.
  func failure(of expectation: Expectation) -> Failure? {
    switch expectation {
    case .route(let name): return unless(routeName == name, "route `\(name)`", route)
    case .ingress(let id):
      return unless(
        found.ingress == id, "ingress `\(deployment.ingresses[id].identity)`",
        found.ingress.map { "ingress `\(deployment.ingresses[$0].identity)` answers" } ?? outcome)
    case .upstream(let id, let tier, let share, let members): return upstream(id, tier, share, members)
    case .split(let shares): return split(shares)
    case .close: return unless(found.isClosed, "that it is closed", outcome)
    case .status(let set):
      return unless(found.status.map(set.contains) ?? false, "status \(set)", outcome)
    case .redirect(let statuses, let target): return redirect(statuses, target)
    case .body(let text):
      guard case .respond(let response) = found.result else { return fails("an answer of the edge's own", outcome) }
      return unless(
        response.body.elementsEqual(text.utf8), "another body",
        "the body is \(quoted(String(decoding: response.body, as: UTF8.self)))")
    case .responseHeader(let name, let value):
      if let own = EdgeHeader.of(name), own.refused.isSuperset(of: .editResponse) {
        return fails("`\(name)` of the response", "no test knows it: \(own.reason)")
      }
      return header(name, value, Interpretation.values(of: name, after: found.responseHeaders), "the response")
    case .requestHeader, .path, .host, .requestTimeout, .idleTimeout, .retry: return forwarding(expectation)
    }
  }

  // MARK: Upstreams

  private var draws: [Interpretation.UpstreamDraw]? {
    if case .forward(let draws) = found.result { draws } else { nil }
  }

  private func upstream(
    _ id: RowID<Upstream>, _ tier: Int?, _ share: Percentage?, _ members: [MemberShare]
  ) -> Failure? {
    let what = "upstream `\(name(id))`"
    let draws = found.possibleDraws
    guard draws.count == 1, let draw = draws.first, draw.upstream == id else { return fails(what, outcome) }
    guard let first = draw.tiers.first else {
      let answer = found.connection == nil ? "the answer is 503" : "the connection is closed"
      return fails(what, "nothing of `\(name(id))` is healthy: \(answer)")
    }
    guard let tier else {
      return members.isEmpty ? nil : compare(members, with: first, of: "`\(name(id))`")
    }
    let expected = (share ?? .whole).partsPerMillion
    let load = draw.tiers.first { $0.tier == tier }
    if (load?.percent ?? 0) * 10_000 != expected {
      return fails(
        "tier \(tier + 1) of `\(name(id))`\(share.map { " with \($0)" } ?? "")",
        "\(tierText(draw.tiers)) of `\(name(id))` \(draw.tiers.count == 1 ? "takes" : "take") it")
    }
    guard let load, !members.isEmpty else { return nil }
    return compare(members, with: load, of: "tier \(tier + 1) of `\(name(id))`")
  }

  private func compare(
    _ expected: [MemberShare], with load: Interpretation.TierLoad, of what: String
  ) -> Failure? {
    let actual = load.members.filter { $0.share?.partsPerMillion != 0 }
    let matches =
      expected.filter { $0.share.partsPerMillion > 0 }.count == actual.count
      && expected.allSatisfy { wanted in
        if wanted.share.partsPerMillion == 0 { return !actual.contains { $0.name == wanted.name } }
        return actual.contains { $0.name == wanted.name && $0.share == wanted.share }
      }
    if matches { return nil }
    let parts = actual.map { "\($0.name): \($0.share.map(\.description) ?? "as its ready pods")" }
    let text = parts.joined(separator: "; ")
    return fails("\(what) shared as stated", "its members are { \(text) }")
  }

  private func split(_ shares: [SplitShare]) -> Failure? {
    let what = "the split { \(shares.map { "\($0.share) \(name($0.upstream))" }.joined(separator: "; ")) }"
    guard let draws else { return fails(what, outcome) }
    let wanted = shares.filter { $0.share.partsPerMillion > 0 }
    let isEqual =
      wanted.count == draws.count
      && wanted.allSatisfy { share in
        draws.contains { $0.upstream == share.upstream && $0.share == share.share }
      }
    return unless(isEqual, what, outcome)
  }

  // MARK: Answers

  private func redirect(_ statuses: StatusSet?, _ target: String) -> Failure? {
    let what = "a redirect\(statuses.map { " \($0)" } ?? "") to `\(target)`"
    guard case .redirect(let status, let location) = found.result else { return fails(what, outcome) }
    if let statuses, !statuses.contains(status) { return fails(what, outcome) }
    if target.hasPrefix("/") {
      // A path is one of the request's own origin.
      let slashes = location.utf8.split(separator: UInt8(ascii: "/"), maxSplits: 3, omittingEmptySubsequences: false)
      let path = slashes.count > 3 ? "/" + String(Substring(slashes[3])) : "/"
      return unless(path == target, what, outcome)
    }
    return unless(location == target, what, outcome)
  }

  private func header(_ name: String, _ value: String?, _ values: [String], _ what: String) -> Failure? {
    if let value {
      return unless(
        values.contains(value), "`\(name)` of \(what) to be \(quoted(value))",
        values.isEmpty
          ? "the configuration sets no `\(name)`" : "it is \(values.map(quoted).joined(separator: ", "))")
    }
    return unless(
      values.isEmpty, "no `\(name)` of \(what)", "it is \(values.map(quoted).joined(separator: ", "))")
  }

  /// What only a request or connection that goes to an upstream has.
  private func forwarding(_ expectation: Expectation) -> Failure? {
    guard draws != nil else { return fails("an upstream", outcome) }
    switch expectation {
    case .requestHeader(let name, let value):
      if let own = EdgeHeader.of(name), !own.isForeseen {
        return fails("`\(name)` of the upstream's request", "no test knows it: \(own.reason)")
      }
      let values = Interpretation.values(of: name, after: found.requestHeaders)
      return header(name, value, values, "the upstream's request")
    case .path(let path):
      let actual = found.upstreamPath
      let compared = path.utf8.contains(UInt8(ascii: "?")) ? actual : String(actual.prefix { $0 != "?" })
      return unless(compared == path, "path `\(path)`", "the upstream gets `\(actual)`")
    case .host(let host):
      return unless(found.upstreamHost == host, "host `\(host)`", "the upstream gets `\(found.upstreamHost)`")
    case .requestTimeout(let time):
      return unless(
        found.requestTimeout == time, "`timeout request \(time)`",
        found.requestTimeout.map { "it is \($0)" } ?? "none is said")
    case .idleTimeout(let time):
      return unless(
        found.idleTimeout == time, "`timeout idle \(time)`", found.idleTimeout.map { "it is \($0)" } ?? "none is said")
    case .retry(let count):
      return unless(
        found.retry?.attempts ?? 0 == count, "`retry \(count)`",
        found.retry.map { "it is `retry \($0.attempts)`" } ?? "nothing is retried")
    default: return nil
    }
  }

  // MARK: Texts

  private func unless(_ isMet: Bool, _ expected: String, _ happened: String) -> Failure? {
    isMet ? nil : fails(expected, happened)
  }

  private func fails(_ expected: String, _ happened: String) -> Failure {
    Failure(message: "\(expected) is expected", label: happened, what: outcome)
  }

  private var routeName: String? {
    guard let table = found.table, let arm = found.arm else { return nil }
    return deployment.routeTables[table].arms[arm].name
  }

  private var route: String { routeName.map { "route `\($0)` takes it" } ?? outcome }

  private func name(_ id: RowID<Upstream>) -> String { deployment.upstreams[id].identity.name }

  /// What becomes of it, as a sentence.
  private var outcome: String { found.outcome(in: deployment) }

  private func tierText(_ tiers: [Interpretation.TierLoad]) -> String {
    if tiers.count == 1, let tier = tiers.first { return "tier \(tier.tier + 1)" }
    return tiers.map { "tier \($0.tier + 1) with \($0.percent)%" }.joined(separator: ", ")
  }

  private func quoted(_ text: String) -> String {
    let line = text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\\n")
    return "\"\(line.utf8.count > 120 ? line.prefix(100) + "…" : line)\""
  }

  /// The arms that were asked and why each took the request or did not, one a line; of many, the last ones.
  static func listed(_ answers: [Interpretation.ArmAnswer], _ table: RouteTable) -> [String] {
    let shown = answers.suffix(mostListed)
    let width = shown.reduce(0) { max($0, table.arms[$1.arm].name.utf8.count) }
    var lines = answers.count > shown.count ? ["  … \(answers.count - shown.count) before do not take it"] : []
    for answer in shown {
      let name = table.arms[answer.arm].name
      let padding = String(repeating: " ", count: width - name.utf8.count)
      lines.append("  \(answer.isTaken ? "->" : "  ") \(name)\(padding)  \(answer.why)")
    }
    return lines
  }

  private static let mostListed = 24
}
