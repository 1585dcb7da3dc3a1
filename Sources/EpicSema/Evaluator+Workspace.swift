import EpicBase
import EpicDiagnostics
import EpicIR
import EpicSyntax

/// The root file: edition and name.
extension Evaluator {
  /// Whether the file is `workspace.epic` in the root folder.
  func isRootFile(_ file: Int) -> Bool { files[file].path == "workspace.epic" }

  func isWorkspaceWord(_ keyword: Symbol) -> Bool { !words.candidates(.workspaceFile, keyword).isEmpty }

  mutating func checkWorkspace() {
    guard let file = files.indices.first(where: { isRootFile($0) }) else {
      if let first = files.first {
        sink.report(
          Diagnostic(
            .workspaceFile, "the workspace has no root file `workspace.epic`",
            at: SourceSpan(source: first.tree.source, start: 0, end: 0),
            help: "write `workspace.epic` with `edition 2026` and `workspace NAME`"))
      }
      return
    }
    let tree = files[file].tree
    let place = Place(file: file)
    var body = BodyState(context: .workspaceFile)
    for node in tree.children(of: .file) where tree.kind(of: node) == .statement {
      guard let keyword = tree.symbol(of: node), isWorkspaceWord(keyword) else {
        if tree.symbol(of: node).map({ words.kinds[$0] == nil }) ?? true { body.isUnclear = true }
        continue
      }
      evaluateStatement(node, in: place, &body, .plain)
    }
    for working in body.working {
      let field = working.field
      switch field.name {
      case .edition:
        let edition = field.integer(.value) ?? 0
        program.edition = UInt32(clamping: edition)
        if edition != 2026 {
          report(
            .unknownEdition, "`edition \(edition)` is not known to this compiler", place, at: field.origin.span,
            help: "the edition that it knows is 2026",
            fixes: [FixIt("write `edition 2026`", [TextEdit(field.origin.span, replacement: "edition 2026")])])
        }
      case .dependency: checkDependency(field, place)
      case .workspace: program.workspace = field.word(.name) ?? ""
      default: break
      }
    }
    guard files[file].damage.isEmpty else { return }
    let missing = [FieldName.edition, .workspace].filter { !body.has($0) && !body.mayHave($0) }
    if missing.isEmpty { return }
    let names = missing.map { $0 == .edition ? "`edition`" : "`workspace`" }
    let ways = missing.map { $0 == .edition ? "`edition 2026`" : "`workspace NAME`" }
    report(
      .workspaceFile, "`workspace.epic` says no \(names.joined(separator: " and no "))", place,
      at: SourceSpan(source: tree.source, start: 0, end: 0), help: "write \(ways.joinedAsList)")
  }
}
