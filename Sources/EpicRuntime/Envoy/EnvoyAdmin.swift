import AsyncHTTPClient
import EpicArtifact
import EpicBase
import NIOCore
import NIOHTTP1

/// Counters and texts of Envoy at one moment.
struct EnvoyStatistics: Sendable {
  private var numbers: [String: UInt64] = [:]
  private var texts: [String: String] = [:]
  /// Names of route configurations to what their statistics start with, which holds a name of the listener's choosing.
  private var routePrefixes: [String: String] = [:]
  /// The same of clusters, which count under their upstream's identity.
  private var clusterPrefixes: [String: String] = [:]

  /// Reads the lines of `/stats`: `name: 12` and `name: "text"`.
  init(_ body: String) {
    for line in body.utf8.split(separator: UInt8(ascii: "\n")) {
      // No name holds a colon: Envoy writes `_` for it.
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { continue }
      let name = String(Substring(line[..<colon]))
      let value = Substring(line[colon...].dropFirst(2))
      if value.hasPrefix("\"") && value.hasSuffix("\"") && value.utf8.count > 1 {
        texts[name] = String(value.dropFirst().dropLast())
      } else if let number = UInt64(value) {
        numbers[name] = number
      }
      guard name.hasSuffix(".update_attempt") else { continue }
      let prefix = name.dropLast(".update_attempt".utf8.count)
      if name.hasPrefix("http."), let marker = name.firstRange(of: "~.rds.") ?? name.firstRange(of: ".rds.") {
        routePrefixes[String(prefix[marker.upperBound...])] = String(prefix)
      } else if name.hasPrefix("cluster."),
        let cluster = StatisticsName.cluster(of: prefix.dropFirst("cluster.".utf8.count))
      {
        clusterPrefixes[cluster] = String(prefix)
      }
    }
  }

  /// What the statistics of a subscription start with.
  private func prefix(_ file: SubscriptionFile) -> String {
    // Envoy writes `_` for `:` in names of statistics.
    let name = String(file.name.map { $0 == ":" ? "_" : $0 })
    switch file.kind {
    case .listeners: return "listener_manager.lds"
    case .clusters: return "cluster_manager.cds"
    case .endpoints: return clusterPrefixes[name] ?? "cluster.\(name)"
    case .secrets: return "sds.\(name)"
    case .routes: return routePrefixes[name] ?? ""
    }
  }

  func subscription(_ file: SubscriptionFile) -> SubscriptionStatistics? {
    let prefix = prefix(file)
    guard let attempts = numbers["\(prefix).update_attempt"] else { return nil }
    return SubscriptionStatistics(
      version: texts["\(prefix).version_text"] ?? "", attempts: attempts,
      successes: numbers["\(prefix).update_success"] ?? 0, rejections: numbers["\(prefix).update_rejected"] ?? 0,
      failures: numbers["\(prefix).update_failure"] ?? 0)
  }

  /// How often a secret's files could not be taken up.
  func failedRotations(_ secret: String) -> UInt64 {
    number("\(prefix(SubscriptionFile(.secrets, EnvoyResource(name: secret, text: [])))).key_rotation_failed")
  }

  func number(_ name: String) -> UInt64 { numbers[name] ?? 0 }

  /// Listeners and clusters that still wait for what they need.
  var warming: UInt64 {
    number("listener_manager.total_listeners_warming") + number("cluster_manager.warming_clusters")
  }
}

/// Statistics of one subscription.
struct SubscriptionStatistics: Hashable, Sendable {
  var version: String
  var attempts: UInt64
  var successes: UInt64
  /// Updates whose content Envoy refused.
  var rejections: UInt64
  /// Updates that Envoy could not read.
  var failures: UInt64
}

/// The admin interface of one Envoy, over its unix socket.
struct EnvoyAdmin: Sendable {
  let socket: String

  private static let responseBytes = 64 << 20
  /// Statistics that tell of subscriptions and what waits.
  private static let filter =
    "(update_attempt|update_success|update_rejected|update_failure|version_text|_warming|"
    + "warming_clusters|key_rotation_failed|total_listeners_active|active_clusters|"
    + "listener_manager.total_filter_chains_draining|server.live)$"

  /// The body of an answer with status 200; nil if Envoy does not answer, or not so.
  func get(_ path: String) async -> String? { await send(.GET, path) }

  /// Asks for an action; false if Envoy does not answer, or not with status 200.
  func post(_ path: String) async -> Bool { await send(.POST, path) != nil }

  /// Counters and versions; nil if Envoy does not answer.
  func statistics() async -> EnvoyStatistics? {
    await get("/stats?filter=\(EnvoyAdmin.escaped(EnvoyAdmin.filter))").map { EnvoyStatistics($0) }
  }

  func isReady() async -> Bool { await get("/ready") != nil }

  private enum Method {
    case GET
    case POST
  }

  private func send(_ method: Method, _ path: String) async -> String? {
    var request = HTTPClientRequest(url: "http+unix://\(EnvoyAdmin.escaped(socket))\(path)")
    request.method = method == .GET ? .GET : .POST
    // A socket has no host; Envoy refuses a request with an empty one.
    request.headers.add(name: "host", value: "envoy")
    do {
      let response = try await HTTPClient.shared.execute(request, timeout: .seconds(10))
      let body = try await response.body.collect(upTo: EnvoyAdmin.responseBytes)
      return response.status == .ok ? String(buffer: body) : nil
    } catch {
      return nil
    }
  }

  /// Percent-encodes everything but letters, digits, `_`, `-` and `.`.
  static func escaped(_ text: String) -> String {
    var output: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "."):
        output.append(byte)
      default:
        output.append(UInt8(ascii: "%"))
        output.appendHex(CollectionOfOne(byte))
      }
    }
    return String(decoding: output, as: UTF8.self)
  }
}
