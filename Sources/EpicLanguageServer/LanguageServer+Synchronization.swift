import EpicBase
import EpicCompiler

/// `textDocument/didOpen`, `didChange`, `didClose` (LSP 3.17, Text document synchronization).
extension LanguageServer {
  mutating func didOpen(_ parameters: JSONValue) throws(RequestError) {
    guard let item = parameters["textDocument"], let uri = item["uri"]?.string, let text = item["text"]?.string else {
      throw .invalidParameters("a document has a `uri` and a `text`")
    }
    let isNew = documents[uri] == nil
    documents[uri] = Document(uri: uri, version: item["version"]?.integer() ?? 0, text: Array(text.utf8))
    if isNew, DocumentURI.path(uri)?.hasSuffix("/workspace.epic") ?? false { placeAll() }
    if places[uri] == nil { places[uri] = place(of: uri) }
    touch(uri)
  }

  mutating func didChange(_ parameters: JSONValue) throws(RequestError) {
    let uri = try LanguageServer.uri(parameters)
    guard var document = documents[uri] else { throw .invalidParameters("`\(uri.prefix(200))` is not open") }
    guard let changes = parameters["contentChanges"]?.elements else {
      throw .invalidParameters("`contentChanges` is missing")
    }
    for change in changes {
      guard let text = change["text"]?.string else { throw .invalidParameters("a change has a `text`") }
      if let range = change["range"], !range.isNull {
        let (start, end) = try LanguageServer.range(range)
        document.replace(from: start, to: end, encoding, with: Array(text.utf8))
      } else {
        document.replace(with: Array(text.utf8))
      }
      if document.text.count > ProtocolLimits.documentBytes {
        // Half an edit would leave client and server with different texts.
        close(uri)
        throw .invalidParameters("`\(uri.prefix(200))` became longer than \(ProtocolLimits.documentBytes) bytes")
      }
    }
    document.version = parameters.at("textDocument", "version")?.integer() ?? document.version
    documents[uri] = document
    touch(uri)
  }

  mutating func didClose(_ parameters: JSONValue) throws(RequestError) {
    close(try LanguageServer.uri(parameters))
  }

  /// Something on the disk may be another than before.
  mutating func filesDidChange() {
    placeAll()
    for uri in documents.keys { touch(uri) }
  }

  private mutating func close(_ uri: String) {
    touch(uri)
    documents[uri] = nil
    places[uri] = nil
    if DocumentURI.path(uri)?.hasSuffix("/workspace.epic") ?? false { placeAll() }
  }

  // MARK: Places

  /// Forgets what was found out about the workspace of a document.
  private mutating func touch(_ uri: String) {
    guard let place = places[uri] else { return }
    workspaces[place.ground, default: Workspace()].analysis = nil
    workspaces[place.ground]?.isStale = true
  }

  /// Finds every document's place again: a root file came or went.
  private mutating func placeAll() {
    for uri in documents.keys {
      touch(uri)
      places[uri] = place(of: uri)
      touch(uri)
    }
  }

  /// A document's place: below the nearest folder upwards that holds a `workspace.epic`.
  private func place(of uri: String) -> Workspace.Place {
    guard let path = DocumentURI.path(uri) else { return loosePlace(uri, uri) }
    let open = Set(documents.keys.compactMap { DocumentURI.path($0) })
    var folder = Substring(path)
    while let slash = folder.lastIndex(of: "/") {
      folder = folder[..<slash]
      if open.contains("\(folder)/workspace.epic") || hasRootFile(String(folder)) {
        return Workspace.Place(ground: .folder(String(folder)), path: String(path.dropFirst(folder.count + 1)))
      }
    }
    return loosePlace(uri, path)
  }

  private func loosePlace(_ uri: String, _ path: String) -> Workspace.Place {
    let name = path.split(separator: "/").last.map(String.init) ?? ""
    return Workspace.Place(ground: .document(uri), path: name.hasSuffix(".epic") ? name : "untitled.epic")
  }

  private func hasRootFile(_ folder: String) -> Bool {
    do throws(FileSystemError) {
      _ = try open(folder.isEmpty ? "/" : folder).read("workspace.epic", atMost: Limits.sourceFileBytes)
      return true
    } catch {
      if case .tooLarge = error { return true }
      return false
    }
  }
}
