import EpicArtifact
import EpicBase
import EpicIR

/// What the nodes of one site announce, and to whom.
struct SiteAnnouncements {
  /// One announced prefix.
  struct Route {
    var prefix: IPPrefix
    var communities: [BGPCommunity]
    /// Addresses in it that ingresses of the site hold, sorted.
    var addresses: [IPAddress]

    /// /32 or /128, which goes only to peers that accept host routes.
    var isHostRoute: Bool { Int(prefix.length) == prefix.family.bitWidth }
  }

  let speaker: BGPSpeaker?
  /// Sorted by prefix.
  let routes: [Route]

  init(_ deployment: Deployment, site: RowID<Site>) {
    speaker = deployment.sites[site].bgp
    var routes: [Route] = []
    for ingress in deployment.ingresses where ingress.sites.contains(site) {
      for drawn in ingress.addresses {
        guard let announcement = deployment.announcement(of: drawn, at: site) else { continue }
        let prefix =
          switch announcement.form {
          case .eachAddress: IPPrefix(host: drawn.address)
          case .prefix(let prefix): prefix
          }
        routes.append(Route(prefix: prefix, communities: announcement.communities, addresses: [drawn.address]))
      }
    }
    self.routes = SiteAnnouncements.merge(routes)
  }

  /// One route a prefix, with the addresses of all.
  private static func merge(_ routes: [Route]) -> [Route] {
    let sorted = routes.sorted { left, right in
      left.prefix == right.prefix
        ? left.addresses.lexicographicallyPrecedes(right.addresses) : left.prefix < right.prefix
    }
    var merged: [Route] = []
    merged.reserveCapacity(sorted.count)
    for route in sorted {
      if let last = merged.indices.last, merged[last].prefix == route.prefix {
        if merged[last].addresses.last != route.addresses.first { merged[last].addresses += route.addresses }
      } else {
        merged.append(route)
      }
    }
    return merged
  }

  /// The peers that the node has an address to speak to, each with that address. A session carries the prefixes of its
  /// own family.
  func sessions(of node: Node) -> [(peer: BGPPeer, local: IPAddress)] {
    (speaker?.peers ?? []).compactMap { peer in node.address(peer.address.family).map { (peer, $0) } }
  }

  /// The list for the applier.
  func file(for node: Node, generation: UInt64, content: ContentDigest) -> AnnouncementsFile {
    AnnouncementsFile(
      node: node.name, generation: generation, content: content,
      routes: routes.map { route in
        .init(
          prefix: route.prefix, protocol: BIRDName.staticProtocol(route.prefix),
          communities: route.communities.map(\.description), addresses: route.addresses)
      },
      sessions: sessions(of: node).map { session in
        let exports = routes.count {
          $0.prefix.family == session.local.family && (session.peer.acceptsHostRoutes || !$0.isHostRoute)
        }
        return .init(
          protocol: BIRDName.bgpProtocol(session.peer.name), neighbor: session.peer.address,
          exports: UInt32(clamping: exports),
          password: session.peer.password.map {
            .init(define: BIRDName.password(session.peer.name), secret: $0.path)
          })
      })
  }
}

extension Node {
  /// The node's first address of the family.
  func address(_ family: IPFamily) -> IPAddress? { addresses.first { $0.family == family } }

  /// The node's BGP identifier (RFC 4271 section 4.2, RFC 6286): its first IPv4 address. A node without one gets a number
  /// that follows from its name: the first octet from 1 to 126, so that every implementation takes it.
  var routerIdentifier: IPAddress {
    if let address = address(.v4) { return address }
    let digest = ContentDigest(of: Array("router-id \(name)".utf8)).bytes
    let low = digest[1...3].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    return IPAddress(v4: (1 + UInt32(digest[0]) % 126) << 24 | low)
  }
}

/// Names in the fragment. All start with `epic_` or, for constants, `EPIC_`.
enum BIRDName {
  /// Longest peer name whose symbols fit in BIRD's `SYM_MAX_LEN` of 64 bytes, zero included.
  static let maximumPeerNameBytes = 48

  /// `epic_v4_c6336414_32`: from the prefix itself, so it stays when neighbours change.
  static func staticProtocol(_ prefix: IPPrefix) -> String {
    var bytes: [UInt8] = []
    bytes.append(prefix.family == .v4 ? "epic_v4_" : "epic_v6_")
    bytes.appendHex(prefix.address.bytes)
    bytes.append(UInt8(ascii: "_"))
    bytes.appendDecimal(UInt64(prefix.length))
    return String(decoding: bytes, as: UTF8.self)
  }

  static func bgpProtocol(_ peer: String) -> String { "epic_bgp_\(symbol(peer))" }

  static func password(_ peer: String) -> String { "EPIC_PASSWORD_\(symbol(peer))" }

  /// A DNS label as the rest of a BIRD symbol: labels hold no underscore, so no two of them meet.
  private static func symbol(_ label: String) -> String {
    String(
      decoding: label.utf8.map { byte in
        switch byte {
        case 48...57, 65...90, 97...122: byte
        default: UInt8(ascii: "_")
        }
      }, as: UTF8.self)
  }
}
