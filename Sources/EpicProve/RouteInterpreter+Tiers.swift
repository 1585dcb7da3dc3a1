import EpicBase
import EpicIR

/// Which tiers take an upstream's requests, as Envoy's load balancer computes it: by priorities, in whole percents.
extension RouteInterpreter {
  /// A priority of Envoy's: a tier, or one member of a `nearest` tier.
  private struct Priority {
    var tier: Int
    /// Positions among the tier's members.
    var members: [Int]
    /// Percent of its endpoints that are healthy.
    var healthy: UInt32
  }

  func tierLoads(
    of id: RowID<Upstream>, health: [HealthStatement], site: RowID<Site>?
  ) -> [Interpretation.TierLoad] {
    let upstream = deployment.upstreams[id]
    let priorities = priorities(of: upstream, id, health, site)
    let loads = RouteInterpreter.loads(of: priorities.map(\.healthy), factor: upstream.overprovisioningFactor)
    var tiers: [Interpretation.TierLoad] = []
    for (priority, load) in zip(priorities, loads) where load > 0 {
      let tier = upstream.tiers[priority.tier]
      let isNearest = tier.weighting == .nearest && site != nil
      let sources = sources(of: priority, tier, isNearest: isNearest, load: load)
      if let last = tiers.last, last.tier == priority.tier {
        tiers[tiers.count - 1].percent += load
        tiers[tiers.count - 1].sources += sources
      } else {
        tiers.append(Interpretation.TierLoad(tier: priority.tier, percent: load, members: [], sources: sources))
      }
    }
    for index in tiers.indices {
      let tier = upstream.tiers[tiers[index].tier]
      if site != nil && tier.weighting == .nearest { tiers[index].scaleSources() }
      tiers[index].members = members(of: tier, tiers[index].sources)
    }
    return tiers
  }

  private func priorities(
    of upstream: Upstream, _ id: RowID<Upstream>, _ health: [HealthStatement], _ site: RowID<Site>?
  ) -> [Priority] {
    var priorities: [Priority] = []
    for (index, tier) in upstream.tiers.enumerated() {
      let stated = health.last { $0.upstream == id && ($0.tier ?? index) == index }
      let healthy = (stated?.healthy.partsPerMillion ?? 1_000_000) / 10_000
      if tier.weighting == .nearest, let site {
        for member in deployment.nearestFirst(tier.members, from: site) {
          let position = tier.members.firstIndex(of: member) ?? 0
          priorities.append(Priority(tier: index, members: [position], healthy: healthy))
        }
      } else {
        priorities.append(Priority(tier: index, members: Array(tier.members.indices), healthy: healthy))
      }
    }
    return priorities
  }

  /// Percent of the requests for each priority; all zero where nothing is healthy. A priority's health counts `factor`
  /// hundredths as much as it is, at most whole; each takes what its health allows of what those before it left.
  static func loads(of healthy: [UInt32], factor: UInt32) -> [UInt32] {
    let health = healthy.map { UInt32(min(100, UInt64($0) * UInt64(factor) / 100)) }
    let total = min(100, health.reduce(0, +))
    guard total > 0 else { return health.map { _ in 0 } }
    var left: UInt32 = 100
    var loads = health.map { health -> UInt32 in
      let load = min(left, health * 100 / total)
      left -= load
      return load
    }
    // What rounding left over goes to the first that is healthy at all.
    if left > 0, let first = health.firstIndex(where: { $0 > 0 }) { loads[first] += left }
    return loads
  }

  private func sources(
    of priority: Priority, _ tier: UpstreamTier, isNearest: Bool, load: UInt32
  ) -> [Interpretation.SourceLoad] {
    // The members of a `nearest` tier are priorities of their own: their parts of all requests, scaled afterwards.
    if isNearest || priority.members.count == 1 {
      let share = isNearest ? Percentage(partsPerMillion: load * 10_000) : .whole
      return priority.members.map { Interpretation.SourceLoad(member: $0, share: share) }
    }
    return priority.members.map { Interpretation.SourceLoad(member: $0, share: tier.members[$0].share) }
  }

  private func members(
    of tier: UpstreamTier, _ sources: [Interpretation.SourceLoad]
  ) -> [Interpretation.MemberLoad] {
    var result: [Interpretation.MemberLoad] = []
    for source in sources {
      let name = name(of: tier.members[source.member])
      guard tier.weighting != .nearest, let known = result.firstIndex(where: { $0.name == name }) else {
        result.append(Interpretation.MemberLoad(name: name, share: source.share))
        continue
      }
      if let before = result[known].share, let share = source.share {
        let sum = UInt64(before.partsPerMillion) + UInt64(share.partsPerMillion)
        result[known].share = Percentage(partsPerMillion: UInt32(clamping: sum))
      }
    }
    return result
  }

  /// The name by which a test calls a member.
  func name(of member: TierMember) -> String {
    switch member.source {
    case .kubernetes(let service): deployment.clusters[service.cluster].identity.name
    case .cdn(let cdn, _): deployment.cdns[cdn].identity.name
    case .endpoints: "endpoint"
    case .feed(let feed): feed.name
    }
  }
}

extension Interpretation.TierLoad {
  /// Members' parts of all requests as parts of the tier's.
  fileprivate mutating func scaleSources() {
    guard percent > 0 else { return }
    for index in sources.indices {
      guard let share = sources[index].share else { continue }
      sources[index].share = Percentage(partsPerMillion: share.partsPerMillion * 100 / percent)
    }
  }
}
