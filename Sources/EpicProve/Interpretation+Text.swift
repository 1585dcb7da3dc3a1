package import EpicIR

extension Interpretation {
  /// What becomes of the request or connection, as a sentence without its end: `it goes to `cart` (route `beta`)`.
  package func outcome(in deployment: Deployment) -> String {
    func name(_ id: RowID<Upstream>) -> String { deployment.upstreams[id].identity.name }
    let route = takenArm(in: deployment).map { " (route `\($0.name)`)" } ?? ""
    switch result {
    case .noConnection(let reason): return "the connection fails: \(reason)"
    case .refused(let status, let reason): return "it is answered \(status): \(reason)"
    case .redirect(let status, let location): return "it is redirected, \(status), to `\(location)`\(route)"
    case .respond(let response): return "it is answered \(response.status)\(route)"
    case .servesRequests(let reason): return "its requests decide: \(reason)"
    case .closed(let reason): return "\(closing)\(reason.map { ": \($0)" } ?? route)"
    case .forward(let draws):
      if isClosed {
        let dead = possibleDraws.map { "`\(name($0.upstream))`" }.joined(separator: " and ")
        return "\(closing): nothing of \(dead) is healthy\(route)"
      }
      if draws.count == 1, let draw = draws.first { return "it goes to `\(name(draw.upstream))`\(route)" }
      let shares = draws.map { "\($0.share) \(name($0.upstream))" }.joined(separator: "; ")
      let drawn = connection?.drawn.map { ", of which its address draws `\(name($0))`" } ?? ""
      return "it is split { \(shares) }\(drawn)\(route)"
    }
  }

  /// What a connection's end is called.
  private var closing: String {
    connection?.routeProtocol == .udp ? "its datagrams are dropped" : "it is closed"
  }

  /// The arm that took the request.
  package func takenArm(in deployment: Deployment) -> RouteArm? {
    guard let table, let arm else { return nil }
    return deployment.routeTables[table].arms[arm]
  }
}
