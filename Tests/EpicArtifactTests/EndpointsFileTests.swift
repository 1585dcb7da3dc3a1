import EpicArtifact
import EpicBase
import Testing

@Suite struct EndpointsFileTests {
  private let source = EndpointSlot.Source.kubernetes(
    cluster: "clouds/eu-1", namespace: "shop", service: "cart", port: "http")
  private let name = "acme_cart/kubernetes/clouds/eu-1/shop/cart:http"

  private func file(maximum: UInt32 = 2, endpoints: [SlotEndpoint]? = nil) -> EndpointsFile {
    EndpointsFile(slots: [
      EndpointSlot(
        tenant: "acme", upstream: "acme/cart", upstreamFileName: "acme_cart", source: source,
        prefixes: [IPPrefix(containing: IPAddress(v4: 0x0AF4_0000), length: 16)].compactMap { $0 }, maximum: maximum,
        endpoints: endpoints)
    ])
  }

  private func endpoint(_ address: UInt32, port: UInt16 = 8080) -> SlotEndpoint {
    SlotEndpoint(address: IPAddress(v4: address), port: port)
  }

  @Test func slotsRoundTrip() throws {
    #expect(file().slots.map(\.name) == [name])
    let filled = [
      SlotEndpoint(address: IPAddress(v4: 0x0AF4_0001), port: 1, weight: 7, isReady: false), endpoint(0x0AF4_0002),
    ]
    for endpoints in [nil, [], filled] as [[SlotEndpoint]?] {
      #expect(try EndpointsFile.read(file(endpoints: endpoints).write()) == file(endpoints: endpoints))
    }
  }

  @Test func aFeedIsASlotOfItsOwnKind() throws {
    let file = EndpointsFile(slots: [
      EndpointSlot(
        tenant: "acme", upstream: "acme/partner", upstreamFileName: "acme_partner", source: .feed("partner-api"),
        prefixes: [IPPrefix(containing: IPAddress(v4: 0xCB00_7100), length: 24)].compactMap { $0 }, maximum: 200)
    ])
    #expect(file.slots.map(\.name) == ["acme_partner/feed/partner-api"])
    #expect(try EndpointsFile.read(file.write()) == file)
    #expect(EnvoyLayout.isSlot(region: "feed/partner-api") && !EnvoyLayout.isSlot(region: "static/1"))
    var filled = file
    let refusals = filled.fill(
      with: EndpointFills(fills: [.init(slot: "acme_partner/feed/partner-api", endpoints: [endpoint(0x0A00_0001)])]))
    #expect(
      refusals.map(\.description) == ["the slot `acme_partner/feed/partner-api` does not allow the address 10.0.0.1"])
  }

  @Test func slotsAreSortedAndUnique() {
    let slots = ["b", "a", "b"].map {
      EndpointSlot(tenant: nil, upstream: $0, upstreamFileName: "_\($0)", source: source, prefixes: [])
    }
    let file = EndpointsFile(slots: slots)
    #expect(file.slots.map(\.upstream) == ["a", "b"])
    #expect(file.index(of: file.slots[1].name) == 1)
    #expect(file.index(of: "none") == nil)
  }

  @Test func aFillNeedsOnlyTheSlotsName() throws {
    let text = """
      {"format": "epic.endpoints/1", "slots": [
        {"slot": "\(name)", "endpoints": [{"address": "10.244.0.2", "port": 80}, {"address": "10.244.0.1", "port": 80, "weight": 2, "ready": false}]},
        {"slot": "other", "maximum": 3}
      ]}
      """
    let fills = try EndpointFills.read(Array(text.utf8))
    #expect(fills.fills.map(\.slot) == [name])
    var file = file()
    #expect(file.fill(with: fills).isEmpty)
    #expect(
      file.slots[0].endpoints == [
        SlotEndpoint(address: IPAddress(v4: 0x0AF4_0001), port: 80, weight: 2, isReady: false),
        SlotEndpoint(address: IPAddress(v4: 0x0AF4_0002), port: 80),
      ])
  }

  @Test func whatAReleaseWritesIsAFill() throws {
    let fills = try EndpointFills.read(file(endpoints: [endpoint(0x0AF4_0001)]).write())
    #expect(fills.fills == [.init(slot: name, endpoints: [endpoint(0x0AF4_0001)])])
    #expect(try EndpointFills.read(file().write()).fills.isEmpty)
  }

  @Test func refusalsLeaveTheSlotAsItWas() {
    var file = file()
    let inside = endpoint(0x0AF4_0001)
    func fill(_ slot: String, _ endpoints: [SlotEndpoint]) -> [EndpointRefusal] {
      file.fill(with: EndpointFills(fills: [.init(slot: slot, endpoints: endpoints)]))
    }
    #expect(fill(name, [inside]).isEmpty)
    #expect(fill("none", []) == [.unknownSlot("none")])
    #expect(
      fill(name, [inside, endpoint(0x0AF5_0001)])
        == [.outsidePrefixes(slot: name, address: IPAddress(v4: 0x0AF5_0001))])
    #expect(fill(name, [inside, inside]) == [.duplicate(slot: name, address: inside.address, port: 8080)])
    #expect(
      fill(name, [inside, endpoint(0x0AF4_0002), endpoint(0x0AF4_0003)])
        == [.tooMany(slot: name, count: 3, maximum: 2)])
    #expect(file.slots[0].endpoints == [inside])
    #expect(fill(name, []).isEmpty)
    #expect(file.slots[0].endpoints == [])
  }

  @Test(arguments: [
    ("{\"address\": \"10.244.0.1\", \"port\": 0}", "`port` is 0"),
    ("{\"address\": \"10.244.0.1\", \"port\": 65536}", "`port` is not a whole number from 0 to 65535"),
    ("{\"address\": \"pod\", \"port\": 80}", "`address` is not an IPv4 or IPv6 address"),
    ("{\"address\": \"10.244.0.1\"}", "the member `port` is missing"),
    ("{\"address\": \"10.244.0.1\", \"port\": 80, \"weight\": 0}", "`weight` is not from 1 to 131072"),
    ("{\"address\": \"10.244.0.1\", \"port\": 80, \"ready\": 1}", "`ready` is not true or false"),
    ("{\"address\": \"10.244.0.1\", \"port\": 80, \"zone\": \"a\"}", "the member `zone` is not known"),
  ])
  func refusesOtherEndpoints(endpoint: String, reason: String) {
    let text = "{\"format\": \"epic.endpoints/1\", \"slots\": [{\"slot\": \"s\", \"endpoints\": [\(endpoint)]}]}"
    #expect(refusal(text, EndpointFills.read)?.contains(reason) == true)
  }

  @Test(arguments: [
    ("10.244.0.0/16", "10.244.0.1/16", "`prefixes` is not a network prefix without host bits"),
    ("10.244.0.0/16", "10.244.0.0/016", "`prefixes` is not a network prefix without host bits"),
    ("cart:http\"", "cart:https\"", "is not called after its source"),
    ("\"maximum\": 2", "\"maximum\": \"2\"", "`maximum` is not a whole number"),
    ("\"slots\": [", "\"slots\": {", "a member's name in quotes is expected"),
  ])
  func refusesOtherSlots(old: String, new: String, reason: String) {
    let text = replacing(old, by: new, in: file().write())
    let said = refusal(text, EndpointsFile.read)
    #expect(said?.contains(reason) == true, "\(said ?? "accepted")")
  }
}
