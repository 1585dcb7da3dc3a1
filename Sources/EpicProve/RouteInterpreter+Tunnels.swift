import EpicBase
import EpicIR

/// What becomes of CONNECT requests (RFC 9110 section 9.3.6).
extension RouteInterpreter {
  /// Such a request has a host and a port, and no path. Nothing takes it but routes that say `connect to` and its port, and
  /// where there are some, `auth` is asked in front of them as for other requests.
  func answerConnect(
    _ request: RouteRequest, _ ingress: Ingress, _ service: IngressListener.Service, _ health: [HealthStatement],
    _ found: inout Interpretation
  ) {
    let row: RowID<RouteTable>
    switch service {
    case .https(_, let routes), .http(let routes): row = routes
    case .redirectToHTTPS:
      found.result = .refused(404, "a CONNECT request is sent nowhere else")
      return
    case .passthrough, .tcp, .udp:
      found.result = .noConnection("port \(request.port) of ingress `\(ingress.identity)` speaks no HTTP")
      return
    }
    let table = deployment.routeTables[row]
    found.client = client(of: request, at: ingress)
    found.headers = seenHeaders(of: request, at: ingress)
    if let result = credentialAnswer(request, ingress, &found) {
      found.result = result
      return
    }
    var claims: (provider: String, value: JSONValue)?
    if table.hasTunnels {
      (found.authentication, claims) = authenticate(request, ingress)
      if case .refused(let reason) = found.authentication {
        found.result = .refused(401, reason)
        return
      }
    }
    let facts = facts(of: request, claims, ingress, found)
    let port = request.tunnelPort ?? request.port
    found.table = row
    for (position, arm) in table.arms.enumerated() {
      let names = arm.policy.tunnelPorts.contains(port)
      let isTaken = names && facts.isTaken(by: ArmQuestion(arm))
      let why =
        !arm.isTunnel
        ? "it takes no CONNECT request"
        : names ? why(arm, facts, isTaken: isTaken) : "it takes no tunnels to port \(port)"
      found.arms.append(Interpretation.ArmAnswer(arm: position, isTaken: isTaken, why: why))
      guard isTaken else { continue }
      found.arm = position
      break
    }
    if let (status, reason) = loop(of: found.headers, table, ingress) {
      found.result = .refused(status, reason)
    } else if let position = found.arm {
      if let upgrade = found.headers.first(where: { $0.name == "upgrade" })?.value.lowercased(), upgrade != "connect",
        upgrade != "websocket" || !allowsWebSockets(table, ingress)
      {
        found.result =
          upgrade == "connect-udp"
          ? .refused(404, "a tunnel of datagrams has a path, and it has none")
          : .refused(403, "it asks for another protocol beside its tunnel")
        return
      }
      resolve(table.arms[position], request, ingress, facts, health, &found)
    } else if let basic = ingress.basicAuthentication {
      // Users stand where routes do: without a route nobody is known.
      found.result = .refused(
        401, "no route takes it, and none but routes know the users of `auth basic \(basic.name)`")
    } else {
      found.result = .refused(404, "no route of `\(table.identity)` takes a CONNECT request to port \(port)")
    }
  }

  /// Whether some route lets connections become WebSockets.
  private func allowsWebSockets(_ table: RouteTable, _ ingress: Ingress) -> Bool {
    ingress.policy.allowsWebSocket || table.arms.contains { $0.policy.allowsWebSocket }
  }
}
