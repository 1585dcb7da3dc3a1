package import EpicBase

/// What the applier must know of the node it runs on: where things are, and which planes it has. Nothing in it comes from
/// a bundle, so a bundle cannot widen it.
package struct NodeSettings: Hashable, Sendable {
  /// How the node's Envoys run.
  package struct Envoy: Hashable, Sendable {
    /// Envoy binaries by instance; an instance without one takes `binary`.
    package var binaries: [Binary] = []
    /// The binary of every other instance; nil if each has its own.
    package var binary: String?
    /// Worker threads of each Envoy; nil for one a core.
    package var concurrency: UInt32?
    /// How long a replaced listener or filter chain keeps its connections, in seconds.
    package var drainSeconds: UInt32 = 600
    /// How long a change may wait for Envoy to accept it, in seconds.
    package var acceptSeconds: UInt32 = 60
    /// How long Envoy's own check of a release may take, in seconds.
    package var checkSeconds: UInt32 = 120
    /// Whether the inlined form is run through `--mode validate` before anything changes.
    package var validates = true

    package init() {}
  }

  /// One instance's binary.
  package struct Binary: Hashable, Sendable {
    package var instance: String
    package var path: String

    package init(instance: String, path: String) {
      self.instance = instance
      self.path = path
    }
  }

  /// The BIRD that runs on the node, under its own supervision.
  package struct BIRD: Hashable, Sendable {
    /// Control socket.
    package var socket: String
    /// The main configuration file. It includes `FOLDER/current/epic.conf` by that path.
    package var configuration: String
    /// The folder that belongs to the applier: one folder a generation, and the link `current`.
    package var folder: String
    /// How long BIRD waits for a confirmation before it undoes a change by itself, in seconds.
    package var confirmSeconds: UInt32 = 60
    /// Whether the node must hold every announced address before anything is announced.
    package var checksAddresses = true

    package init(socket: String, configuration: String, folder: String) {
      self.socket = socket
      self.configuration = configuration
      self.folder = folder
    }
  }

  /// A zone that this node writes.
  package struct Zone: Hashable, Sendable {
    package var name: String
    /// The primary server; nil takes the release's servers.
    package var server: HostEndpoint?
    /// How long one exchange with the server may take, in seconds.
    package var timeoutSeconds: UInt32 = 5

    package init(name: String, server: HostEndpoint? = nil) {
      self.name = name
      self.server = server
    }
  }

  /// The node's name in the release.
  package var node: String
  /// The applier's own folder: lock, releases, endpoints, Envoy's run directories.
  package var stateFolder: String
  /// Secrets by path (`tenants/acme/cert/shop/tls.key`); neither it nor anything in it is open to group or others.
  package var secretsFolder: String
  /// Trusted authorities of the machine (PEM), for upstreams that are checked against them.
  package var systemAuthorities = "/etc/ssl/certs/ca-certificates.crt"
  package var envoy = Envoy()
  /// Nil if the node announces nothing.
  package var bird: BIRD?
  /// The zones that this node writes; none on most nodes.
  package var zones: [Zone] = []
  /// Largest share of listeners, endpoints, prefixes or records that a release may take away, in percent.
  package var shrinkPercent: UInt32 = 50

  package init(node: String, stateFolder: String, secretsFolder: String) {
    self.node = node
    self.stateFolder = stateFolder
    self.secretsFolder = secretsFolder
  }

  /// Sets the places that the command line names, absolute or by the current folder; what is nil stays.
  package mutating func place(state: String?, secrets: String?, envoy: String?) {
    if let state { stateFolder = Files.fromRoot(state) }
    if let secrets { secretsFolder = Files.fromRoot(secrets) }
    if let envoy { self.envoy.binary = Files.fromRoot(envoy) }
  }

  /// The binary of an instance; nil if the settings name none. An isolated ingress's instance is named after its engine,
  /// a tilde and itself, and takes the engine's binary unless it has one of its own.
  package func binary(of instance: String) -> String? {
    let engine = instance.prefix { $0 != "~" }
    return (envoy.binaries.first { $0.instance == instance } ?? envoy.binaries.first { $0.instance == engine })?.path
      ?? envoy.binary
  }
}
