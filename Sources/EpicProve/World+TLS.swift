import EpicBase
import EpicIR

extension ProofContext {
  /// What the TLS of requests to a table's routes can be negotiated to, the newest first and clear text last: between the
  /// least that a listener takes and the newest there is. Everything where nothing uses the table.
  func tls(of table: Int) -> [TLSVersion?] {
    if users[table].isEmpty { return World.everyTLS }
    var least: TLSVersion?
    var isClear = false
    for listener in listeners(of: table) {
      switch listener.service {
      case .https(let version, _): least = least.map { min($0, version) } ?? version
      case .http: isClear = true
      case .redirectToHTTPS, .passthrough, .tcp, .udp: break
      }
    }
    return World.everyTLS.filter { version in
      if let version { least.map { $0 <= version } ?? false } else { isClear }
    }
  }

  /// The ports through which requests reach a table's routes.
  func listeners(of table: Int) -> [IngressListener] {
    users[table].flatMap { deployment.ingresses[$0].listeners.filter { $0.routes?.index == table } }
  }
}

extension World {
  /// Every version of TLS, the newest first, and clear text.
  static let everyTLS: [TLSVersion?] = TLSVersion.allCases.reversed() + [nil]

  /// Whether some request has one of the versions, or, if that is not to be, none of them.
  func meets(_ versions: [TLSVersion], _ holds: Bool) -> Bool {
    tls.contains { ($0.map(versions.contains) ?? false) == holds }
  }

  /// How requests come, as the end of a sentence: `over TLS 1.2 or 1.3, or in clear text`.
  var ways: String {
    let versions = tls.compactMap { $0 }.sorted()
    let clear = tls.contains(nil) ? "in clear text" : nil
    if versions.isEmpty { return clear ?? "" }
    let secure = "over \(World.phrase(versions))"
    return clear.map { "\(secure), or \($0)" } ?? secure
  }

  /// `TLS 1.2 or 1.3`; `TLS` for every version.
  static func phrase(_ versions: [TLSVersion]) -> String {
    let names = versions.map(\.description)
    guard let last = names.last, versions != TLSVersion.allCases else { return "TLS" }
    return "TLS " + (names.count > 1 ? "\(names.dropLast().joined(separator: ", ")) or \(last)" : last)
  }
}

extension Constraints {
  /// What a connection's TLS is negotiated to; nil inside is clear text.
  struct ChosenTLS {
    var chosen: TLSVersion?
  }

  /// The first way that is left, as the world orders them.
  func solvedTLS(in world: World) -> ChosenTLS? {
    let found = world.tls.first { candidate in
      guard let candidate else { return tls.positive.isEmpty }
      return tls.positive.allSatisfy { $0.contains(candidate) } && !tls.negative.contains(candidate)
    }
    return found.map { ChosenTLS(chosen: $0) }
  }
}
