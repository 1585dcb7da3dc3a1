import EpicBase
package import EpicCompiler

/// The language server: bytes of the Language Server Protocol 3.17 in, bytes out. It reads the texts that the client has
/// open, what else a workspace holds through a `FileSystem`, and nothing else; it writes no file. One message is answered
/// after the other, so every answer is about the texts as they were when it was asked for.
///
/// Whatever comes in, the server goes on: what is no message is answered by an error (JSON-RPC 2.0 section 5.1), and
/// positions outside of a text are moved into it.
package struct LanguageServer {
  enum Phase {
    case new, running, shutDown
  }

  let open: @Sendable (String) -> any FileSystem
  var phase = Phase.new
  var client = ClientCapabilities()
  var encoding = PositionEncoding.utf16
  var settings = Settings()
  /// By URI.
  var documents: [String: Document] = [:]
  /// Where the open documents lie, by URI.
  var places: [String: Workspace.Place] = [:]
  var workspaces: [Workspace.Ground: Workspace] = [:]
  /// The workspaces with open documents when findings were last told.
  var settledGrounds: Set<Workspace.Ground> = []
  private var reader = MessageReader()
  private var queue = MessageQueue()
  private var output: [UInt8] = []

  /// The status to end the process with, once the client said `exit`: 0 behind `shutdown`, otherwise 1.
  package internal(set) var exitStatus: Int32?

  /// A server whose workspaces are read through what `open` gives for the absolute path of a folder.
  package init(open: @escaping @Sendable (String) -> any FileSystem) { self.open = open }

  /// The text of an open document, as the server has it.
  package func text(of uri: String) -> String? { documents[uri].map { String(decoding: $0.text, as: UTF8.self) } }

  /// Takes bytes of the client and gives those to send back. Findings are published when every message that came whole
  /// is answered, so a burst of edits is compiled once.
  package mutating func receive(_ bytes: some Collection<UInt8>) -> [UInt8] {
    take(bytes)
    while hasMessages { handleNext() }
    _ = settle()
    return flush()
  }

  // MARK: Steps

  /// Takes bytes of the client. Nothing is answered yet.
  package mutating func take(_ bytes: some Collection<UInt8>) {
    reader.append(bytes)
    while let item = reader.next() { queue.append(item) }
  }

  /// Whether messages wait.
  package var hasMessages: Bool { exitStatus == nil && !queue.isEmpty }

  /// Handles the message that waits longest.
  package mutating func handleNext() {
    guard exitStatus == nil, let item = queue.next() else { return }
    switch item {
    case .fault(let error): respond(to: .null, .failure(error))
    case .cancelled(let id): respond(to: LanguageServer.isID(id) ? id : .null, .failure(.cancelled))
    case .message(let message): handle(message)
    }
  }

  /// Whether texts changed since the client was told their findings.
  package var isUnsettled: Bool {
    exitStatus == nil && phase == .running && workspaces.values.contains { $0.isStale }
  }

  /// Tells the client the findings of what changed. False if `isSuperseded` said yes before all of them were known: they
  /// are still to be told then.
  package mutating func settle(unless isSuperseded: @escaping @Sendable () -> Bool = { false }) -> Bool {
    isUnsettled ? publishDiagnostics(unless: isSuperseded) : true
  }

  /// The bytes to send to the client, each once.
  package mutating func flush() -> [UInt8] {
    let sent = output
    output = []
    return sent
  }

  // MARK: Messages

  private mutating func handle(_ message: JSONValue) {
    let id = message["id"]
    guard message.members != nil, let method = message["method"]?.string else {
      // Answers to what the server asks for carry nothing that it needs.
      if id != nil, message["result"] != nil || message["error"] != nil { return }
      respond(
        to: LanguageServer.isID(id) ? id ?? .null : .null,
        .failure(.invalidRequest("the content is no request and no notification")))
      return
    }
    let parameters = message["params"] ?? .null
    guard let id else {
      notify(method, parameters)
      return
    }
    guard LanguageServer.isID(id) else {
      respond(to: .null, .failure(.invalidRequest("a request's `id` is a number or a string")))
      return
    }
    do throws(RequestError) {
      respond(to: id, .success(try result(of: method, parameters)))
    } catch {
      respond(to: id, .failure(error))
    }
  }

  private static func isID(_ value: JSONValue?) -> Bool { value?.string != nil || value?.integer(Int64.self) != nil }

  private mutating func respond(to id: JSONValue, _ result: Result<JSONValue, RequestError>) {
    switch result {
    case .success(let value): send(.object(["jsonrpc": .string("2.0"), "id": id, "result": value]))
    case .failure(let error): send(.object(["jsonrpc": .string("2.0"), "id": id, "error": error.json]))
    }
  }

  /// Sends a notification.
  mutating func send(_ method: String, _ parameters: JSONValue) {
    send(.object(["jsonrpc": .string("2.0"), "method": .string(method), "params": parameters]))
  }

  /// Sends a request. Its answer is not waited for.
  mutating func send(_ method: String, id: String, _ parameters: JSONValue) {
    send(
      .object([
        "jsonrpc": .string("2.0"), "id": .string(id), "method": .string(method), "params": parameters,
      ]))
  }

  private mutating func send(_ message: JSONValue) { output += MessageReader.frame(message.compactText()) }

  // MARK: Dispatch

  private mutating func result(of method: String, _ parameters: JSONValue) throws(RequestError) -> JSONValue {
    if method == "initialize" { return try initialize(parameters) }
    switch phase {
    case .new: throw .notInitialized
    case .shutDown: throw .invalidRequest("the server was shut down")
    case .running: break
    }
    switch method {
    case "shutdown":
      phase = .shutDown
      return .null
    case "textDocument/codeAction": return try codeActions(parameters)
    case "textDocument/completion": return try completion(parameters)
    case "textDocument/definition": return try definition(parameters)
    case "textDocument/documentHighlight": return try documentHighlights(parameters)
    case "textDocument/documentSymbol": return try documentSymbols(parameters)
    case "textDocument/foldingRange": return try foldingRanges(parameters)
    case "textDocument/formatting": return try formatting(parameters)
    case "textDocument/hover": return try hover(parameters)
    case "textDocument/prepareRename": return try prepareRename(parameters)
    case "textDocument/references": return try references(parameters)
    case "textDocument/rename": return try rename(parameters)
    case "textDocument/semanticTokens/full": return try semanticTokens(parameters)
    case "textDocument/signatureHelp": return try signatureHelp(parameters)
    case "workspace/symbol": return try workspaceSymbols(parameters)
    default: throw .unknownMethod(method)
    }
  }

  private mutating func notify(_ method: String, _ parameters: JSONValue) {
    if method == "exit" {
      exitStatus = phase == .shutDown ? 0 : 1
      return
    }
    guard phase == .running else { return }
    do throws(RequestError) {
      switch method {
      case "initialized": registerWatchers()
      case "textDocument/didOpen": try didOpen(parameters)
      case "textDocument/didChange": try didChange(parameters)
      case "textDocument/didClose": try didClose(parameters)
      case "textDocument/didSave", "workspace/didChangeWatchedFiles": filesDidChange()
      case "workspace/didChangeConfiguration": didChangeConfiguration(parameters)
      default: break
      }
    } catch {
      // A notification has no answer; its sender is told all the same.
      send("window/logMessage", .object(["type": .number(1), "message": .string("\(method): \(error.message)")]))
    }
  }
}
