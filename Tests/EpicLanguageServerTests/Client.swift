import EpicBase
import EpicCompiler
import EpicLanguageServer
import Synchronization

/// Files by absolute path, which tests change while a server reads them.
final class Disk: Sendable {
  private let contents: Mutex<[String: [UInt8]]>

  init(_ files: [String: [UInt8]]) { contents = Mutex(files) }

  subscript(path: String) -> [UInt8]? {
    get { contents.withLock { $0[path] } }
    set { contents.withLock { $0[path] = newValue } }
  }

  var paths: [String] { contents.withLock { $0.keys.sorted() } }

  /// What lies below a folder.
  func fileSystem(below root: String) -> MemoryFileSystem {
    let folder = root == "/" ? "/" : root + "/"
    var below = MemoryFileSystem()
    for (path, text) in contents.withLock({ $0 }) where path.hasPrefix(folder) {
      below.write(String(path.dropFirst(folder.count)), text)
    }
    return below
  }
}

/// A client that talks to a server in this process, bytes in and bytes out, as one over pipes would.
struct Client {
  var server: LanguageServer
  /// Answers by id, and all notifications in order.
  var answers: [Int: JSONValue] = [:]
  var notifications: [JSONValue] = []
  /// The last findings that were published, by URI.
  private(set) var published: [String: [JSONValue]] = [:]
  /// Answers to what had no id.
  var anonymous: [JSONValue] = []
  private var nextID = 1

  /// A client of a server that sees `files`, by absolute path. `initialize` and `initialized` are sent.
  init(
    _ files: [String: String] = [:], encoding: String = "utf-16", capabilities: String = "", lint: Bool = false
  ) {
    self.init(files.mapValues { Array($0.utf8) }, encoding: encoding, capabilities: capabilities, lint: lint)
  }

  /// The same of files that hold any bytes.
  init(_ files: [String: [UInt8]], encoding: String = "utf-16", capabilities: String = "", lint: Bool = false) {
    self.init(disk: Disk(files), encoding: encoding, capabilities: capabilities, lint: lint)
  }

  /// The same of files that change.
  init(disk: Disk, encoding: String = "utf-16", capabilities: String = "", lint: Bool = false) {
    server = LanguageServer { disk.fileSystem(below: $0) }
    let extra = capabilities.isEmpty ? "" : ", \(capabilities)"
    request(
      "initialize",
      """
      {"processId": null, "rootUri": null, "initializationOptions": {"lint": \(lint)},
       "capabilities": {"general": {"positionEncodings": ["\(encoding)"]}\(extra)}}
      """)
    notify("initialized", "{}")
  }

  /// A client that has said nothing yet.
  init(uninitialized files: [String: [UInt8]]) {
    let disk = Disk(files)
    server = LanguageServer { disk.fileSystem(below: $0) }
  }

  /// Sends bytes as they are.
  mutating func send(raw bytes: [UInt8]) {
    read(server.receive(bytes))
  }

  /// Takes what the server sent.
  mutating func read(_ out: [UInt8]) {
    var reader = MessageReader()
    reader.append(out)
    while let item = reader.next() {
      guard case .message(let content) = item, let value = try? JSONReader.read(content) else {
        preconditionFailure("the server wrote what is no message")
      }
      if value["method"] != nil {
        notifications.append(value)
        if value["method"]?.string == "textDocument/publishDiagnostics", let uri = value.at("params", "uri")?.string {
          published[uri] = value.at("params", "diagnostics")?.elements
        }
      } else if let id = value["id"]?.integer(Int.self) {
        answers[id] = value
      } else {
        anonymous.append(value)
      }
    }
  }

  mutating func send(_ content: String) { send(raw: MessageReader.frame(Array(content.utf8))) }

  /// The whole answer to a request.
  @discardableResult
  mutating func request(_ method: String, _ parameters: String) -> JSONValue {
    let id = nextID
    nextID += 1
    send(#"{"jsonrpc": "2.0", "id": \#(id), "method": "\#(method)", "params": \#(parameters)}"#)
    return answers[id] ?? .null
  }

  /// The result of a request, as compact JSON; `error CODE` where there is none.
  mutating func result(_ method: String, _ parameters: String) -> String {
    let answer = request(method, parameters)
    if let result = answer["result"] { return String(decoding: result.compactText(), as: UTF8.self) }
    return "error \(answer.at("error", "code")?.integer(Int.self) ?? 0)"
  }

  mutating func notify(_ method: String, _ parameters: String) {
    send(#"{"jsonrpc": "2.0", "method": "\#(method)", "params": \#(parameters)}"#)
  }

  mutating func open(_ path: String, _ text: String, version: Int = 1) {
    notify(
      "textDocument/didOpen",
      """
      {"textDocument": {"uri": "\(Client.uri(path))", "languageId": "epic", "version": \(version),
       "text": \(Client.quoted(text))}}
      """)
  }

  /// Replaces a range, both ends as `line:character`.
  mutating func change(_ path: String, from start: (Int, Int), to end: (Int, Int), _ text: String, version: Int = 2) {
    notify(
      "textDocument/didChange",
      """
      {"textDocument": {"uri": "\(Client.uri(path))", "version": \(version)}, "contentChanges": [
       {"range": \(Client.range(start, end)), "text": \(Client.quoted(text))}]}
      """)
  }

  /// The last findings that were published for a file; nil if none ever were.
  func findings(_ path: String) -> [JSONValue]? { published[Client.uri(path)] }

  func codes(_ path: String) -> [String]? { findings(path)?.compactMap { $0["code"]?.string } }

  static func uri(_ path: String) -> String { DocumentURI.uri(path) }

  static func quoted(_ text: String) -> String { String(decoding: JSONValue.string(text).compactText(), as: UTF8.self) }

  static func range(_ start: (Int, Int), _ end: (Int, Int)) -> String {
    #"{"start": {"line": \#(start.0), "character": \#(start.1)}, "end": {"line": \#(end.0), "character": \#(end.1)}}"#
  }

  /// Parameters about one place of a document.
  static func at(_ path: String, _ line: Int, _ character: Int, _ more: String = "") -> String {
    """
    {"textDocument": {"uri": "\(uri(path))"}, "position": {"line": \(line), "character": \(character)}\(more)}
    """
  }

  static func about(_ path: String, _ more: String = "") -> String {
    #"{"textDocument": {"uri": "\#(uri(path))"}\#(more)}"#
  }
}

/// A workspace that has no finding.
enum Shop {
  static let root = "edition 2026\nworkspace shop\n"

  /// The platform and its tenant in one package, small enough to be read in a test.
  static let files: [String: String] = [
    "/w/workspace.epic": root,
    "/w/platform/edge.epic": """
    /// Frankfurt.
    export site fra { at 50.11, 8.68 country DE; node fra-1 { address 192.0.2.11 } }
    export pool anycast4 { range 198.51.100.0/24; sites all }
    export engine stable { envoy 1.40 }
    """,
    "/w/platform/acme.epic": """
    tenant acme {
      package  acme
      owns     host shop.example.com
      may use  pool anycast4 quota 8 addresses
      may use  engine stable
      may reach 203.0.113.0/24
    }
    """,
    "/w/acme/upstreams.epic": """
    /// Carts of customers.
    upstream cart {
      endpoint 203.0.113.80:8080
    }
    """,
    "/w/acme/shop.epic": """
    ingress shop {
      host    shop.example.com
      address one from anycast4
      engine  stable
      sites   all
      listen  http 80
      routes  shop-routes
    }

    routes shop-routes {
      let is-beta = header x-beta is "1"
      beta:     when is-beta -> cart
      otherwise              -> cart { timeout request 5s }
    }
    """,
  ]
}
