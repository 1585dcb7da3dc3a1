package import EpicBase

/// Endpoints that somebody wants in the slots: the schema of `endpoints.json`, of which only `slot` and `endpoints` are
/// needed. The members that describe a slot may be there; the release's own description is the one that counts.
package struct EndpointFills: Hashable, Sendable {
  /// What is wanted in one slot. An empty array empties it.
  package struct Fill: Hashable, Sendable {
    package var slot: String
    package var endpoints: [SlotEndpoint]

    package init(slot: String, endpoints: [SlotEndpoint]) {
      self.slot = slot
      self.endpoints = endpoints
    }
  }
  /// Each slot at most once, in the order of the document.
  package var fills: [Fill]

  package init(fills: [Fill]) { self.fills = fills }

  /// Reads a file. A slot without `endpoints` is not filled.
  package static func read(_ bytes: [UInt8]) throws(FormatError) -> EndpointFills {
    let document = try JSONDocument(bytes, format: EndpointsFile.format)
    var fields = try document.fields()
    var result = EndpointFills(fills: [])
    var names: Set<String> = []
    for value in try fields.array("slots") {
      var slot = try JSONFields(value, in: document)
      let name = try slot.string("slot")
      if !names.insert(name).inserted { throw document.failure("the slot `\(name)` occurs twice", at: value) }
      for member in ["tenant", "upstream", "source", "prefixes", "maximum"] { _ = slot.optional(member) }
      if let endpoints = slot.optional("endpoints") {
        result.fills.append(Fill(slot: name, endpoints: try SlotEndpoint.readAll(endpoints, in: document)))
      }
      try slot.finish()
    }
    try fields.finish()
    return result
  }
}

/// Why endpoints may not be put into a slot.
package enum EndpointRefusal: Hashable, Sendable, CustomStringConvertible {
  /// The release has no slot of that name.
  case unknownSlot(String)
  case tooMany(slot: String, count: Int, maximum: UInt32)
  case outsidePrefixes(slot: String, address: IPAddress)
  case duplicate(slot: String, address: IPAddress, port: UInt16)

  package var description: String {
    switch self {
    case .unknownSlot(let slot): "the release has no slot `\(slot)`"
    case .tooMany(let slot, let count, let maximum):
      "\(count) endpoints for the slot `\(slot)`, which takes \(maximum)"
    case .outsidePrefixes(let slot, let address): "the slot `\(slot)` does not allow the address \(address)"
    case .duplicate(let slot, let address, let port):
      "the endpoint \(HostEndpoint(host: .address(address), port: port)) occurs twice in the slot `\(slot)`"
    }
  }
}

extension EndpointsFile {
  /// Puts the endpoints into the slots. A slot with a refusal stays as it was; every refusal is reported.
  ///
  /// Endpoints are sorted by address and port, so that the order in which a source lists them changes nothing.
  package mutating func fill(with fills: EndpointFills) -> [EndpointRefusal] {
    var refusals: [EndpointRefusal] = []
    for fill in fills.fills {
      guard let index = index(of: fill.slot) else {
        refusals.append(.unknownSlot(fill.slot))
        continue
      }
      let slot = slots[index]
      let sorted = fill.endpoints.sorted { ($0.address, $0.port) < ($1.address, $1.port) }
      let before = refusals.count
      if sorted.count > Int(slot.maximum) {
        refusals.append(.tooMany(slot: slot.name, count: sorted.count, maximum: slot.maximum))
      }
      for (position, endpoint) in sorted.enumerated() {
        if !slot.prefixes.contains(where: { $0.contains(endpoint.address) }) {
          refusals.append(.outsidePrefixes(slot: slot.name, address: endpoint.address))
        }
        if position > 0, sorted[position - 1].address == endpoint.address, sorted[position - 1].port == endpoint.port {
          refusals.append(.duplicate(slot: slot.name, address: endpoint.address, port: endpoint.port))
        }
      }
      if refusals.count == before { slots[index].endpoints = sorted }
    }
    return refusals
  }

  /// Position of the slot of that name.
  package func index(of name: String) -> Int? {
    var low = 0
    var high = slots.count
    while low < high {
      let middle = (low + high) / 2
      if ArtifactPath.precedes(slots[middle].name, name) { low = middle + 1 } else { high = middle }
    }
    return low < slots.count && slots[low].name == name ? low : nil
  }
}
