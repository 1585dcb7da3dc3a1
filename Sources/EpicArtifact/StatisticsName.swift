/// Names under which Envoy counts: one owner after the other, so that labels can be cut out of them exactly
/// (`StatisticsConfiguration`), and so that the applier finds the statistics of what it wrote.
///
/// A tilde, which no identity holds, ends each part. An owner is `TENANT~IDENTITY~`, with nothing for the platform:
///
///     cluster.TENANT~UPSTREAM~TIER.…           TIER is the number of a cluster's first tier, or `all`
///     cluster.TENANT~INGRESS~jwks~NAME.…       a server that an ingress asks by itself, `oidc` for a sign-in's
///     http.TENANT~INGRESS~.…                   all ports of an ingress; `tcp` and `udp` alike
///     listener.TENANT~INGRESS~PORT.…           all addresses of a port; `PORT-udp` for datagrams and HTTP/3
///     vhost.TENANT~INGRESS~.route.c~ROUTE~.…   a route that is counted; `t~` in front where times are, too
///     rate_limit.TENANT~INGRESS~KIND.…         KIND is `ingress`, `token` or `arm`
///     sds.tenants.TENANT.PATH.…                a secret
package enum StatisticsName {
  /// `acme~acme.web/shop~`. No tenant stands for the platform.
  package static func owner(tenant: String?, identity: String) -> String { "\(tenant ?? "")~\(identity)~" }

  /// The cluster resource whose statistics begin with `cluster.TOKEN.`; nil for what is no cluster of addresses: the name
  /// of a resource spells an identity `acme.web/cart[alpha]` as the file name `acme.web_cart.alpha`.
  package static func cluster(of token: Substring) -> String? {
    let parts = token.utf8.split(separator: UInt8(ascii: "~"), omittingEmptySubsequences: false)
    guard parts.count == 3, let tier = UInt32(Substring(parts[2])) else { return nil }
    var name: [UInt8] = parts[1].contains(UInt8(ascii: "/")) ? [] : [UInt8(ascii: "_")]
    for byte in parts[1] {
      switch byte {
      case UInt8(ascii: "/"): name.append(UInt8(ascii: "_"))
      case UInt8(ascii: "["): name.append(UInt8(ascii: "."))
      case UInt8(ascii: "]"): break
      default: name.append(byte)
      }
    }
    return EnvoyLayout.cluster(upstream: String(decoding: name, as: UTF8.self), tier: Int(tier))
  }
}
