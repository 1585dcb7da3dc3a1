/// XXH64, the 64-bit hash of the xxHash family (specification of xxHash, version 0.1.1, section "XXH64"). Cohorts are
/// drawn with it, because Envoy's `consistent_hashing` input matcher computes the same function.
package enum XXH64 {
  private static let prime1: UInt64 = 0x9E37_79B1_85EB_CA87
  private static let prime2: UInt64 = 0xC2B2_AE3D_27D4_EB4F
  private static let prime3: UInt64 = 0x1656_67B1_9E37_79F9
  private static let prime4: UInt64 = 0x85EB_CA77_C2B2_AE63
  private static let prime5: UInt64 = 0x27D4_EB2F_1656_67C5

  /// The hash of the bytes under the seed, in linear time.
  package static func hash(_ bytes: [UInt8], seed: UInt64 = 0) -> UInt64 {
    var index = 0
    var hash: UInt64
    if bytes.count >= 32 {
      var lanes = (seed &+ prime1 &+ prime2, seed &+ prime2, seed, seed &- prime1)
      while index + 32 <= bytes.count {
        lanes.0 = round(lanes.0, word(bytes, index))
        lanes.1 = round(lanes.1, word(bytes, index + 8))
        lanes.2 = round(lanes.2, word(bytes, index + 16))
        lanes.3 = round(lanes.3, word(bytes, index + 24))
        index += 32
      }
      hash = rotate(lanes.0, 1) &+ rotate(lanes.1, 7) &+ rotate(lanes.2, 12) &+ rotate(lanes.3, 18)
      for lane in [lanes.0, lanes.1, lanes.2, lanes.3] { hash = (hash ^ round(0, lane)) &* prime1 &+ prime4 }
    } else {
      hash = seed &+ prime5
    }
    hash &+= UInt64(bytes.count)
    while index + 8 <= bytes.count {
      hash = rotate(hash ^ round(0, word(bytes, index)), 27) &* prime1 &+ prime4
      index += 8
    }
    if index + 4 <= bytes.count {
      let half = word(bytes, index, count: 4)
      hash = rotate(hash ^ (half &* prime1), 23) &* prime2 &+ prime3
      index += 4
    }
    while index < bytes.count {
      hash = rotate(hash ^ (UInt64(bytes[index]) &* prime5), 11) &* prime1
      index += 1
    }
    hash = (hash ^ (hash >> 33)) &* prime2
    hash = (hash ^ (hash >> 29)) &* prime3
    return hash ^ (hash >> 32)
  }

  /// The hash of a text's UTF-8 bytes.
  package static func hash(_ text: String, seed: UInt64 = 0) -> UInt64 { hash(Array(text.utf8), seed: seed) }

  private static func round(_ accumulator: UInt64, _ input: UInt64) -> UInt64 {
    rotate(accumulator &+ (input &* prime2), 31) &* prime1
  }

  private static func rotate(_ value: UInt64, _ count: UInt64) -> UInt64 { value << count | value >> (64 - count) }

  /// The little-endian number in `bytes[start..<start + count]`, which lies in the array.
  private static func word(_ bytes: [UInt8], _ start: Int, count: Int = 8) -> UInt64 {
    var result: UInt64 = 0
    var offset = count
    while offset > 0 {
      offset -= 1
      result = result << 8 | UInt64(bytes[start + offset])
    }
    return result
  }
}
