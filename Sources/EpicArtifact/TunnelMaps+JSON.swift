import EpicBase

extension TunnelMaps {
  /// The file's text.
  package func write() -> [UInt8] {
    var json = JSONWriter(reserving: 1024 + tunnels.count * 1024 + endpoints.count * 96)
    json.object { json in
      json.member("format", TunnelMaps.format)
      json.member("node", node)
      json.object("meta") { json in
        json.member("generation", generation)
        json.member("content", content.hex)
        json.member("tunnels", tunnels.count)
        json.member("prefixes", prefixCount)
        json.member("endpoints", endpoints.count)
      }
      json.array("tunnels") { json in
        for tunnel in tunnels { json.object { tunnel.write(to: &$0) } }
      }
      json.array("endpoints") { json in
        for endpoint in endpoints {
          json.object { json in
            json.member("discriminator", endpoint.discriminator)
            json.member("pod", endpoint.pod)
            json.member("tunnel", endpoint.tunnel)
          }
        }
      }
    }
    return json.finish()
  }

  /// Reads the file strictly. Counts and digest of the meta element are checked against the rest.
  package static func read(_ bytes: [UInt8]) throws(FormatError) -> TunnelMaps {
    let document = try JSONDocument(bytes, format: format)
    var fields = try document.fields()
    var meta = try JSONFields(try fields.required("meta"), in: document)
    var tunnels: [Tunnel] = []
    for value in try fields.array("tunnels") { tunnels.append(try Tunnel(reading: value, in: document)) }
    var endpoints: [Endpoint] = []
    for value in try fields.array("endpoints") {
      var endpoint = try JSONFields(value, in: document)
      let address = try document.address(try endpoint.required("pod"), "pod")
      endpoints.append(
        Endpoint(
          discriminator: try endpoint.integer("discriminator"), pod: address, tunnel: try endpoint.integer("tunnel")))
      try endpoint.finish()
    }
    let maps = TunnelMaps(
      node: try fields.string("node"), generation: try meta.integer("generation"), tunnels: tunnels,
      endpoints: endpoints)
    try fields.finish()
    let counts: [Int] = [
      try meta.integer("tunnels"), try meta.integer("prefixes"), try meta.integer("endpoints"),
    ]
    if counts != [tunnels.count, maps.prefixCount, endpoints.count] {
      throw document.failure("the counts of `meta` do not match the maps", at: meta.object)
    }
    if try meta.digest("content") != maps.content {
      throw document.failure("the digest of `meta` does not match the maps", at: meta.object)
    }
    try meta.finish()
    return maps
  }
}

extension TunnelMaps.Tunnel {
  fileprivate func write(to json: inout JSONWriter) {
    json.member("id", id)
    json.member("cluster", cluster)
    json.member("discriminator", discriminator)
    json.member("wire", wire.rawValue)
    if let localV4 { json.member("localV4", localV4) }
    if let localV6 { json.member("localV6", localV6) }
    if let remote { json.member("remote", remote.description) }
    json.member("port", port)
    json.member("innerMTUV4", innerMTUV4)
    json.member("innerMTUV6", innerMTUV6)
    json.array("keys") { json in
      for key in keys {
        json.object { json in
          json.member("epoch", key.epoch)
          json.member("secret", key.secret)
        }
      }
    }
    json.array("prefixes") { json in
      for prefix in prefixes { json.value(prefix.description) }
    }
    // For people and for the applier's routes; derived from the above, so not read back.
    json.array("routes") { json in
      for prefix in prefixes {
        json.object { json in
          json.member("prefix", prefix.description)
          json.member("mtu", routeMTU)
          json.member("advmss", advertisedMSS(to: prefix))
        }
      }
    }
  }

  fileprivate init(reading value: JSONValue, in document: JSONDocument) throws(FormatError) {
    var fields = try JSONFields(value, in: document)
    let wireName = try fields.string("wire")
    guard let wire = TunnelMaps.WireFormat(rawValue: wireName) else {
      throw document.failure("`wire` is `\(wireName)`, which is not known", at: value)
    }
    let localV4 = try TunnelMaps.Tunnel.address(&fields, "localV4", family: .v4)
    let localV6 = try TunnelMaps.Tunnel.address(&fields, "localV6", family: .v6)
    var remote: HostEndpoint?
    if let text = try fields.optionalString("remote") {
      guard let endpoint = HostEndpoint(text: text), case .address = endpoint.host else {
        throw document.failure("`remote` is not an address with a port", at: value)
      }
      remote = endpoint
    }
    var keys: [TunnelMaps.Key] = []
    for element in try fields.array("keys") {
      var key = try JSONFields(element, in: document)
      keys.append(TunnelMaps.Key(epoch: try key.integer("epoch"), secret: try key.string("secret")))
      try key.finish()
    }
    guard keys.count == 1 || keys.count == 2, keys.allSatisfy({ $0.epoch > 0 }), keys.count < 2 || keys[0] != keys[1]
    else { throw document.failure("a tunnel has one key or two, of epochs from 1 to 255", at: value) }
    _ = try fields.array("routes")
    self.init(
      id: try fields.integer("id"), cluster: try fields.string("cluster"),
      discriminator: try fields.integer("discriminator"), wire: wire, localV4: localV4, localV6: localV6,
      remote: remote, port: try fields.integer("port"), innerMTUV4: try fields.integer("innerMTUV4"),
      innerMTUV6: try fields.integer("innerMTUV6"), keys: keys, prefixes: try fields.prefixes("prefixes"))
    try fields.finish()
  }

  private static func address(
    _ fields: inout JSONFields, _ name: String, family: IPFamily
  ) throws(FormatError) -> IPAddress? {
    guard let value = fields.optional(name) else { return nil }
    let address = try fields.document.address(value, name)
    if address.family != family { throw fields.document.failure("`\(name)` is of the other family", at: value) }
    return address
  }
}
