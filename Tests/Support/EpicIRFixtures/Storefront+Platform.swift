import EpicBase
import EpicIR

extension Storefront {
  mutating func addPlatform(geoDatabase: [UInt8]) {
    addTenants()
    addSites()
    addPools()
    addZones()
    addClusters()
    let source = Self.platform
    fastly = builder.add(
      CDN(
        identity: Self.identity(nil, "platform.clouds", "fastly-main"), host: "acme.map.fastly.example",
        serverName: "acme.map.fastly.example", authority: SecretReference(tenant: nil, name: "ca/cdn"), port: 443,
        origin: builder.origin(in: source)))
    _ = builder.add(
      GeoDatabase(
        identity: Self.identity(nil, "platform.edge", "main"),
        data: DataFile(
          path: "platform/edge/geo.mmdb", sha256: String(repeating: "a", count: 64), bytes: geoDatabase),
        origin: builder.origin(in: source)))
    engine = builder.add(
      Engine(
        identity: Self.identity(nil, "platform.edge", "stable"), envoy: Version([1, 40]),
        image: "registry.example/envoy@sha256:" + String(repeating: "6f", count: 32),
        origin: builder.origin(in: source)))
    issuers["internal"] = builder.add(
      Issuer(
        identity: Self.identity(nil, "platform.edge", "internal"),
        method: .localCA(SecretReference(tenant: nil, name: "ca/internal")), origin: builder.origin(in: source)))
    issuers["public"] = builder.add(
      Issuer(
        identity: Self.identity(nil, "platform.edge", "public"),
        method: .acme(
          WebURL(isTLS: true, host: "acme.example", port: 443, pathAndQuery: "/directory"), zone: zones["example-com"]),
        origin: builder.origin(in: source)))
  }

  private mutating func addTenants() {
    _ = builder.add(
      Tenant(
        name: "acme", hosts: [HostPattern("shop.example.com"), HostPattern("**.shop.example.com")], prefixes: [],
        origin: builder.origin(in: Self.platform)))
    _ = builder.add(
      Tenant(
        name: "globex", hosts: [HostPattern("globex.example"), HostPattern("**.globex.example")],
        prefixes: [prefix("2001:db8:60::/48")], origin: builder.origin(in: Self.platform)))
  }

  private mutating func addSites() {
    let places: [(name: String, latitude: Int64, longitude: Int64, country: String, peerAS: UInt32)] = [
      ("fra", 5011, 868, "DE", 64496), ("iad", 3904, -7749, "US", 64497), ("sin", 129, 10385, "SG", 64498),
    ]
    for (index, place) in places.enumerated() {
      sites.append(
        builder.add(
          Site(
            identity: Self.identity(nil, "platform.sites", place.name),
            coordinates: Coordinates(
              latitude: DecimalNumber(mantissa: place.latitude, scale: 2),
              longitude: DecimalNumber(mantissa: place.longitude, scale: 2)),
            country: place.country, nodes: [], bgp: speaker(site: index + 1, peerAS: place.peerAS),
            origin: builder.origin(in: Self.platform))))
    }
    for (index, site) in sites.enumerated() {
      for number in 1...2 {
        _ = builder.add(
          Node(
            name: "\(places[index].name)-\(number)", site: site,
            addresses: [
              address("192.0.2.\(index + 1)\(number)"), address("2001:db8:\(index + 1)::\(index + 1)\(number)"),
            ],
            capacity: Bandwidth(bitsPerSecond: 40_000_000_000), origin: builder.origin(in: Self.platform)))
      }
    }
  }

  /// One session a family to the rack's switch; the third site also has a carrier that takes no host routes.
  private mutating func speaker(site: Int, peerAS: UInt32) -> BGPSpeaker {
    let letter = ["a", "b", "c"][site - 1]
    let password = site == 3 ? nil : SecretReference(tenant: nil, name: "bgp/tor-\(letter)")
    let bfd = site == 3 ? nil : BFDTimers(interval: TimeSpan(milliseconds: 50), multiplier: 3)
    var peers: [BGPPeer] = []
    for (suffix, text) in [("", "192.0.2.\(site)"), ("6", "2001:db8:\(site)::1")] {
      peers.append(
        BGPPeer(
          name: "tor-\(letter)\(suffix)", address: address(text), autonomousSystem: ASNumber(peerAS), bfd: bfd,
          maximumPrefixes: 200, acceptsHostRoutes: true, password: password, origin: builder.origin(in: Self.platform)))
    }
    if site == 3 {
      peers.append(
        BGPPeer(
          name: "carrier", address: address("2001:db8:3::4"), autonomousSystem: ASNumber(64499), bfd: nil,
          maximumPrefixes: 10, acceptsHostRoutes: false, password: nil, origin: builder.origin(in: Self.platform)))
    }
    return BGPSpeaker(
      autonomousSystem: ASNumber(64512), peers: peers, origin: builder.origin(in: Self.platform))
  }

  private mutating func addPools() {
    pools["globex6"] = builder.add(
      AddressPool(
        identity: Self.identity("globex", "globex", "globex6"), ranges: [prefix("2001:db8:60::/64").range],
        reserved: [],
        announcement: PoolAnnouncement(
          autonomousSystem: ASNumber(64512), communities: [], form: .prefix(prefix("2001:db8:60::/48"))),
        sites: sites, origin: builder.origin(in: Self.globex)))
    let each = PoolAnnouncement(
      autonomousSystem: ASNumber(64512), communities: [.standard(64512, 120), .large(64512, 1, 2)], form: .eachAddress)
    pools["anycast4"] = builder.add(
      AddressPool(
        identity: Self.identity(nil, "platform.network", "anycast4"), ranges: [prefix("198.51.100.0/24").range],
        reserved: [range("198.51.100.0", "198.51.100.15")], announcement: each, sites: sites,
        origin: builder.origin(in: Self.platform)))
    pools["anycast6"] = builder.add(
      AddressPool(
        identity: Self.identity(nil, "platform.network", "anycast6"), ranges: [prefix("2001:db8:a::/64").range],
        reserved: [range("2001:db8:a::", "2001:db8:a::f")], announcement: each, sites: sites,
        origin: builder.origin(in: Self.platform)))
  }

  private mutating func addZones() {
    for (name, domain, ttl) in [("example-com", "example.com", UInt64(60)), ("globex-example", "globex.example", 300)] {
      zones[name] = builder.add(
        Zone(
          identity: Self.identity(nil, "platform.network", name), name: domain,
          servers: [HostEndpoint(host: .address(address("192.0.2.53")), port: 53)],
          key: SecretReference(tenant: nil, name: "tsig/\(name)"), ttl: .seconds(ttl),
          origin: builder.origin(in: Self.platform)))
    }
  }

  private mutating func addClusters() {
    let places: [(name: String, latitude: Int64, longitude: Int64, number: Int)] = [
      ("eu-1", 501, 87, 244), ("eu-2", 489, 24, 245), ("us-1", 389, -775, 246),
    ]
    for place in places {
      clusters[place.name] = builder.add(
        KubernetesCluster(
          identity: Self.identity(nil, "platform.clouds", place.name),
          coordinates: Coordinates(
            latitude: DecimalNumber(mantissa: place.latitude, scale: 1),
            longitude: DecimalNumber(mantissa: place.longitude, scale: 1)),
          podPrefixes: [prefix("10.\(place.number).0.0/16"), prefix("2001:db8:\(place.number)::/56")],
          tunnel: TunnelSettings(port: 6080, origin: builder.origin(in: Self.platform)),
          access: SecretReference(tenant: nil, name: "kubeconfig/\(place.name)"),
          origin: builder.origin(in: Self.platform)))
    }
  }
}
