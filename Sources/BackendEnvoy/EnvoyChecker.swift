import EpicArtifact
import EpicBase
import EpicDiagnostics
import EpicIR

/// Reports what Envoy, or this plane's use of it, cannot express.
struct EnvoyChecker {
  private let deployment: Deployment

  init(_ deployment: Deployment) { self.deployment = deployment }

  func check(reporting sink: inout DiagnosticSink) {
    var engines = EngineChecker(deployment)
    engines.check(reporting: &sink)
    for upstream in deployment.upstreams { check(upstream, reporting: &sink) }
    for table in deployment.routeTables where table.routeProtocol == .http {
      for arm in table.arms {
        ArmChecker(arm).check(reporting: &sink)
        checkHashKeys(arm, reporting: &sink)
      }
    }
    for ingress in deployment.ingresses {
      ArmChecker.check(ingress.policy, at: ingress.origin.span, reporting: &sink)
    }
    ConnectionChecker(deployment).check(reporting: &sink)
    var paths = PathChecker(deployment)
    paths.check(reporting: &sink)
    NativeChecker(deployment).check(reporting: &sink)
    StatisticsChecker(deployment).check(reporting: &sink)
    checkWatches(reporting: &sink)
  }

  /// Envoy computes one hash for a route, before it knows which upstream of a split takes the request.
  private func checkHashKeys(_ arm: RouteArm, reporting sink: inout DiagnosticSink) {
    var first: Upstream?
    for id in arm.outcome.upstreams {
      let upstream = deployment.upstreams[id]
      guard let key = upstream.loadBalancing.hashKey else { continue }
      guard let other = first, let otherKey = other.loadBalancing.hashKey else {
        first = upstream
        continue
      }
      if key == otherKey { continue }
      sink.report(
        Diagnostic(
          .mixedHashKeys,
          "`\(upstream.identity.name)` chooses its endpoints by \(key), and `\(other.identity.name)` by \(otherKey)",
          at: arm.origin.span, label: "both take requests of this route",
          secondary: [
            Annotation(other.origin.span, "by \(otherKey)"), Annotation(upstream.origin.span, "by \(key)"),
          ],
          help: "let both choose by the same"))
      return
    }
  }

  private func check(_ upstream: Upstream, reporting sink: inout DiagnosticSink) {
    if upstream.slowStart != nil, upstream.loadBalancing.word != "round-robin",
      upstream.loadBalancing.word != "least-request"
    {
      sink.report(
        Diagnostic(
          .slowStartWithoutWeights,
          "`slow start` has no effect in `\(upstream.identity.name)`, which chooses by `\(upstream.loadBalancing.word)`",
          at: (upstream.slowStartOrigin ?? upstream.origin).span,
          help: "write `balance round-robin` or `least-request`, or take `slow start` out"))
    }
    for tier in upstream.tiers {
      guard tier.members.count > 1 else { continue }
      let kinds = tier.members.map { UpstreamShape.kind($0) }
      for (index, kind) in kinds.enumerated() where kind != kinds[0] || kind == .cdn {
        // Two CDNs differ in TLS and host; the second is the one too many.
        if index == 0 { continue }
        sink.report(
          Diagnostic(
            .mixedTier,
            "a tier of `\(upstream.identity.name)` mixes members that Envoy cannot weigh against each other",
            at: tier.members[index].origin.span, label: kind.words,
            secondary: [Annotation(tier.members[0].origin.span, kinds[0].words)],
            help: "give each its own tier; tiers are tried in order"))
        break
      }
    }
  }

  /// Files that the Envoys of one node subscribe to or watch, each with an inotify instance of its own: LDS and CDS, one for
  /// each route configuration, cluster of addresses and secret, each secret's folder and each data file.
  private func checkWatches(reporting sink: inout DiagnosticSink) {
    let emission = EnvoyEmission(deployment)
    for (index, site) in deployment.sites.enumerated() where emission.siteClasses[index] == index {
      let count = emission.scopes(at: RowID(UInt32(index))).reduce(0) { $0 + $1.watchCount }
      if count + EnvoyLayout.watchReserve <= EnvoyLayout.defaultWatchLimit { continue }
      sink.report(
        Diagnostic(
          .manyWatchedFiles,
          "Envoy at `\(site.identity.name)` watches \(count) files, and Linux allows a user "
            + "\(EnvoyLayout.defaultWatchLimit) unless told otherwise",
          at: site.origin.span,
          notes: ["\(EnvoyLayout.watchReserve) are kept free, and `epic apply` refuses what does not fit"],
          help: "raise `fs.inotify.max_user_instances` on the site's nodes"))
      return
    }
  }
}

extension InstanceScope {
  /// Number of inotify instances that the process takes, as `EnvoyLayout` explains.
  var watchCount: Int {
    var isUsed = [Bool](repeating: false, count: deployment.upstreams.count)
    var isShown = [Bool](repeating: false, count: deployment.certificates.count)
    var authorities: Set<SecretReference> = []
    var keys: Set<SecretReference> = []
    var readsDatabase = false
    var count = 2
    for id in ingresses {
      let ingress = deployment.ingresses[id]
      for certificate in ingress.certificates { isShown[certificate.index] = true }
      if let demand = ingress.clientCertificates { authorities.insert(demand.authority) }
      if let authority = ingress.signIn?.authority { authorities.insert(authority) }
      keys.formUnion(ingress.keySecrets)
      for upstream in ingress.servants { isUsed[upstream.index] = true }
      for port in ingress.listeners {
        if let routed = RoutedPort(ingress, port) {
          count += 1
          readsDatabase = readsDatabase || needs[routed.table.index].geo
        }
        for upstream in deployment.upstreams(of: port) { isUsed[upstream.index] = true }
      }
    }
    for (index, shape) in shapes.enumerated() where isUsed[index] {
      count += shape.groups.count { $0.kind == .addresses }
    }
    if readsDatabase, geoDatabase != nil { count += 1 }
    return count + 2 * isShown.count { $0 } + 2 * authorities.count + 2 * keys.count
  }
}

extension UpstreamShape.Group.Kind {
  /// What the members of such a tier are, for people.
  fileprivate var words: String {
    switch self {
    case .addresses: "addresses"
    case .names: "DNS names"
    case .cdn: "a CDN"
    }
  }
}
