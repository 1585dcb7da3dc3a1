import EpicBackend
import EpicBase
import EpicIR
import EpicProve

/// What a trace tells of connections without HTTP, beside what it tells of requests.
extension TraceAnswer {
  /// What holds for a connection that goes to an upstream.
  var connectionSettings: [Setting] {
    guard case .forward = found.result, !found.isClosed, let ingress, let listener, let connection = found.connection
    else { return [] }
    if connection.routeProtocol == .udp {
      guard let idle = found.idleTimeout else { return [Setting(words: "idle", text: "60s, Envoy's own")] }
      return [Setting(words: "idle", text: idle.description, source: .origin(listener.origin))]
    }
    var result: [Setting] = []
    if let idle = found.idleTimeout {
      let source = ValueSource.field(.ingress, ingress.identity, "timeout idle")
      result.append(Setting(words: "timeout idle", text: idle.description, source: source))
    } else {
      result.append(Setting(words: "timeout idle", text: "1h, Envoy's own"))
    }
    result.append(Setting(words: "attempts", text: "3, as long as nothing was sent"))
    return result
  }

  /// What an upstream says of connections to its endpoints.
  func settings(of upstream: Upstream) -> [Setting] {
    guard let connection = found.connection else { return [] }
    let isUDP = connection.routeProtocol == .udp
    var result: [Setting] = []
    func add(_ words: String, _ text: String?) {
      guard let text else { return }
      result.append(Setting(words: words, text: text, source: .field(.upstream, upstream.identity, words)))
    }
    if !isUDP {
      if let timeout = upstream.connectTimeout {
        add("timeout connect", timeout.description)
      } else {
        result.append(Setting(words: "timeout connect", text: "5s, Envoy's own"))
      }
    }
    add("max connections", upstream.limits.connections?.description)
    if upstream.loadBalancing != .roundRobin {
      let key = upstream.loadBalancing.hashKey.map { " by \($0)" } ?? ""
      add("balance", "\(upstream.loadBalancing.word)\(key)")
    }
    add("tls", upstream.tls.map { "sni \($0.serverName)" })
    add("proxy-protocol", upstream.proxyHeader.map { "v\($0.rawValue)" })
    add("health", upstream.health.map { "every \($0.interval)" })
    add("eject", upstream.ejection.map { "after \($0.failures) failures" })
    return result
  }

  /// How the connection came to its ingress, behind the ingress's name.
  var way: String {
    guard let connection = found.connection, let asked = question.connection else { return "" }
    switch (connection.way, asked.destination.host) {
    case (.address, .address(let address)): return ", which has the address `\(address)`"
    case (.published, .name(let name)): return ", which publishes `\(name)`"
    case (.host, .name(let name)): return ", which answers for `\(name)`"
    case (.onlyListener, .name(let name)):
      return ", which alone takes \(asked.things) on the port; no ingress has the name `\(name)`"
    default: return ""
    }
  }

  /// What is done with the client's TLS; nil where it sends none.
  var handshake: String? {
    guard let connection = found.connection, question.connection?.routeProtocol == .tls else { return nil }
    switch connection.routeProtocol {
    case .tls: return "passed on unopened: the endpoint shows its own certificate"
    case .tcp: return "bytes like others: nothing looks at them"
    case .http, .udp: return nil
    }
  }

  /// Who speaks for the client; nil where nobody has to.
  var balancer: String? {
    guard let ingress, let asked = question.connection, !ingress.proxyHeaderSenders.isEmpty else { return nil }
    let senders = ingress.proxyHeaderSenders.map(\.description).joined(separator: ", ")
    guard let balancer = asked.balancer else {
      return "from \(senders): one of them speaks for the client, that is taken for granted"
    }
    let isListed = ingress.proxyHeaderSenders.contains { $0.contains(balancer) }
    return "from \(senders): \(balancer) \(isListed ? "speaks for the client" : "is none of them")"
  }

  /// What the edge does where nothing takes the connection on.
  var closing: String {
    if found.connection?.routeProtocol == .udp { return "datagrams are dropped, without an answer" }
    switch found.result {
    case .closed(.some): return "Envoy accepts it and closes it, before any route is asked"
    case .closed: return "Envoy accepts it and closes it, without a byte"
    default: return "Envoy accepts it and closes it, since it finds no endpoint"
    }
  }
}

extension RouteConnection {
  /// `TLS connections`, `datagrams`.
  fileprivate var things: String {
    routeProtocol == .udp ? "datagrams" : "\(routeProtocol.word.uppercased()) connections"
  }
}
