import EpicBase
import Glibc

/// A connected socket whose every operation ends within a time.
final class Socket {
  private let descriptor: CInt

  enum Transport {
    case stream
    case datagram
  }

  private init(descriptor: CInt) { self.descriptor = descriptor }

  deinit { close(descriptor) }

  /// Connects to a unix domain socket; nil if nobody listens there.
  static func connect(path: String, seconds: UInt32) -> Socket? {
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    let bytes = Array(path.utf8)
    // The kernel takes 107 bytes and a zero.
    guard bytes.count < MemoryLayout.size(ofValue: address.sun_path) else { return nil }
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
    let socket = Socket(descriptor: Glibc.socket(AF_UNIX, CInt(SOCK_STREAM.rawValue) | CInt(SOCK_CLOEXEC.rawValue), 0))
    guard socket.descriptor >= 0 else { return nil }
    socket.limit(seconds)
    let result = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        Glibc.connect(socket.descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
    return result == 0 ? socket : nil
  }

  /// Connects to a host and port; nil if that fails within the time.
  static func connect(_ endpoint: HostEndpoint, _ transport: Transport, seconds: UInt32) -> Socket? {
    var hints = addrinfo()
    hints.ai_socktype = transport == .stream ? CInt(SOCK_STREAM.rawValue) : CInt(SOCK_DGRAM.rawValue)
    let host: String
    switch endpoint.host {
    case .address(let address):
      host = address.description
      hints.ai_flags = AI_NUMERICHOST
    case .name(let name): host = name
    }
    var list: UnsafeMutablePointer<addrinfo>?
    guard getaddrinfo(host, String(endpoint.port), &hints, &list) == 0 else { return nil }
    defer { freeaddrinfo(list) }
    var entry = list
    while let found = entry?.pointee {
      let descriptor = Glibc.socket(found.ai_family, found.ai_socktype | CInt(SOCK_CLOEXEC.rawValue), found.ai_protocol)
      if descriptor >= 0 {
        let socket = Socket(descriptor: descriptor)
        socket.limit(seconds)
        if Glibc.connect(descriptor, found.ai_addr, found.ai_addrlen) == 0 { return socket }
      }
      entry = found.ai_next
    }
    return nil
  }

  private func limit(_ seconds: UInt32) {
    var time = timeval(tv_sec: Int(seconds), tv_usec: 0)
    for option in [SO_RCVTIMEO, SO_SNDTIMEO] {
      setsockopt(descriptor, SOL_SOCKET, option, &time, socklen_t(MemoryLayout<timeval>.size))
    }
  }

  /// Sends everything; false if that fails or takes too long.
  func send(_ bytes: [UInt8]) -> Bool {
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes {
        Glibc.send(descriptor, $0.baseAddress.map { $0 + done }, bytes.count - done, CInt(MSG_NOSIGNAL))
      }
      if count < 0 && errno == EINTR { continue }
      if count <= 0 { return false }
      done += count
    }
    return true
  }

  /// Receives what is there, at most `limit` bytes: one datagram, or a part of a stream. Nil at the end, on failure, or
  /// when it takes too long.
  func receive(atMost limit: Int) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: limit)
    while true {
      let count = recv(descriptor, &bytes, limit, 0)
      if count < 0 && errno == EINTR { continue }
      return count <= 0 ? nil : Array(bytes[..<count])
    }
  }

  /// Receives exactly this many bytes of a stream.
  func receive(exactly count: Int) -> [UInt8]? {
    var bytes: [UInt8] = []
    while bytes.count < count {
      guard let more = receive(atMost: count - bytes.count) else { return nil }
      bytes += more
    }
    return bytes
  }
}
