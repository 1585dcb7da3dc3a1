import EpicArtifact
import EpicBackend
import EpicBase
import EpicEnvoyAPI
import EpicIR

/// A port without HTTP, at one site: what becomes of its connections or sessions, in order.
struct ConnectionPort {
  /// One outcome with the question that leads to it; the last one has none.
  struct Entry {
    /// The arm's name; nil where the port leads to an upstream without routes.
    let arm: String?
    /// Without questions about the site; `.always` in the last entry and nowhere else.
    let predicate: EpicIR.Predicate
    let outcome: RouteOutcome
  }
  let ingress: Ingress
  let listener: IngressListener
  /// At least one.
  let entries: [Entry]

  /// Nil for a port that serves HTTP.
  init?(_ ingress: Ingress, _ listener: IngressListener, at site: RowID<Site>, in deployment: Deployment) {
    guard let target = listener.connectionTarget else { return nil }
    self.ingress = ingress
    self.listener = listener
    switch target {
    case .upstream(let upstream): entries = [Entry(arm: nil, predicate: .always, outcome: .upstream(upstream))]
    case .routes(let routes):
      var entries: [Entry] = []
      for arm in deployment.routeTables[routes].arms {
        let predicate = arm.predicate.decided(at: site)
        if case .never = predicate { continue }
        entries.append(Entry(arm: arm.name, predicate: predicate, outcome: arm.outcome))
        if case .always = predicate { break }
      }
      // Every table ends in `otherwise`; one made by hand closes what is left.
      if case .always? = entries.last?.predicate {
      } else {
        entries.append(Entry(arm: nil, predicate: .always, outcome: .close))
      }
      self.entries = entries
    }
  }

  /// The name of an entry's filter chain.
  func chain(_ entry: Entry) -> String { EnvoyName.chain(ingress, arm: entry.arm) }
}

extension EpicIR.Predicate {
  /// The predicate with its questions about the site answered.
  func decided(at site: RowID<Site>) -> EpicIR.Predicate {
    switch self {
    case .site(let sites): return sites.contains(site) ? .always : .never
    case .not(let inner):
      switch inner.decided(at: site) {
      case .always: return .never
      case .never: return .always
      case let other: return .not(other)
      }
    case .all(let parts):
      var result: [EpicIR.Predicate] = []
      for part in parts {
        switch part.decided(at: site) {
        case .always: continue
        case .never: return .never
        case let other: result.append(other)
        }
      }
      return result.isEmpty ? .always : result.count == 1 ? result[0] : .all(result)
    case .any(let parts):
      var result: [EpicIR.Predicate] = []
      for part in parts {
        switch part.decided(at: site) {
        case .never: continue
        case .always: return .always
        case let other: result.append(other)
        }
      }
      return result.isEmpty ? .never : result.count == 1 ? result[0] : .any(result)
    default: return self
    }
  }
}

extension InstanceScope {
  /// The listeners of one port without HTTP, one for each address.
  func connectionListeners(_ port: ConnectionPort, with writer: inout ResourceWriter) -> [Resource] {
    let isUDP = port.listener.routeProtocol == .udp
    return port.ingress.addresses.map { address in
      let name = EnvoyName.listener(port.ingress, port.listener, address: address.address)
      return writer.resource(
        name, Envoy.Listener.self,
        from: [.declaration(.ingress, port.ingress.identity), .origin(port.listener.origin)]
          + sources(of: address, port.ingress)
      ) { listener in
        listener.member(.name, name)
        listener.member(.statPrefix, StatisticsName.listener(port.ingress, port.listener))
        listener.object(.address) { wrapper in
          wrapper.object(.socketAddress) { socket in
            if isUDP { socket.member(.protocol, .udp) }
            socket.member(.address, address.address)
            socket.member(.portValue, UInt32(port.listener.port))
          }
        }
        // The address is announced after the listener is there, and may come and go under it.
        listener.member(.freebind, true)
        if isUDP { writeUDP(port, to: &listener) } else { writeChains(port, to: &listener) }
      }
    }
  }

  /// One filter chain for each outcome, and the matcher that chooses among them: the arms in their order. What is no TLS
  /// is closed on a port for TLS, before any arm is asked.
  private func writeChains(_ port: ConnectionPort, to listener: inout ResourceMessage<Envoy.Listener>) {
    let isTLS = port.listener.routeProtocol == .tls
    let senders = port.ingress.proxyHeaderSenders
    listener.inspectors(proxyHeaders: !senders.isEmpty, serverName: isTLS)
    if isTLS || !senders.isEmpty || port.entries.count > 1 {
      listener.object(.filterChainMatcher) { matcher in
        matcher.object(.matcherList) { list in
          list.array(.matchers) { matchers in
            if !senders.isEmpty {
              matchers.note(.field(.ingress, port.ingress.identity, "proxy-protocol from"))
              matchers.object { entry in
                entry.object(.predicate) { predicate in predicate.object(.notMatcher) { $0.peer(in: senders) } }
                entry.object(.onMatch) { $0.filterChain(EnvoyName.chain(port.ingress, closing: "peer")) }
              }
            }
            if isTLS {
              matchers.object { entry in
                entry.object(.predicate) { predicate in
                  predicate.object(.notMatcher) { $0.transportIsTLS() }
                }
                entry.object(.onMatch) { $0.filterChain(EnvoyName.chain(port.ingress, closing: "no-tls")) }
              }
            }
            for entry in port.entries.dropLast() {
              matchers.object { matcher in
                matcher.object(.predicate) { $0.connectionPredicate(entry.predicate) }
                matcher.object(.onMatch) { $0.filterChain(port.chain(entry)) }
              }
            }
          }
        }
        if let last = port.entries.last { matcher.object(.onNoMatch) { $0.filterChain(port.chain(last)) } }
      }
    }
    listener.array(.filterChains) { chains in
      if !senders.isEmpty { chains.closingChain(EnvoyName.chain(port.ingress, closing: "peer")) }
      if isTLS { chains.closingChain(EnvoyName.chain(port.ingress, closing: "no-tls")) }
      for entry in port.entries {
        if case .close = entry.outcome {
          chains.closingChain(port.chain(entry))
          continue
        }
        chains.object { chain in
          chain.member(.name, port.chain(entry))
          chain.array(.filters) { filters in
            filters.typed(name: "envoy.filters.network.tcp_proxy", type: Envoy.TCPProxy.self) { proxy in
              proxy.member(.statPrefix, StatisticsName.owner(port.ingress.identity))
              writeClusters(entry.outcome, to: &proxy)
              if let source = addressHash(entry.outcome) {
                proxy.note(source)
                proxy.array(.hashPolicy) { $0.object { $0.object(.sourceIp) } }
              }
              if let idle = port.ingress.policy.idleTimeout { proxy.member(.idleTimeout, idle) }
              // Nothing was sent yet when a connection fails: another endpoint is tried, and a third one.
              proxy.member(.maxConnectAttempts, 3)
            }
          }
        }
      }
    }
  }

  /// What says that an upstream of the outcome chooses its endpoints by the client's address; nil if none does.
  private func addressHash(_ outcome: RouteOutcome) -> ValueSource? {
    let hashing = outcome.upstreams.first { deployment.upstreams[$0].loadBalancing.hashKey == .client }
    return hashing.map { .field(.upstream, deployment.upstreams[$0].identity, "balance") }
  }

  private func writeClusters(_ outcome: RouteOutcome, to proxy: inout ResourceMessage<Envoy.TCPProxy>) {
    switch outcome {
    case .upstream(let upstream): proxy.member(.cluster, shapes[upstream.index].cluster)
    case .split(let shares):
      proxy.object(.weightedClusters) { weighted in
        weighted.array(.clusters) { clusters in
          forEachShare(of: shares) { name, weight in
            clusters.object { cluster in
              cluster.member(.name, name)
              cluster.member(.weight, weight)
            }
          }
        }
      }
    case .redirect, .respond, .close: break
    }
  }

  /// The UDP proxy: a matcher chooses the cluster of each new session.
  private func writeUDP(_ port: ConnectionPort, to listener: inout ResourceMessage<Envoy.Listener>) {
    listener.object(.udpListenerConfig)
    listener.array(.listenerFilters) { filters in
      filters.typed(name: "envoy.filters.udp_listener.udp_proxy", type: Envoy.UDPProxy.self) { proxy in
        proxy.member(.statPrefix, StatisticsName.owner(port.ingress.identity))
        if case .udp(_, let idle?) = port.listener.service { proxy.member(.idleTimeout, idle) }
        if let source = port.entries.lazy.compactMap({ addressHash($0.outcome) }).first {
          proxy.note(source)
          proxy.array(.hashPolicies) { $0.object { $0.member(.sourceIp, true) } }
        }
        proxy.object(.matcher) { matcher in
          if port.entries.count > 1 {
            matcher.object(.matcherList) { list in
              list.array(.matchers) { matchers in
                for entry in port.entries.dropLast() {
                  matchers.object { item in
                    item.object(.predicate) { $0.connectionPredicate(entry.predicate) }
                    item.object(.onMatch) { writeSession(entry, port, to: &$0) }
                  }
                }
              }
            }
          }
          if let last = port.entries.last { matcher.object(.onNoMatch) { writeSession(last, port, to: &$0) } }
        }
      }
    }
  }

  /// What becomes of a session. The proxy knows no weights, so a share is drawn from the client's address: `SessionDraw`.
  private func writeSession(
    _ entry: ConnectionPort.Entry, _ port: ConnectionPort, to match: inout ResourceMessage<Envoy.MatcherOutcome>
  ) {
    switch entry.outcome {
    case .upstream(let upstream): match.udpRoute(shapes[upstream.index].cluster)
    case .split(let all):
      let shares = all.filter { $0.share.partsPerMillion > 0 }
      guard let last = shares.last else { return match.udpRoute(EnvoyName.noCluster) }
      if shares.count == 1 { return match.udpRoute(shapes[last.upstream.index].cluster) }
      let seed = SessionDraw.seed(of: port.ingress, arm: entry.arm)
      match.object(.matcher) { matcher in
        matcher.object(.matcherList) { list in
          list.array(.matchers) { matchers in
            var threshold: UInt32 = 0
            for share in shares.dropLast() {
              threshold += share.share.partsPerMillion
              matchers.object { item in
                item.object(.predicate) { predicate in
                  predicate.object(.notMatcher) { $0.addressBucket(atLeast: threshold, seed: seed) }
                }
                item.object(.onMatch) { $0.udpRoute(shapes[share.upstream.index].cluster) }
              }
            }
          }
        }
        matcher.object(.onNoMatch) { $0.udpRoute(shapes[last.upstream.index].cluster) }
      }
    case .redirect, .respond, .close: match.udpRoute(EnvoyName.noCluster)
    }
  }
}

extension ResourceMessage<Envoy.MatcherOutcome> {
  /// The action that names a filter chain.
  fileprivate mutating func filterChain(_ name: String) {
    typed(.action, name: "chain", type: Envoy.StringValue.self) { $0.member(.value, name) }
  }

  /// The action that names a cluster for a UDP session.
  fileprivate mutating func udpRoute(_ cluster: String) {
    typed(.action, name: "cluster", type: Envoy.UDPRoute.self) { $0.member(.cluster, cluster) }
  }
}

extension ResourceMessage<[Envoy.FilterChain]> {
  /// A chain that closes what comes.
  fileprivate mutating func closingChain(_ name: String) {
    object { chain in
      chain.member(.name, name)
      chain.array(.filters) {
        $0.typed(name: "envoy.filters.network.direct_response", type: Envoy.NetworkDirectResponse.self)
      }
    }
  }
}

extension ResourceMessage<Envoy.MatcherPredicate> {
  fileprivate mutating func transportIsTLS() {
    object(.singlePredicate) { single in
      single.typed(.input, name: "transport", type: Envoy.TransportProtocolInput.self)
      single.object(.valueMatch) { $0.member(.exact, "tls" as StaticString) }
    }
  }

  /// Whether the connection's peer, whom a PROXY header does not change, lies in the prefixes.
  fileprivate mutating func peer(in prefixes: [IPPrefix]) {
    object(.singlePredicate) { single in
      single.typed(.input, name: "peer", type: Envoy.PeerAddressInput.self)
      single.typed(.customMatch, name: "prefixes", type: Envoy.AddressRanges.self) { matcher in
        matcher.array(.cidrRanges) { $0.ranges(prefixes) }
        matcher.member(.statPrefix, "peer" as StaticString)
      }
    }
  }

  /// Whether the bucket of the client's address is at least the threshold.
  fileprivate mutating func addressBucket(atLeast threshold: UInt32, seed: UInt64) {
    object(.singlePredicate) { single in
      single.typed(.input, name: "client", type: Envoy.AddressInput.self)
      single.typed(.customMatch, name: "bucket", type: Envoy.ConsistentHashing.self) { hash in
        hash.member(.threshold, threshold)
        hash.member(.modulo, SessionDraw.buckets)
        hash.member(.seed, seed)
      }
    }
  }

  /// A predicate of a connection; what connections cannot be asked for is refused before.
  fileprivate mutating func connectionPredicate(_ predicate: EpicIR.Predicate) {
    switch predicate {
    case .not(let inner): object(.notMatcher) { $0.connectionPredicate(inner) }
    case .all(let parts): group(.andMatcher, parts)
    case .any(let parts): group(.orMatcher, parts)
    case .client(let prefixes):
      object(.singlePredicate) { single in
        single.typed(.input, name: "client", type: Envoy.AddressInput.self)
        single.typed(.customMatch, name: "prefixes", type: Envoy.AddressRanges.self) { matcher in
          matcher.array(.cidrRanges) { $0.ranges(prefixes) }
          matcher.member(.statPrefix, "client" as StaticString)
        }
      }
    case .serverName(let patterns):
      // Envoy folds the name that a client sends to lower case.
      object(.singlePredicate) { single in
        single.typed(.input, name: "server-name", type: Envoy.ServerNameInput.self)
        single.object(.valueMatch) { match in
          if patterns.count == 1, patterns[0].wildcard == .none {
            match.member(.exact, patterns[0].name)
          } else {
            match.object(.safeRegex) { regex in
              regex.object(.googleRe2)
              regex.member(.regex, RE2.hosts(patterns))
            }
          }
        }
      }
    default: break
    }
  }

  private mutating func group(
    _ kind: Field<Envoy.MatcherPredicate, Envoy.MatcherPredicateList>, _ parts: [EpicIR.Predicate]
  ) {
    object(kind) { group in
      group.array(.predicate) { list in
        for part in parts { list.object { $0.connectionPredicate(part) } }
      }
    }
  }
}
