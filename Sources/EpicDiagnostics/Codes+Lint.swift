/// Codes of what only `epic lint` reports. None stops a build.
extension DiagnosticCode {
  // MARK: Names

  /// A name that a `use` line brings and its file does not mention.
  package static let unusedUse = DiagnosticCode.lint("L0101", "unused-use")
  /// A `let` that nothing mentions.
  package static let unusedLet = DiagnosticCode.lint("L0102", "unused-let")
  /// A template's parameter that the template does not mention.
  package static let unusedParameter = DiagnosticCode.lint("L0103", "unused-parameter")
  /// A template that nothing is made from.
  package static let unusedTemplate = DiagnosticCode.lint("L0104", "unused-template")
  /// An upstream that no route leads to.
  package static let unusedUpstream = DiagnosticCode.lint("L0105", "unused-upstream")
  /// Routes that no ingress takes.
  package static let unusedRoutes = DiagnosticCode.lint("L0106", "unused-routes")
  /// A certificate that no ingress shows.
  package static let unusedCertificate = DiagnosticCode.lint("L0107", "unused-certificate")
  /// Something of the platform's that nothing draws on and no tenant is granted.
  package static let unusedResource = DiagnosticCode.lint("L0108", "unused-resource")
  /// An exported declaration that nothing names.
  package static let unusedExport = DiagnosticCode.lint("L0109", "unused-export")
  /// A constant, variable or parameter that hides another.
  package static let hiddenName = DiagnosticCode.lint("L0110", "hidden-name")
  /// An exported declaration without a `///` line.
  package static let undocumentedExport = DiagnosticCode.lint("L0111", "undocumented-export")
  /// A `///` line with nothing directly below it.
  package static let detachedDocumentation = DiagnosticCode.lint("L0112", "detached-documentation")

  // MARK: Routes

  /// An operand of `and` or `or` that stands there twice.
  package static let repeatedOperand = DiagnosticCode.lint("L0201", "repeated-operand")
  /// A path that holds for all that its `under` lets in.
  package static let conditionOfBlock = DiagnosticCode.lint("L0202", "condition-of-block")
  /// Routes that answer what they do not know with success.
  package static let successfulOtherwise = DiagnosticCode.lint("L0203", "successful-otherwise")
  /// An element that a list holds twice.
  package static let repeatedElement = DiagnosticCode.lint("L0204", "repeated-element")
  /// `not` before a comparison that has a negative form.
  package static let negatedComparison = DiagnosticCode.lint("L0205", "negated-comparison")
  /// `in` a list of one.
  package static let listOfOne = DiagnosticCode.lint("L0206", "list-of-one")
  /// A long condition that several routes repeat.
  package static let repeatedCondition = DiagnosticCode.lint("L0207", "repeated-condition")
  /// Names of routes that differ only in case.
  package static let routeNameCase = DiagnosticCode.lint("L0208", "route-name-case")

  // MARK: Upstreams

  /// Written endpoints or a CDN of which one may fail unnoticed.
  package static let uncheckedEndpoints = DiagnosticCode.lint("L0301", "unchecked-endpoints")
  /// A share of `0%`.
  package static let zeroShare = DiagnosticCode.lint("L0302", "zero-share")
  /// A `split` with one branch.
  package static let splitOfOne = DiagnosticCode.lint("L0303", "split-of-one")
  /// A single tier that holds nothing but endpoints.
  package static let tierOfEndpoints = DiagnosticCode.lint("L0304", "tier-of-endpoints")
  /// A retry that may do twice what may be done once.
  package static let retryOfAnyMethod = DiagnosticCode.lint("L0305", "retry-of-any-method")
  /// A CDN that is reached without TLS.
  package static let clearTextCDN = DiagnosticCode.lint("L0306", "clear-text-cdn")
  /// A `split` between upstreams that could be members of one tier.
  package static let splitOfSites = DiagnosticCode.lint("L0307", "split-of-sites")

  // MARK: Ingresses

  /// Requests without a written limit of time.
  package static let unwrittenTimeout = DiagnosticCode.lint("L0401", "unwritten-timeout")
  /// An `override` that says what the template says.
  package static let restatedOverride = DiagnosticCode.lint("L0402", "restated-override")
  /// A certificate's name that no ingress needs.
  package static let unneededCertificateName = DiagnosticCode.lint("L0403", "unneeded-certificate-name")
  /// A clear-text listener beside one with TLS that does not redirect to it.
  package static let clearTextListener = DiagnosticCode.lint("L0404", "clear-text-listener")
  /// Keys of tokens, or a sign-in, that come from a server without TLS.
  package static let clearTextCredentials = DiagnosticCode.lint("L0405", "clear-text-credentials")

  // MARK: Allowances

  /// `// epic-lint: allow` where there is nothing to allow.
  package static let unusedAllowance = DiagnosticCode.lint("L0901", "unused-allowance")
  /// A comment that begins with `epic-lint:` and is none.
  package static let malformedAllowance = DiagnosticCode.lint("L0902", "malformed-allowance")
}
