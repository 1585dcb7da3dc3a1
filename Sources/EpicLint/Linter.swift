import EpicBase
package import EpicDiagnostics
package import EpicIR
package import EpicSema

/// What is looked at: a workspace without errors.
package struct LintInput: Sendable {
  /// The files, in the order of their ids.
  package var files: [SourceUnit]
  package var program: EvaluatedProgram
  package var deployment: Deployment

  package init(files: [SourceUnit], program: EvaluatedProgram, deployment: Deployment) {
    self.files = files
    self.program = program
    self.deployment = deployment
  }
}

/// Finds what is legal and better written otherwise. A rule that is not sure says nothing.
package enum Linter {
  /// Every finding, in source order. Linear in the size of the texts and of the deployment.
  package static func lint(_ input: LintInput) -> [Diagnostic] {
    let context = LintContext(input)
    var sink = DiagnosticSink()
    for rule in rules { rule.check(context, reporting: &sink) }
    return Allowances(input.files).apply(to: sink.diagnostics).sorted(by: precedes)
  }

  /// Whether the first fix of findings with the code leaves the deployment as it is, so that a tool may apply it unasked.
  package static func keepsDeployment(_ code: DiagnosticCode) -> Bool {
    code == .unusedAllowance || rules.contains { $0.code == code && $0.fix == .keepsDeployment }
  }

  /// The codes that rules report.
  package static let codes: [DiagnosticCode] = rules.map { $0.code } + [.unusedAllowance, .malformedAllowance]

  /// Every rule, by code.
  static let rules: [any LintRule.Type] = [
    UnusedUseRule.self, UnusedLetRule.self, UnusedParameterRule.self, UnusedTemplateRule.self,
    UnusedUpstreamRule.self, UnusedRoutesRule.self, UnusedCertificateRule.self, UnusedResourceRule.self,
    UnusedExportRule.self, HiddenNameRule.self, UndocumentedExportRule.self, DetachedDocumentationRule.self,
    RepeatedOperandRule.self, ConditionOfBlockRule.self, SuccessfulOtherwiseRule.self, RepeatedElementRule.self,
    NegatedComparisonRule.self, ListOfOneRule.self, RepeatedConditionRule.self, RouteNameCaseRule.self,
    UncheckedEndpointsRule.self, ZeroShareRule.self, SplitOfOneRule.self, TierOfEndpointsRule.self,
    RetryOfAnyMethodRule.self, ClearTextCDNRule.self, SplitOfSitesRule.self,
    UnwrittenTimeoutRule.self, RestatedOverrideRule.self, UnneededCertificateNameRule.self,
    ClearTextListenerRule.self, ClearTextCredentialsRule.self,
  ]

  private static func precedes(_ left: Diagnostic, _ right: Diagnostic) -> Bool {
    if left.primary.span != right.primary.span { return left.primary.span < right.primary.span }
    return left.code.name < right.code.name
  }
}

/// One thing that is looked for.
protocol LintRule: Sendable {
  static var code: DiagnosticCode { get }
  static var fix: FixEffect { get }
  static func check(_ context: LintContext, reporting sink: inout DiagnosticSink)
}

/// What the fix of a rule does to the deployment.
enum FixEffect: Sendable {
  /// There is none.
  case none
  /// The deployment is the same but for where its values are written. `--fix` applies these.
  case keepsDeployment
  /// The deployment differs, if only in form. Editors offer these; nothing applies them unasked.
  case changesDeployment
}

extension Diagnostic {
  /// A finding about a value: where it was written and, where that is a template or a loop, what it came through.
  init(
    _ code: DiagnosticCode, _ message: String, at origin: Origin, secondary: [Annotation] = [], help: String? = nil,
    fixes: [FixIt] = []
  ) {
    let chain = origin.application.map { [Annotation($0, "comes through this")] } ?? []
    self.init(code, message, at: origin.span, secondary: secondary + chain, help: help, fixes: fixes)
  }
}
