/// Hard limits on input. Each has a diagnostic of its own where it is enforced; none is ever exceeded silently.
package enum Limits {
  /// Longest source file, in bytes.
  package static let sourceFileBytes = 16 * 1024 * 1024
  /// Most source files in a workspace.
  package static let sourceFiles = 20_000
  /// Deepest nesting of bodies, parentheses and brackets together.
  package static let nestingDepth = 64
  /// Most diagnostics reported for one file; the rest are counted, not shown.
  package static let diagnosticsPerFile = 200
  /// Evaluation steps of any workspace, beyond those that its text is worth: one a statement, list element or operator
  /// evaluated, several where more memory is taken.
  package static let evaluationSteps = 10_000_000
  /// Evaluation steps that each byte of a workspace's text is worth.
  package static let evaluationStepsPerByte = 4
  /// Deepest nesting of what one value or predicate is made of: expressions, and the names in them with what those are
  /// made of in turn.
  package static let definitionDepth = 128
  /// Most elements of the lists and members of the records of one value, those inside each other included; 16 bytes of
  /// text count as one.
  package static let valueParts = 1_000_000
  /// Longest text that a string with `${…}` makes, in bytes.
  package static let textBytes = 1024 * 1024
  /// Most questions in one predicate, those of the names in it included.
  package static let predicateQuestions = 4096
  /// Longest chain of templates, and of templates on templates.
  package static let templateDepth = 16
  /// Longest regular expression, in bytes.
  package static let regexBytes = 1024
  /// Most instructions of a regular expression's program, by an estimate from above.
  package static let regexProgramSize = 10_000
  /// Longest name of a header, cookie or query parameter, in bytes; Envoy takes 1024 of a cookie's.
  package static let requestNameBytes = 256
  /// Longest value that a header is set to, in bytes; Envoy takes 16384, in which a percent sign counts twice.
  package static let headerValueBytes = 8192
  /// Most priorities of an upstream's endpoints: one a tier, and one a member of `nearest`.
  package static let upstreamPriorities = 128
  /// Most endpoints of a feed.
  package static let feedEndpoints: UInt32 = 10_000
  /// Shortest and longest time that anything waits, in milliseconds: 1ms and 3650d. To Envoy no time at all is no limit.
  package static let waitMilliseconds: ClosedRange<UInt64> = 1...3650 * 86_400_000
  /// Shortest and longest interval of BFD, in milliseconds: 1ms and 60s.
  package static let detectionMilliseconds: ClosedRange<UInt64> = 1...60_000
  /// Shortest and longest time that resolvers keep a record, in milliseconds: 1s and 3650d (RFC 2181 section 8).
  package static let recordMilliseconds: ClosedRange<UInt64> = 1000...3650 * 86_400_000
  /// Most `reject` declarations of a workspace: each is a compilation of its own.
  package static let rejects = 256
  /// Longest request body that a limit may name, in bytes: 1TiB.
  package static let bodyBytes: UInt64 = 1 << 40
  /// Longest body that predicates look into, in bytes: what Envoy holds of one request over HTTP/2.
  package static let readBodyBytes: UInt64 = 64 * 1024
  /// Most members that a path into a body names.
  package static let bodyPathDepth = 16
  /// Most fields and values of one hatch.
  package static let hatchValues = 10_000
  /// Deepest nesting of messages in a hatch: Envoy's protobuf library reads 100.
  package static let hatchDepth = 32
  /// Largest file that a field of a hatch takes by `data`, in bytes.
  package static let hatchDataBytes = 1024 * 1024
  /// Largest file read by `data`, in bytes.
  package static let dataFileBytes = 64 * 1024 * 1024
}
