import EpicBase
import EpicDiagnostics
import EpicSyntax

/// `not` stands before what has no negative form of its own: `x is not y` reads better than `not x is y`.
enum NegatedComparisonRule: LintRule {
  static let code = DiagnosticCode.negatedComparison
  static let fix = FixEffect.keepsDeployment

  static func check(_ context: LintContext, reporting sink: inout DiagnosticSink) {
    for file in context.files {
      let tree = file.tree
      for node in tree.nodes(of: .not) {
        guard var operand = tree.child(of: node, at: 0) else { continue }
        while tree.kind(of: operand) == .parenthesized, case .group(let inner) = tree.expression(operand) {
          operand = inner
        }
        guard case .comparison(let comparator, let left, let right?) = tree.expression(operand),
          let word = negative(of: comparator)
        else { continue }
        let text = "\(tree.string(of: left)) \(word) \(tree.string(of: right))"
        sink.report(
          Diagnostic(
            code, "a comparison that is negated is written `\(word)`", at: tree.span(of: node),
            help: "write `\(word)`",
            fixes: FixIt.list("write `\(word)`", Edits.replacement(of: node, by: text, in: tree))))
      }
    }
  }

  private static func negative(of comparator: ExpressionView.Comparator) -> String? {
    switch comparator {
    case .is: "is not"
    case .isNot: "is"
    case .isIn: "not in"
    case .notIn: "in"
    default: nil
    }
  }
}
