package import EpicBase
package import EpicDiagnostics
package import EpicIR

/// What an ingress asks of a pool: one address.
package struct AddressRequest {
  /// Whose the address will be.
  package var owner: LockedAddress.Owner
  /// Position in the table of pools.
  package var pool: Int
  /// Where it asks.
  package var origin: Origin

  package init(owner: LockedAddress.Owner, pool: Int, origin: Origin) {
    self.owner = owner
    self.pool = pool
    self.origin = origin
  }
}

/// Gives addresses to ingresses and remembers them in the lock.
///
/// Who is in the lock keeps what it has. Who is not is placed by a hash of its own and its pool's identity, and moves on
/// to the next number of that hash only where the address is taken: so its place does not depend on which neighbours
/// there are, and two branches that each add an ingress almost never take one address.
package struct AddressAllocator {
  /// Tries by hash before the pool is searched from end to end.
  private static let hashedTries: UInt32 = 32
  /// Hashes fall into the first 2^32 addresses of a pool, which keeps IPv6 addresses short.
  private static let hashedSpan: UInt64 = 1 << 32

  private let pools: [AddressPool]
  private let spaces: [PoolSpace]
  private let lock: Lock
  /// The release that is built.
  private let release: UInt64
  private var entries: [LockedAddress.Owner: Int] = [:]
  private var taken: Set<IPAddress> = []
  private var kept: [Bool]
  private var added: [LockedAddress] = []
  /// Requests that a pool could not serve, by pool.
  private var refused: [[AddressRequest]]

  /// Serves from the pools with the lock's content; `release` is the one that is built.
  package init(pools: [AddressPool], lock: Lock, release: UInt64) {
    self.pools = pools
    spaces = pools.map(PoolSpace.init)
    self.lock = lock
    self.release = release
    kept = [Bool](repeating: false, count: lock.addresses.count)
    refused = [[AddressRequest]](repeating: [], count: pools.count)
    entries.reserveCapacity(lock.addresses.count)
    taken.reserveCapacity(lock.addresses.count)
    for (index, entry) in lock.addresses.enumerated() {
      entries[entry.owner] = index
      if let retired = entry.retired, lock.isReleased(retired, in: release) { continue }
      taken.insert(entry.address)
    }
  }

  /// Serves the requests, which are in the order of their owners' identities. Nil stands for a request that could not
  /// be served; a diagnostic says why.
  package mutating func allocate(_ requests: [AddressRequest], reporting sink: inout DiagnosticSink) -> [IPAddress?] {
    // First who has an address, then who needs one: a newcomer never takes what another comes back to.
    var result = requests.map { locked($0, reporting: &sink) }
    for (index, request) in requests.enumerated() where entries[request.owner] == nil {
      result[index] = place(request)
    }
    for pool in pools.indices where !refused[pool].isEmpty { reportExhausted(pool, to: &sink) }
    return result
  }

  private mutating func locked(_ request: AddressRequest, reporting sink: inout DiagnosticSink) -> IPAddress? {
    guard let index = entries[request.owner] else { return nil }
    let entry = lock.addresses[index]
    if let retired = entry.retired, lock.isReleased(retired, in: release) {
      // Its quarantine is over: it is a newcomer like any other.
      entries[request.owner] = nil
      return nil
    }
    kept[index] = true
    if spaces[request.pool].contains(entry.address) { return entry.address }
    let pool = pools[request.pool]
    let isReserved = pool.reserved.contains { $0.contains(entry.address) }
    sink.report(
      Diagnostic(
        .addressOutsidePool,
        "`\(entry.address)` of ingress `\(request.owner.ingress)` "
          + (isReserved
            ? "is reserved in pool `\(pool.identity.name)`" : "lies outside of pool `\(pool.identity.name)`"),
        at: request.origin.span,
        secondary: [Annotation(pool.origin.span, isReserved ? "reserves it" : "does not hold it")]
          + (entry.span.map { [Annotation($0, "given out here")] } ?? []),
        help: "let the pool hand it out again, or delete its line from `epic.lock` to let the ingress move",
        fixes: entry.span.map { [FixIt("delete the lock's line", [TextEdit($0, replacement: "")])] } ?? []))
    return nil
  }

  /// Finds a free address for a newcomer.
  private mutating func place(_ request: AddressRequest) -> IPAddress? {
    guard refused[request.pool].isEmpty, let address = freeAddress(request) else {
      refused[request.pool].append(request)
      return nil
    }
    taken.insert(address)
    added.append(LockedAddress(owner: request.owner, address: address))
    return address
  }

  private func freeAddress(_ request: AddressRequest) -> IPAddress? {
    let space = spaces[request.pool]
    let span = min(space.count, AddressAllocator.hashedSpan)
    if span == 0 { return nil }
    let names = ["epic address", request.owner.pool, request.owner.ingress, String(request.owner.ordinal)]
    var number: UInt64 = 0
    for attempt in 0..<AddressAllocator.hashedTries {
      number = NameHash.number(names, attempt: attempt) % span
      if let address = space.address(number), !taken.contains(address) { return address }
    }
    // Nearly full: each step meets an address that is taken or passed over, so this ends by the pool's end or soon.
    for step in 0..<space.count {
      let next = number + step
      if let address = space.address(next < space.count ? next : next - space.count), !taken.contains(address) {
        return address
      }
    }
    return nil
  }

  private func reportExhausted(_ index: Int, to sink: inout DiagnosticSink) {
    let requests = refused[index]
    let pool = pools[index]
    guard let first = requests.first else { return }
    let size = spaces[index].count
    let quarantined = lock.addresses.count { entry in
      entry.retired.map { !lock.isReleased($0, in: release) } ?? false && spaces[index].contains(entry.address)
    }
    var notes = requests.count == 1 ? [] : ["\(requests.count) addresses are missing in all"]
    if quarantined > 0 {
      notes.append("\(quarantined) of its addresses are in quarantine for \(lock.quarantine) releases")
    }
    sink.report(
      Diagnostic(
        .poolExhausted, "pool `\(pool.identity.name)` has no free address for ingress `\(first.owner.ingress)`",
        at: first.origin.span, label: "asks for one",
        secondary: [Annotation(pool.origin.span, "hands out \(size) addresses at most, all given out")]
          + requests.dropFirst().prefix(2).map { Annotation($0.origin.span, "asks for one too") },
        notes: notes, help: "add a range to the pool, or draw from another one"))
  }

  /// The lock's addresses behind this build: who has one, newcomers, and who is gone and still in quarantine.
  package func entriesAfter() -> [LockedAddress] {
    var result = added
    for (index, var entry) in lock.addresses.enumerated() {
      if kept[index] {
        entry.retired = nil
        result.append(entry)
      } else if let retired = entry.retired {
        if !lock.isReleased(retired, in: release) { result.append(entry) }
      } else {
        entry.retired = release
        result.append(entry)
      }
    }
    return result.sorted { $0.owner < $1.owner }
  }
}
