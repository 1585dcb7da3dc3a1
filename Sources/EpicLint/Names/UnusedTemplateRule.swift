import EpicBase
import EpicDiagnostics
import EpicSyntax

/// Something is made from each template. Exported ones are `UnusedExportRule`'s.
enum UnusedTemplateRule: LintRule {
  static let code = DiagnosticCode.unusedTemplate
  static let fix = FixEffect.none

  static func check(_ context: LintContext, reporting sink: inout DiagnosticSink) {
    for file in context.files {
      for name in file.declarations {
        guard case .template = name.space, !name.isExported, !context.mentioned.contains(name.name) else { continue }
        sink.report(
          Diagnostic(
            code, "nothing is made from template `\(name.name)`", at: file.tree.span(of: name.nameNode),
            help: "remove it, or write `from \(name.name)` where it is meant"))
      }
    }
  }
}
