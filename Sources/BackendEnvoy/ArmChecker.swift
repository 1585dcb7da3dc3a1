import EpicBase
import EpicDiagnostics
import EpicIR

/// Reports what Envoy's routes cannot say of one arm.
struct ArmChecker {
  private let arm: RouteArm

  init(_ arm: RouteArm) { self.arm = arm }

  func check(reporting sink: inout DiagnosticSink) {
    // Sites only take alternatives away; any site gives an upper bound.
    var expansion = RouteExpansion(site: nil)
    let alternatives = expansion.alternatives(of: arm)
    if expansion.isTruncated {
      sink.report(
        Diagnostic(
          .tooManyAlternatives,
          "the predicate of `\(arm.name)` becomes more than \(RouteExpansion.maximumAlternatives) of Envoy's routes",
          at: arm.origin.span,
          help: "write the alternatives of one field as one list (`in […]`), or divide the arm"))
    }
    checkTargets(alternatives, reporting: &sink)
    checkFields(arm.predicate, reporting: &sink)
    Self.check(arm.policy, at: arm.origin.span, reporting: &sink)
    if case .respond(let response) = arm.outcome {
      Self.check(response: response.headers, at: arm.origin.span, reporting: &sink)
    }
  }

  private func checkTargets(_ alternatives: [[RouteCondition]], reporting sink: inout DiagnosticSink) {
    if let rewrite = arm.policy.rewritePath {
      if rewrite.hasQuery { reportQuery("`rewrite path`", reporting: &sink) }
      check(rewrite, alternatives, reporting: &sink)
    }
    if case .redirect(let redirect) = arm.outcome {
      if redirect.target.hasQuery && redirect.target.literal == nil {
        reportQuery("a `redirect` with captures", reporting: &sink)
      }
      check(redirect.target, alternatives, reporting: &sink)
    }
  }

  private func reportQuery(_ what: String, reporting sink: inout DiagnosticSink) {
    sink.report(
      Diagnostic(
        .queryInRewrite, "\(what) in `\(arm.name)` has a query, and Envoy would append the request's own to it",
        at: arm.origin.span, help: "leave the query out; the request's is kept"))
  }

  private func check(
    _ template: CaptureTemplate, _ alternatives: [[RouteCondition]], reporting sink: inout DiagnosticSink
  ) {
    let names = template.captures
    if names.isEmpty { return }
    if names.count > 9 {
      sink.report(
        Diagnostic(
          .tooManyCaptures, "the target of `\(arm.name)` has \(names.count) captures, and a substitution names nine",
          at: arm.origin.span, help: "capture the rest of the path at once: `{rest...}`"))
      return
    }
    for conditions in alternatives {
      if RouteAction.pattern(binding: names, in: conditions, blocks: arm.blocks) != nil { continue }
      sink.report(
        Diagnostic(
          .unboundCapture,
          "no single path of `\(arm.name)` binds \(names.map { "`\($0)`" }.joined(separator: " and "))",
          at: arm.origin.span, help: "write the captures into each path pattern of the arm, all into the same pattern"))
      return
    }
  }

  /// Names stand inside of Envoy's formats and among headers of the compiler's own.
  private func checkFields(_ predicate: EpicIR.Predicate, reporting sink: inout DiagnosticSink) {
    switch predicate {
    case .not(let inner): checkFields(inner, reporting: &sink)
    case .all(let list), .any(let list): for inner in list { checkFields(inner, reporting: &sink) }
    case .text(let field, _):
      if case .query(let name) = field { check(formatted: name, reporting: &sink) }
      check(field, reporting: &sink)
    case .cohort(let test):
      for field in test.keys {
        check(field, reporting: &sink)
        switch field {
        case .header(let name), .query(let name), .cookie(let name): check(formatted: name, reporting: &sink)
        case .jwtClaim(_, let path): for name in path { check(formatted: name, reporting: &sink) }
        case .jsonBody: break
        }
      }
    default: break
    }
  }

  private func check(_ field: TextField, reporting sink: inout DiagnosticSink) {
    Self.check(field, at: arm.origin.span, reporting: &sink)
  }

  private func check(formatted name: String, reporting sink: inout DiagnosticSink) {
    let isUsable = name.utf8.allSatisfy { byte in
      byte > 32 && byte < 127 && byte != UInt8(ascii: "%") && byte != UInt8(ascii: ":") && byte != UInt8(ascii: "(")
        && byte != UInt8(ascii: ")") && byte != UInt8(ascii: "?")
    }
    if isUsable && !name.isEmpty { return }
    sink.report(
      Diagnostic(
        .unusableFieldName, "Envoy cannot look up a field called `\(name)`", at: arm.origin.span,
        help: "use a name of letters, digits and `-_.~`"))
  }

  /// Headers that are the edge's own are neither edited nor keys of limits.
  static func check(_ policy: RoutePolicy, at span: SourceSpan, reporting sink: inout DiagnosticSink) {
    for edit in policy.requestHeaders { check(edit.name, .editRequest, at: span, reporting: &sink) }
    check(response: policy.responseHeaders, at: span, reporting: &sink)
    for limit in policy.rateLimits {
      if case .field(let field) = limit.key { check(field, at: limit.origin.span, reporting: &sink) }
    }
  }

  private static func check(response edits: [HeaderEdit], at span: SourceSpan, reporting sink: inout DiagnosticSink) {
    for edit in edits {
      check(edit.name, edit.operation == .remove ? .removeResponse : .setResponse, at: span, reporting: &sink)
    }
  }

  private static func check(_ field: TextField, at span: SourceSpan, reporting sink: inout DiagnosticSink) {
    if case .header(let name) = field { check(name, .ask, at: span, reporting: &sink) }
  }

  private static func check(
    _ name: String, _ use: EdgeHeader.Use, at span: SourceSpan, reporting sink: inout DiagnosticSink
  ) {
    guard let header = EdgeHeader.of(name), header.refused.contains(use) else { return }
    let instead = use == .ask ? header.insteadOfAsking : header.insteadOfEditing
    sink.report(
      Diagnostic(
        .reservedHeader, "the header `\(name)` is not a workspace's to \(use == .ask ? "ask" : "write")", at: span,
        label: header.reason, help: instead))
  }
}

extension CaptureTemplate {
  /// Whether the text has a query of its own.
  fileprivate var hasQuery: Bool {
    parts.contains { part in
      if case .literal(let text) = part { text.utf8.contains(UInt8(ascii: "?")) } else { false }
    }
  }
}
