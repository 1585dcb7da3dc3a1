import EpicArtifact
import EpicBase
import EpicIR

extension UpstreamShape {
  /// The shape of an upstream. A CDN or a tier with DNS names has a cluster of its own, because Envoy resolves, encrypts
  /// and checks by cluster; an aggregate cluster then orders the clusters as the tiers are.
  init(_ upstream: Upstream) {
    var groups: [Group] = []
    let identity = upstream.identity.fileName
    var start = 0
    while start < upstream.tiers.count {
      let kind = Self.kind(upstream.tiers[start])
      var end = start + 1
      if kind == .addresses {
        while end < upstream.tiers.count && Self.kind(upstream.tiers[end]) == .addresses { end += 1 }
      }
      groups.append(
        Group(kind: kind, tiers: start..<end, name: EnvoyLayout.cluster(upstream: identity, tier: start + 1)))
      start = end
    }
    self.groups = groups
    cluster = groups.count == 1 ? groups[0].name : identity
    rewritesTiers = groups.contains { $0.kind == .cdn }
    dependsOnSite = upstream.tiers.contains { $0.weighting == .nearest }
  }

  /// What a tier of these members is; the members of a checked tier are of one kind.
  static func kind(_ tier: UpstreamTier) -> Group.Kind {
    for member in tier.members {
      let kind = kind(member)
      if kind != .addresses { return kind }
    }
    return .addresses
  }

  static func kind(_ member: TierMember) -> Group.Kind {
    switch member.source {
    case .cdn: return .cdn
    case .kubernetes, .feed: return .addresses
    case .endpoints(let endpoints):
      for endpoint in endpoints { if case .name = endpoint.host { return .names } }
      return .addresses
    }
  }
}
