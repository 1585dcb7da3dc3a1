import EpicBase
import EpicSema
import EpicSyntax

/// The routes of the `routes` declarations of a file.
struct RouteWalk {
  /// A path that stands around a route, and where.
  struct Block {
    let pattern: PathPattern
    let span: SourceSpan
  }
  /// A route with a predicate, and the blocks around it.
  struct Arm {
    let view: ArmView
    let predicate: NodeID
    let around: [Block]
    /// Whether it stands in an `if` or `for`.
    let isConditional: Bool
  }
  /// One `routes` declaration.
  struct Table {
    var arms: [Arm] = []
  }

  let tree: SyntaxTree
  private(set) var tables: [Table] = []

  init(_ file: LintFile) {
    tree = file.tree
    for name in file.declarations {
      guard case .kind(.routes) = name.space, let body = StatementView(tree, name.statement)?.body else { continue }
      var table = Table()
      walk(body, around: [], isConditional: false, &table)
      tables.append(table)
    }
  }

  private func walk(_ body: NodeID, around: [Block], isConditional: Bool, _ table: inout Table) {
    for node in tree.children(of: body) {
      switch tree.kind(of: node) {
      case .arm:
        guard let view = ArmView(tree, node), let predicate = view.predicate else { continue }
        table.arms.append(Arm(view: view, predicate: predicate, around: around, isConditional: isConditional))
      case .under:
        guard let view = UnderView(tree, node), let path = view.predicate, let inner = view.body else { continue }
        var blocks = around
        if let pattern = tree.pathOfPredicate(path) {
          blocks.append(Block(pattern: pattern, span: tree.span(of: path)))
        }
        walk(inner, around: blocks, isConditional: isConditional, &table)
      case .ifStatement, .forStatement: walkBranches(node, around: around, &table)
      default: break
      }
    }
  }

  private func walkBranches(_ node: NodeID, around: [Block], _ table: inout Table) {
    for child in tree.children(of: node) {
      if tree.kind(of: child) == .ifStatement { walkBranches(child, around: around, &table) }
      if tree.kind(of: child) == .body { walk(child, around: around, isConditional: true, &table) }
    }
  }
}

extension SyntaxTree {
  /// The pattern of `/x/**` and of `path /x/**`; nil for other expressions.
  func pathOfPredicate(_ node: NodeID) -> PathPattern? {
    switch kind(of: node) {
    case .literal: return pathLiteral(firstToken(of: node))
    case .requestField:
      guard let name = child(of: node, at: 0), let operand = child(of: node, at: 1), string(of: name) == "path",
        kind(of: operand) == .literal
      else { return nil }
      return pathLiteral(firstToken(of: operand))
    default: return nil
    }
  }
}

extension PathPattern {
  /// Whether the pattern surely matches all that the other does: it is open at its end, captures nothing, and its
  /// segments start the other's.
  func surelyCovers(_ other: PathPattern) -> Bool {
    guard tail == .subtree, captures.isEmpty, segments.count <= other.segments.count else { return false }
    return zip(segments, other.segments).allSatisfy { $0 == $1 }
  }
}
