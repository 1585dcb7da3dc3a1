import EpicBase
import EpicDiagnostics
import EpicSyntax

/// One value is compared by `is`. Lists of addresses, countries and networks are left alone: they are written to grow.
enum ListOfOneRule: LintRule {
  static let code = DiagnosticCode.listOfOne
  static let fix = FixEffect.keepsDeployment

  static func check(_ context: LintContext, reporting sink: inout DiagnosticSink) {
    for file in context.files {
      let tree = file.tree
      for node in tree.nodes(of: .comparison) {
        guard case .comparison(let comparator, let left, let right?) = tree.expression(node),
          comparator == .isIn || comparator == .notIn, tree.kind(of: right) == .list, asksForText(left, tree)
        else { continue }
        let elements = tree.parts(of: right)
        guard elements.count == 1, let element = elements.first,
          tree.kind(of: element) == .literal || tree.kind(of: element) == .name
        else { continue }
        let word = comparator == .isIn ? "is" : "is not"
        let text = "\(tree.string(of: left)) \(word) \(tree.string(of: element))"
        sink.report(
          Diagnostic(
            code, "a list of one is compared by `\(word)`", at: tree.span(of: right), help: "write `\(text)`",
            fixes: FixIt.list("write `\(word)`", Edits.replacement(of: node, by: text, in: tree))))
      }
    }
  }

  /// Whether the left side is a field of the request that `is` compares with one value of a list's elements.
  private static func asksForText(_ left: NodeID, _ tree: SyntaxTree) -> Bool {
    let word = tree.string(of: tree.firstToken(of: left))
    switch tree.kind(of: left) {
    case .name: return word == "method"
    case .requestField: return ["header", "query", "cookie"].contains(word)
    default: return word == "jwt" || word.hasPrefix("jwt.")
    }
  }
}
