import EpicBase
import EpicIR
import EpicIRFixtures

/// Makes deployments whose rows point into their tables and whose values lie in their ranges, and that make no sense
/// otherwise.
struct DeploymentGenerator {
  var random: SeededGenerator

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  mutating func deployment() -> Deployment {
    var result = Deployment(
      workspace: text(), edition: number(), sequence: random.next(),
      sources: list { SourceRecord(path: $0.text(), sha256: $0.text()) })
    result.tenants = rows { g in
      Tenant(
        name: g.text(), hosts: g.list { $0.host() }, prefixes: g.list { $0.prefix() },
        traffic: g.maybe { Rate(count: $0.random.next(), unit: $0.random.pick([.second, .minute, .hour])) },
        origin: g.origin())
    }
    result.sites = rows { $0.site() }
    result.nodes = rows { g in
      Node(
        name: g.text(), site: g.id(), addresses: g.list { $0.address() },
        capacity: g.maybe { Bandwidth(bitsPerSecond: $0.random.next()) }, origin: g.origin())
    }
    result.pools = rows { $0.pool() }
    result.zones = rows { g in
      Zone(
        identity: g.identity(), name: g.text(), servers: g.list { $0.endpoint() }, key: g.maybe { $0.secret() },
        ttl: g.time(), answersByPlace: g.random.oneIn(2), origin: g.origin())
    }
    result.clusters = rows { g in
      KubernetesCluster(
        identity: g.identity(), coordinates: g.maybe { $0.coordinates() }, podPrefixes: g.list { $0.prefix() },
        tunnel: g.maybe { TunnelSettings(port: $0.number(), origin: $0.origin()) }, access: g.maybe { $0.secret() },
        origin: g.origin())
    }
    result.tunnels = rows { Tunnel(id: $0.number(), node: $0.id(), cluster: $0.id(), discriminator: $0.number()) }
    result.cdns = rows { g in
      CDN(
        identity: g.identity(), host: g.text(), serverName: g.maybe { $0.text() }, authority: g.maybe { $0.secret() },
        port: g.number(), origin: g.origin())
    }
    result.geoDatabases = rows { g in
      GeoDatabase(
        identity: g.identity(), data: g.file(), refreshesFromFile: g.random.oneIn(2), origin: g.origin())
    }
    result.engines = rows { g in
      Engine(
        identity: g.identity(), envoy: Version(g.list { $0.number() }), image: g.text(), origin: g.origin())
    }
    result.issuers = rows { g in
      let method: Issuer.Method =
        g.random.oneIn(2) ? .localCA(g.secret()) : .acme(g.url(), zone: g.maybe { $0.id() })
      return Issuer(identity: g.identity(), method: method, origin: g.origin())
    }
    result.certificates = rows { g in
      Certificate(
        identity: g.identity(), names: g.list { $0.host() }, issuer: g.maybe { $0.id() }, renewBefore: g.time(),
        secret: g.secret(), origin: g.origin())
    }
    result.ingresses = rows { $0.ingress() }
    result.routeTables = rows { g in
      RouteTable(
        identity: g.identity(), routeProtocol: g.random.pick([.http, .tls, .tcp, .udp]), arms: g.list { $0.arm() },
        origin: g.origin())
    }
    result.upstreams = rows { $0.upstream() }
    return result
  }

  // Every table has this many rows, so that any id below it is good.
  private static let rowCount = 3

  private mutating func rows<Row>(_ make: (inout DeploymentGenerator) -> Row) -> [Row] {
    (0..<Self.rowCount).map { _ in make(&self) }
  }

  mutating func list<Element>(_ make: (inout DeploymentGenerator) -> Element) -> [Element] {
    (0..<random.below(4)).map { _ in make(&self) }
  }

  mutating func maybe<Value>(_ make: (inout DeploymentGenerator) -> Value) -> Value? {
    random.oneIn(2) ? make(&self) : nil
  }

  mutating func id<Row>() -> RowID<Row> { RowID(UInt32(random.below(Self.rowCount))) }

  mutating func number<Number: FixedWidthInteger & UnsignedInteger>() -> Number {
    Number(truncatingIfNeeded: random.next() >> UInt64(random.below(64)))
  }

  mutating func text() -> String { random.pick(["", "a", "shop", "x-beta", "Größe", "quo\"te\\", "\u{0}\n", "a/b.c"]) }

  mutating func bytes() -> [UInt8] { list { $0.number() } }

  mutating func time() -> TimeSpan { TimeSpan(milliseconds: number()) }

  mutating func origin() -> Origin { Origin(span(), through: maybe { $0.span() }) }

  private mutating func span() -> SourceSpan {
    let start: UInt32 = number() & 0xFFFF
    return SourceSpan(source: SourceID(number()), start: start, end: start + (number() & 0xFF))
  }

  mutating func identity() -> Identity {
    Identity(tenant: maybe { $0.text() }, package: text(), name: text(), key: maybe { $0.text() })
  }

  mutating func secret() -> SecretReference { SecretReference(tenant: maybe { $0.text() }, name: text()) }

  mutating func host() -> HostPattern {
    HostPattern(wildcard: random.pick([.none, .oneLabel, .labels]), name: text())
  }

  mutating func address() -> IPAddress {
    random.oneIn(2) ? IPAddress(v4: number()) : IPAddress(family: .v6, value: UInt128(random.next()) << 64 | 7)
  }

  mutating func prefix() -> IPPrefix {
    let address = address()
    return IPPrefix(containing: address, length: random.below(address.family.bitWidth + 1)) ?? IPPrefix(host: address)
  }

  mutating func endpoint() -> HostEndpoint {
    HostEndpoint(host: random.oneIn(2) ? .address(address()) : .name(text()), port: number())
  }

  mutating func url() -> WebURL {
    WebURL(isTLS: random.oneIn(2), host: text(), port: number(), pathAndQuery: text())
  }

  mutating func coordinates() -> Coordinates {
    Coordinates(
      latitude: DecimalNumber(mantissa: Int64(bitPattern: random.next()), scale: number()),
      longitude: DecimalNumber(mantissa: -Int64(random.below(100)), scale: 1))
  }

  mutating func file() -> DataFile { DataFile(path: text(), sha256: text(), bytes: bytes()) }

  mutating func percentage() -> Percentage { Percentage(partsPerMillion: UInt32(random.below(1_000_001))) }
}
