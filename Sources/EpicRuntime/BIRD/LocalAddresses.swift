import EpicBase
import Glibc

/// Addresses of the machine's interfaces.
enum LocalAddresses {
  static func all() -> Set<IPAddress> {
    var list: UnsafeMutablePointer<ifaddrs>?
    guard getifaddrs(&list) == 0 else { return [] }
    defer { freeifaddrs(list) }
    var result: Set<IPAddress> = []
    var entry = list
    while let found = entry?.pointee {
      if let address = found.ifa_addr.flatMap({ read($0) }) { result.insert(address) }
      entry = found.ifa_next
    }
    return result
  }

  private static func read(_ address: UnsafeMutablePointer<sockaddr>) -> IPAddress? {
    switch CInt(address.pointee.sa_family) {
    case AF_INET:
      return address.withMemoryRebound(to: sockaddr_in.self, capacity: 1) {
        IPAddress(v4: UInt32(bigEndian: $0.pointee.sin_addr.s_addr))
      }
    case AF_INET6:
      return address.withMemoryRebound(to: sockaddr_in6.self, capacity: 1) {
        var bytes = $0.pointee.sin6_addr
        let value = withUnsafeBytes(of: &bytes) { $0.reduce(UInt128(0)) { $0 << 8 | UInt128($1) } }
        return IPAddress(family: .v6, value: value)
      }
    default: return nil
    }
  }
}

extension String {
  /// The text without one newline at its end, which editors put there.
  func trimmingLineEnd() -> String {
    var text = self[...]
    while text.last == "\n" || text.last == "\r" || text.last == "\r\n" { text = text.dropLast() }
    return String(text)
  }
}
