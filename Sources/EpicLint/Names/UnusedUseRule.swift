import EpicBase
import EpicDiagnostics
import EpicSyntax

/// `use` brings only what its file mentions, and brings it once.
enum UnusedUseRule: LintRule {
  static let code = DiagnosticCode.unusedUse
  static let fix = FixEffect.keepsDeployment

  static func check(_ context: LintContext, reporting sink: inout DiagnosticSink) {
    for file in context.files {
      let tree = file.tree
      /// Where each name of a package was brought first; a package as a whole has its path alone.
      var brought: [String: SourceSpan] = [:]
      for node in tree.children(of: .file) where tree.kind(of: node) == .use {
        guard let view = UseView(tree, node), let path = view.path else { continue }
        if let selection = view.selection {
          check(selection, node, file, context, reporting: &sink)
          checkRepeated(selection, tree.string(of: path), node, file, context, &brought, reporting: &sink)
        } else {
          let package = tree.string(of: path)
          let last = package.split(separator: ".").last.map(String.init) ?? package
          if isUsed(last, file, context) {
            if let first = brought[package] {
              let edit = Edits.removal(of: node, in: tree)
              sink.report(repeated("package `\(package)` is used", tree.span(of: path), first, "remove the line", edit))
            } else {
              brought[package] = tree.span(of: path)
            }
            continue
          }
          sink.report(
            Diagnostic(
              code, "nothing of package `\(package)` is mentioned here", at: tree.span(of: path),
              help: "remove the line", fixes: FixIt.list("remove the line", Edits.removal(of: node, in: tree))))
        }
      }
    }
  }

  private static func check(
    _ selection: [NodeID], _ node: NodeID, _ file: LintFile, _ context: LintContext,
    reporting sink: inout DiagnosticSink
  ) {
    let tree = file.tree
    let unused = selection.indices.filter { !isUsed(tree.string(of: selection[$0]), file, context) }
    if unused.count == selection.count, let first = selection.first, let last = selection.last, selection.count > 1 {
      sink.report(
        Diagnostic(
          code, "none of these names is mentioned here", at: tree.span(of: first).union(tree.span(of: last)),
          help: "remove the line", fixes: FixIt.list("remove the line", Edits.removal(of: node, in: tree))))
      return
    }
    for position in unused {
      let name = tree.string(of: selection[position])
      let edit =
        selection.count == 1
        ? Edits.removal(of: node, in: tree) : Edits.removal(ofElement: position, of: selection, in: tree)
      sink.report(
        Diagnostic(
          code, "`\(name)` is used from its package and not mentioned here", at: tree.span(of: selection[position]),
          help: selection.count == 1 ? "remove the line" : "remove the name",
          fixes: FixIt.list("remove `\(name)`", edit)))
    }
  }

  /// A name that a line before brought from the same package; one that is not mentioned was reported.
  private static func checkRepeated(
    _ selection: [NodeID], _ package: String, _ node: NodeID, _ file: LintFile, _ context: LintContext,
    _ brought: inout [String: SourceSpan], reporting sink: inout DiagnosticSink
  ) {
    let tree = file.tree
    for (position, element) in selection.enumerated() {
      let name = tree.string(of: element)
      guard isUsed(name, file, context) else { continue }
      let key = "\(package).{\(name)}"
      guard let first = brought[key] else {
        brought[key] = tree.span(of: element)
        continue
      }
      let edit =
        selection.count == 1
        ? Edits.removal(of: node, in: tree) : Edits.removal(ofElement: position, of: selection, in: tree)
      sink.report(repeated("`\(name)` is used from its package", tree.span(of: element), first, "remove it", edit))
    }
  }

  private static func repeated(
    _ what: String, _ span: SourceSpan, _ first: SourceSpan, _ help: String, _ edit: TextEdit?
  ) -> Diagnostic {
    Diagnostic(
      code, "\(what) twice", at: span, secondary: [Annotation(first, "the first is here")], help: help,
      fixes: FixIt.list(help, edit))
  }

  /// A constant may hold names as words, which are looked up where the constant is used.
  private static func isUsed(_ name: String, _ file: LintFile, _ context: LintContext) -> Bool {
    file.names.mentioned.contains(name) || context.loose.contains(name)
  }
}
