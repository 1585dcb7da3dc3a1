import Crypto
import EpicBase

/// A key and a certificate for it that nobody trusts, in PEM, for configuration that names files of secrets: Envoy opens
/// them when it checks. Made anew each time, so that no key is part of the program.
struct ThrowAwayIdentity {
  /// PKCS #8 (RFC 5958).
  let key: [UInt8]
  /// X.509 version 1 (RFC 5280 section 4.1), signed by itself.
  let certificate: [UInt8]

  init() {
    let key = P256.Signing.PrivateKey()
    self.key = Array(key.pemRepresentation.utf8) + [UInt8(ascii: "\n")]
    certificate = Self.certificate(of: key)
  }

  private static func certificate(of key: P256.Signing.PrivateKey) -> [UInt8] {
    // ecdsa-with-SHA256, 1.2.840.10045.4.3.2 (RFC 5758 section 3.2).
    let algorithm = DER.sequence([DER.value(0x06, [0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x04, 0x03, 0x02])])
    // commonName, 2.5.4.3.
    let name = DER.sequence([
      DER.value(
        0x31,
        DER.sequence([DER.value(0x06, [0x55, 0x04, 0x03]), DER.value(0x0C, Array("epic throw-away".utf8))]))
    ])
    // Nobody asks how long it holds; a fixed time keeps the clock out.
    let validity = DER.sequence([
      DER.value(0x17, Array("200101000000Z".utf8)), DER.value(0x17, Array("491231235959Z".utf8)),
    ])
    let content = DER.sequence([
      DER.value(0x02, [1]), algorithm, name, validity, name, Array(key.publicKey.derRepresentation),
    ])
    // Signing fails for no key that was made here; without a signature Envoy says that the certificate is none.
    let signature = (try? key.signature(for: content)).map { Array($0.derRepresentation) } ?? []
    return DER.pem("CERTIFICATE", DER.sequence([content, algorithm, DER.value(0x03, [0] + signature)]))
  }
}

/// The few forms of DER (ITU-T X.690) that a certificate has.
private enum DER {
  static func value(_ tag: UInt8, _ content: [UInt8]) -> [UInt8] {
    var bytes = [tag]
    switch content.count {
    case ..<0x80: bytes.append(UInt8(truncatingIfNeeded: content.count))
    case ..<0x100: bytes += [0x81, UInt8(truncatingIfNeeded: content.count)]
    default:
      bytes += [0x82, UInt8(truncatingIfNeeded: content.count >> 8), UInt8(truncatingIfNeeded: content.count)]
    }
    return bytes + content
  }

  static func sequence(_ parts: [[UInt8]]) -> [UInt8] { value(0x30, parts.flatMap(\.self)) }

  /// RFC 7468: base64 in lines of 64 characters.
  static func pem(_ label: String, _ bytes: [UInt8]) -> [UInt8] {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var text = Array("-----BEGIN \(label)-----\n".utf8)
    var column = 0
    var rest = bytes[...]
    while !rest.isEmpty {
      let group = Array(rest.prefix(3))
      rest = rest.dropFirst(3)
      let word = group.reduce(UInt32(0)) { $0 << 8 | UInt32($1) } << UInt32(8 * (3 - group.count))
      for index in 0..<4 {
        text.append(
          index <= group.count ? alphabet[Int(word >> UInt32(18 - 6 * index)) & 63] : UInt8(ascii: "="))
      }
      column += 4
      if column == 64 || rest.isEmpty {
        text.append(UInt8(ascii: "\n"))
        column = 0
      }
    }
    return text + Array("-----END \(label)-----\n".utf8)
  }
}
