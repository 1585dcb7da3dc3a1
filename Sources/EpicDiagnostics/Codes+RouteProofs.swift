/// Codes of what is proved about routes.
extension DiagnosticCode {
  /// An expression for paths that matches nothing with a `/` at its start, as every path has.
  package static let pathExpressionWithoutSlash = DiagnosticCode.error("E0468", "path-expression-without-slash")
  /// A route that earlier ones leave nothing for.
  package static let unreachableRoute = DiagnosticCode.error("E0407", "unreachable-route")
  /// A route whose predicate no request satisfies.
  package static let contradictoryRoute = DiagnosticCode.error("E0450", "contradictory-route")
  /// A route for a host that no ingress of its routes answers for.
  package static let hostOfNoIngress = DiagnosticCode.error("E0451", "host-of-no-ingress")
  /// A route for a site that no ingress of its routes is served at.
  package static let siteOfNoIngress = DiagnosticCode.error("E0452", "site-of-no-ingress")
  /// A token's claim where an ingress of the routes knows no tokens.
  package static let claimWithoutProvider = DiagnosticCode.error("E0453", "claim-without-provider")
  /// A token's claim that does not say which of several providers vouches for it.
  package static let ambiguousProvider = DiagnosticCode.error("E0454", "ambiguous-provider")
  /// A provider that an ingress of the routes does not have.
  package static let unknownProvider = DiagnosticCode.error("E0455", "unknown-provider")
  /// A question about a client's place without a geo database.
  package static let geoWithoutDatabase = DiagnosticCode.error("E0456", "geo-without-database")
  /// A predicate beyond the limit of nesting.
  package static let predicateTooDeep = DiagnosticCode.error("E0457", "predicate-too-deep")
  /// A route that changes what its ingress's template says for good.
  package static let routeChangesFinal = DiagnosticCode.error("E0458", "route-changes-final")
  /// A route outside of a limit of its ingress's template.
  package static let routeOutsideLimit = DiagnosticCode.error("E0459", "route-outside-limit")
  /// A question about TLS that the answer to is no on every listener of the routes.
  package static let tlsOfNoListener = DiagnosticCode.error("E0460", "tls-of-no-listener")
  /// A port for datagrams where connections begin with a PROXY header.
  package static let proxyHeaderOfDatagrams = DiagnosticCode.error("E0461", "proxy-header-of-datagrams")
  /// A PROXY header towards a CDN.
  package static let proxyHeaderForCDN = DiagnosticCode.error("E0462", "proxy-header-for-cdn")
  /// Two routes that each take some requests of the other, with different outcomes.
  package static let overlappingRoutes = DiagnosticCode.warning("W0402", "overlapping-routes")
  /// Routes that are too many to be proved.
  package static let routesNotProved = DiagnosticCode.warning("W0403", "routes-not-proved")
}
