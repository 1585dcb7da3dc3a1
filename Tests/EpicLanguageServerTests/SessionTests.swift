import EpicBase
import EpicDevKit
import EpicLanguageServer
import Glibc
import Testing

/// Long random sessions: edits of open texts, files that come and go, documents that are opened and closed, messages
/// that make no sense, and requests about any place. Nothing traps, and every answer is the one that a server gives which
/// was just started on the same texts.
///
/// `EPIC_LSP_OPERATIONS` is the number of operations of all sessions together.
@Suite struct SessionTests {
  private static let operations = getenv("EPIC_LSP_OPERATIONS").flatMap { Int(String(cString: $0)) } ?? 360
  private static let sessions: [(UInt64, String, Bool)] = [
    (101, "utf-8", true), (102, "utf-16", true), (103, "utf-32", true), (104, "utf-16", false), (105, "utf-8", false),
    (106, "utf-32", true),
  ]

  @Test(arguments: sessions)
  func answersAreThoseOfAFreshServer(seed: UInt64, encoding: String, lint: Bool) {
    let count = SessionTests.operations / SessionTests.sessions.count
    print("EpicLanguageServer session: seed \(seed), \(encoding), lint \(lint), \(count) operations")
    var session = Session(seed: seed, encoding: encoding, lint: lint)
    for number in 0..<count {
      session.step()
      if let fault = session.fault {
        Issue.record("operation \(number) of seed \(seed): \(fault)")
        return
      }
    }
    #expect(session.comparisons > count / 8)
    #expect(session.answered > 0)
  }
}

/// One session: a client, the texts that it has open, and the disk.
private struct Session {
  private static let capabilities =
    #""textDocument": {"codeAction": {"codeActionLiteralSupport": {}}, "#
    + #""publishDiagnostics": {"relatedInformation": true, "tagSupport": {"valueSet": [1]}}}, "#
    + #""workspace": {"workspaceEdit": {"documentChanges": true, "resourceOperations": ["rename"]}}"#

  private static let methods = [
    "completion", "definition", "documentHighlight", "documentSymbol", "foldingRange", "formatting", "hover",
    "prepareRename", "references", "rename", "semanticTokens/full", "signatureHelp", "codeAction",
  ]

  /// Files of the workspace, one of another, one of none, a second spelling of a file, and what is no file.
  private static let uris =
    [
      "workspace.epic", "platform/edge.epic", "platform/acme.epic", "acme/upstreams.epic", "acme/shop.epic",
      "acme/more.epic", "acme/deep/er.epic",
    ].map { "file:///w/\($0)" }
    + ["file:///w/acme/sh%6Fp.epic", "file:///other/workspace.epic", "file:///lonely.epic", "untitled:Untitled-1"]

  private static let pieces = [
    "", "", " ", "\n", "\r", "\r\n", "{", "}", "(", ")", "[", "]", ";", ",", "->", "|", "cart", "when ", "upstream x {",
    "routes r { otherwise -> cart }\n", "😀", "é€", "\"", "\"\"\"", "//", "/// told\n", "/", "${b}",
    "template t(n: host) for ingress {", "for b in [{ key: \"x\" }] {", "if a is b {", "use platform", ".", ".{",
    "override ", "60%", "5s", "\u{0}", "ingress x from t(n: ", "export ", "let a = ", "in [", "not ", "and ",
    "shop-routes", "anycast4", "\t", "platform.anycast4", "use platform.{stable}\n", "package acme", "use acme\n",
    "// epic-lint: allow L0105 kept\n", "upstream idle { endpoint 203.0.113.81:8080 }\n", "std.geo.",
  ]

  private let seed: UInt64
  private let encoding: String
  private let lint: Bool
  private let disk: Disk
  private var random: RandomSource
  private var client: Client
  /// Versions of open documents.
  private var open: [String: Int] = [:]
  private(set) var comparisons = 0
  private(set) var answered = 0
  private(set) var fault: String?

  init(seed: UInt64, encoding: String, lint: Bool) {
    self.seed = seed
    self.encoding = encoding
    self.lint = lint
    disk = Disk(Shop.files.mapValues { Array($0.utf8) })
    disk["/other/workspace.epic"] = Array("edition 2026\nworkspace other\n".utf8)
    random = RandomSource(seed: seed)
    client = Client(disk: disk, encoding: encoding, capabilities: Session.capabilities, lint: lint)
    for uri in Session.uris[3...4] { openDocument(uri) }
  }

  private mutating func below(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &random) }

  mutating func step() {
    switch below(100) {
    case 0..<42: edit()
    case 42..<50: reset()
    case 50..<56: openDocument(anyURI())
    case 56..<60: close()
    case 60..<66: changeDisk()
    case 66..<70: nonsense()
    default: compare()
    }
  }

  private mutating func anyURI() -> String { Session.uris[below(Session.uris.count)] }

  private mutating func openURI() -> String {
    let uris = open.keys.sorted()
    return uris.isEmpty || below(20) == 0 ? anyURI() : uris[below(uris.count)]
  }

  /// The text of a file as it is meant to be.
  private func original(_ uri: String) -> String {
    let path = DocumentURI.path(uri) ?? ""
    return Shop.files[path] ?? "upstream more { endpoint 203.0.113.82:8080 }\n"
  }

  // MARK: Texts

  private mutating func openDocument(_ uri: String) {
    let text = below(3) == 0 ? "use platform.{stable}\n" + original(uri) : original(uri)
    open[uri] = 1
    client.notify(
      "textDocument/didOpen",
      #"{"textDocument": {"uri": "\#(uri)", "languageId": "epic", "version": 1, "text": \#(Client.quoted(text))}}"#)
  }

  private mutating func close() {
    let uri = openURI()
    open[uri] = nil
    client.notify("textDocument/didClose", #"{"textDocument": {"uri": "\#(uri)"}}"#)
  }

  private mutating func change(_ uri: String, _ changes: [String]) {
    if let version = open[uri] { open[uri] = version + 1 }
    client.notify(
      "textDocument/didChange",
      #"{"textDocument": {"uri": "\#(uri)", "version": \#(open[uri] ?? 0)}, "#
        + #""contentChanges": [\#(changes.joined(separator: ", "))]}"#)
  }

  /// A place inside of a text, mostly; sometimes far outside.
  private mutating func place() -> (Int, Int) {
    switch below(25) {
    case 0: (Int.max, Int.max)
    case 1: (below(40), 4_000_000_000)
    case 2: (below(100_000), below(100_000))
    default: (below(18), below(46))
    }
  }

  private mutating func edit() {
    var changes: [String] = []
    for _ in 0...below(3) {
      let start = place()
      let end = below(8) == 0 ? (min(start.0, 1 << 30) + 1, start.1) : (start.0, min(start.1, 1 << 30) + below(6))
      var text = Session.pieces[below(Session.pieces.count)]
      // A line longer than any block that positions are looked up by.
      if below(60) == 0 { text = String(repeating: "😀 a", count: 2_000 + below(4_000)) }
      changes.append(#"{"range": \#(Client.range(start, end)), "text": \#(Client.quoted(text))}"#)
    }
    change(openURI(), changes)
  }

  /// A text that is broken all over tests little.
  private mutating func reset() {
    let uri = openURI()
    change(uri, [#"{"text": \#(Client.quoted(original(uri)))}"#])
  }

  private mutating func changeDisk() {
    let paths = disk.paths
    let path = paths.isEmpty ? "/w/acme/shop.epic" : paths[below(paths.count)]
    switch below(6) {
    case 0: disk[path] = nil
    case 1:
      let target = ["/w/acme/moved.epic", "/w/platform/acme.epic", "/w/new/moved.epic", "/workspace.epic"][below(4)]
      let text = disk[path]
      disk[path] = nil
      disk[target] = text
    case 2: disk[path] = [0x6C, 0x65, 0x74, 0x20, 0xFF, 0xFE, 0x80, 0x0A, UInt8(below(256)), 0xC3]
    case 3: disk["/w/data-\(below(3)).bin"] = [0, 255]
    default: for (path, text) in Shop.files { disk[path] = Array(text.utf8) }
    }
    if below(12) == 0 { disk["/workspace.epic"] = nil }
    client.notify("workspace/didChangeWatchedFiles", #"{"changes": [{"uri": "file://\#(path)", "type": 2}]}"#)
  }

  /// Messages that a client must not send.
  private mutating func nonsense() {
    switch below(8) {
    case 0: client.notify("textDocument/didOpen", #"{"textDocument": {"uri": "\#(anyURI())"}}"#)
    case 1:
      client.notify("textDocument/didChange", #"{"textDocument": {"uri": "file:///never"}, "contentChanges": []}"#)
    case 2: client.send(raw: Array("Content-Length: x\r\n\r\n".utf8))
    case 3: client.send(raw: MessageReader.frame([0xFF, 0x7B]))
    case 4: client.notify("$/cancelRequest", #"{"id": \#(below(100))}"#)
    case 5: client.request("textDocument/hover", #"{"textDocument": 5, "position": []}"#)
    case 6: client.notify("workspace/didChangeConfiguration", #"{"settings": {"epic": {"lint": \#(lint)}}}"#)
    default: client.send(#"{"jsonrpc": "2.0", "id": [], "method": "shutdown"}"#)
    }
  }

  // MARK: Answers

  private mutating func compare() {
    comparisons += 1
    var fresh = Client(disk: disk, encoding: encoding, capabilities: Session.capabilities, lint: lint)
    var burst: [UInt8] = []
    for (uri, version) in open.sorted(by: { $0.key < $1.key }) {
      // A text that the server gave up is open no more.
      guard let text = client.server.text(of: uri) else { continue }
      let message =
        #"{"jsonrpc": "2.0", "method": "textDocument/didOpen", "params": {"textDocument": {"uri": "\#(uri)", "#
        + #""languageId": "epic", "version": \#(version), "text": \#(Client.quoted(text))}}}"#
      burst += MessageReader.frame(Array(message.utf8))
    }
    fresh.send(raw: burst)
    for uri in Set(client.published.keys).union(fresh.published.keys).sorted()
    where client.published[uri] ?? [] != fresh.published[uri] ?? [] {
      let texts = [client, fresh].map { client in
        String(decoding: JSONValue.array(client.published[uri] ?? []).compactText(), as: UTF8.self)
      }
      fault = "findings of \(uri) are \(texts[0].prefix(2000)), not \(texts[1].prefix(2000))"
      return
    }
    for _ in 0..<3 {
      let (method, parameters) = question()
      let answer = client.result(method, parameters)
      let expected = fresh.result(method, parameters)
      if answer != "null", answer != "[]", !answer.hasPrefix("error") { answered += 1 }
      if answer != expected {
        fault = "\(method) of \(parameters) is \(answer.prefix(2000)), not \(expected.prefix(2000))"
        return
      }
    }
  }

  private mutating func question() -> (String, String) {
    if below(12) == 0 {
      return ("workspace/symbol", #"{"query": "\#(["", "shop", "a", "😀"][below(4)])"}"#)
    }
    let start = place()
    let range = Client.range(start, (start.0, min(start.1, 1 << 30) + below(10)))
    let more =
      #", "range": \#(range), "newName": "renamed-it", "context": {"includeDeclaration": \#(below(2) == 0)}"#
    let position = #"{"line": \#(start.0), "character": \#(start.1)}"#
    return (
      "textDocument/" + Session.methods[below(Session.methods.count)],
      #"{"textDocument": {"uri": "\#(openURI())"}, "position": \#(position)\#(more)}"#
    )
  }
}
