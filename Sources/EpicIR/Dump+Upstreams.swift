import EpicBase

extension DeploymentDump {
  mutating func write(_ upstream: Upstream) {
    declaration("upstream", upstream.identity, upstream.origin) { dump in
      for (index, tier) in upstream.tiers.enumerated() { dump.write(tier, number: index + 1) }
      if let health = upstream.health { dump.write(health) }
      dump.line("balance \(upstream.loadBalancing.word)" + (upstream.loadBalancing.hashKey.map { " by \($0)" } ?? ""))
      dump.line("protocol \(upstream.httpVersion == .http1 ? "h1" : "h2")")
      if let share = upstream.spillBelow { dump.line("spill below \(share)") }
      if let timeout = upstream.connectTimeout { dump.line("timeout connect \(timeout)") }
      dump.write(upstream.limits)
      if let ejection = upstream.ejection { dump.write(ejection) }
      if let window = upstream.slowStart {
        dump.line("slow start \(window)\(upstream.slowStartOrigin.map { dump.at($0) } ?? "")")
      }
      if let tls = upstream.tls {
        dump.line(
          "tls sni \(tls.serverName)" + (tls.authority.map { " verify secret \($0)" } ?? "")
            + (tls.certificate.map { " certificate secret \($0)" } ?? ""))
      }
      if let header = upstream.proxyHeader { dump.line("proxy-protocol \(header)") }
    }
  }

  private mutating func write(_ limits: UpstreamLimits) {
    if let limit = limits.connections { line("max connections \(limit)") }
    if let limit = limits.requests { line("max requests \(limit)") }
    if let limit = limits.pending { line("max pending \(limit)") }
    switch limits.retries {
    case .count(let count): line("max retries \(count)")
    case .share(let share): line("retry budget \(share)")
    case nil: break
    }
  }

  private mutating func write(_ ejection: Ejection) {
    line(
      "eject after \(ejection.failures) failures every \(ejection.interval) for \(ejection.duration)"
        + " at most \(ejection.mostEjected)\(at(ejection.origin))")
  }

  private mutating func write(_ tier: UpstreamTier, number: Int) {
    let weighting =
      switch tier.weighting {
      case .single: "single"
      case .percentages: "percentages"
      case .byPods: "by pods"
      case .nearest: "nearest"
      }
    block("tier \(number) \(weighting)\(at(tier.origin))") { dump in
      for member in tier.members {
        let share = member.share.map { "\($0) " } ?? ""
        dump.line("\(share)\(dump.text(member.source))\(dump.at(member.origin))")
      }
    }
  }

  private func text(_ source: TierMember.Source) -> String {
    switch source {
    case .kubernetes(let service):
      "kubernetes \(deployment.clusters[service.cluster].identity)"
        + " service \(service.namespace)/\(service.service):\(service.port)"
    case .cdn(let cdn, let prefix):
      "cdn \(deployment.cdns[cdn].identity)" + (prefix.map { " path-prefix \(quoted($0))" } ?? "")
    case .endpoints(let endpoints): "endpoint \(list(endpoints))"
    case .feed(let feed): "feed \(feed.name) max \(feed.maximum) within \(list(feed.prefixes))"
    }
  }

  private mutating func write(_ health: HealthCheck) {
    let probe =
      switch health.probe {
      case .http(let probe):
        "http \(probe.method) \(quoted(probe.path))" + (probe.host.map { " host \($0)" } ?? "")
          + " status \(probe.statuses)"
      case .tcp: "tcp"
      case .grpc(let service): service.isEmpty ? "grpc" : "grpc service \(quoted(service))"
      }
    line(
      "health \(probe) every \(health.interval) timeout \(health.timeout) healthy after \(health.healthyAfter)"
        + " unhealthy after \(health.unhealthyAfter)\(at(health.origin))")
  }
}
