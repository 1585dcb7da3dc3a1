import BackendBIRD
import EpicArtifact
import EpicBase
import EpicIR
import EpicIRFixtures
import EpicTestTools
import Testing

/// The real BIRD takes what is emitted, and a real peer gets exactly what is announced.
@Suite(.serialized) struct RealBIRDTests {
  static let bird = RealTool.find("bird", environment: "EPIC_BIRD")
  static let control = RealTool.find("birdc", environment: "EPIC_BIRDC")
  static let python = RealTool.find("python3")
  static let missing: Comment = "bird or birdc is not installed (Debian package `bird2`)"
  private static let secret = "correct horse"

  /// Writes fragment, secrets and a main file that includes the fragment and evaluates its end.
  private func folder(_ deployment: Deployment, _ node: String) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let sink = emit(deployment, node)
    try folder.write(AnnouncementsFile.fragmentFileName, sink.fragment)
    let file = try sink.announcements()
    let defines = file.sessions.compactMap { $0.password?.define }
    let passwords = Dictionary(defines.map { ($0, Self.secret) }) { first, _ in first }
    try folder.write(AnnouncementsFile.secretsFileName, try #require(file.secretsFile(passwords)))
    try folder.write(
      "bird.conf",
      """
      protocol device {}
      include "epic.conf";
      router id EPIC_ROUTER_ID;
      define MAIN_END = EPIC_END_epic;

      """)
    return folder
  }

  private func parse(_ folder: TemporaryFolder) throws -> RealTool.Result {
    try #require(Self.bird).run(["-p", "-c", "bird.conf"], in: folder)
  }

  @Test(.enabled(if: bird != nil, missing), arguments: Storefront.deployment().nodes.map(\.name))
  func parsesEveryNodesFragment(node: String) throws {
    let result = try parse(folder(Storefront.deployment(), node))
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.errors.isEmpty && result.output.isEmpty)
  }

  @Test(.enabled(if: bird != nil, missing)) func parsesUnusualFragments() throws {
    var silent = Storefront.deployment()
    silent.sites[0].bgp = nil
    #expect(try parse(folder(silent, "fra-1")).errors == "")
    var empty = Storefront.deployment()
    empty.ingresses = []
    #expect(try parse(folder(empty, "sin-1")).errors == "")
    var long = Storefront.deployment()
    long.sites[0].bgp?.peers[0].name = "a-" + String(repeating: "p", count: 46)
    #expect(try parse(folder(long, "fra-1")).errors == "")
    var sixOnly = Storefront.deployment()
    for index in sixOnly.nodes.indices { sixOnly.nodes[index].addresses.removeFirst() }
    #expect(try parse(folder(sixOnly, "fra-2")).errors == "")
  }

  /// Without its secrets a fragment is refused, not run without passwords.
  @Test(.enabled(if: bird != nil, missing)) func missingSecretsAreRefused() throws {
    let folder = try folder(Storefront.deployment(), "fra-1")
    try folder.write(AnnouncementsFile.secretsFileName, "")
    #expect(try parse(folder).status != 0)
  }

  @Test(.enabled(if: bird != nil, missing)) func aThousandIngressesParse() throws {
    var deployment = Storefront.deployment()
    deployment.ingresses += (0..<1000).map { number in
      var ingress = deployment.ingresses[0]
      ingress.identity.name = "many-\(number)"
      ingress.addresses = [ingress.addresses[0]]
      ingress.addresses[0].address = IPAddress(v4: 0x0A00_0000 + UInt32(number))
      return ingress
    }
    let result = try parse(folder(deployment, "fra-1"))
    #expect(result.status == 0, "\(result.errors)")
  }

  struct Arrived: Hashable {
    var prefix: String
    var communities: [String]
    var path: String
    var nextHop: String
  }

  /// What the peers of a node must get: the announced prefixes with their communities and nothing else.
  private func expected(_ deployment: Deployment, _ node: Node) -> [String: Set<Arrived>] {
    var result: [String: Set<Arrived>] = [:]
    for peer in deployment.sites[node.site].bgp?.peers ?? [] {
      var arrived: Set<Arrived> = []
      for ingress in deployment.ingresses {
        for drawn in ingress.addresses where drawn.address.family == peer.address.family {
          guard let announcement = deployment.pools[drawn.pool].announcement else { continue }
          let prefix: IPPrefix
          switch announcement.form {
          case .eachAddress:
            if !peer.acceptsHostRoutes { continue }
            prefix = IPPrefix(host: drawn.address)
          case .prefix(let aggregate): prefix = aggregate
          }
          arrived.insert(
            Arrived(
              prefix: prefix.description, communities: announcement.communities.map(\.description).sorted(),
              path: "64512",
              nextHop: node.addresses.first { $0.family == peer.address.family }?.description ?? ""))
        }
      }
      result[peerProtocol(peer)] = arrived
    }
    return result
  }

  /// `fra-1` has passwords and BFD, `sin-1` a carrier that takes no host routes. The main file adds routes to EPIC's
  /// tables that must stay inside: not static, not of EPIC, not announced.
  @Test(.enabled(if: bird != nil && control != nil && python != nil, missing), arguments: ["fra-1", "sin-1"])
  func aPeerGetsExactlyWhatIsAnnounced(name: String) throws {
    let deployment = Storefront.deployment()
    let node = try #require(deployment.nodes.first { $0.name == name })
    let report = try session(of: node, in: deployment, folder(deployment, name))
    let peers = deployment.sites[node.site].bgp?.peers ?? []
    #expect(report["established"]?.elements?.compactMap(\.string) == peers.map { peerProtocol($0) })
    for (peer, arrived) in expected(deployment, node) {
      let got = arrivals(report, from: peer)
      #expect(Set(got) == arrived, "\(peer)")
      #expect(got.count == arrived.count)
    }
    let content = try #require(emit(deployment, name).content)
    #expect(report["eval"]?["EPIC_GENERATION"]?.string == "7")
    #expect(report["eval"]?["EPIC_END_epic"]?.string == "7")
    #expect(report["eval"]?["EPIC_DIGEST"]?.string == content.hex)
    #expect(report["bfd"]?.elements?.count == peers.count { $0.bfd != nil })
  }

  /// The comparison above can fail: with filters that end in `accept`, the strays arrive.
  @Test(.enabled(if: bird != nil && control != nil && python != nil, missing)) func aLeakWouldBeSeen() throws {
    let deployment = Storefront.deployment()
    let node = try #require(deployment.nodes.first { $0.name == "sin-1" })
    let folder = try folder(deployment, node.name)
    let leaky = emit(deployment, node.name).fragment.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0 == "  reject;" ? "  accept;" : $0 }.joined(separator: "\n")
    try folder.write(AnnouncementsFile.fragmentFileName, leaky)
    let report = try session(of: node, in: deployment, folder)
    let prefixes = Set(arrivals(report, from: "peer_torc").map(\.prefix))
    #expect(prefixes.isSuperset(of: ["198.51.100.0/24", "203.0.113.1/32", "198.51.100.21/32", "0.0.0.0/0"]))
  }

  private func peerProtocol(_ peer: BGPPeer) -> String { "peer_\(peer.name.filter { $0 != "-" })" }

  /// What a peer has taken.
  private func arrivals(_ report: JSONValue, from peer: String) -> [Arrived] {
    (report["routes"]?[peer]?.elements ?? []).map { route in
      Arrived(
        prefix: route["prefix"]?.string ?? "",
        communities: ["communities", "large"].flatMap { route[$0]?.elements?.compactMap(\.string) ?? [] }.sorted(),
        path: route["path"]?.string ?? "", nextHop: route["next_hop"]?.string ?? "")
    }
  }

  /// Runs the node's BIRD and its peers until the routes have arrived.
  private func session(
    of node: Node, in deployment: Deployment, _ folder: TemporaryFolder
  ) throws -> JSONValue {
    let peers = deployment.sites[node.site].bgp?.peers ?? []
    let neighbors = peers.map { peer in
      let family = peer.address.family
      return """
        {"protocol": "\(peerProtocol(peer))", "as": \(peer.autonomousSystem.value),
         "address": "\(peer.address)/\(family == .v4 ? 24 : 64)",
         "local": "\(node.addresses.first { $0.family == family }?.description ?? "")",
         "password": \(peer.password == nil ? "null" : "\"\(Self.secret)\""), "bfd": \(peer.bfd != nil)}
        """
    }
    let stray =
      "protocol static rogue4 { ipv4 { table epic_v4; }; route 198.51.100.0/24 blackhole; route 203.0.113.1/32 blackhole; } "
      + "protocol static epic_rogue { ipv4 { table epic_v4; }; route 198.51.100.21/32 blackhole; route 0.0.0.0/0 blackhole; } "
      + "protocol static rogue6 { ipv6 { table epic_v6; }; route 2001:db8:a::21/128 blackhole; route ::/0 blackhole; }"
    try folder.write(
      "session.json",
      """
      {"bird": "\(try #require(Self.bird).path)", "birdc": "\(try #require(Self.control).path)", "as": 64512,
       "local": [\(node.addresses.map { "\"\($0)/\($0.family == .v4 ? 24 : 64)\"" }.joined(separator: ", "))],
       "main": "\(stray)", "neighbors": [\(neighbors.joined(separator: ", "))]}
      """)
    let script = RealTool.repository() + "/Tests/Support/network/bgp_session.py"
    let result = try #require(Self.python).run([script, folder.path], in: folder, limit: 120)
    try #require(result.status == 0, "\(result.errors)")
    return try JSONReader.read(Array(result.output.utf8))
  }
}
