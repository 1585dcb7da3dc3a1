/// Names and relative paths of the Envoy plane: what the compiler emits and what the applier makes of it. Both sides
/// take every name from here.
///
/// **The artifact folder** `nodes/NODE/envoy/INSTANCE/` (an instance is one Envoy process: a node and an
/// engine; an ingress that says `isolate` has one of its own, `ENGINE~INGRESS`):
///
///     bootstrap.json                 starts Envoy; refers to the run directory by relative paths only
///     static.json                    everything inlined, for `--mode validate`; run with the run directory as cwd
///     listeners/NAME.json            one resource a file: a JSON object with `@type`, for people and the applier
///     listeners/NAME.pb              the same resource as a protobuf message of the kind's type, for Envoy
///     clusters/NAME.json, .pb
///     routes/NAME.json, .pb
///     endpoints/NAME.json, .pb
///     secrets/NAME.json, .pb         references to files, never key material
///     data/NAME                      data files that resources name (geo databases), byte for byte
///
/// **The run directory** belongs to the applier, is private to one instance, and is Envoy's current directory, so that
/// artifacts hold no absolute path:
///
///     bootstrap.json                 a copy of the artifact
///     admin.sock                     Envoy's admin interface
///     data/NAME                      copies of the artifact's data files; replaced by rename, Envoy reloads them
///     secrets/                       the node's secret store (a symbolic link to it, or the store itself)
///     system/ca.crt                  the machine's trusted authorities (a symbolic link or a copy)
///     xds/lds/lds.json               DiscoveryResponse with every listener
///     xds/cds/cds.json               DiscoveryResponse with every cluster
///     xds/rds/NAME.json              DiscoveryResponse with exactly one route configuration
///     xds/eds/NAME.json              DiscoveryResponse with exactly one ClusterLoadAssignment
///     xds/sds/NAME.json              DiscoveryResponse with exactly one secret
///
/// Envoy reads a file again when something is *renamed* into its place, never when it is edited. LDS and CDS are alone
/// in the folder that Envoy watches for them; a RDS, EDS or SDS file is watched by its own name, so a rename beside it
/// (a temporary name in the same folder included) wakes nobody else. All five folders, and every file that a resource
/// names, exist before Envoy starts and before a response names them.
///
/// **Watches.** Each subscription (LDS, CDS, one for every RDS, EDS and SDS file) and every certificate's folder costs
/// Envoy one inotify instance; Linux allows 128 a user (`fs.inotify.max_user_instances`) over all of them together.
///
/// **Users.** A file of users (`auth basic`) is read with the routes that name it, and never again. The applier writes the name
/// of its version into the path, so that other users make other routes.
///
/// **Endpoints.** `endpoints/NAME.json` holds the priorities and localities of one cluster. Static members are in it
/// already. A locality whose `region` starts with `kubernetes/` or `feed/` is a slot: it is emitted with an empty `lb_endpoints`
/// list, and the applier fills in the slot's addresses. A locality of a slot without `load_balancing_weight` takes its
/// number of endpoints as weight (`by pods`); one with a weight keeps it.
package enum EnvoyLayout {
  /// inotify instances that Linux gives a user, over all of its processes, unless it is told otherwise
  /// (`fs.inotify.max_user_instances`).
  package static let defaultWatchLimit = 128
  /// inotify instances that are left for what an Envoy opens for a moment, and for other programs of the user: the applier
  /// refuses a release that would take more.
  package static let watchReserve = 8

  /// Kinds of resources, in the order in which they are added (removal is the reverse).
  package enum ResourceKind: String, Hashable, Sendable, CaseIterable {
    case secrets
    case endpoints
    case clusters
    case routes
    case listeners

    /// Folder of the artifacts of this kind, below the instance's folder.
    package var folder: String { rawValue }

    /// The type URL that stands in a resource's `@type` and in a DiscoveryResponse.
    package var typeURL: String {
      switch self {
      case .secrets: "type.googleapis.com/envoy.extensions.transport_sockets.tls.v3.Secret"
      case .endpoints: "type.googleapis.com/envoy.config.endpoint.v3.ClusterLoadAssignment"
      case .clusters: "type.googleapis.com/envoy.config.cluster.v3.Cluster"
      case .routes: "type.googleapis.com/envoy.config.route.v3.RouteConfiguration"
      case .listeners: "type.googleapis.com/envoy.config.listener.v3.Listener"
      }
    }

    /// Folder of the files that Envoy subscribes to, below the run directory.
    package var subscriptionFolder: String {
      switch self {
      case .secrets: "xds/sds"
      case .endpoints: "xds/eds"
      case .clusters: "xds/cds"
      case .routes: "xds/rds"
      case .listeners: "xds/lds"
      }
    }

    /// Whether one file holds the full set (listeners, clusters) rather than exactly one resource.
    package var holdsFullSet: Bool { self == .listeners || self == .clusters }
  }

  /// The bootstrap, in the artifact folder and in the run directory.
  package static let bootstrapFile = "bootstrap.json"
  /// The inlined form, in the artifact folder.
  package static let staticFile = "static.json"
  /// Folder of data files, in the artifact folder and in the run directory.
  package static let dataFolder = "data"
  /// Unix domain socket of the admin interface, in the run directory.
  package static let adminSocket = "admin.sock"
  /// Where the run directory shows the node's secret store.
  package static let secretFolder = "secrets"
  /// Trusted authorities of the machine (PEM), in the run directory.
  package static let systemAuthoritiesFile = "system/ca.crt"
  /// Certificate chain (PEM) in a certificate's folder of the secret store.
  package static let certificateFile = "tls.crt"
  /// Private key (PEM) in a certificate's folder of the secret store.
  package static let privateKeyFile = "tls.key"
  /// Authorities (PEM) in an authority's folder of the secret store: `secrets/platform/ca/cdn/ca.crt`.
  package static let authorityFile = "ca.crt"
  /// A key, and nothing else, in its folder of the secret store: of a client, or of a sign-in.
  package static let keyFile = "key"
  /// Users with their hashed passwords, a line `name:{SHA}…` each, in their folder of the secret store.
  package static let usersFile = "users"
  /// Ends the resource name of a secret that is a key.
  package static let keySuffix = "~key"
  /// Ends the resource name of a secret that is an authority, not a certificate.
  package static let authoritySuffix = "~ca"
  /// Ends the resource name of a certificate that the edge shows to endpoints.
  package static let clientCertificateSuffix = "~client"
  /// Starts the `region` of a locality that the applier fills with pods.
  private static let podSlotPrefix = "kubernetes/"
  /// Starts the `region` of a locality that the applier fills with what is put into a feed.
  private static let feedSlotPrefix = "feed/"

  /// File of the subscription that holds the full set: LDS or CDS.
  package static let listenersFile = "xds/lds/lds.json"
  package static let clustersFile = "xds/cds/cds.json"

  /// The artifact of one resource, below the instance's folder. Resource names are file names already: they hold no
  /// slash and do not start with a dot.
  package static func artifactPath(_ kind: ResourceKind, _ name: String) -> String { "\(kind.folder)/\(name).json" }

  /// The artifact of the same resource in protobuf's wire format. The applier reads the JSON only.
  package static func protobufPath(_ kind: ResourceKind, _ name: String) -> String { "\(kind.folder)/\(name).pb" }

  /// Whether an artifact is a resource's protobuf form, which says what the JSON beside it does.
  package static func isProtobuf(_ path: String) -> Bool { path.hasSuffix(".pb") }

  /// The file that Envoy reads the resource from, below the run directory.
  package static func subscriptionPath(_ kind: ResourceKind, _ name: String) -> String {
    switch kind {
    case .listeners: listenersFile
    case .clusters: clustersFile
    case .secrets, .endpoints, .routes: "\(kind.subscriptionFolder)/\(name).json"
    }
  }

  /// The name of a Kubernetes slot within its upstream, which is the `region` of its locality. `cluster` is the
  /// cluster's identity as text; `port` is the Service port's name or number, as written.
  package static func slot(cluster: String, namespace: String, service: String, port: String) -> String {
    "\(podSlotPrefix)\(cluster)/\(namespace)/\(service):\(port)"
  }

  /// The name of a feed's slot within its upstream, which is the `region` of its locality.
  package static func slot(feed: String) -> String { "\(feedSlotPrefix)\(feed)" }

  /// Whether a locality of that `region` is one that the applier fills.
  package static func isSlot(region: String) -> Bool {
    region.hasPrefix(podSlotPrefix) || region.hasPrefix(feedSlotPrefix)
  }

  /// Name of the Envoy cluster for consecutive tiers of an upstream (`upstream` is its identity as file name, `tier` the
  /// number of the first of them, from 1), and of its endpoints. The tiers of one upstream that Envoy cannot hold in one
  /// cluster are ordered by an aggregate cluster with the upstream's own name.
  package static func cluster(upstream: String, tier: Int) -> String { "\(upstream)~\(tier)" }
}
