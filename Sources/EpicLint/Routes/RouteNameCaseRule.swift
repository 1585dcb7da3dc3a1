import EpicBase
import EpicDiagnostics
import EpicSyntax

/// Names of routes differ in more than case.
enum RouteNameCaseRule: LintRule {
  static let code = DiagnosticCode.routeNameCase
  static let fix = FixEffect.none

  static func check(_ context: LintContext, reporting sink: inout DiagnosticSink) {
    for file in context.files {
      let tree = file.tree
      for table in RouteWalk(file).tables {
        var first: [String: (text: String, span: SourceSpan)] = [:]
        for arm in table.arms {
          guard let label = arm.view.label else { continue }
          let text = tree.string(of: label)
          let folded = text.lowercased()
          guard let other = first[folded] else {
            first[folded] = (text, tree.span(of: label))
            continue
          }
          if other.text == text { continue }
          sink.report(
            Diagnostic(
              code, "the routes `\(other.text)` and `\(text)` differ only in case", at: tree.span(of: label),
              secondary: [Annotation(other.span, "the other is here")], help: "give one of them another name"))
        }
      }
    }
  }
}
