package import EpicBase
package import EpicIR

extension ValueSource {
  /// The release's number, wherever it stands.
  package static let generation = ValueSource.rule(
    "the number of the release: `--sequence`, or the counter of `epic.lock` plus one")
}

extension Deployment {
  /// Where an address that ingresses hold comes from: the statements that draw it, the lock's entries, and the pools.
  /// Linear in the number of ingresses; for explanations only.
  package func sources(of address: IPAddress) -> [ValueSource] {
    var result: [ValueSource] = []
    for ingress in ingresses {
      for drawn in ingress.addresses where drawn.address == address {
        result += [
          .origin(drawn.origin), .lock(["address", ingress.identity.description, address.description]),
          .field(.pool, pools[drawn.pool].identity, "range"),
        ]
      }
    }
    return result
  }
}
