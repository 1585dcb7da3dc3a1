import EpicBackend
import EpicBase
import EpicIR

/// What one Envoy process serves: an engine's ingresses at a site, or one that has a process of its own. All that is emitted for it is a function of these.
struct InstanceScope: Sendable {
  let deployment: Deployment
  let site: RowID<Site>
  let engine: RowID<Engine>
  /// Name of the process, and of its folder.
  let instance: String
  /// In table order.
  let ingresses: [RowID<Ingress>]
  /// By route table.
  let needs: [RouteNeeds]
  /// By upstream.
  let shapes: [UpstreamShape]
  /// In which form tables of routes are written.
  var routeForm = RouteForm.auto
  /// By ingress, of those that have some.
  var hatches: [Int: NativeHatches] = [:]
  /// Whether what values are made from is noted.
  var isRecording = false

  /// The database that country and AS number come from.
  var geoDatabase: GeoDatabase? { deployment.geoDatabases.first }
}

/// How an upstream's tiers are divided among Envoy's clusters.
struct UpstreamShape: Sendable {
  /// Consecutive tiers in one cluster.
  struct Group: Sendable {
    enum Kind: Sendable {
      /// Addresses, known or filled in at run time: an EDS cluster, each tier one priority (a `nearest` tier several).
      case addresses
      /// Names that Envoy resolves: a cluster of its own.
      case names
      /// A CDN: a cluster of its own.
      case cdn
    }
    let kind: Kind
    /// Positions in the upstream's tiers.
    let tiers: Range<Int>
    /// Name of the cluster, and of its endpoints.
    let name: String
  }
  /// In tier order; at least one.
  let groups: [Group]
  /// The cluster that routes name.
  let cluster: String
  /// Whether a tier's host or path prefix is set on each attempt.
  let rewritesTiers: Bool
  /// Whether the order of endpoints depends on the serving site.
  let dependsOnSite: Bool
}
