import EpicBase
import EpicIR

/// Addresses that no tenant may have Envoy connect to, whatever it is granted.
struct ForbiddenAddresses {
  /// Why an address is forbidden.
  struct Reason {
    var phrase: String
    /// The line that makes it so, if a line does.
    var span: SourceSpan?
  }

  private var single: [IPAddress: Reason] = [:]
  private var prefixes: [(prefix: IPPrefix, reason: Reason)] = []

  init() {
    for (text, length, phrase) in [
      ("127.0.0.0", 8, "a loopback address"), ("::1", 128, "a loopback address"),
      ("169.254.0.0", 16, "a link-local address"), ("fe80::", 10, "a link-local address"),
      ("0.0.0.0", 8, "no host's address"), ("::", 128, "no host's address"),
      ("224.0.0.0", 4, "a multicast address"), ("ff00::", 8, "a multicast address"),
    ] {
      if let address = IPAddress(text), let prefix = IPPrefix(containing: address, length: length) {
        prefixes.append((prefix, Reason(phrase: phrase)))
      }
    }
  }

  mutating func add(_ address: IPAddress, _ phrase: String, _ span: SourceSpan) {
    if single[address] == nil { single[address] = Reason(phrase: phrase, span: span) }
  }

  mutating func add(_ prefix: IPPrefix, _ phrase: String, _ span: SourceSpan) {
    prefixes.append((prefix, Reason(phrase: phrase, span: span)))
  }

  /// Why the address is forbidden; nil if it is not.
  func reason(_ address: IPAddress) -> Reason? {
    if !single.isEmpty, let reason = single[address] { return reason }
    if address.family == .v6, address.value >> 32 == 0xFFFF {
      return reason(IPAddress(v4: UInt32(truncatingIfNeeded: address.value)))
    }
    for entry in prefixes where entry.prefix.contains(address) { return entry.reason }
    return nil
  }
}
