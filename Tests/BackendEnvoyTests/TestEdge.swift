import BackendEnvoy
import EpicArtifact
import EpicBackend
import EpicBase
import EpicIR
import EpicIRFixtures
import Foundation
import Testing

/// A small edge on loopback: one node, and ingresses that speak clear text on ports of 127.0.0.1 unless told otherwise.
struct TestEdge {
  var builder = DeploymentBuilder(workspace: "test")
  let site: RowID<Site>
  let engine: RowID<Engine>
  let cluster: RowID<KubernetesCluster>
  let pool: RowID<AddressPool>

  init() {
    builder.addSource("test.epic")
    func identity(_ name: String) -> Identity { Identity(package: "platform", name: name) }
    func degrees(_ value: Int64) -> DecimalNumber { DecimalNumber(mantissa: value) }
    site = builder.add(
      Site(
        identity: identity("here"), coordinates: Coordinates(latitude: degrees(50), longitude: degrees(8)),
        country: "DE", nodes: [], bgp: nil, origin: builder.origin()))
    _ = builder.add(
      Site(
        identity: identity("there"), coordinates: Coordinates(latitude: degrees(1), longitude: degrees(104)),
        country: "SG", nodes: [], bgp: nil, origin: builder.origin()))
    _ = builder.add(
      Node(name: "here-1", site: site, addresses: [address("192.0.2.1")], capacity: nil, origin: builder.origin()))
    engine = builder.add(
      Engine(identity: identity("stable"), envoy: Version([1, 40]), image: "", origin: builder.origin()))
    cluster = builder.add(
      KubernetesCluster(
        identity: identity("k"), coordinates: Coordinates(latitude: degrees(50), longitude: degrees(9)),
        podPrefixes: [prefix("127.0.0.0/8")], tunnel: nil, access: nil, origin: builder.origin()))
    pool = builder.add(
      AddressPool(
        identity: identity("loopback"), ranges: [range("127.0.0.1", "127.0.0.1")], reserved: [], announcement: nil,
        sites: [site], origin: builder.origin()))
  }

  /// An arm; without an outcome it answers 200 with its own name.
  mutating func arm(
    _ name: String, under blocks: [PathPattern] = [], _ predicate: EpicIR.Predicate, _ outcome: RouteOutcome? = nil,
    _ configure: (inout RoutePolicy) -> Void = { _ in }
  ) -> RouteArm {
    var policy = RoutePolicy()
    configure(&policy)
    let answer = DirectResponse(status: 200, body: Array(name.utf8), contentType: "text/plain", headers: [])
    return RouteArm(
      name: name, blocks: blocks, predicate: predicate, outcome: outcome ?? .respond(answer), policy: policy,
      origin: builder.origin())
  }

  /// Adds an ingress with a table of these arms and, behind them, `otherwise`. Gives its port.
  @discardableResult
  mutating func ingress(
    _ name: String, hosts: [HostPattern] = [HostPattern("test.example")], port: UInt16? = nil, _ arms: [RouteArm],
    providers: [JWTProvider] = [], certificates: [RowID<Certificate>] = [],
    _ configure: (inout RoutePolicy) -> Void = { _ in }
  ) throws -> UInt16 {
    let port = try port ?? freePort()
    let table = builder.add(
      RouteTable(
        identity: Identity(package: "test", name: "\(name)-routes"), arms: arms + [arm("otherwise", .always)],
        origin: builder.origin()))
    var policy = RoutePolicy()
    configure(&policy)
    let service: IngressListener.Service =
      certificates.isEmpty ? .http(routes: table) : .https(minimumVersion: .v1_2, routes: table)
    _ = builder.add(
      Ingress(
        identity: Identity(package: "test", name: name),
        addresses: [IngressAddress(address: address("127.0.0.1"), pool: pool, origin: builder.origin())],
        engine: engine, sites: [site], hosts: hosts,
        listeners: [IngressListener(port: port, service: service, origin: builder.origin())],
        certificates: certificates, jwtProviders: providers, publications: [], policy: policy, template: nil,
        origin: builder.origin()))
    return port
  }

  /// A member of run-time endpoints of the Service `test/NAME`.
  func pods(_ name: String, in cluster: RowID<KubernetesCluster>? = nil) -> TierMember.Source {
    .kubernetes(KubernetesService(cluster: cluster ?? self.cluster, namespace: "test", service: name, port: "http"))
  }

  /// The slot of `pods(NAME)` in the first cluster.
  func slot(_ name: String) -> String { "kubernetes/platform/k/test/\(name):http" }

  mutating func tier(
    _ members: [(TierMember.Source, UInt32?)], _ weighting: UpstreamTier.Weighting = .single
  ) -> UpstreamTier {
    let rows = members.map { source, share in
      TierMember(
        source: source, share: share.map { Percentage(partsPerMillion: $0 * 10_000) }, origin: builder.origin())
    }
    return UpstreamTier(weighting: weighting, members: rows, origin: builder.origin())
  }

  mutating func upstream(
    _ name: String, tiers: [UpstreamTier], health: HealthCheck? = nil, spillBelow: UInt32? = nil,
    httpVersion: Upstream.HTTPVersion = .http1
  ) -> RowID<Upstream> {
    builder.add(
      Upstream(
        identity: Identity(package: "test", name: name), tiers: tiers, health: health, loadBalancing: .roundRobin,
        httpVersion: httpVersion, spillBelow: spillBelow.map { Percentage(partsPerMillion: $0 * 10_000) },
        connectTimeout: TimeSpan(milliseconds: 500), tls: nil, origin: builder.origin()))
  }

  mutating func quickHealth() -> HealthCheck {
    HealthCheck(
      probe: .http(HTTPProbe(method: "GET", path: "/healthz")), interval: TimeSpan(milliseconds: 200),
      timeout: TimeSpan(milliseconds: 150), healthyAfter: 1, unhealthyAfter: 1, origin: builder.origin())
  }
}

/// A port of 127.0.0.1 that was free a moment ago.
func freePort() throws -> UInt16 {
  let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
  defer { close(descriptor) }
  var name = sockaddr_in()
  name.sin_family = sa_family_t(AF_INET)
  name.sin_addr.s_addr = inet_addr("127.0.0.1")
  var length = socklen_t(MemoryLayout<sockaddr_in>.size)
  let isBound = withUnsafeMutablePointer(to: &name) { pointer in
    pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
      bind(descriptor, generic, length) == 0 && getsockname(descriptor, generic, &length) == 0
    }
  }
  try #require(isBound)
  return UInt16(bigEndian: name.sin_port)
}
