import EpicBase
import EpicDiagnostics
import EpicSema
import EpicSyntax

/// The workspace names what it exports. There is nobody beyond the workspace.
enum UnusedExportRule: LintRule {
  static let code = DiagnosticCode.unusedExport
  static let fix = FixEffect.none

  static func check(_ context: LintContext, reporting sink: inout DiagnosticSink) {
    let kinds = context.unused(
      [.cdn, .certificate, .engine, .issuer, .kubernetes, .pool, .routes, .upstream, .zone], isExported: true)
    for (name, file) in kinds { report(name, file, to: &sink) }
    for file in context.files {
      for name in file.declarations where name.isExported && !context.mentioned.contains(name.name) {
        switch name.space {
        case .constant, .template: report(name, file, to: &sink)
        case .kind: break
        }
      }
    }
  }

  private static func report(_ name: DeclaredName, _ file: LintFile, to sink: inout DiagnosticSink) {
    sink.report(
      Diagnostic(
        code, "the \(name.keyword) `\(name.name)` is exported, and nothing in the workspace uses it",
        at: file.tree.span(of: name.nameNode), help: "remove it, or silence this where it waits for its users"))
  }
}
