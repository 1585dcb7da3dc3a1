import EpicBase

extension DeploymentDump {
  mutating func writePlatform() {
    for tenant in deployment.tenants {
      let identity = Identity(package: "", name: tenant.name)
      declaration("tenant", identity, tenant.origin) { dump in
        dump.line("hosts \(dump.list(tenant.hosts))")
        dump.line("prefixes \(dump.list(tenant.prefixes))")
        if let traffic = tenant.traffic { dump.line("limits traffic \(traffic)") }
        if let budget = tenant.statistics { dump.line("limits statistics \(budget.most)\(dump.at(budget.origin))") }
      }
    }
    for site in deployment.sites { write(site) }
    for node in deployment.nodes {
      declaration("node", Identity(package: "", name: node.name), node.origin) { dump in
        dump.line("site \(dump.deployment.sites[node.site].identity)")
        dump.line("addresses \(dump.list(node.addresses))")
        if let capacity = node.capacity { dump.line("capacity \(capacity.bitsPerSecond)bps") }
      }
    }
    for pool in deployment.pools { write(pool) }
    for zone in deployment.zones {
      declaration("zone", zone.identity, zone.origin) { dump in
        dump.line("name \(zone.name)")
        dump.line("servers \(dump.list(zone.servers))")
        if let key = zone.key { dump.line("key secret \(key)") }
        dump.line("ttl \(zone.ttl)")
        if zone.answersByPlace { dump.line("geo file") }
      }
    }
    for cluster in deployment.clusters { write(cluster) }
    for tunnel in deployment.tunnels { write(tunnel) }
    writeClouds()
  }

  private mutating func write(_ site: Site) {
    declaration("site", site.identity, site.origin) { dump in
      dump.line("at \(site.coordinates.latitude), \(site.coordinates.longitude)")
      if !site.country.isEmpty { dump.line("country \(site.country)") }
      dump.line("nodes \(dump.list(site.nodes.map { dump.deployment.nodes[$0].name }))")
      guard let bgp = site.bgp else { return }
      dump.block("bgp as \(bgp.autonomousSystem)\(dump.at(bgp.origin))") { dump in
        for peer in bgp.peers {
          dump.block("peer \(peer.name)\(dump.at(peer.origin))") { dump in
            dump.line("address \(peer.address)")
            dump.line("as \(peer.autonomousSystem)")
            if let bfd = peer.bfd { dump.line("bfd \(bfd.interval) x \(bfd.multiplier)") }
            if let limit = peer.maximumPrefixes { dump.line("max-prefix \(limit)") }
            if peer.acceptsHostRoutes { dump.line("accepts host-routes") }
            if let password = peer.password { dump.line("password secret \(password)") }
          }
        }
      }
    }
  }

  private mutating func write(_ pool: AddressPool) {
    declaration("pool", pool.identity, pool.origin) { dump in
      dump.line("ranges \(dump.list(pool.ranges))")
      dump.line("reserved \(dump.list(pool.reserved))")
      if let announcement = pool.announcement {
        let form =
          switch announcement.form {
          case .eachAddress: "each-address"
          case .prefix(let prefix): prefix.description
          }
        dump.line(
          "announce bgp as \(announcement.autonomousSystem) communities \(dump.list(announcement.communities))"
            + " prefix \(form)\(announcement.origin.map { dump.at($0) } ?? "")")
      }
      dump.line("sites \(dump.names(pool.sites))")
    }
  }

  private mutating func write(_ cluster: KubernetesCluster) {
    declaration("kubernetes", cluster.identity, cluster.origin) { dump in
      if let place = cluster.coordinates { dump.line("at \(place.latitude), \(place.longitude)") }
      dump.line("pods \(dump.list(cluster.podPrefixes))")
      if let tunnel = cluster.tunnel { dump.line("tunnel port \(tunnel.port)\(dump.at(tunnel.origin))") }
      if let access = cluster.access { dump.line("access secret \(access)") }
    }
  }

  private mutating func write(_ tunnel: Tunnel) {
    let node = deployment.nodes[tunnel.node].name
    let cluster = deployment.clusters[tunnel.cluster].identity
    line("tunnel \(node) to \(cluster) id \(hex(tunnel.id)) discriminator \(hex(tunnel.discriminator))")
  }

  private func hex(_ number: UInt32) -> String {
    let digits = String(number, radix: 16)
    return "0x" + String(repeating: "0", count: 8 - digits.count) + digits
  }

  private mutating func writeClouds() {
    for cdn in deployment.cdns {
      declaration("cdn", cdn.identity, cdn.origin) { dump in
        dump.line("host \(cdn.host)")
        if let name = cdn.serverName { dump.line("tls sni \(name)") }
        if let authority = cdn.authority { dump.line("verify secret \(authority)") }
        dump.line("port \(cdn.port)")
      }
    }
    for database in deployment.geoDatabases {
      declaration("geo", database.identity, database.origin) { dump in
        dump.line(dump.text(database.data))
        if database.refreshesFromFile { dump.line("refresh from file") }
      }
    }
    for engine in deployment.engines {
      declaration("engine", engine.identity, engine.origin) { dump in
        dump.line("envoy \(engine.envoy)")
        if !engine.image.isEmpty { dump.line("image \(dump.quoted(engine.image))") }
      }
    }
    for issuer in deployment.issuers {
      declaration("issuer", issuer.identity, issuer.origin) { dump in
        switch issuer.method {
        case .localCA(let secret): dump.line("local-ca secret \(secret)")
        case .acme(let url, let zone):
          dump.line("acme \(url)")
          if let zone { dump.line("challenge dns in \(dump.deployment.zones[zone].identity)") }
        }
      }
    }
  }

  func text(_ file: DataFile) -> String {
    "data \(quoted(file.path)) sha256 \(file.sha256) (\(file.bytes.count) bytes)"
  }
}
