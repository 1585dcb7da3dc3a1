import CEpicABI
package import EpicBase

extension TunnelMaps {
  /// Limits of one node's maps, from `epic_abi.h`.
  package enum Limit {
    package static let tunnels = Int(EPIC_MAX_TUNNELS)
    package static let prefixes = Int(EPIC_MAX_PREFIXES)
    package static let endpoints = Int(EPIC_MAX_ENDPOINTS)
  }

  /// Bytes that `epic/1` adds to a packet.
  package static func overhead(_ family: IPFamily) -> UInt16 {
    UInt16(family == .v4 ? EPIC_OVERHEAD_V4 : EPIC_OVERHEAD_V6)
  }

  /// One image for each configuration map: what a set is created from, the meta map last.
  package func images(_ order: MapImage.ByteOrder = .little) -> [MapImage] {
    configurationImages(order) + [metaImage(order)]
  }

  func configurationImages(_ order: MapImage.ByteOrder) -> [MapImage] {
    [
      MapImage(
        name: EPIC_MAP_TUNNELS, byteOrder: order, kind: .hash,
        flags: MapImage.noPreallocation | MapImage.readOnlyForPrograms, keySize: MemoryLayout<UInt32>.size,
        valueSize: MemoryLayout<epic_tunnel>.size, maximumEntries: UInt32(EPIC_MAX_TUNNELS),
        entries: tunnels.map { $0.entry(order) }),
      MapImage(
        name: EPIC_MAP_PREFIXES, byteOrder: order, kind: .longestPrefixTrie,
        flags: MapImage.noPreallocation | MapImage.readOnlyForPrograms,
        keySize: MemoryLayout<epic_prefix_key>.size, valueSize: MemoryLayout<epic_prefix>.size,
        maximumEntries: UInt32(EPIC_MAX_PREFIXES), entries: tunnels.flatMap { $0.prefixEntries(order) }),
      MapImage(
        name: EPIC_MAP_ENDPOINTS, byteOrder: order, kind: .hash,
        flags: MapImage.noPreallocation | MapImage.readOnlyForPrograms,
        keySize: MemoryLayout<epic_endpoint_key>.size, valueSize: MemoryLayout<epic_endpoint>.size,
        maximumEntries: UInt32(EPIC_MAX_ENDPOINTS), entries: endpoints.map { $0.entry(order) }),
    ]
  }

  private func metaImage(_ order: MapImage.ByteOrder) -> MapImage {
    var meta = epic_meta()
    meta.generation = order.encode(generation)
    meta.abi_version = order.encode(UInt32(EPIC_ABI_VERSION))
    meta.tunnels = order.encode(UInt32(clamping: tunnels.count))
    meta.prefixes = order.encode(UInt32(clamping: prefixCount))
    meta.endpoints = order.encode(UInt32(clamping: endpoints.count))
    unsafe withUnsafeMutableBytes(of: &meta.digest) { unsafe $0.copyBytes(from: content.bytes) }
    var entry: [UInt8] = [0, 0, 0, 0]
    entry.append(valueBytes: meta)
    return MapImage(
      name: EPIC_MAP_META, byteOrder: order, kind: .array, flags: MapImage.readOnlyForPrograms,
      keySize: MemoryLayout<UInt32>.size, valueSize: MemoryLayout<epic_meta>.size, maximumEntries: 1, entries: [entry])
  }
}

/// The element of the meta map, as it is read back from a running kernel.
package struct TunnelMapsMeta: Hashable, Sendable {
  package var generation: UInt64
  package var content: ContentDigest
  package var tunnels: UInt32
  package var prefixes: UInt32
  package var endpoints: UInt32

  /// Decodes the value of the meta map's only element; nil if it is not of this version's layout.
  package init?(_ bytes: [UInt8], order: MapImage.ByteOrder = .host) {
    guard bytes.count == MemoryLayout<epic_meta>.size, let meta = bytes.value(epic_meta.self, at: 0),
      order.encode(meta.abi_version) == UInt32(EPIC_ABI_VERSION), let content = ContentDigest(bytes: bytes[8..<40])
    else { return nil }
    generation = order.encode(meta.generation)
    self.content = content
    tunnels = order.encode(meta.tunnels)
    prefixes = order.encode(meta.prefixes)
    endpoints = order.encode(meta.endpoints)
  }
}

extension epic_address {
  /// The address, IPv4 in its mapped form; all zero for none.
  fileprivate init(_ address: IPAddress?) {
    self.init()
    guard let address else { return }
    let mapped = address.family == .v4 ? address.value | 0xFFFF << 32 : address.value
    unsafe withUnsafeMutableBytes(of: &self) { unsafe $0.storeBytes(of: mapped.bigEndian, as: UInt128.self) }
  }
}

extension TunnelMaps.Tunnel {
  fileprivate func entry(_ order: MapImage.ByteOrder) -> [UInt8] {
    var value = epic_tunnel()
    value.local_v4 = epic_address(localV4)
    value.local_v6 = epic_address(localV6)
    if let remote, case .address(let address) = remote.host {
      value.remote = epic_address(address)
      value.remote_port = order.encode(remote.port)
    }
    value.discriminator = order.encode(discriminator)
    value.port = order.encode(port)
    value.mtu_v4 = order.encode(innerMTUV4)
    value.mtu_v6 = order.encode(innerMTUV6)
    value.wire = UInt8(wire == .epic1 ? EPIC_WIRE_EPIC_1 : EPIC_WIRE_TRUE_INGRESS_B)
    value.sending_key = 0
    if let key = keys.first { value.keys.0.epoch = key.epoch }
    if keys.count > 1 { value.keys.1.epoch = keys[1].epoch }
    var bytes: [UInt8] = []
    bytes.append(valueBytes: order.encode(id))
    bytes.append(valueBytes: value)
    return bytes
  }

  fileprivate func prefixEntries(_ order: MapImage.ByteOrder) -> [[UInt8]] {
    prefixes.map { prefix in
      var key = epic_prefix_key()
      let mappedBits: UInt32 = prefix.family == .v4 ? 96 : 0
      key.bits = order.encode(32 + mappedBits + UInt32(prefix.length))
      key.tunnel = id.bigEndian
      key.address = epic_address(prefix.address)
      var value = epic_prefix()
      value.discriminator = order.encode(discriminator)
      var bytes: [UInt8] = []
      bytes.append(valueBytes: key)
      bytes.append(valueBytes: value)
      return bytes
    }
  }
}

extension TunnelMaps.Endpoint {
  fileprivate func entry(_ order: MapImage.ByteOrder) -> [UInt8] {
    var key = epic_endpoint_key()
    key.discriminator = order.encode(discriminator)
    key.pod = epic_address(pod)
    var value = epic_endpoint()
    value.tunnel = order.encode(tunnel)
    var bytes: [UInt8] = []
    bytes.append(valueBytes: key)
    bytes.append(valueBytes: value)
    return bytes
  }
}
