import EpicBase
import EpicDiagnostics
import EpicSyntax

/// Who uses another package's declaration can read what it is.
enum UndocumentedExportRule: LintRule {
  static let code = DiagnosticCode.undocumentedExport
  static let fix = FixEffect.none

  static func check(_ context: LintContext, reporting sink: inout DiagnosticSink) {
    for file in context.files {
      for name in file.declarations where name.isExported && file.tree.kind(of: name.whole) == .export {
        if !file.tree.documentation(of: name.whole).isEmpty { continue }
        sink.report(
          Diagnostic(
            code, "the exported \(name.keyword) `\(name.name)` has no `///` line",
            at: file.tree.span(of: name.nameNode), help: "say what it is for, in a line above it that starts with `///`"
          ))
      }
    }
  }
}
