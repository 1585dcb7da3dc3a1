/// What Envoy cannot express: E0800 to E0829.
extension DiagnosticCode {
  /// An engine whose Envoy this compiler has no resources for.
  package static let unsupportedEngine = DiagnosticCode.error("E0801", "unsupported-engine")
  /// A tier whose members cannot share a cluster.
  package static let mixedTier = DiagnosticCode.error("E0802", "mixed-tier")
  /// An arm that becomes too many of Envoy's routes.
  package static let tooManyAlternatives = DiagnosticCode.error("E0803", "too-many-alternatives")
  /// A rewritten path, or a redirect's with captures, that has a query of its own.
  package static let queryInRewrite = DiagnosticCode.error("E0804", "query-in-rewrite")
  /// A capture that not every way to take the arm binds.
  package static let unboundCapture = DiagnosticCode.error("E0805", "unbound-capture")
  /// A target with more captures than a substitution can name.
  package static let tooManyCaptures = DiagnosticCode.error("E0806", "too-many-captures")
  /// A header that belongs to the compiler or to Envoy.
  package static let reservedHeader = DiagnosticCode.error("E0807", "reserved-header")
  /// A name that Envoy's formatter cannot carry.
  package static let unusableFieldName = DiagnosticCode.error("E0808", "unusable-field-name")
  /// A name whose artifact's path, or whose secret's, is longer than a path may be.
  package static let resourceNameTooLong = DiagnosticCode.error("E0809", "resource-name-too-long")
  /// Two artifacts of one path.
  package static let repeatedArtifact = DiagnosticCode.error("E0810", "repeated-artifact")
  /// Upstreams of one route that choose their endpoints by different keys.
  package static let mixedHashKeys = DiagnosticCode.error("E0813", "mixed-hash-keys")
  /// `slow start` where endpoints have no weights that could grow.
  package static let slowStartWithoutWeights = DiagnosticCode.error("E0814", "slow-start-without-weights")
  /// An inlined form that Envoy itself refuses.
  package static let refusedByEngine = DiagnosticCode.error("E0815", "refused-by-engine")
  /// A check of Envoy's own that took too long, or ended without a verdict.
  package static let engineWithoutVerdict = DiagnosticCode.error("E0816", "engine-without-verdict")
  /// A binary that is another release than the engine.
  package static let anotherEngine = DiagnosticCode.error("E0817", "another-engine")
  /// What an ingress asks for and the Envoy of its engine lacks.
  package static let engineLacksFeature = DiagnosticCode.error("E0818", "engine-lacks-feature")
  /// More series of statistics on a node than the tenant's budget.
  package static let statisticsBudget = DiagnosticCode.error("E0819", "statistics-budget")
  /// A route for CONNECT requests that asks for what they lack: a path, a query, a body, another method.
  package static let tunnelAsksRequest = DiagnosticCode.error("E0822", "tunnel-asks-request")
  /// What is said of requests beside `connect to`.
  package static let beyondTunnel = DiagnosticCode.error("E0823", "beyond-tunnel")
  /// A route for CONNECT requests of an ingress whose `auth` cannot be asked about them.
  package static let tunnelBesideAuth = DiagnosticCode.error("E0824", "tunnel-beside-auth")
  /// `method CONNECT` in a predicate.
  package static let connectAsMethod = DiagnosticCode.error("E0825", "connect-as-method")
  /// More files than Envoy can watch with Linux's usual limit.
  package static let manyWatchedFiles = DiagnosticCode.warning("W0801", "many-watched-files")
}
