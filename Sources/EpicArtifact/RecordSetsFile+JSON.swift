import EpicBase

extension RecordSetsFile {
  /// The file's text.
  package func write() -> [UInt8] {
    var json = JSONWriter(reserving: 512 + names.count * 320)
    json.object { json in
      json.member("format", RecordSetsFile.format)
      json.member("zone", zone)
      json.array("servers") { json in
        for server in servers { json.value(server.description) }
      }
      if let key { json.member("key", key) }
      json.member("owner", owner)
      json.member("generation", generation)
      json.member("content", content.hex)
      json.array("names") { json in
        for name in names {
          json.object { json in
            json.member("name", name.name)
            json.member("marker", name.markerName)
            json.member("ttl", name.ttlSeconds)
            json.array("ingresses") { json in
              for ingress in name.ingresses { json.value(ingress) }
            }
            json.array("addresses") { json in
              for address in name.addresses { json.value(address) }
            }
            json.member("sha256", name.digest.hex)
          }
        }
      }
    }
    return json.finish()
  }

  /// Reads the file strictly; digests of the names are checked.
  package static func read(_ bytes: [UInt8]) throws(FormatError) -> RecordSetsFile {
    let document = try JSONDocument(bytes, format: format)
    var fields = try document.fields()
    var servers: [HostEndpoint] = []
    for value in try fields.array("servers") {
      guard let server = HostEndpoint(text: try document.string(value, "servers")) else {
        throw document.failure("a server is not an address or name with a port", at: value)
      }
      servers.append(server)
    }
    let zone = try fields.string("zone")
    var names: [Name] = []
    for value in try fields.array("names") {
      let name = try Name(reading: value, in: document)
      if let last = names.last, !ArtifactPath.precedes(last.name, name.name) {
        throw document.failure("the name `\(name.name)` occurs twice or out of order", at: value)
      }
      if name.name != zone && !name.name.hasSuffix(".\(zone)") {
        throw document.failure("the name `\(name.name)` does not lie in the zone `\(zone)`", at: value)
      }
      names.append(name)
    }
    let file = RecordSetsFile(
      zone: zone, servers: servers, key: try fields.optionalString("key"), owner: try fields.string("owner"),
      generation: try fields.integer("generation"), names: names)
    let content = try fields.required("content")
    if try document.digest(content, "content") != file.content {
      throw document.failure("the digest `content` does not match the file", at: content)
    }
    try fields.finish()
    return file
  }
}

extension RecordSetsFile.Name {
  fileprivate init(reading value: JSONValue, in document: JSONDocument) throws(FormatError) {
    var fields = try JSONFields(value, in: document)
    let marker = try fields.string("marker")
    let digest = try fields.digest("sha256")
    var ingresses: [String] = []
    for ingress in try fields.array("ingresses") { ingresses.append(try document.string(ingress, "ingresses")) }
    self.init(
      name: try fields.string("name"), ttlSeconds: try fields.integer("ttl"), ingresses: ingresses,
      addresses: try fields.addresses("addresses"))
    try fields.finish()
    if marker != markerName { throw document.failure("the marker is not `\(markerName)`", at: value) }
    if digest != self.digest { throw document.failure("the digest of `\(name)` does not match its records", at: value) }
  }
}

extension HostEndpoint {
  /// Reads `host:port` or `[address]:port`, as `description` writes it.
  init?(text: String) {
    guard let colon = text.lastIndex(of: ":"), let port = UInt16(text[text.index(after: colon)...]) else { return nil }
    var host = text[..<colon]
    let isBracketed = host.hasPrefix("[") && host.hasSuffix("]") && host.count > 2
    if isBracketed { host = host.dropFirst().dropLast() }
    if let address = IPAddress(String(host)) {
      guard (address.family == .v6) == isBracketed else { return nil }
      self.init(host: .address(address), port: port)
    } else {
      guard !isBracketed, !host.isEmpty, !host.contains(":") else { return nil }
      self.init(host: .name(String(host)), port: port)
    }
  }
}
