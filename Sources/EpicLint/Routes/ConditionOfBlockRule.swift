import EpicBase
import EpicDiagnostics
import EpicSyntax

/// A route does not ask for a path that the block around it fixes already.
enum ConditionOfBlockRule: LintRule {
  static let code = DiagnosticCode.conditionOfBlock
  static let fix = FixEffect.changesDeployment

  static func check(_ context: LintContext, reporting sink: inout DiagnosticSink) {
    for file in context.files {
      let tree = file.tree
      for table in RouteWalk(file).tables {
        // A route that asks for nothing else leaves nothing to the block's `otherwise`, which is an error.
        for arm in table.arms where !arm.around.isEmpty && tree.kind(of: arm.predicate) == .and {
          let operands = tree.parts(of: arm.predicate)
          for (position, operand) in operands.enumerated() {
            guard tree.kind(of: operand) == .requestField, let pattern = tree.pathOfPredicate(operand),
              let block = arm.around.last(where: { pattern.surelyCovers($0.pattern) })
            else { continue }
            sink.report(
              Diagnostic(
                code, "`\(tree.words(of: operand))` holds for every request under `\(block.pattern)`",
                at: tree.span(of: operand), secondary: [Annotation(block.span, "lets nothing else in")],
                help: "leave it out",
                fixes: FixIt.list("leave it out", Edits.removal(ofElement: position, of: operands, in: tree))))
          }
        }
      }
    }
  }
}
