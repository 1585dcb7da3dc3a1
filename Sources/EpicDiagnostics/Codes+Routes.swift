/// Codes of the family of routes and predicates.
extension DiagnosticCode {
  /// Routes that do not end in `otherwise`.
  package static let missingOtherwise = DiagnosticCode.error("E0401", "missing-otherwise")
  /// Two routes of one name.
  package static let repeatedRouteName = DiagnosticCode.error("E0402", "repeated-route-name")
  /// A route without a name.
  package static let unnamedRoute = DiagnosticCode.error("E0403", "unnamed-route")
  /// A route behind `otherwise`.
  package static let routeAfterOtherwise = DiagnosticCode.error("E0404", "route-after-otherwise")
  /// A `split` that is not a list of percentages of upstreams.
  package static let badSplit = DiagnosticCode.error("E0405", "bad-split")
  /// A field that requests do not have.
  package static let unknownRequestField = DiagnosticCode.error("E0406", "unknown-request-field")
  /// A comparison that the field does not know.
  package static let badComparison = DiagnosticCode.error("E0408", "bad-comparison")
  /// A capture that the route's path does not have.
  package static let unknownCapture = DiagnosticCode.error("E0409", "unknown-capture")
  /// A redirect that cannot be sent.
  package static let badRedirect = DiagnosticCode.error("E0410", "bad-redirect")
  /// A status that cannot be answered.
  package static let badAnswerStatus = DiagnosticCode.error("E0411", "bad-answer-status")
  /// An expression that asks nothing of the request.
  package static let notAPredicate = DiagnosticCode.error("E0412", "not-a-predicate")
  /// `under` with anything but a path that is open at its end.
  package static let badUnder = DiagnosticCode.error("E0413", "bad-under")
  /// `cohort` with wrong arguments or a wrong comparison.
  package static let badCohort = DiagnosticCode.error("E0414", "bad-cohort")
  /// Nested paths that no request can match both.
  package static let pathOutsideBlock = DiagnosticCode.error("E0415", "path-outside-block")
  /// A name that no host has (RFC 1035, RFC 1123).
  package static let badHostName = DiagnosticCode.error("E0466", "bad-host-name")
  /// A host that an ingress lists twice.
  package static let repeatedHost = DiagnosticCode.error("E0467", "repeated-host")
  /// A predicate that is true because something is absent.
  package static let negatedAbsence = DiagnosticCode.warning("W0401", "negated-absence")
  /// A method that is near to a registered one and none itself.
  package static let unregisteredMethod = DiagnosticCode.warning("W0405", "unregistered-method")
}
