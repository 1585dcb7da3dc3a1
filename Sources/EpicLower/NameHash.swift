import Crypto

/// Numbers derived from names, the same on every machine.
enum NameHash {
  /// The first eight bytes, big-endian, of SHA-256 (FIPS 180-4) over the parts, each ended by a zero byte.
  static func number(_ parts: [String], attempt: UInt32) -> UInt64 {
    var hash = SHA256()
    update(&hash, parts, attempt)
    return hash.finalize().prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// The first four bytes, big-endian, of HMAC-SHA-256 (RFC 2104) keyed with the seed, over the parts.
  static func keyed(_ seed: LockSeed, _ parts: [String], attempt: UInt32) -> UInt32 {
    var hash = HMAC<SHA256>(key: SymmetricKey(data: seed.bytes))
    for part in parts {
      hash.update(data: Array(part.utf8))
      hash.update(data: [0])
    }
    hash.update(data: bytes(attempt))
    return hash.finalize().prefix(4).reduce(0) { $0 << 8 | UInt32($1) }
  }

  /// The seed of a workspace that has no lock yet: derived from its name, so that two first builds agree.
  static func firstSeed(workspace: String) -> LockSeed? {
    var hash = SHA256()
    update(&hash, ["epic tunnel ids", workspace], 0)
    return LockSeed(bytes: Array(hash.finalize().prefix(16)))
  }

  private static func update(_ hash: inout SHA256, _ parts: [String], _ attempt: UInt32) {
    for part in parts {
      hash.update(data: Array(part.utf8))
      hash.update(data: [0])
    }
    hash.update(data: bytes(attempt))
  }

  private static func bytes(_ number: UInt32) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: number >> UInt32(24 - $0 * 8)) }
  }
}
