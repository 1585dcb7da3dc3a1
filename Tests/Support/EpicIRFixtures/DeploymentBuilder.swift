package import EpicBase
package import EpicIR

/// Makes deployments by hand, for tests of what comes behind lowering. It adds rows at the ends of tables: the caller
/// adds them in the order of their identities, as lowering would.
package struct DeploymentBuilder: Sendable {
  /// What was built so far.
  package var deployment: Deployment
  private var offset: UInt32 = 0

  package init(workspace: String, sequence: UInt64 = 1) {
    deployment = Deployment(workspace: workspace, edition: 2026, sequence: sequence, sources: [])
  }

  /// An origin that no other row has: ten bytes of the given file, each call ten bytes further on.
  package mutating func origin(in source: UInt32 = 0) -> Origin {
    defer { offset += 10 }
    return Origin(SourceSpan(source: SourceID(source), start: offset, end: offset + 10))
  }

  /// Adds a source file's record.
  package mutating func addSource(_ path: String) {
    deployment.sources.append(SourceRecord(path: path, sha256: String(repeating: "0", count: 64)))
  }

  package mutating func add(_ row: Tenant) -> RowID<Tenant> { Self.append(row, to: &deployment.tenants) }
  package mutating func add(_ row: Site) -> RowID<Site> { Self.append(row, to: &deployment.sites) }
  package mutating func add(_ row: AddressPool) -> RowID<AddressPool> { Self.append(row, to: &deployment.pools) }
  package mutating func add(_ row: Zone) -> RowID<Zone> { Self.append(row, to: &deployment.zones) }
  package mutating func add(_ row: KubernetesCluster) -> RowID<KubernetesCluster> {
    Self.append(row, to: &deployment.clusters)
  }
  package mutating func add(_ row: CDN) -> RowID<CDN> { Self.append(row, to: &deployment.cdns) }
  package mutating func add(_ row: GeoDatabase) -> RowID<GeoDatabase> {
    Self.append(row, to: &deployment.geoDatabases)
  }
  package mutating func add(_ row: Engine) -> RowID<Engine> { Self.append(row, to: &deployment.engines) }
  package mutating func add(_ row: Issuer) -> RowID<Issuer> { Self.append(row, to: &deployment.issuers) }
  package mutating func add(_ row: Certificate) -> RowID<Certificate> {
    Self.append(row, to: &deployment.certificates)
  }
  package mutating func add(_ row: Ingress) -> RowID<Ingress> { Self.append(row, to: &deployment.ingresses) }
  package mutating func add(_ row: RouteTable) -> RowID<RouteTable> { Self.append(row, to: &deployment.routeTables) }
  package mutating func add(_ row: Upstream) -> RowID<Upstream> { Self.append(row, to: &deployment.upstreams) }

  /// Adds a node and enters it in its site's list.
  package mutating func add(_ row: Node) -> RowID<Node> {
    let id = Self.append(row, to: &deployment.nodes)
    deployment.sites[row.site.index].nodes.append(id)
    return id
  }

  /// Adds a tunnel between every node and every cluster that has tunnel settings, with ids that look random.
  package mutating func addTunnels() {
    for node in deployment.nodes.indices {
      for cluster in deployment.clusters.indices where deployment.clusters[cluster].tunnel != nil {
        let number = UInt32(node * deployment.clusters.count + cluster + 1)
        deployment.tunnels.append(
          Tunnel(
            id: number &* 0x9E37_79B1, node: RowID(UInt32(node)), cluster: RowID(UInt32(cluster)),
            discriminator: UInt32(cluster + 1) &* 0x85EB_CA6B))
      }
    }
  }

  private static func append<Row>(_ row: Row, to table: inout [Row]) -> RowID<Row> {
    table.append(row)
    return RowID(UInt32(table.count - 1))
  }
}

/// The address that the text says. Stops the test on a text that is none.
package func address(_ text: String) -> IPAddress {
  guard let address = IPAddress(text) else { preconditionFailure("`\(text)` is no address") }
  return address
}

/// The prefix that the text says, such as `192.0.2.0/24`. Stops the test on a text that is none.
package func prefix(_ text: String) -> IPPrefix {
  let parts = text.split(separator: "/")
  guard parts.count == 2, let address = IPAddress(String(parts[0])), let length = Int(parts[1]),
    let prefix = IPPrefix(containing: address, length: length)
  else { preconditionFailure("`\(text)` is no prefix") }
  return prefix
}

/// The range from the first to the last of two addresses.
package func range(_ first: String, _ last: String) -> IPRange { IPRange(first: address(first), last: address(last)) }

/// The path pattern that the text says, in the spelling of the language: `/v1/{id}/**`.
package func path(_ text: String) -> PathPattern {
  var segments: [PathPattern.Segment] = []
  var tail = PathPattern.Tail.exact
  for part in text.split(separator: "/") {
    if part == "**" {
      tail = .subtree
    } else if part.hasPrefix("{"), part.hasSuffix("...}") {
      tail = .rest(String(part.dropFirst().dropLast(4)))
    } else if part.hasPrefix("{"), part.hasSuffix("}") {
      segments.append(.capture(String(part.dropFirst().dropLast())))
    } else if let open = part.firstIndex(of: "{"), let close = part.firstIndex(of: "}"), open < close {
      segments.append(
        .partial(
          prefix: String(part[..<open]), capture: String(part[part.index(after: open)..<close]),
          suffix: String(part[part.index(after: close)...])))
    } else {
      segments.append(.literal(String(part)))
    }
  }
  return PathPattern(segments: segments, hasTrailingSlash: text.hasSuffix("/"), tail: tail)
}

/// Text with captures, in the spelling of the language: `/v2/${rest}`.
package func template(_ text: String) -> CaptureTemplate {
  var parts: [CaptureTemplate.Part] = []
  var rest = Substring(text)
  while let start = rest.firstIndex(of: "$"), let end = rest[start...].firstIndex(of: "}") {
    if start != rest.startIndex { parts.append(.literal(String(rest[..<start]))) }
    parts.append(.capture(String(rest[rest.index(start, offsetBy: 2)..<end])))
    rest = rest[rest.index(after: end)...]
  }
  if !rest.isEmpty { parts.append(.literal(String(rest))) }
  return CaptureTemplate(parts: parts)
}

extension TimeSpan {
  /// That many seconds.
  package static func seconds(_ count: UInt64) -> TimeSpan { TimeSpan(milliseconds: count * 1000) }
}

extension Percentage {
  /// That many percent.
  package static func percent(_ count: UInt32) -> Percentage { Percentage(partsPerMillion: count * 10_000) }
}
