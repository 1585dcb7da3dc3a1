package import EpicArtifact
package import EpicBackend
import EpicBase
package import EpicIR

extension BIRDBackend {
  package static func reason(for member: String) -> String? {
    switch member {
    case "format": "the name and version of the file's format"
    default: nil
    }
  }

  package func explained(_ deployment: Deployment, for target: Target) -> [ExplainedArtifact] {
    guard case .node(let name) = target, let node = deployment.nodes.first(where: { $0.name == name }) else {
      return []
    }
    let site = SiteAnnouncements(deployment, site: node.site)
    let sources = AnnouncementSources(deployment, node: node, site)
    var fragment = FragmentWriter(site, node: node)
    let text = fragment.write(sequence: deployment.sequence)
    let file = site.file(for: node, generation: deployment.sequence, content: fragment.content)
    let list = file.write()
    return [
      ExplainedArtifact(path: AnnouncementsFile.fragmentFileName, bytes: text, marks: sources.marks(fragment: text)),
      ExplainedArtifact(path: AnnouncementsFile.fileName, bytes: list, marks: sources.marks(list: list, file)),
    ]
  }
}

/// What the parts of a node's announcements are made from. The fragment's blocks are known by the names of their
/// protocols, which derive from prefixes and peers.
private struct AnnouncementSources {
  private let deployment: Deployment
  private let node: Node
  private let site: Site
  private let routes: [SiteAnnouncements.Route]
  private let peers: [BGPPeer]

  init(_ deployment: Deployment, node: Node, _ announcements: SiteAnnouncements) {
    self.deployment = deployment
    self.node = node
    site = deployment.sites[node.site]
    routes = announcements.routes
    peers = announcements.speaker?.peers ?? []
  }

  /// A prefix: the `announce` statement, and who holds the addresses in it.
  private func sources(of route: SiteAnnouncements.Route) -> [ValueSource] {
    var result: [ValueSource] = []
    for ingress in deployment.ingresses {
      for drawn in ingress.addresses where route.addresses.contains(drawn.address) {
        let pool = deployment.pools[drawn.pool]
        let announcement = ValueSource.field(.pool, pool.identity, "announce")
        if !result.contains(announcement) { result.append(announcement) }
      }
    }
    return result + addresses(of: route)
  }

  private func addresses(of route: SiteAnnouncements.Route) -> [ValueSource] {
    var result: [ValueSource] = []
    for address in route.addresses {
      for source in deployment.sources(of: address) where !result.contains(source) { result.append(source) }
    }
    return result
  }

  private var speaker: [ValueSource] { site.bgp.map { [.origin($0.origin)] } ?? [.declaration(.site, site.identity)] }

  func marks(list: [UInt8], _ file: AnnouncementsFile) -> [ValueMark] {
    var marks = JSONMarks(list)
    marks.note("", [.origin(node.origin)] + speaker)
    marks.note("/generation", [.generation])
    marks.note("/content", [.summary("a digest of the fragment, apart from the generation")])
    for (index, route) in routes.enumerated() {
      marks.note("/routes/\(index)", sources(of: route))
      marks.note("/routes/\(index)/addresses", addresses(of: route))
    }
    for (index, session) in file.sessions.enumerated() {
      guard let peer = peers.first(where: { BIRDName.bgpProtocol($0.name) == session.protocol }) else { continue }
      marks.note("/sessions/\(index)", [.origin(peer.origin)])
      marks.note("/sessions/\(index)/neighbor", [.part(peer.origin, "address")])
      marks.note("/sessions/\(index)/exports", [.summary("the number of the routes that this peer accepts")])
      marks.note("/sessions/\(index)/password", [.part(peer.origin, "password")])
    }
    return marks.sorted
  }

  /// One mark a line.
  func marks(fragment: [UInt8]) -> [ValueMark] {
    var blocks: [String: [ValueSource]] = [:]
    var prefixes: [String: [ValueSource]] = [:]
    var held: [String: [ValueSource]] = [:]
    for route in routes {
      let sources = sources(of: route)
      blocks[BIRDName.staticProtocol(route.prefix)] = sources
      prefixes[route.prefix.description] = sources
      for address in route.addresses { held[address.description] = deployment.sources(of: address) }
    }
    var sessions: [String: BGPPeer] = [:]
    for peer in peers { sessions[BIRDName.bgpProtocol(peer.name)] = peer }
    var marks: [ValueMark] = []
    var offset = 0
    var block: [ValueSource] = []
    var peer: BGPPeer?
    for line in fragment.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      let words = line.split(separator: UInt8(ascii: " ")).map { String(decoding: $0, as: UTF8.self) }
      if words.first == "protocol", words.count > 2 {
        peer = sessions[words[2]]
        block = peer.map { [.origin($0.origin)] + speaker } ?? blocks[words[2]] ?? bfd
      }
      var sources = block
      if words.starts(with: ["#", "holds"]), words.count > 2 {
        sources = held[words[2]] ?? []
      } else if words.first == "define" || words.first == "#" || words.first == "include" {
        sources = definition(words)
      } else if block.isEmpty, let prefix = words.first, prefix.hasSuffix(","),
        let known = prefixes[String(prefix.dropLast())]
      {
        sources = known
      } else if let peer, let own = statement(words, of: peer) {
        sources = own
      } else if block.isEmpty {
        sources = [.rule("every node's fragment has it")] + speaker
      }
      marks.append(ValueMark(offset: offset, sources))
      if line.elementsEqual("}".utf8) {
        block = []
        peer = nil
      }
      offset += line.count + 1
    }
    return marks
  }

  private var bfd: [ValueSource] { peers.filter { $0.bfd != nil }.map { .part($0.origin, "bfd") } }

  private func definition(_ words: [String]) -> [ValueSource] {
    let name = words.count > 1 ? words[1] : ""
    switch name {
    case "EPIC_GENERATION", "EPIC_END_epic": return [.generation]
    case "EPIC_DIGEST": return [.summary("a digest of the fragment, apart from the generation")]
    case "EPIC_ROUTER_ID":
      return [
        .rule("the node's first IPv4 address, or a number that follows from its name"), .part(node.origin, "address"),
      ]
    default: break
    }
    if words.first == "include" { return peers.filter { $0.password != nil }.map { .part($0.origin, "password") } }
    return [.rule(words.first == "#" ? "a comment for people" : "every node's fragment has it"), .origin(node.origin)]
  }

  /// A line of a session, by its first words; nil for one that every session has.
  private func statement(_ words: [String], of peer: BGPPeer) -> [ValueSource]? {
    switch words.first {
    case "local": return [.part(node.origin, "address")] + speaker
    case "neighbor": return [.part(peer.origin, "address"), .part(peer.origin, "as")]
    case "password": return [.part(peer.origin, "password")]
    case "bfd": return [.part(peer.origin, "bfd")]
    case "export":
      if words.count > 1, words[1] == "limit" { return [.part(peer.origin, "max-prefix")] }
      return [.part(peer.origin, "accepts"), .origin(peer.origin)]
    case "router", "connect", "error", "hold", "keepalive", "graceful", "long", "import", "next", "table":
      return [.rule("every session has it"), .origin(peer.origin)]
    default: return nil
    }
  }
}
