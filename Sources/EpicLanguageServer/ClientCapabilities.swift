package import EpicBase

/// What the client said that it can do, as far as an answer depends on it. What it does not say, it cannot.
package struct ClientCapabilities: Hashable, Sendable {
  /// It shows the places that explain a finding.
  package var hasRelatedInformation = false
  /// It takes edits with the version of the text that they are for.
  package var hasDocumentChanges = false
  /// It shows code actions, not only commands.
  package var hasCodeActions = false

  /// It shows which text is not needed (`DiagnosticTag.Unnecessary`).
  package var hasUnnecessaryTag = false
  /// It renames files and folders as a part of an edit.
  package var canRenameFiles = false

  /// It can be asked to watch files.
  package var canWatchFiles = false
  /// It shows symbols as a tree.
  package var hasHierarchicalSymbols = false

  package init() {}

  /// Reads the `capabilities` of `initialize`; nothing in them is required.
  package init(_ capabilities: JSONValue?) {
    let text = capabilities?["textDocument"]
    hasRelatedInformation = text?.at("publishDiagnostics", "relatedInformation")?.bool ?? false
    hasDocumentChanges = capabilities?.at("workspace", "workspaceEdit", "documentChanges")?.bool ?? false
    hasHierarchicalSymbols = text?.at("documentSymbol", "hierarchicalDocumentSymbolSupport")?.bool ?? false
    hasUnnecessaryTag =
      text?.at("publishDiagnostics", "tagSupport", "valueSet")?.elements?.contains { $0.integer() == 1 } ?? false
    // Some that can say no word of `documentChanges`, the only place where it can stand.
    canRenameFiles =
      capabilities?.at("workspace", "workspaceEdit", "resourceOperations")?.elements?
      .contains { $0.string == "rename" } ?? false
    canWatchFiles =
      capabilities?.at("workspace", "didChangeWatchedFiles", "dynamicRegistration")?.bool ?? false
    hasCodeActions = text?.at("codeAction", "codeActionLiteralSupport") != nil
  }
}
