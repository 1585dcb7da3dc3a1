import EpicBase
package import EpicIR

/// What becomes of connections and sessions without HTTP, by the rules of docs/language/connections.md, in the order in which
/// the edge decides: address, listener, PROXY header, TLS, arms, outcome, tiers.
extension RouteInterpreter {
  /// What becomes of what is asked about. Never fails.
  package func interpret(_ question: RouteQuestion, health: [HealthStatement] = []) -> Interpretation {
    switch question {
    case .request(let request): interpret(request, health: health)
    case .connection(let connection): interpret(connection, health: health)
    }
  }

  /// What becomes of the connection. Never fails; linear in the number of arms that are asked.
  package func interpret(_ connection: RouteConnection, health: [HealthStatement] = []) -> Interpretation {
    let (way, candidates) = candidates(for: connection)
    var found = Interpretation(host: connection.sentName ?? "", result: .noConnection(""))
    found.connection = ConnectionAnswer(
      way: way, routeProtocol: connection.routeProtocol, serverName: connection.sentName)
    guard let (id, position) = listeners(of: candidates, connection).first else {
      found.ingress = candidates.count == 1 ? candidates.first : nil
      found.result = .noConnection(absence(of: connection, way, candidates))
      return found
    }
    found.ingress = id
    found.listener = position
    let ingress = deployment.ingresses[id]
    let listener = ingress.listeners[position]
    if let site = connection.site, !ingress.sites.contains(site) {
      found.result = .noConnection(unserved(site, ingress))
      return found
    }
    found.site = connection.site ?? ingress.sites.first
    found.client = connection.client
    if let balancer = connection.balancer, !ingress.proxyHeaderSenders.isEmpty,
      !ingress.proxyHeaderSenders.contains(where: { $0.contains(balancer) })
    {
      found.result = .closed("`\(balancer)` is none of the ingress's `proxy-protocol from`")
      return found
    }
    found.connection?.routeProtocol = listener.routeProtocol
    guard let target = listener.connectionTarget else {
      answer(connection, ingress, listener, &found)
      return found
    }
    if listener.routeProtocol == .tls, connection.routeProtocol == .tcp {
      found.result = .closed("what comes is no TLS, and port \(listener.port) takes nothing else")
      return found
    }
    if case .udp(_, let time) = listener.service {
      found.idleTimeout = time
    } else {
      found.idleTimeout = ingress.policy.idleTimeout
    }
    follow(target, RequestFacts(connection, site: found.site, regexes: regexes), ingress, health, &found)
    return found
  }

  // MARK: Where it leads

  /// The ingresses to which a connection may lead, and what leads there.
  private func candidates(for connection: RouteConnection) -> (ConnectionAnswer.Way, [RowID<Ingress>]) {
    if let ingress = connection.ingress { return (.stated, [ingress]) }
    switch connection.destination.host {
    case .address(let address):
      let having = ingresses.filter { deployment.ingresses[$0].addresses.contains { $0.address == address } }
      return (.address, having)
    case .name(let name):
      let host = RouteInterpreter.folded(name)
      let published = ingresses.filter { deployment.ingresses[$0].publications.contains { $0.name == host } }
      if !published.isEmpty { return (.published, published) }
      if let (_, answering) = match(host) {
        let listening = listeners(of: answering, connection).map(\.ingress)
        if !listening.isEmpty { return (.host, listening) }
      }
      // Somebody else's name: it may lead to any ingress that takes such connections.
      let listening = ingresses.filter { id in
        deployment.ingresses[id].listeners.contains {
          $0.routeProtocol == connection.routeProtocol && $0.port == connection.destination.port
        }
      }
      return (.onlyListener, listening)
    }
  }

  /// What takes the connection, of each ingress one listener: ports of TCP and of UDP are counted apart.
  private func listeners(
    of candidates: [RowID<Ingress>], _ connection: RouteConnection
  ) -> [(ingress: RowID<Ingress>, listener: Int)] {
    let isUDP = connection.routeProtocol == .udp
    var found = candidates.compactMap { id in
      deployment.ingresses[id].listeners.firstIndex { listener in
        guard listener.port == connection.destination.port else { return false }
        return isUDP ? listener.routeProtocol == .udp || listener.hasHTTP3 : listener.routeProtocol != .udp
      }.map { (ingress: id, listener: $0) }
    }
    if found.count > 1, let site = connection.site {
      let serving = found.filter { deployment.ingresses[$0.ingress].sites.contains(site) }
      if !serving.isEmpty { found = serving }
    }
    return found
  }

  /// The ingresses that take the connection, if there are several; the first of them is what `interpret` takes.
  package func ambiguity(of connection: RouteConnection) -> Ambiguity? {
    let taking = listeners(of: candidates(for: connection).1, connection).map(\.ingress)
    guard taking.count > 1 else { return nil }
    let names = taking.prefix(3).map { "`\(deployment.ingresses[$0].identity)`" }.joined(separator: " and ")
    return Ambiguity(
      ingresses: taking,
      message: "\(taking.count > 3 ? "ingresses such as" : "ingresses") \(names) take "
        + "\(connection.routeProtocol.things) on port \(connection.destination.port), each on addresses of its own")
  }

  /// The same of a request or a connection.
  package func ambiguity(of question: RouteQuestion) -> Ambiguity? {
    switch question {
    case .request(let request): ambiguity(of: request)
    case .connection(let connection): ambiguity(of: connection)
    }
  }

  /// A PROXY header to an ingress that asks for none: it would be the connection's first bytes.
  package func uselessHeader(of connection: RouteConnection, _ found: Interpretation) -> UselessPart? {
    guard let balancer = connection.balancer, let id = found.ingress,
      deployment.ingresses[id].proxyHeaderSenders.isEmpty
    else { return nil }
    return UselessPart(
      ingress: id,
      message: "the connection begins with a PROXY header of `\(balancer)`, and ingress "
        + "`\(deployment.ingresses[id].identity)` asks for none")
  }

  // MARK: What becomes of it

  private func follow(
    _ target: ConnectionTarget, _ facts: RequestFacts, _ ingress: Ingress, _ health: [HealthStatement],
    _ found: inout Interpretation
  ) {
    switch target {
    case .upstream(let upstream):
      draw([SplitShare(share: .whole, upstream: upstream)], arm: nil, facts, ingress, health, &found)
    case .routes(let table):
      found.table = table
      for (position, arm) in deployment.routeTables[table].arms.enumerated() {
        let isTaken = facts.isTaken(by: ArmQuestion(arm))
        found.arms.append(
          Interpretation.ArmAnswer(arm: position, isTaken: isTaken, why: why(arm, facts, isTaken: isTaken)))
        guard isTaken else { continue }
        found.arm = position
        switch arm.outcome {
        case .upstream(let upstream):
          draw([SplitShare(share: .whole, upstream: upstream)], arm: arm.name, facts, ingress, health, &found)
        case .split(let shares): draw(shares, arm: arm.name, facts, ingress, health, &found)
        // No table for connections has an answer of HTTP; one made by hand fails closed, as on the edge.
        case .close, .redirect, .respond: found.result = .closed(nil)
        }
        return
      }
      // A checked table ends in `otherwise`.
      found.result = .closed("no route of `\(deployment.routeTables[table].identity)` takes it")
    }
  }

  private func draw(
    _ shares: [SplitShare], arm: String?, _ facts: RequestFacts, _ ingress: Ingress, _ health: [HealthStatement],
    _ found: inout Interpretation
  ) {
    let drawn = shares.filter { $0.share.partsPerMillion > 0 }
    if found.connection?.routeProtocol == .udp, drawn.count > 1 {
      let bucket = SessionDraw.bucket(of: facts.client, seed: SessionDraw.seed(of: ingress, arm: arm))
      found.connection?.drawn = SessionDraw.share(of: bucket, in: drawn)?.upstream
    }
    found.result = .forward(
      drawn.map { share in
        Interpretation.UpstreamDraw(
          upstream: share.upstream, share: share.share,
          tiers: tierLoads(of: share.upstream, health: health, site: found.site))
      })
  }

  /// What a port for HTTP does with a connection of which no request is known.
  private func answer(
    _ connection: RouteConnection, _ ingress: Ingress, _ listener: IngressListener, _ found: inout Interpretation
  ) {
    let place = "port \(listener.port) of ingress `\(ingress.identity)`"
    switch (listener.service, connection.routeProtocol) {
    case (.https, .tcp): found.result = .closed("what comes is no TLS, and \(place) takes nothing else")
    case (.https, .udp): found.result = .servesRequests("\(place) speaks HTTP/3 there: ask for an `https` URL")
    case (.https, _):
      found.certificate = certificate(shownFor: connection.sentName ?? "", by: ingress)
      found.result = .servesRequests("\(place) opens the TLS itself and speaks HTTP: ask for an `https` URL")
    case (_, .tls): found.result = .closed("\(place) speaks HTTP in clear text, and what comes is no request")
    default: found.result = .servesRequests("\(place) speaks HTTP in clear text: ask for an `http` URL")
    }
  }

  // MARK: Reasons

  /// Why there is no listener, as the end of a sentence.
  private func absence(
    of connection: RouteConnection, _ way: ConnectionAnswer.Way, _ candidates: [RowID<Ingress>]
  ) -> String {
    let (things, port) = (connection.routeProtocol.things, connection.destination.port)
    if candidates.isEmpty {
      if case (.address, .address(let address)) = (way, connection.destination.host) {
        return "no ingress has the address `\(address)`"
      }
      return "no ingress takes \(things) on port \(port)"
    }
    let names = candidates.prefix(3).map { "`\(deployment.ingresses[$0].identity)`" }.joined(separator: ", ")
    return "ingress \(names) takes no \(things) on port \(port)"
  }

  /// Why a site takes nothing for an ingress.
  func unserved(_ site: RowID<Site>, _ ingress: Ingress) -> String {
    "site `\(deployment.sites[site].identity.name)` does not serve ingress `\(ingress.identity)`"
  }
}
