import EpicBase

extension Upstream {
  /// Envoy's overprovisioning factor in hundredths: what is above `healthy share * factor` is passed on, so a tier spills
  /// below 100 / factor. It is a whole number, rounded up so that a tier at the written threshold itself does not spill.
  package var overprovisioningFactor: UInt32 {
    spillBelow.map { Upstream.overprovisioningFactor($0) } ?? Upstream.defaultOverprovisioningFactor
  }

  /// Envoy's own factor: a tier spills below 71.43% (envoy.config.endpoint.v3.ClusterLoadAssignment.Policy).
  package static let defaultOverprovisioningFactor: UInt32 = 140

  private static func overprovisioningFactor(_ spillBelow: Percentage) -> UInt32 {
    let share = UInt64(max(spillBelow.partsPerMillion, 1))
    return UInt32(clamping: (100_000_000 + share - 1) / share)
  }
}
