import EpicBase
import EpicDiagnostics
import EpicSyntax

/// A template mentions each of its parameters.
enum UnusedParameterRule: LintRule {
  static let code = DiagnosticCode.unusedParameter
  static let fix = FixEffect.none

  static func check(_ context: LintContext, reporting sink: inout DiagnosticSink) {
    for file in context.files {
      let tree = file.tree
      for node in tree.nodes(of: .template) {
        guard let view = TemplateView(tree, node) else { continue }
        let range = node.rawValue..<tree.next(after: node).rawValue
        for parameter in view.parameters {
          guard let name = parameter.name else { continue }
          let text = tree.string(of: name)
          if file.names.mentions(text, within: range) { continue }
          sink.report(
            Diagnostic(
              code, "the template does not mention its parameter `\(text)`", at: tree.span(of: name),
              help: "remove it, here and where the template is used"))
        }
      }
    }
  }
}
