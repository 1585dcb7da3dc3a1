import EpicArtifact
import EpicBase

/// A domain name in wire form (RFC 1035 section 3.1): labels with their lengths, lower case, the root's zero at the end.
struct DNSName: Hashable, Sendable {
  var wire: [UInt8]

  /// Reads `a.example` or `a.example.`; nil if a label or the name is too long or empty.
  init?(_ text: String) {
    var wire: [UInt8] = []
    let trimmed = text.hasSuffix(".") ? text.dropLast() : text[...]
    if !trimmed.isEmpty {
      for label in trimmed.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false) {
        guard !label.isEmpty, label.count < 64 else { return nil }
        wire.append(UInt8(label.count))
        wire += label.map { $0 >= 65 && $0 <= 90 ? $0 + 32 : $0 }
      }
    }
    wire.append(0)
    guard wire.count <= 255 else { return nil }
    self.wire = wire
  }

  init(wire: [UInt8]) { self.wire = wire }
}

/// Numbers of RFC 1035, RFC 2136 and RFC 8945 that are used here.
enum DNSNumber {
  enum RecordType {
    static let a: UInt16 = 1
    static let cname: UInt16 = 5
    static let soa: UInt16 = 6
    static let txt: UInt16 = 16
    static let aaaa: UInt16 = 28
    static let opt: UInt16 = 41
    static let tsig: UInt16 = 250
    static let any: UInt16 = 255
  }
  enum RecordClass {
    static let internet: UInt16 = 1
    static let none: UInt16 = 254
    static let any: UInt16 = 255
  }
  static let updateFlags: UInt16 = 5 << 11
  static let truncated: UInt16 = 0x0200
  static let response: UInt16 = 0x8000

  /// Response codes that a server gives without a signature: FORMERR, REFUSED, NOTAUTH.
  static let unsigned: [UInt16] = [1, 5, 9]

  /// A response code's name.
  static func name(_ code: UInt16) -> String {
    let names = [
      "NOERROR", "FORMERR", "SERVFAIL", "NXDOMAIN", "NOTIMP", "REFUSED", "YXDOMAIN", "YXRRSET", "NXRRSET", "NOTAUTH",
      "NOTZONE",
    ]
    return Int(code) < names.count ? names[Int(code)] : "response code \(code)"
  }
}

/// One resource record, or one line of an update.
struct DNSRecord: Hashable, Sendable {
  var name: DNSName
  var type: UInt16
  var recordClass: UInt16
  var ttlSeconds: UInt32
  var data: [UInt8]

  init(_ name: DNSName, _ type: UInt16, _ recordClass: UInt16, ttlSeconds: UInt32 = 0, data: [UInt8] = []) {
    self.name = name
    self.type = type
    self.recordClass = recordClass
    self.ttlSeconds = ttlSeconds
    self.data = data
  }

  /// An A or AAAA record.
  static func address(_ name: DNSName, _ address: IPAddress, ttlSeconds: UInt32) -> DNSRecord {
    DNSRecord(
      name, address.family == .v4 ? DNSNumber.RecordType.a : DNSNumber.RecordType.aaaa, DNSNumber.RecordClass.internet,
      ttlSeconds: ttlSeconds, data: address.bytes)
  }

  /// A TXT record of one character string.
  static func text(_ name: DNSName, _ text: String, ttlSeconds: UInt32) -> DNSRecord {
    let bytes = Array(text.utf8.prefix(255))
    return DNSRecord(
      name, DNSNumber.RecordType.txt, DNSNumber.RecordClass.internet, ttlSeconds: ttlSeconds,
      data: [UInt8(bytes.count)] + bytes)
  }

  /// The OPT record (RFC 6891) of a question on behalf of no client: client subnet (RFC 7871) with a prefix of 0 bits. A
  /// server that answers by place finds none for it, and gives what the zone holds.
  static func noClient(payloadBytes: UInt16) -> DNSRecord {
    DNSRecord(
      DNSName(wire: [0]), DNSNumber.RecordType.opt, payloadBytes,
      data: [0, DNSRecord.clientSubnet, 0, 4, 0, 1, 0, 0])
  }

  /// Number of the EDNS option (RFC 7871 section 6).
  private static let clientSubnet: UInt8 = 8

  /// Whether this OPT record has the option client subnet, which a server sends only if it heeds it.
  var hasClientSubnet: Bool {
    guard type == DNSNumber.RecordType.opt else { return false }
    var rest = data[...]
    while rest.count >= 4 {
      let option = Array(rest.prefix(4))
      if option[0] == 0 && option[1] == DNSRecord.clientSubnet { return true }
      rest = rest.dropFirst(4 + (Int(option[2]) << 8 | Int(option[3])))
    }
    return false
  }

  /// The record as a value-dependent prerequisite (RFC 2136 section 2.4.2).
  var asPrerequisite: DNSRecord { DNSRecord(name, type, recordClass, data: data) }

  /// The address of an A or AAAA record.
  var address: IPAddress? {
    let value = data.reduce(UInt128(0)) { $0 << 8 | UInt128($1) }
    switch (type, data.count) {
    case (DNSNumber.RecordType.a, 4): return IPAddress(family: .v4, value: value)
    case (DNSNumber.RecordType.aaaa, 16): return IPAddress(family: .v6, value: value)
    default: return nil
    }
  }

  /// The character strings of a TXT record, joined.
  var text: String? {
    guard type == DNSNumber.RecordType.txt else { return nil }
    var bytes: [UInt8] = []
    var index = 0
    while index < data.count {
      let end = index + 1 + Int(data[index])
      guard end <= data.count else { return nil }
      bytes += data[(index + 1)..<end]
      index = end
    }
    return String(validating: bytes, as: UTF8.self)
  }
}

/// A DNS message with its four sections; in an update they are zone, prerequisites, updates, additional.
struct DNSMessage: Hashable, Sendable {
  var id: UInt16
  var flags: UInt16
  var question: (name: DNSName, type: UInt16)
  var sections: [[DNSRecord]] = [[], [], []]

  static func == (left: DNSMessage, right: DNSMessage) -> Bool {
    left.id == right.id && left.flags == right.flags && left.question == right.question
      && left.sections == right.sections
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(id)
    hasher.combine(sections)
  }

  var responseCode: UInt16 { flags & 15 }

  init(id: UInt16, flags: UInt16, question: DNSName, type: UInt16) {
    self.id = id
    self.flags = flags
    self.question = (question, type)
  }

  /// The message without compression and without signature.
  func encoded() -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.appendBigEndian(id)
    bytes.appendBigEndian(flags)
    bytes.appendBigEndian(UInt16(1))
    for section in sections { bytes.appendBigEndian(UInt16(clamping: section.count)) }
    bytes += question.name.wire
    bytes.appendBigEndian(question.type)
    bytes.appendBigEndian(DNSNumber.RecordClass.internet)
    for record in sections.joined() { bytes.append(record) }
    return bytes
  }
}

extension [UInt8] {
  mutating func appendBigEndian(_ value: some FixedWidthInteger) {
    Swift.withUnsafeBytes(of: value.bigEndian) { append(contentsOf: $0) }
  }

  mutating func append(_ record: DNSRecord) {
    append(contentsOf: record.name.wire)
    appendBigEndian(record.type)
    appendBigEndian(record.recordClass)
    appendBigEndian(record.ttlSeconds)
    appendBigEndian(UInt16(clamping: record.data.count))
    append(contentsOf: record.data)
  }
}

/// Reads a DNS message. Every offset is checked; compression pointers only lead back, so names end.
struct DNSReader {
  private let bytes: [UInt8]
  private var index = 0

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The message, and where its last record starts: the signature, if it has one. Nil for what is no message.
  static func read(_ bytes: [UInt8]) -> (message: DNSMessage, lastRecord: Int)? {
    var reader = DNSReader(bytes)
    guard let id = reader.word(), let flags = reader.word(), let questions = reader.word(), questions <= 1,
      let first = reader.word(), let second = reader.word(), let third = reader.word()
    else { return nil }
    var message = DNSMessage(id: id, flags: flags, question: DNSName(wire: [0]), type: 0)
    if questions == 1 {
      guard let name = reader.name(), let type = reader.word(), reader.word() != nil else { return nil }
      message.question = (name, type)
    }
    var last = reader.index
    for (section, count) in [first, second, third].enumerated() {
      for _ in 0..<count {
        last = reader.index
        guard let record = reader.record() else { return nil }
        message.sections[section].append(record)
      }
    }
    return reader.index == bytes.count ? (message, last) : nil
  }

  private mutating func word() -> UInt16? {
    guard index + 2 <= bytes.count else { return nil }
    defer { index += 2 }
    return UInt16(bytes[index]) << 8 | UInt16(bytes[index + 1])
  }

  private mutating func name() -> DNSName? {
    guard let (name, end) = name(at: index) else { return nil }
    index = end
    return name
  }

  private func name(at start: Int) -> (DNSName, end: Int)? {
    var wire: [UInt8] = []
    var place = start
    var end: Int?
    while place < bytes.count {
      let length = Int(bytes[place])
      if length >= 0xC0 {
        guard place + 1 < bytes.count else { return nil }
        let target = (length & 0x3F) << 8 | Int(bytes[place + 1])
        guard target < place else { return nil }
        if end == nil { end = place + 2 }
        place = target
        continue
      }
      guard length < 64, place + 1 + length <= bytes.count, wire.count + 1 + length <= 255 else { return nil }
      wire.append(UInt8(length))
      wire += bytes[(place + 1)..<(place + 1 + length)].map { $0 >= 65 && $0 <= 90 ? $0 + 32 : $0 }
      place += 1 + length
      if length == 0 { return (DNSName(wire: wire), end ?? place) }
    }
    return nil
  }

  private mutating func record() -> DNSRecord? {
    guard let name = name(), let type = word(), let recordClass = word(), let high = word(), let low = word(),
      let length = word(), index + Int(length) <= bytes.count
    else { return nil }
    defer { index += Int(length) }
    return DNSRecord(
      name, type, recordClass, ttlSeconds: UInt32(high) << 16 | UInt32(low),
      data: Array(bytes[index..<(index + Int(length))]))
  }
}
