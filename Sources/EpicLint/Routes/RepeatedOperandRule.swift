import EpicBase
import EpicDiagnostics
import EpicSyntax

/// `and` and `or` ask each question once.
enum RepeatedOperandRule: LintRule {
  static let code = DiagnosticCode.repeatedOperand
  static let fix = FixEffect.changesDeployment

  static func check(_ context: LintContext, reporting sink: inout DiagnosticSink) {
    for file in context.files {
      let tree = file.tree
      for (kind, word) in [(SyntaxKind.and, "and"), (.or, "or")] {
        for node in tree.nodes(of: kind) {
          let operands = tree.parts(of: node)
          var first: [String: Int] = [:]
          for (position, operand) in operands.enumerated() {
            let text = tree.words(of: operand)
            guard let other = first[text] else {
              first[text] = position
              continue
            }
            sink.report(
              Diagnostic(
                code, "`\(text)` stands on both sides of `\(word)`", at: tree.span(of: operand),
                secondary: [Annotation(tree.span(of: operands[other]), "asked here already")],
                help: "leave the second one out",
                fixes: FixIt.list(
                  "leave the second one out", Edits.removal(ofElement: position, of: operands, in: tree))))
          }
        }
      }
    }
  }
}
