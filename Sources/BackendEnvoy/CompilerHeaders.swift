import EpicBase

/// Names by which parts of one Envoy hand values to each other. A client's copies of the headers are removed before
/// anything reads them, and no header of this prefix reaches an upstream, but for `originalPath` and `originalHost`,
/// which a CDN tier sees.
enum CompilerHeader {
  /// Every header that starts with it belongs to the compiler.
  static let prefix: StaticString = "x-epic-"
  /// ISO 3166-1 code of the client's country, from the connection's geo lookup.
  static let country: StaticString = "x-epic-country"
  /// Number of the client's autonomous system, without `AS`.
  static let autonomousSystem: StaticString = "x-epic-asn"
  /// What the connection's TLS was negotiated to, as `TLSVersion.envoyName`; absent in clear text.
  static let tls: StaticString = "x-epic-tls"
  /// The path in its normal form, without the query.
  static let path: StaticString = "x-epic-path"
  /// Names a cluster, and is in no request.
  static let noCluster: StaticString = "x-epic-no-cluster"
  /// Host and path prefix of the tier that was chosen for an attempt.
  static let tierHost: StaticString = "x-epic-tier-host"
  static let tierPrefix: StaticString = "x-epic-tier-prefix"

  /// First value of a query parameter, percent-decoded.
  static func query(_ name: String) -> String { "x-epic-query-\(hex(XXH64.hash(name)))" }

  static func hex(_ value: UInt64) -> String {
    var bytes: [UInt8] = []
    bytes.appendHex((0..<8).map { UInt8(truncatingIfNeeded: value >> UInt64(56 - $0 * 8)) })
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// Keys of filter state objects.
enum FilterStateKey {
  /// The connection's peer address, as an address.
  static let client: StaticString = "epic.client"
}
