import EpicBase

extension SourceRecord: BinaryCodable {
  func encode(to encoder: inout BinaryEncoder) {
    encoder.put(path)
    encoder.put(sha256)
  }

  init(from decoder: inout BinaryDecoder) throws(DeploymentDecodingError) {
    self.init(
      path: try decoder.get(), sha256: try decoder.get())
  }
}

extension Tenant: BinaryCodable {
  func encode(to encoder: inout BinaryEncoder) {
    encoder.put(name)
    encoder.put(hosts)
    encoder.put(prefixes)
    encoder.put(traffic)
    encoder.put(statistics)
    encoder.put(origin)
  }

  init(from decoder: inout BinaryDecoder) throws(DeploymentDecodingError) {
    self.init(
      name: try decoder.get(), hosts: try decoder.get(), prefixes: try decoder.get(), traffic: try decoder.get(),
      statistics: try decoder.get(), origin: try decoder.get())
  }
}

extension StatisticsBudget: BinaryCodable {
  func encode(to encoder: inout BinaryEncoder) {
    encoder.put(most)
    encoder.put(origin)
  }

  init(from decoder: inout BinaryDecoder) throws(DeploymentDecodingError) {
    self.init(most: try decoder.get(), origin: try decoder.get())
  }
}

extension Site: BinaryCodable {
  func encode(to encoder: inout BinaryEncoder) {
    encoder.put(identity)
    encoder.put(coordinates)
    encoder.put(country)
    encoder.put(nodes)
    encoder.put(bgp)
    encoder.put(origin)
  }

  init(from decoder: inout BinaryDecoder) throws(DeploymentDecodingError) {
    self.init(
      identity: try decoder.get(), coordinates: try decoder.get(), country: try decoder.get(), nodes: try decoder.get(),
      bgp: try decoder.get(), origin: try decoder.get())
  }
}

extension Node: BinaryCodable {
  func encode(to encoder: inout BinaryEncoder) {
    encoder.put(name)
    encoder.put(site)
    encoder.put(addresses)
    encoder.put(capacity)
    encoder.put(origin)
  }

  init(from decoder: inout BinaryDecoder) throws(DeploymentDecodingError) {
    self.init(
      name: try decoder.get(), site: try decoder.get(), addresses: try decoder.get(), capacity: try decoder.get(),
      origin: try decoder.get())
  }
}

extension BGPSpeaker: BinaryCodable {
  func encode(to encoder: inout BinaryEncoder) {
    encoder.put(autonomousSystem)
    encoder.put(peers)
    encoder.put(origin)
  }

  init(from decoder: inout BinaryDecoder) throws(DeploymentDecodingError) {
    self.init(
      autonomousSystem: try decoder.get(), peers: try decoder.get(), origin: try decoder.get())
  }
}

extension BGPPeer: BinaryCodable {
  func encode(to encoder: inout BinaryEncoder) {
    encoder.put(name)
    encoder.put(address)
    encoder.put(autonomousSystem)
    encoder.put(bfd)
    encoder.put(maximumPrefixes)
    encoder.put(acceptsHostRoutes)
    encoder.put(password)
    encoder.put(origin)
  }

  init(from decoder: inout BinaryDecoder) throws(DeploymentDecodingError) {
    self.init(
      name: try decoder.get(), address: try decoder.get(), autonomousSystem: try decoder.get(), bfd: try decoder.get(),
      maximumPrefixes: try decoder.get(), acceptsHostRoutes: try decoder.get(), password: try decoder.get(),
      origin: try decoder.get())
  }
}

extension BFDTimers: BinaryCodable {
  func encode(to encoder: inout BinaryEncoder) {
    encoder.put(interval)
    encoder.put(multiplier)
  }

  init(from decoder: inout BinaryDecoder) throws(DeploymentDecodingError) {
    self.init(
      interval: try decoder.get(), multiplier: try decoder.get())
  }
}

extension AddressPool: BinaryCodable {
  func encode(to encoder: inout BinaryEncoder) {
    encoder.put(identity)
    encoder.put(ranges)
    encoder.put(reserved)
    encoder.put(announcement)
    encoder.put(sites)
    encoder.put(origin)
  }

  init(from decoder: inout BinaryDecoder) throws(DeploymentDecodingError) {
    self.init(
      identity: try decoder.get(), ranges: try decoder.get(), reserved: try decoder.get(),
      announcement: try decoder.get(), sites: try decoder.get(), origin: try decoder.get())
  }
}

extension PoolAnnouncement: BinaryCodable {
  func encode(to encoder: inout BinaryEncoder) {
    encoder.put(autonomousSystem)
    encoder.put(communities)
    encoder.put(form)
    encoder.put(origin)
  }

  init(from decoder: inout BinaryDecoder) throws(DeploymentDecodingError) {
    self.init(
      autonomousSystem: try decoder.get(), communities: try decoder.get(), form: try decoder.get(),
      origin: try decoder.get())
  }
}

extension PoolAnnouncement.Form: BinaryCodable {
  func encode(to encoder: inout BinaryEncoder) {
    switch self {
    case .eachAddress: encoder.putByte(0)
    case .prefix(let value):
      encoder.putByte(1)
      encoder.put(value)
    }
  }

  init(from decoder: inout BinaryDecoder) throws(DeploymentDecodingError) {
    switch try decoder.tag(below: 2) {
    case 0: self = .eachAddress
    default: self = .prefix(try decoder.get())
    }
  }
}

extension Zone: BinaryCodable {
  func encode(to encoder: inout BinaryEncoder) {
    encoder.put(identity)
    encoder.put(name)
    encoder.put(servers)
    encoder.put(key)
    encoder.put(ttl)
    encoder.put(answersByPlace)
    encoder.put(origin)
  }

  init(from decoder: inout BinaryDecoder) throws(DeploymentDecodingError) {
    self.init(
      identity: try decoder.get(), name: try decoder.get(), servers: try decoder.get(), key: try decoder.get(),
      ttl: try decoder.get(), answersByPlace: try decoder.get(), origin: try decoder.get())
  }
}

extension KubernetesCluster: BinaryCodable {
  func encode(to encoder: inout BinaryEncoder) {
    encoder.put(identity)
    encoder.put(coordinates)
    encoder.put(podPrefixes)
    encoder.put(tunnel)
    encoder.put(access)
    encoder.put(origin)
  }

  init(from decoder: inout BinaryDecoder) throws(DeploymentDecodingError) {
    self.init(
      identity: try decoder.get(), coordinates: try decoder.get(), podPrefixes: try decoder.get(),
      tunnel: try decoder.get(), access: try decoder.get(), origin: try decoder.get())
  }
}

extension TunnelSettings: BinaryCodable {
  func encode(to encoder: inout BinaryEncoder) {
    encoder.put(port)
    encoder.put(origin)
  }

  init(from decoder: inout BinaryDecoder) throws(DeploymentDecodingError) {
    self.init(
      port: try decoder.get(), origin: try decoder.get())
  }
}

extension Tunnel: BinaryCodable {
  func encode(to encoder: inout BinaryEncoder) {
    encoder.put(id)
    encoder.put(node)
    encoder.put(cluster)
    encoder.put(discriminator)
  }

  init(from decoder: inout BinaryDecoder) throws(DeploymentDecodingError) {
    self.init(
      id: try decoder.get(), node: try decoder.get(), cluster: try decoder.get(), discriminator: try decoder.get())
  }
}

extension CDN: BinaryCodable {
  func encode(to encoder: inout BinaryEncoder) {
    encoder.put(identity)
    encoder.put(host)
    encoder.put(serverName)
    encoder.put(authority)
    encoder.put(port)
    encoder.put(origin)
  }

  init(from decoder: inout BinaryDecoder) throws(DeploymentDecodingError) {
    self.init(
      identity: try decoder.get(), host: try decoder.get(), serverName: try decoder.get(), authority: try decoder.get(),
      port: try decoder.get(), origin: try decoder.get())
  }
}

extension GeoDatabase: BinaryCodable {
  func encode(to encoder: inout BinaryEncoder) {
    encoder.put(identity)
    encoder.put(data)
    encoder.put(hasCountries)
    encoder.put(hasNetworks)
    encoder.put(refreshesFromFile)
    encoder.put(origin)
  }

  init(from decoder: inout BinaryDecoder) throws(DeploymentDecodingError) {
    self.init(
      identity: try decoder.get(), data: try decoder.get(), hasCountries: try decoder.get(),
      hasNetworks: try decoder.get(), refreshesFromFile: try decoder.get(), origin: try decoder.get())
  }
}

extension Engine: BinaryCodable {
  func encode(to encoder: inout BinaryEncoder) {
    encoder.put(identity)
    encoder.put(envoy)
    encoder.put(image)
    encoder.put(origin)
  }

  init(from decoder: inout BinaryDecoder) throws(DeploymentDecodingError) {
    self.init(
      identity: try decoder.get(), envoy: try decoder.get(), image: try decoder.get(), origin: try decoder.get())
  }
}

extension Issuer: BinaryCodable {
  func encode(to encoder: inout BinaryEncoder) {
    encoder.put(identity)
    encoder.put(method)
    encoder.put(origin)
  }

  init(from decoder: inout BinaryDecoder) throws(DeploymentDecodingError) {
    self.init(
      identity: try decoder.get(), method: try decoder.get(), origin: try decoder.get())
  }
}

extension Issuer.Method: BinaryCodable {
  func encode(to encoder: inout BinaryEncoder) {
    switch self {
    case .localCA(let value):
      encoder.putByte(0)
      encoder.put(value)
    case .acme(let first, let zone):
      encoder.putByte(1)
      encoder.put(first)
      encoder.put(zone)
    }
  }

  init(from decoder: inout BinaryDecoder) throws(DeploymentDecodingError) {
    switch try decoder.tag(below: 2) {
    case 0: self = .localCA(try decoder.get())
    default: self = .acme(try decoder.get(), zone: try decoder.get())
    }
  }
}
