import EpicArtifact
import EpicBase
import EpicRuntime
import Foundation
import Glibc
import Testing

/// Programs that the tests of the runtime need; a test that lacks one is skipped with its name.
enum Tools {
  static let envoy = find(
    [ProcessInfo.processInfo.environment["EPIC_ENVOY"], "\(root)/build/tools/bin/envoy", "/usr/bin/envoy"])
  static let curl = find(["/usr/bin/curl"])
  static let openssl = find(["/usr/bin/openssl"])
  static let wrk = find(["/usr/bin/wrk", "/usr/local/bin/wrk"])
  static let bird = find(["/usr/sbin/bird"])
  static let birdc = find(["/usr/sbin/birdc"])
  static let knot = find(["/usr/sbin/knotd"])
  static let named = find(["/usr/sbin/named"])
  static let dig = find(["/usr/bin/dig"])
  /// The program under test; `swift build --build-tests` makes it.
  static let epic = find(["\(root)/.build/debug/epic"])

  /// The repository.
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path

  private static func find(_ paths: [String?]) -> String? {
    paths.compactMap { $0 }.first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  /// Runs a program to its end; gives its output, or nil if it failed.
  @discardableResult
  static func run(_ program: String?, _ arguments: [String]) throws -> String? {
    let child = try Child(program, arguments, collectsOutput: true)
    let text = child.readOutput()
    return child.wait() == 0 ? text : nil
  }

  /// A port of loopback that nobody listens on.
  static func freePort() throws -> UInt16 {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(descriptor) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let result = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        bind(descriptor, address, length) == 0 ? getsockname(descriptor, address, &length) : -1
      }
    }
    try #require(result == 0)
    return UInt16(bigEndian: address.sin_port)
  }
}

/// A program started by a test, with nothing blocked and nothing inherited but its output. Foundation's `Process` passes
/// the thread's signal mask on, so that what it starts may never see a request to end.
final class Child {
  let process: pid_t
  private let output: Int32
  private var status: Int32?

  init(_ program: String?, _ arguments: [String], collectsOutput: Bool = false) throws {
    let program = try #require(program)
    var ends: [Int32] = [-1, -1]
    try #require(pipe(&ends) == 0)
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    if collectsOutput {
      posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
    } else {
      posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    }
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    var pointers: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) }
    pointers.append(nil)
    defer { for pointer in pointers { free(pointer) } }
    var process: pid_t = 0
    let error = posix_spawn(&process, program, &actions, &attributes, pointers, environ)
    close(ends[1])
    try #require(error == 0, "cannot start \(program)")
    self.process = process
    output = ends[0]
  }

  deinit {
    kill()
    close(output)
  }

  /// Everything the program writes until it closes its output.
  func readOutput() -> String {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(output, &chunk, chunk.count)
      if count <= 0 { return String(decoding: bytes, as: UTF8.self) }
      bytes += chunk[..<count]
    }
  }

  var isRunning: Bool {
    if status != nil { return false }
    var found: Int32 = 0
    if waitpid(process, &found, WNOHANG) == 0 { return true }
    status = found
    return false
  }

  /// The program's exit status; a signal counts as failure.
  func wait() -> Int32 {
    if let status { return status }
    var found: Int32 = 0
    while waitpid(process, &found, 0) < 0 && errno == EINTR {}
    status = found
    return found
  }

  func kill() {
    if status != nil { return }
    Glibc.kill(process, SIGKILL)
    _ = wait()
  }
}

/// A folder that goes with the test.
final class TemporaryFolder {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "/epic-runtime-\(UUID().uuidString.prefix(8))"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}

/// A release made by hand: one node, one Envoy instance, a TLS listener, a slot, and what a test changes in it.
struct HandMadeRelease {
  static let node = "fra-1"
  static let instance = "stable"
  static let slot = "acme_pods/kubernetes/platform/eu-1/web/pods:http"

  var sequence: UInt64 = 1
  var port: UInt16
  /// Clusters with one static endpoint each: name and port.
  var clusters: [(name: String, port: UInt16)]
  /// The cluster that `/` goes to.
  var target: String
  /// Put into the route, the cluster or the listener, before its last brace: `, "bogus": 1`.
  var routeExtra = ""
  var clusterExtra = ""
  var listenerExtra = ""
  var bootstrapExtra = ""
  var hasListener = true
  var hasInstance = true
  var certificate = "tenants/acme/cert/shop"
  /// Shown to clients that ask for `second.example`; none without it.
  var secondCertificate: String?
  /// Where the users lie that `/` asks the password of; nobody is asked without it.
  var users: String?
  /// Files of the BIRD part.
  var bird: [(path: String, bytes: [UInt8])] = [("epic.conf", [])]

  private func resource(_ kind: EnvoyLayout.ResourceKind, _ body: String) -> [UInt8] {
    Array("{\"@type\": \"\(kind.typeURL)\", \(body)}\n".utf8)
  }

  private func subscription(_ kind: EnvoyLayout.ResourceKind, _ name: String) -> String {
    let path = EnvoyLayout.subscriptionPath(kind, name)
    let watched = kind.holdsFullSet ? ", \"watched_directory\": {\"path\": \"\(kind.subscriptionFolder)\"}" : ""
    return "{\"path_config_source\": {\"path\": \"\(path)\"\(watched)}, \"resource_api_version\": \"V3\"}"
  }

  private func cluster(_ name: String) -> [UInt8] {
    resource(
      .clusters,
      """
      "name": "\(name)", "type": "EDS", "connect_timeout": "2s",
      "eds_cluster_config": {"eds_config": \(subscription(.endpoints, name))}\(clusterExtra)
      """)
  }

  private func listener() -> [UInt8] {
    let second = secondCertificate.map { _ in
      filterChain("second", match: "\"filter_chain_match\": {\"server_names\": [\"second.example\"]}, ") + ", "
    }
    return resource(
      .listeners,
      """
      "name": "shop", "address": {"socket_address": {"address": "127.0.0.1", "port_value": \(port)}},
      "listener_filters": [{"name": "envoy.filters.listener.tls_inspector", "typed_config": {
        "@type": "type.googleapis.com/envoy.extensions.filters.listener.tls_inspector.v3.TlsInspector"}}],
      "filter_chains": [\(second ?? "")\(filterChain("shop", match: ""))]\(listenerExtra)
      """)
  }

  private var passwordFilter: String {
    users == nil
      ? ""
      : """
      {"name": "basic", "typed_config": {
        "@type": "type.googleapis.com/envoy.extensions.filters.http.basic_auth.v3.BasicAuth",
        "users": {"inline_string": "\\n"}}},
      """
  }

  /// What the virtual host says of passwords.
  private var passwords: String {
    users.map { place in
      """
      "typed_per_filter_config": {"basic": {
        "@type": "type.googleapis.com/envoy.extensions.filters.http.basic_auth.v3.BasicAuthPerRoute",
        "users": {"filename": "secrets/\(place)/users"}}},
      """
    } ?? ""
  }

  /// One chain; its secret has its name.
  private func filterChain(_ name: String, match: String) -> String {
    let http = "type.googleapis.com/envoy.extensions.filters"
    return """
      {"name": "\(name)", \(match)
        "transport_socket": {"name": "envoy.transport_sockets.tls", "typed_config": {
          "@type": "type.googleapis.com/envoy.extensions.transport_sockets.tls.v3.DownstreamTlsContext",
          "common_tls_context": {"tls_certificate_sds_secret_configs": [
            {"name": "\(name)", "sds_config": \(subscription(.secrets, name))}]}}},
        "filters": [{"name": "envoy.filters.network.http_connection_manager", "typed_config": {
          "@type": "\(http).network.http_connection_manager.v3.HttpConnectionManager",
          "stat_prefix": "\(name)",
          "rds": {"route_config_name": "shop", "config_source": \(subscription(.routes, "shop"))},
          "http_filters": [\(passwordFilter){"name": "envoy.filters.http.router",
            "typed_config": {"@type": "\(http).http.router.v3.Router"}}]}}]}
      """
  }

  private func secret(_ name: String, _ place: String) -> [UInt8] {
    resource(
      .secrets,
      """
      "name": "\(name)", "tls_certificate": {
        "certificate_chain": {"filename": "secrets/\(place)/tls.crt"},
        "private_key": {"filename": "secrets/\(place)/tls.key"},
        "watched_directory": {"path": "secrets/\(place)"}}
      """)
  }

  /// The tree that a build would write.
  func tree() throws -> ArtifactTree {
    var sink = ArtifactSink(root: "nodes/\(HandMadeRelease.node)/envoy")
    func add(_ path: String, _ bytes: [UInt8]) {
      sink.add("\(HandMadeRelease.instance)/\(path)", bytes)
      // Every resource has a protobuf form beside it, which the applier leaves alone.
      if path.contains("/") { sink.add("\(HandMadeRelease.instance)/\(path.dropLast("json".count))pb", [0x0a, 0]) }
    }
    if hasInstance {
      add(
        "bootstrap.json",
        Array(
          """
          {"node": {"id": "fra-1", "cluster": "edge"\(bootstrapExtra)},
           "admin": {"address": {"pipe": {"path": "admin.sock", "mode": 384}}},
           "dynamic_resources": {"lds_config": \(subscription(.listeners, "")),
                                 "cds_config": \(subscription(.clusters, ""))}}

          """.utf8))
      add("static.json", Array("{\"node\": {\"id\": \"fra-1\", \"cluster\": \"edge\"}}\n".utf8))
      for (name, port) in clusters {
        add("clusters/\(name).json", cluster(name))
        add(
          "endpoints/\(name).json",
          resource(
            .endpoints,
            """
            "cluster_name": "\(name)", "endpoints": [{"lb_endpoints": [{"endpoint": {"address": {"socket_address":
              {"address": "127.0.0.1", "port_value": \(port)}}}}]}]
            """))
      }
      add("clusters/acme_pods~1.json", cluster("acme_pods~1"))
      add(
        "endpoints/acme_pods~1.json",
        resource(
          .endpoints,
          """
          "cluster_name": "acme_pods~1",
          "endpoints": [{"locality": {"region": "kubernetes/platform/eu-1/web/pods:http"}, "lb_endpoints": []}]
          """))
      add(
        "routes/shop.json",
        resource(
          .routes,
          """
          "name": "shop", "virtual_hosts": [{"name": "shop", "domains": ["*"], \(passwords) "routes": [
            {"match": {"path_separated_prefix": "/pods"}, "route": {"cluster": "acme_pods~1"}},
            {"match": {"prefix": "/"}, "route": {"cluster": "\(target)"}\(routeExtra)}]}]
          """))
      add("secrets/shop.json", secret("shop", certificate))
      if let secondCertificate { add("secrets/second.json", secret("second", secondCertificate)) }
      if hasListener { add("listeners/shop.json", listener()) }
    }
    var bird = ArtifactSink(root: "nodes/\(HandMadeRelease.node)/bird")
    for file in self.bird { bird.add(file.path, file.bytes) }
    let source = EndpointSlot.Source.kubernetes(
      cluster: "platform/eu-1", namespace: "web", service: "pods", port: "http")
    let prefix = try #require(IPPrefix(containing: IPAddress(v4: 0x7F00_0000), length: 8))
    let slots = EndpointsFile(slots: [
      EndpointSlot(
        tenant: "acme", upstream: "acme/pods", upstreamFileName: "acme_pods", source: source, prefixes: [prefix],
        maximum: 4)
    ])
    let shared = [Artifact(path: EndpointsFile.path, bytes: slots.write())]
    var parts = [ReleaseFile.Part(target: .node(HandMadeRelease.node), plane: .bird, sink: bird)]
    if hasInstance { parts.append(ReleaseFile.Part(target: .node(HandMadeRelease.node), plane: .envoy, sink: sink)) }
    let release = ReleaseFile(
      workspace: "test", edition: 2026, compiler: "by hand", sequence: sequence, sources: [], parts: parts,
      shared: shared)
    return try ArtifactTree(
      sink.artifacts + bird.artifacts + shared + [Artifact(path: ReleaseFile.path, bytes: release.write())])
  }

  /// Writes the tree into a new folder below `folder`.
  func write(below folder: String) throws -> String {
    let path = "\(folder)/build-\(UUID().uuidString.prefix(8))"
    for artifact in try tree().artifacts {
      let file = URL(fileURLWithPath: "\(path)/\(artifact.path)")
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(artifact.bytes).write(to: file)
    }
    return path
  }

  /// A file for `--endpoints` that fills the slot.
  static func endpoints(_ ports: [UInt16], address: String = "127.0.0.1") -> [UInt8] {
    let list = ports.map { "{\"address\": \"\(address)\", \"port\": \($0), \"ready\": true}" }
    return Array(
      """
      {"format": "epic.endpoints/1", "slots": [{"slot": "\(slot)", "endpoints": [\(list.joined(separator: ", "))]}]}
      """.utf8)
  }
}

/// Servers that answer with their own name, by one Envoy of their own: it keeps up with any load.
final class Backends {
  let ports: [String: UInt16]
  private let child: Child

  init(_ names: [String], in folder: String) throws {
    var ports: [String: UInt16] = [:]
    var listeners: [String] = []
    for name in names {
      let port = try Tools.freePort()
      ports[name] = port
      let http = "type.googleapis.com/envoy.extensions.filters"
      listeners.append(
        """
        {"name": "\(name)", "address": {"socket_address": {"address": "127.0.0.1", "port_value": \(port)}},
         "filter_chains": [{"filters": [{"name": "envoy.filters.network.http_connection_manager", "typed_config": {
           "@type": "\(http).network.http_connection_manager.v3.HttpConnectionManager", "stat_prefix": "x",
           "route_config": {"virtual_hosts": [{"name": "x", "domains": ["*"], "routes": [{"match": {"prefix": "/"},
             "direct_response": {"status": 200, "body": {"inline_string": "\(name)"}}}]}]},
           "http_filters": [{"name": "envoy.filters.http.router",
             "typed_config": {"@type": "\(http).http.router.v3.Router"}}]}}]}]}
        """)
    }
    self.ports = ports
    let file = "\(folder)/backends.json"
    try Data("{\"static_resources\": {\"listeners\": [\(listeners.joined(separator: ", "))]}}".utf8)
      .write(to: URL(fileURLWithPath: file))
    child = try Child(
      Tools.envoy, ["-c", file, "--disable-hot-restart", "--concurrency", "1", "--log-level", "error"])
    let port = ports[names[names.count - 1]] ?? 0
    for _ in 0..<500 {
      if try Tools.run(Tools.curl, ["-s", "-m", "1", "http://127.0.0.1:\(port)/"]) != nil { return }
      usleep(20_000)
    }
    Issue.record("the backends did not start")
  }

  func port(_ name: String) -> UInt16 { ports[name] ?? 0 }
}

/// A node that tests apply to, with its backends. Everything it started ends with it.
final class TestNode {
  let folder: TemporaryFolder
  let backends: Backends
  var settings: NodeSettings
  var release: HandMadeRelease
  private(set) var events: [String] = []

  init() throws {
    folder = try TemporaryFolder()
    backends = try Backends(["blue", "green", "pod-1", "pod-2"], in: folder.path)
    settings = NodeSettings(
      node: HandMadeRelease.node, stateFolder: "\(folder.path)/state", secretsFolder: "\(folder.path)/secrets")
    settings.envoy.binary = Tools.envoy
    settings.envoy.concurrency = 1
    settings.envoy.drainSeconds = 2
    settings.envoy.acceptSeconds = 30
    release = HandMadeRelease(
      port: try Tools.freePort(), clusters: [("acme_blue~1", backends.port("blue"))], target: "acme_blue~1")
    try certificate("one")
  }

  deinit { kill() }

  /// Process ids of the node's Envoys, from their records.
  var processes: [Int32] {
    let path = "\(settings.stateFolder)/processes/\(HandMadeRelease.instance).json"
    guard let data = FileManager.default.contents(atPath: path),
      let root = try? JSONSerialization.jsonObject(with: data) as? [String: Any], let id = root["process"] as? Int
    else { return [] }
    return [Int32(id)]
  }

  /// Kills the node's Envoys and waits until they are gone.
  func kill() {
    for process in processes where Glibc.kill(process, SIGKILL) == 0 {
      var status: Int32 = 0
      for _ in 0..<200 where waitpid(process, &status, WNOHANG) == 0 { usleep(10_000) }
    }
  }

  /// Puts a new certificate of that name into the store.
  func certificate(_ name: String, at place: String = "tenants/acme/cert/shop") throws {
    let path = "\(settings.secretsFolder)/\(place)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    try Tools.run(
      Tools.openssl,
      [
        "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-keyout", "\(path)/tls.key",
        "-out", "\(path)/tls.crt", "-days", "2", "-subj", "/CN=\(name)",
      ])
    try Tools.run("/bin/chmod", ["-R", "go=", settings.secretsFolder])
  }

  /// Puts a file into the store.
  func secret(_ name: String, _ text: String, at place: String) throws {
    let path = "\(settings.secretsFolder)/\(place)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(fileURLWithPath: "\(path)/\(name)"))
    try Tools.run("/bin/chmod", ["-R", "go=", settings.secretsFolder])
  }

  /// Applies the node's release as it is now. `between` is called between two steps with the events so far; what it
  /// gives ends the apply.
  @discardableResult
  func apply(
    _ source: ApplyRequest.Source? = nil, endpoints: [UInt8]? = nil, change: (inout ApplyRequest) -> Void = { _ in },
    between: @escaping ([String]) -> String? = { _ in nil }
  ) async throws -> ApplyReport {
    var request = ApplyRequest(source: try source ?? .path(release.write(below: folder.path)))
    request.endpoints = endpoints
    change(&request)
    events = []
    var seen: [String] = []
    let applier = Applier(settings: settings, interruption: { between(seen) }) { seen.append($0.description) }
    defer { events = seen }
    return try await applier.apply(request)
  }

  /// The error of an apply that has to fail.
  func refusal(
    _ source: ApplyRequest.Source? = nil, endpoints: [UInt8]? = nil,
    change: (inout ApplyRequest) -> Void = { _ in }, between: @escaping ([String]) -> String? = { _ in nil }
  ) async throws -> ApplyError? {
    do {
      try await apply(source, endpoints: endpoints, change: change, between: between)
      return nil
    } catch let error as ApplyError {
      return error
    }
  }

  func get(_ path: String) throws -> String? {
    try Tools.run(Tools.curl, ["-sk", "-f", "-m", "5", "https://127.0.0.1:\(release.port)\(path)"])
  }

  /// The status of an answer, with a user's password if one is given.
  func status(_ path: String, user: String? = nil) throws -> Int? {
    let credential = user.map { ["-u", $0] } ?? []
    return try Tools.run(
      Tools.curl,
      ["-sk", "-m", "5", "-o", "/dev/null", "-w", "%{http_code}"] + credential
        + ["https://127.0.0.1:\(release.port)\(path)"]
    ).flatMap { Int($0) }
  }

  /// Common name of the certificate that the listener shows to a client that asks for a host, or for none.
  func shownCertificate(_ host: String? = nil) throws -> String? {
    try Tools.run(
      "/bin/sh",
      [
        "-c",
        "openssl s_client \(host.map { "-servername \($0)" } ?? "-noservername") -connect 127.0.0.1:\(release.port) "
          + "</dev/null 2>/dev/null | openssl x509 -noout -subject",
      ])?.split(separator: " ").last.map { $0.trimmingCharacters(in: .newlines) }
  }

  /// Every file of the run directory that Envoy reads, by path, with its bytes.
  func files() throws -> [String: Data] {
    let root = "\(settings.stateFolder)/envoy/\(HandMadeRelease.instance)"
    var result: [String: Data] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: "\(root)/xds") where path.hasSuffix(".json") {
      result[path] = FileManager.default.contents(atPath: "\(root)/xds/\(path)")
    }
    return result
  }

  /// What Envoy says of its clusters.
  func admin(_ path: String) throws -> String? {
    let process = try #require(processes.first)
    return try Tools.run(
      Tools.curl, ["-s", "-m", "5", "--unix-socket", "/proc/\(process)/cwd/admin.sock", "http://envoy\(path)"])
  }

  func status() async throws -> NodeStatus { try await StatusReader(settings: settings).status() }
}
