import EpicArtifact
import EpicBase
import EpicIR

/// Writes `epic.conf`.
struct FragmentWriter {
  private let site: SiteAnnouncements
  private let node: Node
  private let sessions: [(peer: BGPPeer, local: IPAddress)]
  private var bytes: [UInt8] = []
  /// Digest of all but generation and digest themselves, which is what `EPIC_DIGEST` holds. Set by `write`.
  private(set) var content = ContentDigest(of: [])

  init(_ site: SiteAnnouncements, node: Node) {
    self.site = site
    self.node = node
    sessions = site.sessions(of: node)
  }

  /// The fragment's text.
  mutating func write(sequence: UInt64) -> [UInt8] {
    bytes.reserveCapacity(4096 + site.routes.count * 256)
    writeTables()
    for family in [IPFamily.v4, .v6] { writePolicy(family) }
    for route in site.routes { write(route) }
    if sessions.contains(where: { $0.peer.bfd != nil }) {
      line("# One BFD instance serves every session that asks for it; BIRD allows no second one in the main file.")
      line("protocol bfd epic_bfd {}\n")
    }
    for session in sessions { write(session.peer, from: session.local) }
    let body = bytes
    content = ContentDigest(of: body)

    bytes = []
    bytes.reserveCapacity(body.count + 512)
    line("# Announcements of the edge node \(node.name), for BIRD 2. Made by EPIC: edits are overwritten.")
    line("define EPIC_GENERATION = \(sequence);")
    line("define EPIC_DIGEST = \"\(content.hex)\";\n")
    bytes.append(contentsOf: body)
    line("# BIRD takes a file that was cut off between two blocks. Whoever includes this one evaluates its end.")
    line("define EPIC_END_epic = \(sequence);")
    return bytes
  }

  private mutating func line(_ text: String) {
    bytes.append(text)
    bytes.append(UInt8(ascii: "\n"))
  }

  private mutating func writeTables() {
    line("# For `router id EPIC_ROUTER_ID;` in the main file of a node without an IPv4 address.")
    line("define EPIC_ROUTER_ID = \(node.routerIdentifier);")
    if sessions.contains(where: { $0.peer.password != nil }) {
      line("# Session passwords: written on the node from its secret store, never part of a release.")
      line("include \"\(AnnouncementsFile.secretsFileName)\";")
    }
    line("\n# Tables of their own: nothing of the main file can leak into what is announced, or the other way.")
    line("ipv4 table epic_v4;")
    line("ipv6 table epic_v6;\n")
  }

  /// Sets and filters of one family. Each set ends in an address that is never announced, so that every other row ends
  /// in a comma, whichever is the last, and a set is never empty.
  private mutating func writePolicy(_ family: IPFamily) {
    let number = family == .v4 ? "4" : "6"
    let sentinel = family == .v4 ? "255.255.255.255/32" : "::/128"
    for (name, isHost) in [("AGGREGATES", false), ("HOSTS", true)] {
      line("define EPIC_\(name)_V\(number) = [")
      for route in site.routes where route.prefix.family == family && route.isHostRoute == isHost {
        bytes.append("  ")
        bytes.append(prefix: route.prefix)
        bytes.append(",\n")
      }
      line("  \(sentinel)\n];")
    }
    for (name, sets) in [
      ("aggregates", "net ~ EPIC_AGGREGATES_V\(number)"),
      ("hosts", "(net ~ EPIC_AGGREGATES_V\(number) || net ~ EPIC_HOSTS_V\(number))"),
    ] {
      line("filter epic_export_v\(number)_\(name) {")
      line("  if source = RTS_STATIC && proto ~ \"epic_*\" && \(sets) then accept;")
      line("  reject;")
      line("}")
    }
    line("")
  }

  private mutating func write(_ route: SiteAnnouncements.Route) {
    let isV4 = route.prefix.family == .v4
    if !route.isHostRoute {
      for address in route.addresses {
        bytes.append("# holds ")
        address.append(to: &bytes)
        bytes.append(UInt8(ascii: "\n"))
      }
    }
    bytes.append("protocol static ")
    bytes.append(BIRDName.staticProtocol(route.prefix))
    bytes.append(isV4 ? " {\n  ipv4 { table epic_v4; };\n  route " : " {\n  ipv6 { table epic_v6; };\n  route ")
    bytes.append(prefix: route.prefix)
    bytes.append(" blackhole")
    if !route.communities.isEmpty {
      bytes.append(" {")
      for community in route.communities {
        switch community {
        case .standard(let first, let second): bytes.append(" bgp_community.add((\(first),\(second)));")
        case .large(let first, let second, let third):
          bytes.append(" bgp_large_community.add((\(first),\(second),\(third)));")
        }
      }
      bytes.append(" }")
    }
    bytes.append(";\n}\n\n")
  }

  private mutating func write(_ peer: BGPPeer, from local: IPAddress) {
    guard let speaker = site.speaker else { return }
    let number = local.family == .v4 ? "4" : "6"
    line("protocol bgp \(BIRDName.bgpProtocol(peer.name)) {")
    line("  router id EPIC_ROUTER_ID;")
    line("  local \(local) as \(speaker.autonomousSystem.value);")
    line("  neighbor \(peer.address) as \(peer.autonomousSystem.value);")
    if peer.password != nil { line("  password \(BIRDName.password(peer.name));") }
    line("  connect delay time 1;")
    line("  error wait time 1, 5;")
    line("  hold time 9;")
    line("  keepalive time 3;")
    line("  # A dead node must not keep its routes: with graceful restart they stay for minutes.")
    line("  graceful restart off;")
    line("  long lived graceful restart off;")
    if let bfd = peer.bfd {
      line("  bfd { interval \(bfd.interval.milliseconds) ms; multiplier \(bfd.multiplier); };")
    }
    line("  ipv\(number) {")
    line("    table epic_v\(number);")
    line("    import none;")
    line("    export filter epic_export_v\(number)_\(peer.acceptsHostRoutes ? "hosts" : "aggregates");")
    if let maximum = peer.maximumPrefixes { line("    export limit \(maximum) action block;") }
    line("    next hop self;")
    line("  };")
    line("}\n")
  }
}

extension [UInt8] {
  /// Appends `address/length`.
  fileprivate mutating func append(prefix: IPPrefix) {
    prefix.address.append(to: &self)
    append(UInt8(ascii: "/"))
    appendDecimal(UInt64(prefix.length))
  }
}
