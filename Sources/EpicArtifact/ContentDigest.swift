import Crypto
import EpicBase

/// A SHA-256 digest (FIPS 180-4): how sources, artifacts and whole trees are named by content.
package struct ContentDigest: Hashable, Sendable {
  /// The 32 bytes as four big-endian words, so that a digest is a plain value.
  private let words: [4 of UInt64]

  /// Digest of the bytes.
  package init(of bytes: [UInt8]) { self.init(SHA256.hash(data: bytes)) }

  private init(_ digest: SHA256.Digest) {
    var words: [4 of UInt64] = [0, 0, 0, 0]
    var index = 0
    for byte in digest {
      words[index / 8] = words[index / 8] << 8 | UInt64(byte)
      index += 1
    }
    self.words = words
  }

  /// The digest with these 32 bytes; nil for any other number of bytes.
  package init?(bytes: some Collection<UInt8>) {
    guard bytes.count == 32 else { return nil }
    var words: [4 of UInt64] = [0, 0, 0, 0]
    var index = 0
    for byte in bytes {
      words[index / 8] = words[index / 8] << 8 | UInt64(byte)
      index += 1
    }
    self.words = words
  }

  /// Reads 64 lower-case hexadecimal digits; nil for anything else.
  package init?(hex: String) {
    guard hex.utf8.count == 64 else { return nil }
    var words: [4 of UInt64] = [0, 0, 0, 0]
    var index = 0
    for byte in hex.utf8 {
      let digit: UInt8
      switch byte {
      case 48...57: digit = byte - 48
      case 97...102: digit = byte - 87
      default: return nil
      }
      words[index / 16] = words[index / 16] << 4 | UInt64(digit)
      index += 1
    }
    self.words = words
  }

  /// The 32 bytes.
  package var bytes: [UInt8] {
    (0..<32).map { UInt8(truncatingIfNeeded: words[$0 / 8] >> UInt64(56 - $0 % 8 * 8)) }
  }

  /// 64 lower-case hexadecimal digits.
  package var hex: String {
    var text: [UInt8] = []
    appendHex(to: &text)
    return String(decoding: text, as: UTF8.self)
  }

  /// Appends the 64 digits.
  package func appendHex(to text: inout [UInt8]) {
    for word in 0..<4 {
      for shift in 0..<UInt64(8) { text.appendHex(UInt8(truncatingIfNeeded: words[word] >> (56 - shift * 8))) }
    }
  }

  package static func == (left: ContentDigest, right: ContentDigest) -> Bool {
    left.words[0] == right.words[0] && left.words[1] == right.words[1] && left.words[2] == right.words[2]
      && left.words[3] == right.words[3]
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(words[0]) }
}

extension ContentDigest: CustomStringConvertible {
  package var description: String { hex }
}
