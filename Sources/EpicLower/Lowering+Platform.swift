import EpicBase
import EpicDiagnostics
import EpicIR
import EpicSema

extension ProgramLowering {
  mutating func lowerPlatform(reporting sink: inout DiagnosticSink) {
    deployment.tenants = program.tenants.map { tenant in
      Tenant(
        name: tenant.name, hosts: tenant.hosts.map(\.value), prefixes: tenant.prefixes.map(\.value),
        traffic: tenant.limits.traffic, statistics: tenant.limits.statistics, origin: tenant.origin)
    }
    lowerSites(reporting: &sink)
    deployment.pools = rows(.pool, pool)
    deployment.zones = rows(.zone, zone)
    deployment.clusters = rows(.kubernetes, cluster)
    deployment.cdns = rows(.cdn, cdn)
    deployment.geoDatabases = rows(.geo, geoDatabase)
    deployment.engines = rows(.engine) { engine in
      Engine(
        identity: engine.identity, envoy: engine.field(.envoy)?.value(.value)?.version ?? Version([]),
        image: engine.field(.image)?.text(.value) ?? "", origin: engine.origin)
    }
    deployment.issuers = rows(.issuer, issuer)
  }

  private mutating func lowerSites(reporting sink: inout DiagnosticSink) {
    var nodes: [Node] = []
    var sites: [Site] = []
    var written: [[String]] = []
    for (position, declaration) in program.declarations(of: .site).enumerated() {
      sites.append(site(declaration))
      let fields = declaration.fields(.node)
      written.append(fields.map(\.key))
      nodes += fields.map { node($0, site: RowID(UInt32(position))) }
    }
    // Nodes of all sites are one table, ordered by name; a site lists its own as they were written.
    nodes.sort { $0.name == $1.name ? $0.site < $1.site : $0.name < $1.name }
    var rows: [String: RowID<Node>] = [:]
    for (index, node) in nodes.enumerated() {
      guard let first = rows.updateValue(RowID(UInt32(index)), forKey: node.name) else { continue }
      sink.report(
        Diagnostic(
          .repeatedNode, "there are two nodes `\(node.name)`", at: node.origin.span,
          secondary: [Annotation(nodes[first].origin.span, "the other one")],
          help: "give one of them another name: a node's name is unique in the workspace",
          fixes: renaming(node, besides: nodes)))
    }
    for index in sites.indices { sites[index].nodes = written[index].compactMap { rows[$0] } }
    deployment.sites = sites
    deployment.nodes = nodes
  }

  /// The fix that gives a node a name that no other has; none where a template or a loop says it for several.
  private func renaming(_ node: Node, besides nodes: [Node]) -> [FixIt] {
    let head = node.origin.span
    let length = UInt32(clamping: node.name.utf8.count)
    guard node.origin.application == nil, head.end - head.start > length else { return [] }
    let names = Set(nodes.map(\.name))
    var number = 2
    while names.contains("\(node.name)-\(number)") { number += 1 }
    let name = "\(node.name)-\(number)"
    let span = SourceSpan(source: head.source, start: head.end - length, end: head.end)
    return [FixIt("write `\(name)`", [TextEdit(span, replacement: name)])]
  }

  private func site(_ declaration: EvaluatedDeclaration) -> Site {
    let at = declaration.field(.at)
    return Site(
      identity: declaration.identity, coordinates: coordinates(at) ?? Coordinates(latitude: .zero, longitude: .zero),
      country: at?.word(.country) ?? "", nodes: [], bgp: declaration.field(.bgp).map(speaker),
      origin: declaration.origin)
  }

  private func coordinates(_ field: EvaluatedField?) -> Coordinates? {
    guard let latitude = field?.value(.latitude)?.decimal, let longitude = field?.value(.longitude)?.decimal else {
      return nil
    }
    return Coordinates(latitude: latitude, longitude: longitude)
  }

  private func node(_ field: EvaluatedField, site: RowID<Site>) -> Node {
    Node(
      name: field.key, site: site, addresses: field.field(.address)?.all(.addresses) { $0.address } ?? [],
      capacity: field.field(.capacity)?.value(.value)?.bandwidth, origin: field.origin)
  }

  private func speaker(_ field: EvaluatedField) -> BGPSpeaker {
    BGPSpeaker(
      autonomousSystem: field.asNumber(.asNumber) ?? ASNumber(0), peers: field.fields(.peer).compactMap(peer),
      origin: field.origin)
  }

  private func peer(_ field: EvaluatedField) -> BGPPeer? {
    guard let address = field.field(.address)?.address(.value) else { return nil }
    let bfd = field.field(.bfd).flatMap { bfd in
      bfd.duration(.interval).map {
        BFDTimers(interval: $0, multiplier: UInt8(clamping: bfd.integer(.multiplier) ?? 3))
      }
    }
    return BGPPeer(
      name: field.key, address: address, autonomousSystem: field.field(.asNumber)?.asNumber(.asNumber) ?? ASNumber(0),
      bfd: bfd, maximumPrefixes: field.field(.maxPrefix)?.integer(.value).map { UInt32(clamping: $0) },
      acceptsHostRoutes: field.has(.accepts), password: field.field(.password)?.secret(.secret), origin: field.origin)
  }

  private func pool(_ declaration: EvaluatedDeclaration) -> AddressPool {
    AddressPool(
      identity: declaration.identity, ranges: declaration.field(.range)?.all(.prefixes) { $0.range } ?? [],
      reserved: declaration.fields(.reserve).flatMap { $0.all(.prefixes) { $0.range } },
      announcement: declaration.field(.announce).map(announcement), sites: sites(declaration.field(.sites)),
      origin: declaration.origin)
  }

  /// Each address for itself unless a prefix is written.
  private func announcement(_ field: EvaluatedField) -> PoolAnnouncement {
    PoolAnnouncement(
      autonomousSystem: field.asNumber(.asNumber) ?? ASNumber(0), communities: field.all(.communities) { $0.community },
      form: field.prefix(.prefix).map { .prefix($0) } ?? .eachAddress, origin: field.origin)
  }

  private func zone(_ declaration: EvaluatedDeclaration) -> Zone {
    Zone(
      identity: declaration.identity, name: declaration.field(.name)?.host(.name)?.name ?? "",
      servers: declaration.fields(.server).flatMap { $0.all(.servers) { $0.endpoint } },
      key: declaration.field(.key)?.secret(.secret),
      ttl: declaration.field(.ttl)?.duration(.value) ?? TimeSpan(milliseconds: 60_000),
      answersByPlace: declaration.has(.geoFile), origin: declaration.origin)
  }

  private func cluster(_ declaration: EvaluatedDeclaration) -> KubernetesCluster {
    KubernetesCluster(
      identity: declaration.identity, coordinates: coordinates(declaration.field(.at)),
      podPrefixes: declaration.field(.pods)?.all(.prefixes) { $0.prefix } ?? [],
      tunnel: declaration.field(.tunnel).map { tunnel in
        TunnelSettings(port: tunnel.field(.port)?.port(.port) ?? 6080, origin: tunnel.origin)
      },
      access: declaration.field(.access)?.secret(.secret), origin: declaration.origin)
  }

  private func cdn(_ declaration: EvaluatedDeclaration) -> CDN {
    let tls = declaration.field(.tlsSNI)
    return CDN(
      identity: declaration.identity, host: declaration.field(.host)?.host(.value)?.name ?? "",
      serverName: tls?.host(.name)?.name, authority: tls?.secret(.secret),
      port: declaration.field(.port)?.port(.port) ?? (tls == nil ? 80 : 443), origin: declaration.origin)
  }

  private func geoDatabase(_ declaration: EvaluatedDeclaration) -> GeoDatabase {
    let data =
      declaration.field(.database)?.data(.data).map { program[$0] } ?? DataFile(path: "", sha256: "", bytes: [])
    let contents = MaxMindDatabase(data.bytes)
    return GeoDatabase(
      identity: declaration.identity, data: data, hasCountries: contents?.hasCountries ?? true,
      hasNetworks: contents?.hasNetworks ?? true, refreshesFromFile: declaration.has(.refresh),
      origin: declaration.origin)
  }

  private func issuer(_ declaration: EvaluatedDeclaration) -> Issuer {
    let method: Issuer.Method
    if let server = declaration.field(.acme)?.url(.url) {
      method = .acme(server, zone: declaration.field(.challenge)?.declaration(.zone)?.row())
    } else {
      method = .localCA(
        declaration.field(.localCA)?.secret(.secret)
          ?? SecretReference(tenant: declaration.identity.tenant, name: "ca/\(declaration.identity.name)"))
    }
    return Issuer(identity: declaration.identity, method: method, origin: declaration.origin)
  }
}

extension DecimalNumber {
  static let zero = DecimalNumber(mantissa: 0)
}
