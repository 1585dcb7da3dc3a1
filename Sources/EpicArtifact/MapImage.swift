import CEpicABI

/// The content of one BPF map with the attributes it is created with: what a node's `bpf` folder holds for each map.
package struct MapImage: Hashable, Sendable {
  /// Kinds of maps; the raw value is the kernel's (`enum bpf_map_type` of linux/bpf.h).
  package enum Kind: UInt32, Hashable, Sendable {
    case hash = 1
    case array = 2
    case longestPrefixTrie = 11
  }

  /// Byte order of the integers in header, keys and values.
  package enum ByteOrder: UInt8, Hashable, Sendable {
    case little = 1
    case big = 2

    /// The order of the machine that this code runs on.
    package static var host: ByteOrder { UInt16(1).littleEndian == 1 ? .little : .big }

    /// The integer whose bytes in memory are `value` in this order.
    @inline(__always)
    func encode<Number: FixedWidthInteger>(_ value: Number) -> Number {
      self == .little ? value.littleEndian : value.bigEndian
    }
  }

  /// `BPF_F_NO_PREALLOC`: elements are allocated as they are put in; tries have no other way.
  package static let noPreallocation: UInt32 = 1 << 0
  /// `BPF_F_RDONLY_PROG`: programs can only read.
  package static let readOnlyForPrograms: UInt32 = 1 << 7

  /// At most 15 bytes.
  package var name: String
  package var byteOrder: ByteOrder
  package var kind: Kind
  package var flags: UInt32
  package var keySize: Int
  package var valueSize: Int
  /// Capacity, not the number of entries.
  package var maximumEntries: UInt32
  /// Keys and values one behind the other, sorted by the keys' bytes, each key once.
  package private(set) var content: [UInt8]

  /// Takes an element for each key; sorts them.
  init(
    name: String, byteOrder: ByteOrder, kind: Kind, flags: UInt32, keySize: Int, valueSize: Int, maximumEntries: UInt32,
    entries: [[UInt8]]
  ) {
    self.name = name
    self.byteOrder = byteOrder
    self.kind = kind
    self.flags = flags
    self.keySize = keySize
    self.valueSize = valueSize
    self.maximumEntries = maximumEntries
    content = []
    content.reserveCapacity(entries.count * (keySize + valueSize))
    // No two entries share a key, so comparing whole entries compares keys.
    for entry in entries.sorted(by: { $0.lexicographicallyPrecedes($1) }) { content.append(contentsOf: entry) }
  }

  /// Number of elements.
  package var entryCount: Int { content.count / max(1, keySize + valueSize) }

  /// File name below the node's `bpf` folder.
  package var fileName: String { "\(name).map" }

  /// The key and the value of each element, in the image's order.
  package var entries: [(key: ArraySlice<UInt8>, value: ArraySlice<UInt8>)] {
    let size = keySize + valueSize
    return (0..<entryCount).map {
      (content[$0 * size..<$0 * size + keySize], content[$0 * size + keySize..<($0 + 1) * size])
    }
  }
}

extension MapImage {
  private static let format = "epic.map/\(EPIC_IMAGE_VERSION)"
  private static let headerSize = MemoryLayout<epic_image_header>.size

  /// The image's bytes: `epic_image_header`, then the content.
  package func write() -> [UInt8] {
    var header = epic_image_header()
    header.byte_order = byteOrder.rawValue
    header.version = byteOrder.encode(UInt32(EPIC_IMAGE_VERSION))
    header.map_type = byteOrder.encode(kind.rawValue)
    header.map_flags = byteOrder.encode(flags)
    header.key_size = byteOrder.encode(UInt32(clamping: keySize))
    header.value_size = byteOrder.encode(UInt32(clamping: valueSize))
    header.max_entries = byteOrder.encode(maximumEntries)
    header.entries = byteOrder.encode(UInt32(clamping: entryCount))
    header.abi_version = byteOrder.encode(UInt32(EPIC_ABI_VERSION))
    unsafe withUnsafeMutableBytes(of: &header.magic) { unsafe $0.copyBytes(from: EPIC_IMAGE_MAGIC.utf8.prefix(7)) }
    unsafe withUnsafeMutableBytes(of: &header.name) { unsafe $0.copyBytes(from: name.utf8.prefix(15)) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(MapImage.headerSize + content.count)
    bytes.append(valueBytes: header)
    bytes.append(contentsOf: content)
    return bytes
  }

  /// Reads an image, checking everything that its own bytes can show: no element is lost, doubled or out of order, and
  /// nothing stands behind the last.
  package static func read(_ bytes: [UInt8]) throws(FormatError) -> MapImage {
    guard let header = bytes.value(epic_image_header.self, at: 0) else { throw fault("the header is cut off", at: 0) }
    guard bytes.starts(with: EPIC_IMAGE_MAGIC.utf8) else {
      throw fault("the magic is not `\(EPIC_IMAGE_MAGIC)`", at: 0)
    }
    guard let order = ByteOrder(rawValue: header.byte_order) else {
      throw fault("the byte order \(header.byte_order) is not known", at: 7)
    }
    guard order.encode(header.version) == UInt32(EPIC_IMAGE_VERSION) else {
      throw fault("the version \(order.encode(header.version)) is not known", at: 8)
    }
    guard order.encode(header.abi_version) == UInt32(EPIC_ABI_VERSION) else {
      throw fault("the layouts' version \(order.encode(header.abi_version)) is not known", at: 36)
    }
    guard let kind = Kind(rawValue: order.encode(header.map_type)) else {
      throw fault("the map type \(order.encode(header.map_type)) is not known", at: 12)
    }
    let keySize = Int(order.encode(header.key_size))
    let valueSize = Int(order.encode(header.value_size))
    guard keySize > 0, keySize <= EPIC_IMAGE_MAX_KEY, valueSize > 0, valueSize <= EPIC_IMAGE_MAX_VALUE else {
      throw fault("the key size \(keySize) or the value size \(valueSize) is out of bounds", at: 20)
    }
    let count = order.encode(header.entries)
    let maximum = order.encode(header.max_entries)
    guard count <= maximum, maximum > 0 else { throw fault("\(count) entries for a map of \(maximum)", at: 32) }
    guard UInt64(bytes.count) == UInt64(headerSize) + UInt64(count) * UInt64(keySize + valueSize) else {
      throw fault("the length does not match \(count) entries", at: bytes.count)
    }
    let nameBytes = bytes[40..<56].prefix { $0 != 0 }
    guard nameBytes.count < 16, !nameBytes.isEmpty, nameBytes.allSatisfy({ $0 > 32 && $0 < 127 }), header.reserved == 0,
      bytes[(40 + nameBytes.count)..<56].allSatisfy({ $0 == 0 })
    else { throw fault("the name or the reserved field is not sound", at: 40) }
    var image = MapImage(
      name: String(decoding: nameBytes, as: UTF8.self), byteOrder: order, kind: kind,
      flags: order.encode(header.map_flags), keySize: keySize, valueSize: valueSize, maximumEntries: maximum,
      entries: [])
    image.content = Array(bytes[headerSize...])
    let entries = image.entries
    for (before, after) in zip(entries, entries.dropFirst())
    where !before.key.lexicographicallyPrecedes(after.key) {
      throw fault("a key occurs twice or out of order", at: headerSize + after.key.startIndex)
    }
    return image
  }

  private static func fault(_ message: String, at offset: Int) -> FormatError {
    FormatError(format: format, message: message, column: offset)
  }
}

extension [UInt8] {
  /// Appends the bytes of a value of one of the C layouts, which have no padding.
  mutating func append<Value: BitwiseCopyable>(valueBytes value: Value) {
    unsafe Swift.withUnsafeBytes(of: value) { unsafe append(contentsOf: $0) }
  }

  /// The value of one of the C layouts that starts at the offset; nil if the bytes end before it does.
  func value<Value: BitwiseCopyable>(_ type: Value.Type, at offset: Int) -> Value? {
    guard offset >= 0, count - offset >= MemoryLayout<Value>.size else { return nil }
    return unsafe withUnsafeBytes { unsafe $0.loadUnaligned(fromByteOffset: offset, as: type) }
  }
}
