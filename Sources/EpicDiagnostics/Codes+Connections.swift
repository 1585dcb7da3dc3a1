/// Codes of listeners without HTTP, of gRPC and of client certificates.
extension DiagnosticCode {
  /// A question that the protocol of the routes has no answer to.
  package static let notOfThisProtocol = DiagnosticCode.error("E0340", "not-of-this-protocol")
  /// An outcome that the protocol of the routes cannot have.
  package static let outcomeOfOtherProtocol = DiagnosticCode.error("E0341", "outcome-of-other-protocol")
  /// A listener that leads neither to one upstream nor to routes.
  package static let badListenTarget = DiagnosticCode.error("E0342", "bad-listen-target")
  /// A statement about requests in an ingress that serves none.
  package static let ingressWithoutRequests = DiagnosticCode.error("E0343", "ingress-without-requests")
  /// What is no method, or all methods, of a gRPC service.
  package static let badGRPCMethod = DiagnosticCode.error("E0344", "bad-grpc-method")
  /// A listener that leads to routes of another protocol.
  package static let routesOfOtherProtocol = DiagnosticCode.error("E0416", "routes-of-other-protocol")
  /// An upstream that only requests can be sent to, where connections are.
  package static let upstreamForRequestsOnly = DiagnosticCode.error("E0417", "upstream-for-requests-only")
  /// A gRPC health check of endpoints that are not spoken to in HTTP/2.
  package static let grpcHealthWithoutHTTP2 = DiagnosticCode.error("E0418", "grpc-health-without-http2")
  /// Client certificates demanded where no listener can ask for them.
  package static let certificateDemandWithoutTLS = DiagnosticCode.error("E0725", "certificate-demand-without-tls")
  /// Client certificates demanded of an ingress that serves the same routes in clear text.
  package static let certificateDemandInClearText = DiagnosticCode.error("E0726", "certificate-demand-in-clear-text")
  /// A question about a connection's place, which Envoy finds out too late.
  package static let placeOfConnection = DiagnosticCode.error("E0811", "place-of-connection")
  /// An upstream for UDP whose tiers are clusters of several kinds.
  package static let mixedTiersForUDP = DiagnosticCode.error("E0812", "mixed-tiers-for-udp")
}
