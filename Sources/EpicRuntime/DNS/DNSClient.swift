import EpicBase
import Glibc

/// Talks to one primary server.
struct DNSClient {
  let server: HostEndpoint
  /// Signs and checks every message; nil for a server that asks for no key.
  let key: TransactionKey?
  let seconds: UInt32
  /// Whether the server answers by place. Questions are asked on behalf of no client then, since a place of this node would
  /// hide what the zone holds.
  var places = Places.none

  enum Places {
    case none
    /// The release before had it so, and the server may not have left it off yet.
    case formerly
    case expected
  }

  private static let datagramBytes = 4096

  /// Asks for one record set, by datagram first, and by stream when the answer is truncated or lost.
  func query(_ name: DNSName, _ type: UInt16) throws(DriverError) -> [DNSRecord] {
    var message = DNSMessage(id: UInt16.random(in: 0...UInt16.max), flags: 0, question: name, type: type)
    if places != .none { message.sections[2] = [.noClient(payloadBytes: UInt16(DNSClient.datagramBytes))] }
    var reply = exchange(message, .datagram)
    if reply.map({ $0.flags & DNSNumber.truncated != 0 }) ?? true { reply = exchange(message, .stream) }
    guard let reply else { throw .unreachable("the DNS server \(server)") }
    // 3 is NXDOMAIN: nothing has the name.
    guard reply.responseCode == 0 || reply.responseCode == 3 else {
      throw .refused("the DNS server \(server) answers \(DNSNumber.name(reply.responseCode))")
    }
    if places == .expected && !reply.sections[2].contains(where: \.hasClientSubnet) {
      throw .refused(
        "the DNS server \(server) answers by place and does not heed a client's subnet (RFC 7871), so that what its zone "
          + "holds cannot be read; set `edns-client-subnet: on` there")
    }
    return reply.sections[0].filter { $0.name == name && $0.type == type }
  }

  /// Sends an update by stream; gives its response code, or nil if no trustworthy answer came.
  func update(_ zone: DNSName, prerequisites: [DNSRecord], updates: [DNSRecord]) -> UInt16? {
    var message = DNSMessage(
      id: UInt16.random(in: 0...UInt16.max), flags: DNSNumber.updateFlags, question: zone,
      type: DNSNumber.RecordType.soa)
    message.sections[0] = prerequisites
    message.sections[1] = updates
    return exchange(message, .stream)?.responseCode
  }

  private func exchange(_ message: DNSMessage, _ transport: Socket.Transport) -> DNSMessage? {
    let now = UInt64(clamping: time(nil))
    let plain = message.encoded()
    let (bytes, signature) = key?.sign(plain, at: now) ?? (plain, [])
    guard bytes.count <= Int(UInt16.max), let socket = Socket.connect(server, transport, seconds: seconds) else {
      return nil
    }
    let answer: [UInt8]?
    switch transport {
    case .datagram:
      guard socket.send(bytes) else { return nil }
      answer = socket.receive(atMost: DNSClient.datagramBytes)
    case .stream:
      var framed: [UInt8] = []
      framed.appendBigEndian(UInt16(bytes.count))
      guard socket.send(framed + bytes), let length = socket.receive(exactly: 2) else { return nil }
      answer = socket.receive(exactly: Int(length[0]) << 8 | Int(length[1]))
    }
    guard let answer, let (reply, _) = DNSReader.read(answer), reply.id == message.id,
      reply.flags & DNSNumber.response != 0
    else { return nil }
    if let key, !key.verifies(answer, request: signature, at: now) {
      // A server that refuses the key or the message itself cannot sign its answer. Anything else that is not signed may
      // come from anybody: that a name does not exist, above all.
      return DNSNumber.unsigned.contains(reply.responseCode) ? reply : nil
    }
    return reply
  }
}
