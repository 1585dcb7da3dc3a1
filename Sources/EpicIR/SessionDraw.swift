package import EpicBase

/// How a `split` of UDP sessions draws: Envoy's proxy for datagrams knows no weights, so that the client's address decides,
/// and all sessions of one address go the same way.
package enum SessionDraw {
  /// Buckets that shares are parts of.
  package static let buckets: UInt32 = 1_000_000

  /// The seed of an arm, so that splits draw apart; a port without routes has no arm.
  package static func seed(of ingress: Ingress, arm: String?) -> UInt64 {
    XXH64.hash("\(ingress.identity.fileName)~\(arm ?? "")")
  }

  /// The bucket of an address: XXH64 of its text under the seed.
  package static func bucket(of client: IPAddress, seed: UInt64) -> UInt32 {
    UInt32(truncatingIfNeeded: XXH64.hash(client.description, seed: seed) % UInt64(buckets))
  }

  /// The share that a bucket falls to: shares lie one behind the other. Nil where none is more than nothing.
  package static func share(of bucket: UInt32, in shares: [SplitShare]) -> SplitShare? {
    let drawn = shares.filter { $0.share.partsPerMillion > 0 }
    var threshold: UInt32 = 0
    for share in drawn.dropLast() {
      threshold += share.share.partsPerMillion
      if bucket < threshold { return share }
    }
    return drawn.last
  }
}
