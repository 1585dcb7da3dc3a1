import EpicBase
import EpicDiagnostics

/// `textDocument/codeAction`: the ways to mend a finding that the compiler knows.
extension LanguageServer {
  mutating func codeActions(_ parameters: JSONValue) throws(RequestError) -> JSONValue {
    let (start, end) = try LanguageServer.range(parameters["range"])
    guard isWanted(parameters.at("context", "only")), let target = try analyzed(parameters, withFindings: true) else {
      return .array([])
    }
    let lower = target.document.lines.offset(of: start, encoding)
    let upper = max(lower, target.document.lines.offset(of: end, encoding))
    var locator = locator(target.analysis, target.ground)
    var actions: [JSONValue] = []
    for finding in shownFindings(target.analysis, target.ground) where finding.primary.span.source == target.source {
      guard Int(finding.primary.span.start) <= upper, lower <= Int(finding.primary.span.end) else { continue }
      for (position, fix) in finding.fixes.enumerated() {
        guard let edit = workspaceEdit(fix.edits, &locator) else { continue }
        actions.append(
          .object([
            "title": .string(fix.title),
            "kind": .string("quickfix"),
            "diagnostics": .array([json(finding, &locator)]),
            "isPreferred": position == 0 ? .bool(true) : nil,
            "edit": edit,
          ]))
      }
    }
    return .array(actions)
  }

  /// Whether the client asks for quick fixes: by their kind or one above it.
  private func isWanted(_ only: JSONValue?) -> Bool {
    guard let kinds = only?.elements else { return true }
    return kinds.contains { $0.string == "quickfix" || $0.string == "" }
  }

  /// A `WorkspaceEdit` of the edits, by file; with versions where the client takes them. Nil if one of them lies in a
  /// file that the client cannot open.
  func workspaceEdit(
    _ edits: [TextEdit], _ locator: inout Locator, asDocumentChanges: Bool = false
  ) -> JSONValue? {
    var files: [(uri: String, edits: [JSONValue])] = []
    for edit in edits.sorted(by: { $0.span < $1.span }) {
      guard let uri = locator.uri(edit.span.source) else { return nil }
      if files.last?.uri != uri { files.append((uri, [])) }
      files[files.count - 1].edits.append(
        .object(["range": locator.range(edit.span), "newText": .string(edit.replacement)]))
    }
    if client.hasDocumentChanges || asDocumentChanges {
      return .object([
        "documentChanges": .array(
          files.map { file in
            .object([
              "textDocument": .object([
                "uri": .string(file.uri), "version": documents[file.uri].map { .number($0.version) } ?? .null,
              ]),
              "edits": .array(file.edits),
            ])
          })
      ])
    }
    return .object([
      "changes": JSONValue(.object(files.map { JSONMember(name: $0.uri, value: .array($0.edits)) }))
    ])
  }
}
