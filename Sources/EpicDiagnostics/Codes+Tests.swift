/// Codes of the family of tests and policies.
extension DiagnosticCode {
  /// A test that asks nothing: without a request, or with one of which nothing is expected.
  package static let emptyTest = DiagnosticCode.error("E1001", "empty-test")
  /// A part of a request, or an expectation, before the request that it is of.
  package static let partBeforeRequest = DiagnosticCode.error("E1002", "part-before-request")
  /// A route that a test expects and no routes declare.
  package static let unknownTestRoute = DiagnosticCode.error("E1003", "unknown-test-route")
  /// A tier, or a member of one, that the upstream does not have.
  package static let unknownTestTier = DiagnosticCode.error("E1004", "unknown-test-tier")
  /// What no request of a test can be sent to.
  package static let badTestRequest = DiagnosticCode.error("E1005", "bad-test-request")
  /// Two tests, or two policies, of one name.
  package static let repeatedTestName = DiagnosticCode.error("E1006", "repeated-test-name")
  /// A row of `cases` that does not fit the columns.
  package static let badCasesRow = DiagnosticCode.error("E1007", "bad-cases-row")
  /// `reject` with a code that no diagnostic has.
  package static let unknownRejectCode = DiagnosticCode.error("E1008", "unknown-reject-code")
  /// More `reject` declarations than are compiled.
  package static let tooManyRejects = DiagnosticCode.error("E1009", "too-many-rejects")
  /// What a test expects and the routes do not do. Only `epic test` reports it.
  package static let expectationFailed = DiagnosticCode.error("E1010", "expectation-failed")
  /// Declarations of a `reject` that give another finding, or none. Only `epic test` reports it.
  package static let rejectFailed = DiagnosticCode.error("E1011", "reject-failed")
  /// The head of a `test`, `reject` or `policy` that is not written as one.
  package static let badTestHead = DiagnosticCode.error("E1012", "bad-test-head")
  /// A share, a state of health or a claim that is not written as one.
  package static let badTestEntry = DiagnosticCode.error("E1013", "bad-test-entry")
  /// A part or an expectation of requests behind a connection, or the other way.
  package static let partOfOtherProtocol = DiagnosticCode.error("E0885", "part-of-other-protocol")

  /// A declaration that a policy forbids.
  package static let policyViolated = DiagnosticCode.error("E1020", "policy-violated")
  /// A member that declarations of the kind do not have.
  package static let unknownPolicyMember = DiagnosticCode.error("E1021", "unknown-policy-member")
  /// A kind of declaration that policies do not ask.
  package static let unknownPolicyKind = DiagnosticCode.error("E1022", "unknown-policy-kind")
  /// A requirement that cannot be decided at compile time.
  package static let badRequirement = DiagnosticCode.error("E1023", "bad-requirement")
}
