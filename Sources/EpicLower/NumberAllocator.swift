/// Gives 32-bit ids to names: random-looking, never zero, never twice, and never again before their quarantine is over.
package struct NumberAllocator {
  /// Tries before the space of ids counts as full; each try misses with the share of ids in use.
  private static let tries: UInt32 = 4096

  private let seed: LockSeed
  /// Told into the hash, so that ids of different kinds have nothing to do with one another.
  private let kind: String
  private let lock: Lock
  private let locked: [LockedNumber]
  private let release: UInt64
  private var entries: [LockedNumber.Owner: Int] = [:]
  private var taken: Set<UInt32> = [0]
  private var kept: [Bool]
  private var added: [LockedNumber] = []

  /// Gives ids of one kind. `locked` are the lock's entries of the kind.
  package init(kind: String, seed: LockSeed, lock: Lock, locked: [LockedNumber], release: UInt64) {
    self.kind = kind
    self.seed = seed
    self.lock = lock
    self.locked = locked
    self.release = release
    kept = [Bool](repeating: false, count: locked.count)
    for (index, entry) in locked.enumerated() {
      if let retired = entry.retired, lock.isReleased(retired, in: release) { continue }
      entries[entry.owner] = index
      taken.insert(entry.number)
    }
  }

  /// The owner's id: the one it has, or a new one. Asked in the order of owners. Nil if no free id was found.
  package mutating func number(for owner: LockedNumber.Owner) -> UInt32? {
    if let index = entries[owner] {
      kept[index] = true
      return locked[index].number
    }
    for attempt in 0..<NumberAllocator.tries {
      let number = NameHash.keyed(seed, [kind, owner.node, owner.cluster], attempt: attempt)
      if taken.insert(number).inserted {
        added.append(LockedNumber(owner: owner, number: number))
        return number
      }
    }
    return nil
  }

  /// The lock's entries behind this build.
  package func entriesAfter() -> [LockedNumber] {
    var result = added
    for (index, var entry) in locked.enumerated() {
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
