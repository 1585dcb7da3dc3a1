import Crypto
import EpicBase
import Glibc

/// A TSIG key (RFC 8945), HMAC-SHA256.
struct TransactionKey {
  let name: DNSName
  private let secret: SymmetricKey
  /// How far the clocks of client and server may differ, in seconds.
  private static let fudgeSeconds: UInt16 = 300
  private static let algorithm = DNSName(wire: [11] + Array("hmac-sha256".utf8) + [0])

  /// Reads a key file as `tsig-keygen` and `keymgr -t` write it:
  ///
  ///     key "epic" { algorithm hmac-sha256; secret "…"; };
  ///
  /// Nil for any other text or algorithm.
  init?(file: [UInt8]) {
    guard let text = String(validating: file, as: UTF8.self) else { return nil }
    let lines = text.split(separator: "\n").filter { !$0.hasPrefix("#") && !$0.hasPrefix("//") }
    let words = lines.joined(separator: " ").split { " \t\r{};\"".contains($0) }.map(String.init)
    func value(_ key: String) -> String? {
      words.firstIndex(of: key).flatMap { $0 + 1 < words.count ? words[$0 + 1] : nil }
    }
    guard let name = value("key").flatMap({ DNSName($0) }), value("algorithm")?.lowercased() == "hmac-sha256",
      let secret = value("secret").flatMap({ Base64Text.decode($0) }), !secret.isEmpty
    else { return nil }
    self.init(name: name, secret: secret)
  }

  init(name: DNSName, secret: [UInt8]) {
    self.name = name
    self.secret = SymmetricKey(data: secret)
  }

  /// A signed message, and its signature.
  func sign(_ message: [UInt8], at time: UInt64) -> (bytes: [UInt8], signature: [UInt8]) {
    let signature = Array(
      HMAC<SHA256>.authenticationCode(for: message + variables(time, TransactionKey.fudgeSeconds), using: secret))
    var data = TransactionKey.algorithm.wire
    data.appendTime(time)
    data.appendBigEndian(TransactionKey.fudgeSeconds)
    data.appendBigEndian(UInt16(signature.count))
    data += signature
    // Original id, error, other length.
    data += message.prefix(2) + [0, 0, 0, 0]
    var bytes = message
    // The additional section has one record more; the count is the last word of the header.
    guard bytes.count >= 12 else { return (bytes, signature) }
    let count = (UInt16(bytes[10]) << 8 | UInt16(bytes[11])) &+ 1
    bytes[10] = UInt8(count >> 8)
    bytes[11] = UInt8(count & 255)
    bytes.append(DNSRecord(name, DNSNumber.RecordType.tsig, DNSNumber.RecordClass.any, data: data))
    return (bytes, signature)
  }

  /// Whether a reply is signed with this key for the request with that signature, at about this time.
  func verifies(_ reply: [UInt8], request: [UInt8], at time: UInt64) -> Bool {
    guard let (message, start) = DNSReader.read(reply), let record = message.sections[2].last,
      record.type == DNSNumber.RecordType.tsig, record.name == name,
      let fields = SignatureFields(record.data, algorithm: TransactionKey.algorithm), fields.error == 0
    else { return false }
    var text: [UInt8] = []
    text.appendBigEndian(UInt16(request.count))
    text += request
    var unsigned = Array(reply[..<start])
    let count = (UInt16(unsigned[10]) << 8 | UInt16(unsigned[11])) &- 1
    unsigned[10] = UInt8(count >> 8)
    unsigned[11] = UInt8(count & 255)
    text += unsigned
    text += variables(fields.time, fields.fudge)
    let difference = fields.time > time ? fields.time - time : time - fields.time
    return difference <= UInt64(fields.fudge)
      && HMAC<SHA256>.isValidAuthenticationCode(fields.signature, authenticating: text, using: secret)
  }

  /// RFC 8945 section 4.3.3: key's name, class, TTL, algorithm, time, fudge, error, other length.
  private func variables(_ time: UInt64, _ fudge: UInt16) -> [UInt8] {
    var bytes = name.wire
    bytes.appendBigEndian(DNSNumber.RecordClass.any)
    bytes.appendBigEndian(UInt32(0))
    bytes += TransactionKey.algorithm.wire
    bytes.appendTime(time)
    bytes.appendBigEndian(fudge)
    bytes += [0, 0, 0, 0]
    return bytes
  }
}

/// The fields of a TSIG record's data.
private struct SignatureFields {
  var time: UInt64
  var fudge: UInt16
  var signature: [UInt8]
  var error: UInt16

  init?(_ data: [UInt8], algorithm: DNSName) {
    let start = algorithm.wire.count
    guard data.count >= start + 10, data[..<start].elementsEqual(algorithm.wire) else { return nil }
    func word(_ index: Int) -> UInt16 { UInt16(data[index]) << 8 | UInt16(data[index + 1]) }
    time = data[start..<(start + 6)].reduce(0) { $0 << 8 | UInt64($1) }
    fudge = word(start + 6)
    let length = Int(word(start + 8))
    guard data.count >= start + 10 + length + 6 else { return nil }
    signature = Array(data[(start + 10)..<(start + 10 + length)])
    error = word(start + 10 + length + 2)
  }
}

extension [UInt8] {
  /// Appends a time in seconds as 48 bits.
  fileprivate mutating func appendTime(_ time: UInt64) {
    Swift.withUnsafeBytes(of: time.bigEndian) { append(contentsOf: $0.dropFirst(2)) }
  }
}
