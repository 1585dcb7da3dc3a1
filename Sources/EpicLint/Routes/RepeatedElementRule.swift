import EpicBase
import EpicDiagnostics
import EpicSyntax

/// A list that something is looked up in holds each element once.
enum RepeatedElementRule: LintRule {
  static let code = DiagnosticCode.repeatedElement
  static let fix = FixEffect.changesDeployment

  static func check(_ context: LintContext, reporting sink: inout DiagnosticSink) {
    for file in context.files {
      let tree = file.tree
      for node in tree.nodes(of: .comparison) {
        guard case .comparison(let comparator, _, let right?) = tree.expression(node),
          comparator == .isIn || comparator == .notIn, tree.kind(of: right) == .list
        else { continue }
        let elements = tree.parts(of: right)
        var first: [String: Int] = [:]
        for (position, element) in elements.enumerated() {
          let text = tree.words(of: element)
          guard let other = first[text] else {
            first[text] = position
            continue
          }
          sink.report(
            Diagnostic(
              code, "the list holds `\(text)` twice", at: tree.span(of: element),
              secondary: [Annotation(tree.span(of: elements[other]), "the first is here")],
              help: "leave the second one out",
              fixes: FixIt.list("leave the second one out", Edits.removal(ofElement: position, of: elements, in: tree)))
          )
        }
      }
    }
  }
}
