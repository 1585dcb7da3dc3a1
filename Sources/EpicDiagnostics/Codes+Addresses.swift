/// Codes of the family of pools, addresses and the lock.
extension DiagnosticCode {
  /// A line of the lock that cannot be read.
  package static let unreadableLock = DiagnosticCode.error("E0601", "unreadable-lock")
  /// A lock with the marks that a merge leaves.
  package static let unmergedLock = DiagnosticCode.error("E0602", "unmerged-lock")
  /// A lock of a format that this compiler does not know.
  package static let lockFormat = DiagnosticCode.error("E0603", "lock-format")
  /// One address or id that the lock gives to two.
  package static let repeatedLockEntry = DiagnosticCode.error("E0604", "repeated-lock-entry")
  /// A build that may not change the lock, and would have to.
  package static let lockWouldChange = DiagnosticCode.error("E0605", "lock-would-change")
  /// A sequence that is missing, or not above the lock's.
  package static let badSequence = DiagnosticCode.error("E0606", "bad-sequence")
  /// A pool without a free address.
  package static let poolExhausted = DiagnosticCode.error("E0607", "pool-exhausted")
  /// An address of the lock that its pool does not hand out any more.
  package static let addressOutsidePool = DiagnosticCode.error("E0608", "address-outside-pool")
  /// A pool with addresses of both families.
  package static let mixedFamilies = DiagnosticCode.error("E0609", "mixed-families")
  /// Ranges, of one pool or two, that share addresses.
  package static let overlappingRanges = DiagnosticCode.error("E0610", "overlapping-ranges")
  /// A pool that holds an address of a node or a BGP neighbour.
  package static let poolHoldsNode = DiagnosticCode.error("E0611", "pool-holds-node")
  /// A pool that holds addresses of pods.
  package static let poolHoldsPods = DiagnosticCode.error("E0612", "pool-holds-pods")
  /// One address of two nodes or neighbours.
  package static let repeatedNodeAddress = DiagnosticCode.error("E0613", "repeated-node-address")
  /// A tunnel or cluster for which no free id was found.
  package static let idSpaceExhausted = DiagnosticCode.error("E0614", "id-space-exhausted")
  /// A reserved range that lies outside its pool.
  package static let reservedOutsidePool = DiagnosticCode.warning("W0601", "reserved-outside-pool")
}
