import EpicBase

/// `textDocument/completion`: what the schema and the names in scope allow at the cursor.
extension LanguageServer {
  mutating func completion(_ parameters: JSONValue) throws(RequestError) -> JSONValue {
    let position = try LanguageServer.position(parameters["position"])
    guard let target = try analyzed(parameters) else { return .array([]) }
    let offset = UInt32(clamping: target.document.lines.offset(of: position, encoding))
    let isRootFile = places[target.document.uri]?.path == "workspace.epic"
    var completion = Completion(target.analysis, target.source, target.tree, isRootFile: isRootFile, at: offset)
    return .array(completion.run().map(\.json))
  }
}
