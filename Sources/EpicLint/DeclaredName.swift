import EpicSema
import EpicSyntax

/// A name that a file declares: of a declaration, a constant or a template.
struct DeclaredName {
  /// What kind of thing bears the name.
  enum Space {
    case kind(DeclarationKind)
    case constant
    case template
  }
  let space: Space
  let name: String
  /// The name itself; an `index` for members of families.
  let nameNode: NodeID
  /// The declaration without `export`.
  let statement: NodeID
  /// The declaration with `export`, if it is there.
  let whole: NodeID
  let isExported: Bool
  /// Whether it stands inside `if` or `for`.
  let isNested: Bool

  private static let kinds = Dictionary(uniqueKeysWithValues: DeclarationKind.allCases.map { ($0.keyword, $0) })

  /// Everything that the file declares, in order.
  static func all(in tree: SyntaxTree) -> [DeclaredName] {
    var result: [DeclaredName] = []
    for node in tree.children(of: .file) { collect(node, whole: node, false, false, tree, &result) }
    return result
  }

  private static func collect(
    _ node: NodeID, whole: NodeID, _ isExported: Bool, _ isNested: Bool, _ tree: SyntaxTree,
    _ result: inout [DeclaredName]
  ) {
    switch tree.kind(of: node) {
    case .export:
      if let inner = tree.child(of: node, at: 0) { collect(inner, whole: node, true, isNested, tree, &result) }
    case .ifStatement, .forStatement:
      for child in tree.children(of: node) {
        switch tree.kind(of: child) {
        case .ifStatement: collect(child, whole: child, isExported, true, tree, &result)
        case .body:
          for inner in tree.children(of: child) { collect(inner, whole: inner, isExported, true, tree, &result) }
        default: break
        }
      }
    case .letStatement:
      guard let name = LetView(tree, node)?.name else { return }
      result.append(make(.constant, name, node, whole, isExported, isNested, tree))
    case .template:
      guard let name = TemplateView(tree, node)?.name else { return }
      result.append(make(.template, name, node, whole, isExported, isNested, tree))
    case .statement:
      guard let view = StatementView(tree, node), let kind = kinds[tree.string(of: view.keywordToken)] else { return }
      var arguments = view.arguments
      guard let name = arguments.next() else { return }
      result.append(make(.kind(kind), name, node, whole, isExported, isNested, tree))
    default: break
    }
  }

  private static func make(
    _ space: Space, _ name: NodeID, _ statement: NodeID, _ whole: NodeID, _ isExported: Bool, _ isNested: Bool,
    _ tree: SyntaxTree
  ) -> DeclaredName {
    DeclaredName(
      space: space, name: tree.string(of: tree.firstToken(of: name)), nameNode: name, statement: statement,
      whole: whole, isExported: isExported, isNested: isNested)
  }

  /// How messages name what bears the name.
  var keyword: String {
    switch space {
    case .kind(let kind): kind.keyword
    case .constant: "constant"
    case .template: "template"
    }
  }
}
