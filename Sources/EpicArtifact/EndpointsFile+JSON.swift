import EpicBase

extension EndpointsFile {
  /// The file's text.
  package func write() -> [UInt8] {
    var json = JSONWriter(reserving: 64 + slots.count * 512)
    json.object { json in
      json.member("format", EndpointsFile.format)
      json.array("slots") { json in
        for slot in slots { slot.write(to: &json) }
      }
    }
    return json.finish()
  }

  /// Reads the slots of a release. Every member but `endpoints` is required.
  package static func read(_ bytes: [UInt8]) throws(FormatError) -> EndpointsFile {
    let document = try JSONDocument(bytes, format: format)
    var fields = try document.fields()
    var slots: [EndpointSlot] = []
    for value in try fields.array("slots") {
      let slot = try EndpointSlot(reading: value, in: document)
      if let last = slots.last, !ArtifactPath.precedes(last.name, slot.name) {
        throw document.failure("the slot `\(slot.name)` occurs twice or out of order", at: value)
      }
      slots.append(slot)
    }
    try fields.finish()
    return EndpointsFile(slots: slots)
  }
}

extension EndpointSlot {
  fileprivate func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("slot", name)
      if let tenant { json.member("tenant", tenant) }
      json.member("upstream", upstream)
      json.object("source") { json in
        switch source {
        case .kubernetes(let cluster, let namespace, let service, let port):
          json.member("kubernetes", cluster)
          json.member("namespace", namespace)
          json.member("service", service)
          json.member("port", port)
        case .feed(let name): json.member("feed", name)
        }
      }
      json.array("prefixes") { json in
        for prefix in prefixes { json.value(prefix.description) }
      }
      json.member("maximum", maximum)
      if let endpoints {
        json.array("endpoints") { json in
          for endpoint in endpoints { endpoint.write(to: &json) }
        }
      }
    }
  }

  fileprivate init(reading value: JSONValue, in document: JSONDocument) throws(FormatError) {
    var fields = try JSONFields(value, in: document)
    let name = try fields.string("slot")
    var source = try JSONFields(try fields.required("source"), in: document)
    let read: Source
    if let feed = try source.optionalString("feed") {
      read = .feed(feed)
    } else {
      read = .kubernetes(
        cluster: try source.string("kubernetes"), namespace: try source.string("namespace"),
        service: try source.string("service"), port: try source.string("port"))
    }
    try source.finish()
    let endpoints = try fields.optional("endpoints").map { (value) throws(FormatError) in
      try SlotEndpoint.readAll(value, in: document)
    }
    self.init(
      name: name, tenant: try fields.optionalString("tenant"), upstream: try fields.string("upstream"), source: read,
      prefixes: try fields.prefixes("prefixes"), maximum: try fields.integer("maximum"), endpoints: endpoints)
    try fields.finish()
    if !name.hasSuffix("/\(self.source.region)") {
      throw document.failure("the slot `\(name)` is not called after its source, `\(self.source.region)`", at: value)
    }
  }
}

extension SlotEndpoint {
  fileprivate func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("address", address)
      json.member("port", port)
      if let weight { json.member("weight", weight) }
      json.member("ready", isReady)
    }
  }

  /// Reads the value of `endpoints`.
  static func readAll(_ value: JSONValue, in document: JSONDocument) throws(FormatError) -> [SlotEndpoint] {
    var result: [SlotEndpoint] = []
    let elements = try document.array(value, "endpoints")
    result.reserveCapacity(elements.count)
    for element in elements {
      var fields = try JSONFields(element, in: document)
      let address = try document.address(try fields.required("address"), "address")
      let port: UInt16 = try fields.integer("port")
      if port == 0 { throw document.failure("`port` is 0", at: element) }
      var endpoint = SlotEndpoint(address: address, port: port)
      if let weight = fields.optional("weight") {
        let number: UInt32 = try document.integer(weight, "weight")
        if number == 0 || number > 128 * 1024 { throw document.failure("`weight` is not from 1 to 131072", at: weight) }
        endpoint.weight = number
      }
      if let ready = fields.optional("ready") {
        guard let flag = ready.bool else { throw document.failure("`ready` is not true or false", at: ready) }
        endpoint.isReady = flag
      }
      try fields.finish()
      result.append(endpoint)
    }
    return result
  }
}
