import EpicBase
import EpicIR

/// The addresses that a pool hands out, numbered from 0: its ranges without what is reserved, in ascending order.
///
/// Two kinds of address count but are passed over: an IPv4 address that ends in `.0` or `.255`, which old equipment
/// takes for a network's or its broadcast address, and an IPv6 address whose low 64 bits are zero, the subnet-router
/// anycast address (RFC 4291 section 2.6.1). Both are left out by address, not by position in a range, so that
/// splitting a range moves nothing.
struct PoolSpace {
  /// Disjoint, ascending, none empty.
  private(set) var intervals: [(first: UInt128, last: UInt128)] = []
  /// Number of addresses before each interval.
  private var starts: [UInt64] = []
  /// Number of addresses; saturates.
  private(set) var count: UInt64 = 0
  let family: IPFamily

  init(_ pool: AddressPool) {
    family = pool.ranges.first?.family ?? .v4
    let reserved = pool.reserved.filter { $0.family == family }.sorted()
    for range in pool.ranges.filter({ $0.family == family }).sorted() {
      var first = range.first.value
      var isDone = false
      for hole in reserved where hole.last.value >= first && hole.first.value <= range.last.value {
        if hole.first.value > first { add(first, hole.first.value - 1) }
        if hole.last.value >= range.last.value {
          isDone = true
          break
        }
        first = hole.last.value + 1
      }
      if !isDone { add(first, range.last.value) }
    }
  }

  private mutating func add(_ first: UInt128, _ last: UInt128) {
    intervals.append((first, last))
    starts.append(count)
    let size = last - first
    let (sum, overflow) = count.addingReportingOverflow(size >= UInt128(UInt64.max) ? UInt64.max : UInt64(size) + 1)
    count = overflow ? .max : sum
  }

  /// The address with the number; nil if it lies behind the last, or is passed over.
  func address(_ number: UInt64) -> IPAddress? {
    guard number < count else { return nil }
    var low = 0
    var high = intervals.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= number { low = middle } else { high = middle }
    }
    let address = IPAddress(family: family, value: intervals[low].first + UInt128(number - starts[low]))
    return PoolSpace.isPassedOver(address) ? nil : address
  }

  func contains(_ address: IPAddress) -> Bool {
    address.family == family && intervals.contains { $0.first <= address.value && address.value <= $0.last }
  }

  /// Whether the address is never handed out, whatever its pool.
  static func isPassedOver(_ address: IPAddress) -> Bool {
    if address.family == .v6 { return address.value & UInt128(UInt64.max) == 0 }
    let last = address.value & 0xFF
    return last == 0 || last == 0xFF
  }
}
