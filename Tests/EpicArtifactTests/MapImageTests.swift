import EpicArtifact
import EpicBase
import Testing

@Suite struct MapImageTests {
  private static func tunnel(_ id: UInt32) -> TunnelMaps.Tunnel {
    TunnelMaps.Tunnel(
      id: id, cluster: "c\(id)", discriminator: 0x0102_0304, wire: .epic1, localV4: IPAddress("192.0.2.11"),
      localV6: IPAddress("2001:db8::11"), remote: nil, port: 6080, innerMTUV4: 1452, innerMTUV6: 1432,
      keys: [.init(epoch: 5, secret: "k/5"), .init(epoch: 4, secret: "k/4")],
      prefixes: [IPPrefix(containing: IPAddress(v4: 0x0AF4_0000), length: 16)].compactMap { $0 })
  }

  private let maps = TunnelMaps(
    node: "n", generation: 0x0102, tunnels: [tunnel(0xA1B2_C3D4), tunnel(1)],
    endpoints: [.init(discriminator: 9, pod: IPAddress(v4: 0x0AF4_0005), tunnel: 1)])

  private func hex(_ bytes: some Sequence<UInt8>) -> String {
    var text: [UInt8] = []
    text.appendHex(bytes)
    return String(decoding: text, as: UTF8.self)
  }

  /// Every field of every layout, at its place, in both byte orders. Written down by hand from the header.
  @Test func layoutsAreThoseOfTheHeader() {
    let images = maps.images(.little)
    #expect(
      hex(images[0].write().prefix(60))
        == "455049434d4150" + "01" + "01000000" + "01000000" + "81000000" + "04000000" + "48000000" + "00100000"
        + "02000000" + "01000000" + "657069635f74756e6e656c7300000000" + "00000000")
    let value =
      "00000000000000000000ffffc000020b" + "20010db8000000000000000000000011" + "00000000000000000000000000000000"
      + "04030201" + "c017" + "0000" + "ac05" + "9805" + "01" + "00" + "0000" + "05000000" + "04000000"
    #expect(hex(images[0].content) == "01000000" + value + "d4c3b2a1" + value)
    #expect(
      hex(images[1].content)
        == "90000000" + "00000001" + "00000000000000000000ffff0af40000" + "04030201" + "00000000" + "90000000"
        + "a1b2c3d4" + "00000000000000000000ffff0af40000" + "04030201" + "00000000")
    #expect(
      hex(images[2].content) == "09000000" + "00000000000000000000ffff0af40005" + "01000000" + "00000000")
    #expect(
      hex(images[3].content)
        == "00000000" + "0201000000000000" + maps.content.hex + "01000000" + "02000000" + "02000000" + "01000000")
    let big = maps.images(.big)
    #expect(hex(big[0].write()[7..<12]) == "02" + "00000001")
    #expect(hex(big[1].content.prefix(8)) == "00000090" + "00000001")
    #expect(
      hex(big[3].content)
        == "00000000" + "0000000000000102" + maps.content.hex + "00000001" + "00000002" + "00000002" + "00000001")
  }

  @Test(arguments: [MapImage.ByteOrder.little, .big]) func imagesRoundTrip(order: MapImage.ByteOrder) throws {
    for image in maps.images(order) { #expect(try MapImage.read(image.write()) == image) }
  }

  @Test func entriesAreSortedByKey() {
    for image in maps.images() {
      let keys = image.entries.map { Array($0.key) }
      #expect(keys == keys.sorted { $0.lexicographicallyPrecedes($1) })
    }
  }

  @Test func decodedFormRoundTrips() throws {
    #expect(try TunnelMaps.read(maps.write()) == maps)
    var fixed = maps.tunnels
    fixed[0].remote = HostEndpoint(host: .address(IPAddress(v4: 7)), port: 6081)
    fixed[0].localV4 = nil
    fixed[0].wire = .trueIngressB
    let other = TunnelMaps(node: "n", generation: 1, tunnels: fixed, endpoints: [])
    #expect(try TunnelMaps.read(other.write()) == other)
    #expect(other.content != maps.content)
  }

  @Test(arguments: [
    ("\"port\": 6080", "\"port\": 6081", "the digest of `meta` does not match"),
    ("\"endpoints\": 1", "\"endpoints\": 2", "the counts of `meta` do not match"),
    ("\"epoch\": 5", "\"epoch\": 0", "a tunnel has one key or two"),
    ("epic/1", "gue", "`wire` is `gue`"), ("\"localV4\": \"192.0.2.11\"", "\"localV4\": \"::1\"", "other family"),
  ])
  func refusesOtherDecodedForms(old: String, new: String, reason: String) {
    let text = replacing(old, by: new, in: maps.write())
    let said = refusal(text, TunnelMaps.read)
    // `epic/1` is the format's name too, and comes first there.
    #expect(said?.contains(old == "epic/1" ? "gue" : reason) == true || said?.contains(reason) == true, "\(said ?? "")")
  }

  @Test func everyTruncationAndEveryFlippedHeaderByteIsRefusedOrRead() throws {
    let image = maps.images()[0]
    let bytes = image.write()
    for length in 0..<bytes.count {
      #expect(throws: FormatError.self) { try MapImage.read(Array(bytes[..<length])) }
    }
    #expect(throws: FormatError.self) { try MapImage.read(bytes + [0]) }
    for index in 0..<60 {
      for value in [UInt8(0), 0x7F, 0xFF] where value != bytes[index] {
        var changed = bytes
        changed[index] = value
        // A header that still fits its length is a header of another map, never of this one.
        if let read = try? MapImage.read(changed) { #expect(read != image, "\(index)") }
      }
    }
  }

  @Test func doubledKeysAreRefused() {
    let image = maps.images()[0]
    let bytes = image.write()
    let entry = 76
    let doubled = Array(bytes[..<60]) + Array(bytes[60..<60 + entry]) + Array(bytes[60..<60 + entry])
    #expect(throws: FormatError.self) { try MapImage.read(doubled) }
    let swapped = Array(bytes[..<60]) + Array(bytes[(60 + entry)...]) + Array(bytes[60..<60 + entry])
    #expect(throws: FormatError.self) { try MapImage.read(swapped) }
  }
}
