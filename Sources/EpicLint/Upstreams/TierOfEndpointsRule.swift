import EpicBase
import EpicDiagnostics
import EpicSema
import EpicSyntax

/// An upstream of endpoints alone says them without a tier.
enum TierOfEndpointsRule: LintRule {
  static let code = DiagnosticCode.tierOfEndpoints
  static let fix = FixEffect.keepsDeployment

  static func check(_ context: LintContext, reporting sink: inout DiagnosticSink) {
    for file in context.files {
      let tree = file.tree
      for name in file.declarations {
        guard case .kind(.upstream) = name.space, let view = StatementView(tree, name.statement), let body = view.body,
          hasNoTemplate(view), let tier = onlyTier(of: body, tree), let inner = StatementView(tree, tier)?.body
        else { continue }
        let members = tree.parts(of: inner)
        guard members.count == 1, let member = members.first, let statement = StatementView(tree, member),
          tree.string(of: statement.keywordToken) == "endpoint"
        else { continue }
        sink.report(
          Diagnostic(
            code, "the only tier of upstream `\(name.name)` holds endpoints alone",
            at: tree.span(of: tree.firstToken(of: tier)), help: "write `endpoint …` without a tier",
            fixes: FixIt.list(
              "write it without a tier",
              Edits.replacement(of: tier, by: tree.string(of: member), in: tree))))
      }
    }
  }

  private static func hasNoTemplate(_ view: StatementView) -> Bool {
    var arguments = view.arguments
    _ = arguments.next()
    return arguments.next() == nil
  }

  /// The `tier` of a body that has one, and nothing that may bring another.
  private static func onlyTier(of body: NodeID, _ tree: SyntaxTree) -> NodeID? {
    var found: NodeID?
    for node in tree.children(of: body) {
      guard tree.kind(of: node) == .statement else { return nil }
      guard tree.string(of: tree.firstToken(of: node)) == "tier" else { continue }
      if found != nil { return nil }
      found = node
    }
    return found
  }
}
