import EpicBase
import EpicIR
import EpicSema

extension ProgramLowering {
  mutating func lowerUpstreams() { deployment.upstreams = rows(.upstream, upstream) }

  private func upstream(_ declaration: EvaluatedDeclaration) -> Upstream {
    var health: HealthCheck?
    var tiers: [(number: Int64, tier: UpstreamTier)] = []
    for field in declaration.fields {
      switch field.name {
      case .healthHTTP, .healthTCP, .healthGRPC: health = healthCheck(field)
      case .tier: tiers.append((Int64(field.key) ?? Int64(tiers.count + 1), tier(field)))
      case .endpoint, .feed: tiers.append((1, single(field)))
      default: break
      }
    }
    tiers.sort { $0.number < $1.number }
    var upstream = Upstream(
      identity: declaration.identity, tiers: tiers.map(\.tier), health: health,
      loadBalancing: loadBalancing(declaration),
      httpVersion: declaration.field(.protocol)?.word(.value) == "h2" ? .http2 : .http1,
      spillBelow: declaration.field(.spill)?.percentage(.percentage),
      connectTimeout: declaration.field(.timeoutConnect)?.duration(.timeout),
      limits: limits(declaration), ejection: declaration.field(.eject).map(ejection),
      slowStart: declaration.field(.slowStart)?.duration(.timeout),
      tls: declaration.field(.tlsSNI).map { tls in
        UpstreamTLS(
          serverName: tls.host(.name)?.name ?? "", authority: tls.secret(.secret), certificate: certificate(tls))
      },
      origin: declaration.origin)
    upstream.slowStartOrigin = declaration.field(.slowStart)?.origin
    upstream.proxyHeader = declaration.field(.proxyHeader).map { $0.word(.value) == "v1" ? .v1 : .v2 }
    return upstream
  }

  /// What the edge shows to endpoints.
  private func certificate(_ tls: EvaluatedField) -> SecretReference? {
    if let secret = tls.secret(.key) { return secret }
    guard let row = tls.declaration(.certificates)?.row(as: Certificate.self) else { return nil }
    return deployment.certificates[row].secret
  }

  private func loadBalancing(_ declaration: EvaluatedDeclaration) -> LoadBalancing {
    guard let field = declaration.field(.balance) else { return .roundRobin }
    switch field.word(.value) {
    case "least-request": return .leastRequest
    case "random": return .random
    case "ring-hash": return .ringHash(hashKey(field))
    case "maglev": return .maglev(hashKey(field))
    default: return .roundRobin
    }
  }

  private func hashKey(_ field: EvaluatedField) -> HashKey {
    let name = field.value(.name).flatMap { $0.word ?? $0.text } ?? ""
    switch field.word(.by) {
    case "header": return .field(.header(name.lowercased()))
    case "query": return .field(.query(name))
    case "cookie":
      return field.duration(.lifetime).map { .givenCookie(name: name, lifetime: $0) } ?? .field(.cookie(name))
    default: return .client
    }
  }

  private func limits(_ declaration: EvaluatedDeclaration) -> UpstreamLimits {
    func count(_ name: FieldName) -> UInt32? {
      declaration.field(name)?.integer(.value).map { UInt32(clamping: $0) }
    }
    let share = declaration.field(.retryBudget)?.percentage(.percentage)
    return UpstreamLimits(
      connections: count(.maxConnections), requests: count(.maxRequests), pending: count(.maxPending),
      retries: share.map { .share($0) } ?? count(.maxRetries).map { .count($0) })
  }

  /// Every ten seconds for thirty, and half of the endpoints at most, unless written.
  private func ejection(_ field: EvaluatedField) -> Ejection {
    Ejection(
      failures: UInt32(clamping: field.integer(.count) ?? 5),
      interval: field.duration(.interval) ?? TimeSpan(milliseconds: 10_000),
      duration: field.duration(.duration) ?? TimeSpan(milliseconds: 30_000),
      mostEjected: field.percentage(.percentage) ?? Percentage(partsPerMillion: 500_000), origin: field.origin)
  }

  /// `endpoint …` or `feed …` directly in an upstream: one tier of one member.
  private func single(_ field: EvaluatedField) -> UpstreamTier {
    UpstreamTier(weighting: .single, members: member(field).map { [$0] } ?? [], origin: field.origin)
  }

  private func tier(_ field: EvaluatedField) -> UpstreamTier {
    if let nearest = field.field(.nearest) {
      return UpstreamTier(weighting: .nearest, members: nearest.body.compactMap(member), origin: field.origin)
    }
    // A member with a share of nothing takes nothing: Envoy knows no weight of zero.
    let members = field.body.compactMap(member).filter { $0.share?.partsPerMillion != 0 }
    let weighting: UpstreamTier.Weighting
    if members.contains(where: { $0.share != nil }) {
      weighting = .percentages
    } else {
      weighting = members.count > 1 || field.has(.byPods) ? .byPods : .single
    }
    return UpstreamTier(weighting: weighting, members: members, origin: field.origin)
  }

  private func member(_ field: EvaluatedField) -> TierMember? {
    let source: TierMember.Source
    switch field.name {
    case .kubernetes:
      guard let service = service(field) else { return nil }
      source = .kubernetes(service)
    case .cdn:
      guard let cdn = field.declaration(.cdn)?.row(as: CDN.self) else { return nil }
      source = .cdn(cdn, pathPrefix: field.path(.pathPrefix)?.prefixText)
    case .endpoint: source = .endpoints(endpointList(field))
    case .feed:
      source = .feed(
        EndpointFeed(
          name: field.word(.name) ?? "", maximum: UInt32(clamping: field.integer(.count) ?? 0),
          prefixes: field.all(.prefixes) { $0.prefix }))
    default: return nil
    }
    return TierMember(source: source, share: field.share, origin: field.origin)
  }

  /// Written out: lists of endpoints are the longest there are.
  private func endpointList(_ field: EvaluatedField) -> [HostEndpoint] {
    var result: [HostEndpoint] = []
    result.reserveCapacity(field.bindings.count)
    for binding in field.bindings where binding.slot == .endpoints {
      if case .endpoint(let endpoint) = binding.value { result.append(endpoint) }
    }
    return result
  }

  /// `namespace/service:port`.
  private func service(_ field: EvaluatedField) -> KubernetesService? {
    guard let cluster = field.declaration(.cluster)?.row(as: KubernetesCluster.self),
      let text = field.value(.service)?.slashed, let slash = text.firstIndex(of: "/"),
      let colon = text.lastIndex(of: ":"), slash < colon
    else { return nil }
    return KubernetesService(
      cluster: cluster, namespace: String(text[..<slash]), service: String(text[text.index(after: slash)..<colon]),
      port: String(text[text.index(after: colon)...]))
  }

  /// Every five seconds with a second's patience, healthy after two and unhealthy after three, unless written.
  private func healthCheck(_ field: EvaluatedField) -> HealthCheck {
    let probe: HealthCheck.Probe =
      switch field.name {
      case .healthTCP: .tcp
      case .healthGRPC: .grpc(service: field.text(.name) ?? "")
      default:
        .http(
          HTTPProbe(
            method: field.word(.method) ?? "GET", path: field.path(.path)?.description ?? "/",
            host: field.host(.hosts)?.name, statuses: field.value(.statuses)?.status ?? StatusSet([200...200])))
      }
    return HealthCheck(
      probe: probe, interval: field.duration(.interval) ?? TimeSpan(milliseconds: 5000),
      timeout: field.duration(.timeout) ?? TimeSpan(milliseconds: 1000),
      healthyAfter: UInt32(clamping: field.integer(.healthyAfter) ?? 2),
      unhealthyAfter: UInt32(clamping: field.integer(.unhealthyAfter) ?? 3), origin: field.origin)
  }
}
