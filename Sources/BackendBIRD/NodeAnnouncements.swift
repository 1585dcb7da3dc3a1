import EpicArtifact
import EpicBase
import EpicIR

/// What one node announces, and to whom.
struct NodeAnnouncements {
  /// One announced prefix.
  struct Route {
    var prefix: IPPrefix
    var communities: [BGPCommunity]
    /// Addresses in it that ingresses on the node hold, sorted.
    var addresses: [IPAddress]

    /// /32 or /128, which goes only to peers that accept host routes.
    var isHostRoute: Bool { Int(prefix.length) == prefix.family.bitWidth }
  }

  /// A BGP session of the node.
  struct Session {
    var peer: BGPPeer
    /// The node's address that it speaks from.
    var local: IPAddress
    /// Families of the prefixes that it carries, IPv4 first.
    var families: [IPFamily]
  }

  let node: Node
  let speaker: BGPSpeaker?
  /// Sorted by prefix.
  var routes: [Route]
  /// In the site's order.
  var sessions: [Session]

  init(_ deployment: Deployment, node id: RowID<Node>) {
    node = deployment.nodes[id]
    let site = deployment.sites[node.site]
    speaker = site.bgp
    routes = NodeAnnouncements.routes(deployment, site: node.site)
    sessions = []
    for peer in site.bgp?.peers ?? [] {
      guard let local = node.address(peer.address.family) else { continue }
      let families = NodeAnnouncements.families(of: peer, at: site).filter { node.address($0) != nil }
      sessions.append(Session(peer: peer, local: local, families: families))
    }
  }

  /// What the nodes of a site announce: every announced address of an ingress that the site serves, as a host route or
  /// through its pool's prefix. Sorted by prefix.
  static func routes(_ deployment: Deployment, site: RowID<Site>) -> [Route] {
    guard let speaker = deployment.sites[site].bgp else { return [] }
    var routes: [Route] = []
    for ingress in deployment.ingresses where ingress.sites.contains(site) {
      for drawn in ingress.addresses {
        let pool = deployment.pools[drawn.pool]
        guard let announcement = pool.announcement, announcement.autonomousSystem == speaker.autonomousSystem,
          pool.sites.contains(site)
        else { continue }
        let prefix =
          switch announcement.form {
          case .eachAddress: IPPrefix(host: drawn.address)
          case .prefix(let prefix): prefix
          }
        routes.append(
          Route(prefix: prefix, communities: announcement.communities, addresses: [drawn.address]))
      }
    }
    routes.sort { $0.prefix == $1.prefix ? $0.addresses[0] < $1.addresses[0] : $0.prefix < $1.prefix }
    var merged: [Route] = []
    merged.reserveCapacity(routes.count)
    for route in routes {
      if let last = merged.indices.last, merged[last].prefix == route.prefix {
        if merged[last].addresses.last != route.addresses.first { merged[last].addresses += route.addresses }
      } else {
        merged.append(route)
      }
    }
    return merged
  }

  /// Families that a session with the peer carries: its own, and the other one where the site has no peer of that.
  static func families(of peer: BGPPeer, at site: Site) -> [IPFamily] {
    [.v4, .v6].filter { family in
      peer.address.family == family || !(site.bgp?.peers ?? []).contains { $0.address.family == family }
    }
  }

  /// Number of prefixes of one family that a peer gets.
  func exportCount(to peer: BGPPeer, family: IPFamily) -> Int {
    routes.count { $0.prefix.family == family && (peer.acceptsHostRoutes || !$0.isHostRoute) }
  }

  /// The list for the applier.
  func file(generation: UInt64, content: ContentDigest) -> AnnouncementsFile {
    AnnouncementsFile(
      node: node.name, generation: generation, content: content,
      routes: routes.map {
        .init(
          prefix: $0.prefix, protocol: BIRDName.staticProtocol($0.prefix),
          communities: $0.communities.map(\.description),
          addresses: $0.addresses)
      },
      sessions: sessions.map { session in
        .init(
          protocol: BIRDName.bgpProtocol(session.peer.name), neighbor: session.peer.address,
          exports: UInt32(
            clamping: session.families.reduce(0) { $0 + exportCount(to: session.peer, family: $1) }),
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
