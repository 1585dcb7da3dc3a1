/// A set of bytes.
struct ByteSet: Hashable, Sendable {
  private var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)

  static let all = ByteSet(ranges: [0...255])

  init() {}

  init(ranges: [ClosedRange<UInt8>]) {
    for range in ranges { insert(range) }
  }

  /// The bytes for which `isMember` holds.
  init(where isMember: (UInt8) -> Bool) {
    for byte in UInt8.min...UInt8.max where isMember(byte) { insert(byte) }
  }

  private static func bit(_ byte: UInt8) -> UInt64 { 1 << UInt64(byte & 63) }

  func contains(_ byte: UInt8) -> Bool {
    switch byte >> 6 {
    case 0: words.0 & ByteSet.bit(byte) != 0
    case 1: words.1 & ByteSet.bit(byte) != 0
    case 2: words.2 & ByteSet.bit(byte) != 0
    default: words.3 & ByteSet.bit(byte) != 0
    }
  }

  mutating func insert(_ byte: UInt8) {
    switch byte >> 6 {
    case 0: words.0 |= ByteSet.bit(byte)
    case 1: words.1 |= ByteSet.bit(byte)
    case 2: words.2 |= ByteSet.bit(byte)
    default: words.3 |= ByteSet.bit(byte)
    }
  }

  mutating func insert(_ range: ClosedRange<UInt8>) {
    for byte in range { insert(byte) }
  }

  mutating func formUnion(_ other: ByteSet) {
    words.0 |= other.words.0
    words.1 |= other.words.1
    words.2 |= other.words.2
    words.3 |= other.words.3
  }

  var inverted: ByteSet {
    var result = self
    result.words = (~words.0, ~words.1, ~words.2, ~words.3)
    return result
  }

  /// With the other case of every letter of Latin-1 that is in it. RE2 reads bytes as characters of Latin-1.
  var foldingCase: ByteSet {
    var result = self
    for byte in UInt8.min...UInt8.max where contains(byte) {
      if let other = ByteSet.otherCase(byte) { result.insert(other) }
    }
    return result
  }

  private static func otherCase(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x41...0x5A, 0xC0...0xD6, 0xD8...0xDE: byte + 32
    case 0x61...0x7A, 0xE0...0xF6, 0xF8...0xFE: byte - 32
    default: nil
    }
  }

  static func == (left: ByteSet, right: ByteSet) -> Bool { left.words == right.words }

  func hash(into hasher: inout Hasher) {
    hasher.combine(words.0)
    hasher.combine(words.1)
    hasher.combine(words.2)
    hasher.combine(words.3)
  }
}

/// The sets of bytes that RE2 has names for.
extension ByteSet {
  static let digits = ByteSet(ranges: [0x30...0x39])
  static let spaces = ByteSet(ranges: [9...10, 12...13, 32...32])
  static let wordBytes = ByteSet(ranges: [0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A])

  /// A class of POSIX's: `alpha` of `[[:alpha:]]`.
  static func posix(_ name: String) -> ByteSet? {
    let ranges: [ClosedRange<UInt8>]
    switch name {
    case "alnum": ranges = [0x30...0x39, 0x41...0x5A, 0x61...0x7A]
    case "alpha": ranges = [0x41...0x5A, 0x61...0x7A]
    case "ascii": ranges = [0...127]
    case "blank": ranges = [9...9, 32...32]
    case "cntrl": ranges = [0...31, 127...127]
    case "digit": ranges = [0x30...0x39]
    case "graph": ranges = [0x21...0x7E]
    case "lower": ranges = [0x61...0x7A]
    case "print": ranges = [0x20...0x7E]
    case "punct": ranges = [0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E]
    case "space": ranges = [9...13, 32...32]
    case "upper": ranges = [0x41...0x5A]
    case "word": return .wordBytes
    case "xdigit": ranges = [0x30...0x39, 0x41...0x46, 0x61...0x66]
    default: return nil
    }
    return ByteSet(ranges: ranges)
  }

  /// A property of Unicode's, of the first 256 characters: `L`, `Lu`, `Latin`, `Common`, `Any`.
  static func property(_ name: String) -> ByteSet? {
    switch name {
    case "Any": return .all
    case "Latin": return ByteSet { isLatin($0) }
    case "Common": return ByteSet { !isLatin($0) }
    default: break
    }
    guard let first = name.first, name.count <= 2, "CLMNPSZ".contains(first) else { return nil }
    return ByteSet { category($0).hasPrefix(name) }
  }

  private static func isLatin(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x41...0x5A, 0x61...0x7A, 0xAA, 0xBA, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0xFF: true
    default: false
    }
  }

  /// The general category of a character of Latin-1; each was assigned long before any Unicode that RE2 was made from.
  private static func category(_ byte: UInt8) -> String {
    switch byte {
    case 0...0x1F, 0x7F...0x9F: "Cc"
    case 0x20, 0xA0: "Zs"
    case 0x24, 0xA2...0xA5: "Sc"
    case 0x2B, 0x3C...0x3E, 0x7C, 0x7E, 0xAC, 0xB1, 0xD7, 0xF7: "Sm"
    case 0x5E, 0x60, 0xA8, 0xAF, 0xB4, 0xB8: "Sk"
    case 0xA6, 0xA9, 0xAE, 0xB0: "So"
    case 0x28, 0x5B, 0x7B: "Ps"
    case 0x29, 0x5D, 0x7D: "Pe"
    case 0x2D: "Pd"
    case 0x5F: "Pc"
    case 0xAB: "Pi"
    case 0xBB: "Pf"
    case 0x30...0x39: "Nd"
    case 0xB2, 0xB3, 0xB9, 0xBC...0xBE: "No"
    case 0x41...0x5A, 0xC0...0xD6, 0xD8...0xDE: "Lu"
    case 0xAA, 0xBA: "Lo"
    case 0xAD: "Cf"
    case 0x61...0x7A, 0xB5, 0xDF...0xF6, 0xF8...0xFF: "Ll"
    default: "Po"
    }
  }
}
