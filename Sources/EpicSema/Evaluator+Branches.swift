import EpicBase
import EpicIR
import EpicSyntax

/// One way of an `if`.
struct BranchKey: Hashable {
  var file: Int
  var node: NodeID
  var holds: Bool
}

/// Which ways the `if`s of templates go, for coverage.
extension Evaluator {
  mutating func noteBranches() {
    for template in templates where !files[template.file].path.hasPrefix("std/") {
      let tree = files[template.file].tree
      let end = tree.next(after: template.node).rawValue
      var node = template.node.rawValue
      while node < end {
        if tree.kind(of: NodeID(node)) == .ifStatement { note(NodeID(node), of: template) }
        node += 1
      }
    }
    program.branches.sort { $0.span < $1.span }
  }

  private mutating func note(_ node: NodeID, of template: TemplateState) {
    let tree = files[template.file].tree
    guard let view = IfView(tree, node), let condition = view.condition else { return }
    let span = tree.span(of: condition)
    let text = tree.string(of: condition)
    for holds in [true, false] {
      program.branches.append(
        TemplateBranch(
          template: self.text(template.name), name: holds ? "if \(text)" : "else of `if \(text)`",
          isTaken: takenBranches.contains(BranchKey(file: template.file, node: node, holds: holds)), span: span))
    }
  }
}
