package import EpicBase

/// The content of `epic.lock`: what was given out, so that it stays where it is. A value; reading and writing files is
/// the caller's.
package struct Lock: Sendable {
  /// Version of the text form.
  package static let formatVersion: UInt64 = 1
  /// Releases for which a retired address or id is kept from others, where the lock says nothing else.
  package static let defaultQuarantine: UInt64 = 10

  /// The last release that was built with this lock; 0 if there was none.
  package var release: UInt64 = 0
  /// Releases for which a retired address or id is kept from others.
  package var quarantine: UInt64 = Lock.defaultQuarantine
  /// What tunnel ids are derived from, besides names. Not a secret.
  package var seed: LockSeed?
  /// One for each address that an ingress has or had.
  package var addresses: [LockedAddress] = []
  /// Discriminators of clusters.
  package var clusters: [LockedNumber] = []
  /// Ids of tunnels.
  package var tunnels: [LockedNumber] = []

  /// The lock of a workspace that was never built.
  package init() {}
}

/// Sixteen bytes that tunnel ids are derived from.
package struct LockSeed: Hashable, Sendable {
  /// Exactly sixteen.
  package let bytes: [UInt8]

  /// Nil unless there are sixteen bytes.
  package init?(bytes: [UInt8]) {
    guard bytes.count == 16 else { return nil }
    self.bytes = bytes
  }
}

/// An address and whose it is.
package struct LockedAddress: Sendable {
  /// Whose an address is: an ingress, and the pool that it draws from.
  package struct Owner: Hashable, Sendable {
    /// The ingress's identity, as text.
    package var ingress: String
    /// The pool's identity, as text.
    package var pool: String
    /// From 1: an ingress may draw several addresses from one pool.
    package var ordinal: UInt32

    package init(ingress: String, pool: String, ordinal: UInt32 = 1) {
      self.ingress = ingress
      self.pool = pool
      self.ordinal = ordinal
    }
  }
  package var owner: Owner
  package var address: IPAddress
  /// The release in which the owner was gone; nil while it has the address.
  package var retired: UInt64?
  /// The entry's line, where the lock was read from a file.
  package var span: SourceSpan?

  package init(owner: Owner, address: IPAddress, retired: UInt64? = nil, span: SourceSpan? = nil) {
    self.owner = owner
    self.address = address
    self.retired = retired
    self.span = span
  }
}

/// A 32-bit id and whose it is.
package struct LockedNumber: Sendable {
  /// Whose an id is: a cluster, or the tunnel between a node and a cluster.
  package struct Owner: Hashable, Sendable {
    /// The node's name; empty for a cluster's own number.
    package var node: String
    /// The cluster's identity, as text.
    package var cluster: String

    package init(node: String = "", cluster: String) {
      self.node = node
      self.cluster = cluster
    }
  }
  package var owner: Owner
  /// Never zero.
  package var number: UInt32
  /// The release in which the owner was gone; nil while it has the id.
  package var retired: UInt64?
  /// The entry's line, where the lock was read from a file.
  package var span: SourceSpan?

  package init(owner: Owner, number: UInt32, retired: UInt64? = nil, span: SourceSpan? = nil) {
    self.owner = owner
    self.number = number
    self.retired = retired
    self.span = span
  }
}

extension LockedAddress.Owner: Comparable {
  package static func < (left: Self, right: Self) -> Bool {
    if left.ingress != right.ingress { return left.ingress < right.ingress }
    if left.pool != right.pool { return left.pool < right.pool }
    return left.ordinal < right.ordinal
  }
}

extension LockedNumber.Owner: Comparable {
  package static func < (left: Self, right: Self) -> Bool {
    left.node == right.node ? left.cluster < right.cluster : left.node < right.node
  }
}

extension Lock {
  /// Whether an entry retired in `retired` may go to others in the given release.
  func isReleased(_ retired: UInt64, in release: UInt64) -> Bool {
    release >= retired && release - retired >= quarantine
  }
}
