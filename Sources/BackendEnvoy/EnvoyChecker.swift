import EpicArtifact
import EpicBase
import EpicDiagnostics
import EpicIR

/// Reports what Envoy, or this plane's use of it, cannot express.
struct EnvoyChecker {
  /// Subscriptions of one process from which on a warning is due: Linux allows a user 128 inotify instances.
  static let watchesWarning = 100

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
          at: upstream.origin.span, help: "write `balance round-robin` or `least-request`, or take `slow start` out"))
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

  /// Files that the Envoys of one node subscribe to or watch: LDS and CDS, one for each route configuration, cluster of
  /// addresses and secret, and each secret's folder.
  private func checkWatches(reporting sink: inout DiagnosticSink) {
    let emission = EnvoyEmission(deployment)
    for (index, site) in deployment.sites.enumerated() where emission.siteClasses[index] == index {
      let count = emission.scopes(at: RowID(UInt32(index))).reduce(0) { $0 + $1.watchCount }
      if count <= Self.watchesWarning { continue }
      sink.report(
        Diagnostic(
          .manyWatchedFiles,
          "Envoy at `\(site.identity.name)` watches \(count) files, and Linux allows a user 128 unless told otherwise",
          at: site.origin.span,
          help: "serve it through the daemon, or raise `fs.inotify.max_user_instances` where files are used"))
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
    var count = 2
    for id in ingresses {
      let ingress = deployment.ingresses[id]
      for certificate in ingress.certificates { isShown[certificate.index] = true }
      if let demand = ingress.clientCertificates { authorities.insert(demand.authority) }
      if let authority = ingress.signIn?.authority { authorities.insert(authority) }
      keys.formUnion(ingress.keySecrets)
      for upstream in ingress.servants { isUsed[upstream.index] = true }
      for port in ingress.listeners {
        if RoutedPort(ingress, port) != nil { count += 1 }
        for upstream in deployment.upstreams(of: port) { isUsed[upstream.index] = true }
      }
    }
    for (index, shape) in shapes.enumerated() where isUsed[index] {
      count += shape.groups.count { $0.kind == .addresses }
    }
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
