/// What a MaxMind-format database says of itself (MaxMind DB file format specification, version 2.0).
package struct MaxMindDatabase {
  /// Such as `GeoLite2-Country`.
  package let type: String
  /// Whether it tells the country of an address.
  package let hasCountries: Bool
  /// Whether it tells the AS number of an address.
  package let hasNetworks: Bool

  /// The metadata lie in the last 128 KiB, behind their last marker.
  private static let metadataBytes = 128 * 1024
  private static let marker: [UInt8] = [0xAB, 0xCD, 0xEF] + Array("MaxMind.com".utf8)
  /// Deeper nesting than any metadata have.
  private static let deepest = 8

  /// Reads the metadata. Nil if the bytes are no such database, or one that is cut off.
  package init?(_ bytes: [UInt8]) {
    let first = max(0, bytes.count - MaxMindDatabase.metadataBytes)
    guard let start = MaxMindDatabase.last(MaxMindDatabase.marker, in: bytes[first...]) else { return nil }
    var reader = Reader(bytes: bytes, index: start + MaxMindDatabase.marker.count)
    guard case .map(let metadata)? = reader.value(depth: 0), case .text(let type)? = metadata["database_type"],
      case .number(2)? = metadata["binary_format_major_version"], case .number(let nodes)? = metadata["node_count"],
      case .number(let bits)? = metadata["record_size"], [24, 28, 32].contains(bits)
    else { return nil }
    let (treeBits, overflows) = nodes.multipliedReportingOverflow(by: bits * 2)
    guard !overflows, nodes > 0, treeBits / 8 + 16 <= UInt64(start) else { return nil }
    self.type = type
    let data = bytes[Int(treeBits / 8)..<start]
    hasCountries = MaxMindDatabase.last(Array("iso_code".utf8), in: data) != nil
    hasNetworks = MaxMindDatabase.last(Array("autonomous_system_number".utf8), in: data) != nil
  }

  /// Where the text stands last.
  private static func last(_ text: [UInt8], in bytes: ArraySlice<UInt8>) -> Int? {
    guard let first = text.first, bytes.count >= text.count else { return nil }
    var index = bytes.endIndex - text.count
    while index >= bytes.startIndex {
      if bytes[index] == first && bytes[index..<index + text.count].elementsEqual(text) { return index }
      index -= 1
    }
    return nil
  }

  /// A value of the metadata; what is none of these is skipped.
  private enum Field {
    case text(String)
    case number(UInt64)
    case map([String: Field])
    case other
  }

  private struct Reader {
    let bytes: [UInt8]
    var index: Int

    private mutating func byte() -> UInt8? {
      guard index < bytes.count else { return nil }
      index += 1
      return bytes[index - 1]
    }

    private mutating func number(_ count: Int) -> UInt64? {
      guard count <= 8 else { return nil }
      var result: UInt64 = 0
      for _ in 0..<count {
        guard let byte = byte() else { return nil }
        result = result << 8 | UInt64(byte)
      }
      return result
    }

    private mutating func size(_ control: UInt8) -> Int? {
      let short = Int(control & 31)
      switch short {
      case 29: return byte().map { 29 + Int($0) }
      case 30: return number(2).map { 285 + Int($0) }
      case 31: return number(3).map { 65_821 + Int($0) }
      default: return short
      }
    }

    mutating func value(depth: Int) -> Field? {
      guard depth < MaxMindDatabase.deepest, let control = byte() else { return nil }
      var type = control >> 5
      if type == 0 {
        guard let extended = byte(), extended <= 8 else { return nil }
        type = extended + 7
      }
      if type == 1 {
        index += Int(control >> 3 & 3) + 1
        return .other
      }
      guard let size = size(control) else { return nil }
      switch type {
      case 2:
        guard size <= bytes.count - index else { return nil }
        index += size
        return .text(String(decoding: bytes[index - size..<index], as: UTF8.self))
      case 5, 6, 9: return number(size).map { .number($0) }
      case 7:
        var fields: [String: Field] = [:]
        for _ in 0..<size {
          guard case .text(let name)? = value(depth: depth + 1), let field = value(depth: depth + 1) else { return nil }
          fields[name] = field
        }
        return .map(fields)
      case 11:
        for _ in 0..<size where value(depth: depth + 1) == nil { return nil }
        return .other
      case 14: return .other
      default:
        guard size <= bytes.count - index else { return nil }
        index += size
        return .other
      }
    }
  }
}
