import EpicBase
import EpicCompiler

/// `initialize` (LSP 3.17, Server lifecycle).
extension LanguageServer {
  mutating func initialize(_ parameters: JSONValue) throws(RequestError) -> JSONValue {
    guard phase == .new else { throw .invalidRequest("the server was initialized already") }
    guard parameters.members != nil else { throw .invalidParameters("`initialize` has no parameters") }
    client = ClientCapabilities(parameters["capabilities"])
    let offered = parameters.at("capabilities", "general", "positionEncodings")?.elements ?? []
    encoding = .negotiated(offered.compactMap(\.string))
    settings.read(parameters["initializationOptions"])
    phase = .running
    return .object([
      "capabilities": capabilities,
      "serverInfo": .object(["name": .string("epic"), "version": .string(Compiler.version)]),
    ])
  }

  /// What the server can do: nothing that is not built.
  private var capabilities: JSONValue {
    .object([
      "positionEncoding": .string(encoding.rawValue),
      "textDocumentSync": .object([
        "openClose": .bool(true),
        // Incremental.
        "change": .number(2),
        "save": .object(["includeText": .bool(false)]),
      ]),
      "codeActionProvider": client.hasCodeActions
        ? .object(["codeActionKinds": .array([.string("quickfix")])]) : .bool(false),
      "completionProvider": .object(["triggerCharacters": .array([".", ">", "{", " "].map { .string($0) })]),
      "definitionProvider": .bool(true),
      "documentFormattingProvider": .bool(true),
      "documentHighlightProvider": .bool(true),
      "documentSymbolProvider": .bool(true),
      "foldingRangeProvider": .bool(true),
      "hoverProvider": .bool(true),
      "referencesProvider": .bool(true),
      "renameProvider": .object(["prepareProvider": .bool(true)]),
      "semanticTokensProvider": .object([
        "legend": LanguageServer.semanticTokensLegend, "full": .bool(true),
      ]),
      "signatureHelpProvider": .object(["triggerCharacters": .array(["(", ","].map { .string($0) })]),
      "workspaceSymbolProvider": .bool(true),
    ])
  }
}
