package import EpicIR

/// A realistic edge, made by hand: two tenants, three sites of two nodes, IPv4 and IPv6 pools, three clusters, a CDN,
/// legacy machines, and routes that use every predicate and outcome. It follows `examples/storefront`.
package struct Storefront: Sendable {
  package internal(set) var builder = DeploymentBuilder(workspace: "storefront", sequence: 7)
  var sites: [RowID<Site>] = []
  var pools: [String: RowID<AddressPool>] = [:]
  var zones: [String: RowID<Zone>] = [:]
  var clusters: [String: RowID<KubernetesCluster>] = [:]
  var fastly = RowID<CDN>(0)
  var engine = RowID<Engine>(0)
  var issuers: [String: RowID<Issuer>] = [:]
  var certificates: [String: RowID<Certificate>] = [:]
  var upstreams: [String: RowID<Upstream>] = [:]
  var tables: [String: RowID<RouteTable>] = [:]

  /// The sources that origins point into, by `SourceID`.
  package static let sourcePaths = ["acme/shop.epic", "globex/www.epic", "platform/network.epic"]
  static let acme: UInt32 = 0
  static let globex: UInt32 = 1
  static let platform: UInt32 = 2

  private init(geoDatabase: [UInt8]) {
    for path in Self.sourcePaths { builder.addSource(path) }
    addPlatform(geoDatabase: geoDatabase)
    addUpstreams()
    addRoutes()
    addIngresses()
    builder.addTunnels()
  }

  /// The deployment. `geoDatabase` is the content of the geo database; a few bytes that are none by default.
  package static func deployment(geoDatabase: [UInt8] = Array("no database".utf8)) -> Deployment {
    Storefront(geoDatabase: geoDatabase).builder.deployment
  }

  static func identity(_ tenant: String?, _ package: String, _ name: String, key: String? = nil) -> Identity {
    Identity(tenant: tenant, package: package, name: name, key: key)
  }
}
