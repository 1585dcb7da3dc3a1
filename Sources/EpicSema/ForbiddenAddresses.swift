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

  /// First and last address of a range. Trivial, so that looking through them copies nothing.
  private struct Interval {
    var isV6: Bool
    var first: UInt128
    var last: UInt128
  }

  private var intervals: [Interval] = []
  /// Each interval as written.
  private var intervalPrefixes: [IPPrefix] = []
  /// Why, for each interval.
  private var intervalReasons: [Reason] = []
  /// Why, for single addresses.
  private var reasons: [Reason] = []
  /// Single addresses, sorted once all are known.
  private var single: [(address: IPAddress, reason: Int)] = []
  private var isSorted = true

  init() {
    for (text, length, phrase) in [
      ("127.0.0.0", 8, "a loopback address"), ("::1", 128, "a loopback address"),
      ("169.254.0.0", 16, "a link-local address"), ("fe80::", 10, "a link-local address"),
      ("0.0.0.0", 8, "no host's address"), ("::", 128, "no host's address"),
      ("224.0.0.0", 4, "a multicast address"), ("ff00::", 8, "a multicast address"),
    ] {
      if let address = IPAddress(text), let prefix = IPPrefix(containing: address, length: length) {
        add(prefix, Reason(phrase: phrase))
      }
    }
  }

  mutating func add(_ address: IPAddress, _ phrase: String, _ span: SourceSpan) {
    single.append((address, reasons.count))
    reasons.append(Reason(phrase: phrase, span: span))
    isSorted = false
  }

  mutating func add(_ prefix: IPPrefix, _ phrase: String, _ span: SourceSpan) {
    add(prefix, Reason(phrase: phrase, span: span))
  }

  private mutating func add(_ prefix: IPPrefix, _ reason: Reason) {
    intervals.append(Interval(isV6: prefix.address.isV6, first: prefix.address.value, last: prefix.last.value))
    intervalPrefixes.append(prefix)
    intervalReasons.append(reason)
  }

  /// Why the address is forbidden; nil if it is not.
  mutating func reason(_ address: IPAddress) -> Reason? {
    let isV6 = address.isV6
    if isV6, address.value >> 32 == 0xFFFF {
      return reason(IPAddress(v4: UInt32(truncatingIfNeeded: address.value)))
    }
    sort()
    if let found = position(of: address) { return reasons[single[found].reason] }
    let value = address.value
    for index in intervals.indices
    where intervals[index].isV6 == isV6 && intervals[index].first <= value && value <= intervals[index].last {
      return intervalReasons[index]
    }
    return nil
  }

  /// A forbidden address or range inside the prefix, and why; nil if there is none. The first in order of addresses.
  mutating func reason(within prefix: IPPrefix) -> (range: String, reason: Reason)? {
    sort()
    let isV6 = prefix.address.isV6
    let (first, last) = (prefix.address.value, prefix.last.value)
    let candidate = lowerBound(prefix.address)
    if candidate < single.count, single[candidate].address.isV6 == isV6, single[candidate].address.value <= last {
      return (single[candidate].address.description, reasons[single[candidate].reason])
    }
    for index in intervals.indices
    where intervals[index].isV6 == isV6 && intervals[index].first <= last && first <= intervals[index].last {
      return (intervalPrefixes[index].description, intervalReasons[index])
    }
    // Addresses of IPv4 in IPv6's clothes (RFC 4291 section 2.5.5.2) reach what the IPv4 address reaches.
    let mapped: ClosedRange<UInt128> = 0xFFFF_0000_0000...0xFFFF_FFFF_FFFF
    if isV6, first <= mapped.upperBound, mapped.lowerBound <= last {
      return ("::ffff:0:0/96", Reason(phrase: "IPv4 in the form of IPv6"))
    }
    return nil
  }

  private mutating func sort() {
    if isSorted { return }
    single.sort { ($0.address, $0.reason) < ($1.address, $1.reason) }
    isSorted = true
  }

  private func position(of address: IPAddress) -> Int? {
    let low = lowerBound(address)
    return low < single.count && single[low].address == address ? low : nil
  }

  /// Position of the first single address that is not below the given one.
  private func lowerBound(_ address: IPAddress) -> Int {
    var low = 0
    var high = single.count
    while low < high {
      let middle = (low + high) / 2
      if single[middle].address < address { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension IPAddress {
  /// Whether the address is IPv6: a switch, since `==` of an enum with raw values is a generic call across modules.
  fileprivate var isV6: Bool {
    switch family {
    case .v4: false
    case .v6: true
    }
  }
}
