/// Codes of the family of tenancy: what a tenant may declare, name, draw on and reach.
extension DiagnosticCode {
  /// A platform's kind of declaration in a tenant's package.
  package static let platformKind = DiagnosticCode.error("E0501", "platform-kind")
  /// A platform's declaration that no `may use` line names.
  package static let notGranted = DiagnosticCode.error("E0502", "not-granted")
  /// A declaration or package of another tenant.
  package static let foreignTenant = DiagnosticCode.error("E0503", "foreign-tenant")
  /// A host outside `owns host`.
  package static let hostNotOwned = DiagnosticCode.error("E0504", "host-not-owned")
  /// An address or name outside `may reach`.
  package static let notReachable = DiagnosticCode.error("E0505", "not-reachable")
  /// Loopback, link-local, node, peer and pod addresses.
  package static let neverReachable = DiagnosticCode.error("E0506", "never-reachable")
  /// More of a pool's addresses than its quota.
  package static let quotaExceeded = DiagnosticCode.error("E0507", "quota-exceeded")
  /// More declarations than the tenant's limits.
  package static let tenantLimit = DiagnosticCode.error("E0508", "tenant-limit")
  /// A pool outside `owns prefix`.
  package static let prefixNotOwned = DiagnosticCode.error("E0509", "prefix-not-owned")
  /// A namespace that the grant does not list.
  package static let namespaceNotGranted = DiagnosticCode.error("E0510", "namespace-not-granted")
  /// One package claimed by two tenants.
  package static let packageClaimed = DiagnosticCode.error("E0511", "package-claimed")
  /// Native Envoy configuration without a grant.
  package static let nativeNotGranted = DiagnosticCode.error("E0512", "native-not-granted")
  /// Two tenants that own one host or prefix.
  package static let ownershipOverlap = DiagnosticCode.error("E0513", "ownership-overlap")
  /// A host that a tenant delegates and does not own.
  package static let delegationNotOwned = DiagnosticCode.error("E0515", "delegation-not-owned")
  /// A declaration that two `may use` lines of one tenant grant.
  package static let repeatedGrant = DiagnosticCode.error("E0516", "repeated-grant")
  /// Two feeds of one tenant with one name.
  package static let repeatedFeed = DiagnosticCode.error("E0514", "repeated-feed")
}
