import EpicBase
import EpicDevKit
import EpicLanguageServer
import Testing

/// Random edits and requests: nothing traps, and a server that saw every edit answers as one that was given the texts as
/// they now are.
@Suite struct RandomTests {
  private static let pieces = [
    "", " ", "\n", "\r", "\r\n", "{", "}", "(", ")", "[", "]", ";", ",", "->", "|", "cart", "when ", "upstream x {",
    "routes r { otherwise -> cart }", "😀", "é€", "\"", "\"\"\"", "//", "///", "/", "${b}", "template t for ingress {",
    "for b in [{ key: \"x\" }] {", "if a is b {", "use platform", ".", ".{", "override ", "60%", "5s", "\u{0}",
    "ingress x from web-app(", "export ", "let a = ", "in [", "not ", "and ", "shop-routes", "anycast4", "\t",
  ]

  private static let methods = [
    "textDocument/completion", "textDocument/definition", "textDocument/documentHighlight",
    "textDocument/documentSymbol", "textDocument/formatting", "textDocument/hover", "textDocument/prepareRename",
    "textDocument/references", "textDocument/rename", "textDocument/semanticTokens/full", "textDocument/codeAction",
  ]

  private static let paths = ["/w/acme/shop.epic", "/w/acme/upstreams.epic", "/w/platform/acme.epic"]

  private static let capabilities =
    #""textDocument": {"codeAction": {"codeActionLiteralSupport": {}}, "#
    + #""publishDiagnostics": {"relatedInformation": true}}"#

  @Test(arguments: [(UInt64(1), "utf-8"), (2, "utf-16"), (3, "utf-32"), (4, "utf-16"), (5, "utf-8"), (6, "utf-16")])
  func answersAreThoseOfAFreshServer(seed: UInt64, encoding: String) {
    print("EpicLanguageServer random test: seed \(seed), \(encoding)")
    var random = RandomSource(seed: seed)
    var client = Client(Shop.files, encoding: encoding, capabilities: RandomTests.capabilities)
    for path in RandomTests.paths { client.open(path, Shop.files[path] ?? "") }
    for _ in 0..<12 {
      for _ in 0..<Int.random(in: 1...4, using: &random) { edit(&client, &random) }
      let path = RandomTests.paths.randomElement(using: &random) ?? ""
      let start = (Int.random(in: 0...14, using: &random), Int.random(in: 0...40, using: &random))
      let end = (start.0, start.1 + Int.random(in: 0...9, using: &random))
      let more =
        #", "range": \#(Client.range(start, end)), "newName": "renamed-it", "context": {"includeDeclaration": true}"#
      var fresh = Client(Shop.files, encoding: encoding, capabilities: RandomTests.capabilities)
      for path in RandomTests.paths { fresh.open(path, client.server.text(of: Client.uri(path)) ?? "") }
      let parameters = Client.at(path, start.0, start.1, more)
      for method in RandomTests.methods {
        #expect(client.result(method, parameters) == fresh.result(method, parameters), "\(method) of seed \(seed)")
      }
      for path in RandomTests.paths {
        #expect(client.findings(path) == fresh.findings(path), "findings of seed \(seed)")
      }
    }
  }

  private func edit(_ client: inout Client, _ random: inout RandomSource) {
    let path = RandomTests.paths.randomElement(using: &random) ?? ""
    let start = (Int.random(in: 0...16, using: &random), Int.random(in: 0...45, using: &random))
    let isLong = Int.random(in: 0..<8, using: &random) == 0
    let end = isLong ? (start.0 + 1, start.1) : (start.0, start.1 + Int.random(in: 0...6, using: &random))
    client.change(path, from: start, to: end, RandomTests.pieces.randomElement(using: &random) ?? "")
    // A text that is broken all over tests little: now and then it starts anew.
    if Int.random(in: 0..<10, using: &random) == 0 {
      client.change(path, from: (0, 0), to: (.max, 0), Shop.files[path] ?? "")
    }
  }

  @Test(arguments: [UInt64(11), 12, 13])
  func anyBytesAreTaken(seed: UInt64) {
    print("EpicLanguageServer random bytes: seed \(seed)")
    var random = RandomSource(seed: seed)
    var client = Client(Shop.files)
    let words = [
      "Content-Length: ", "\r\n\r\n", "{}", #"{"jsonrpc":"2.0","id":1,"method":"textDocument/hover","params":{}}"#, "5",
      #"{"method":"textDocument/didChange","params":[1]}"#, "\u{1F600}", "[", "\"", "\n", "-", "0", "null",
      #"{"id":"x","method":"textDocument/completion","params":{"textDocument":{"uri":"file:///"},"position":{}}}"#,
    ]
    for _ in 0..<400 {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 0...6, using: &random) {
        switch Int.random(in: 0..<3, using: &random) {
        case 0: bytes.append(UInt8.random(in: 0...255, using: &random))
        case 1: bytes += Array((words.randomElement(using: &random) ?? "").utf8)
        default: bytes += MessageReader.frame(Array((words.randomElement(using: &random) ?? "").utf8))
        }
      }
      client.send(raw: bytes)
    }
    // A client that comes to its senses is understood again: an empty line ends whatever went before.
    client.send(raw: [UInt8](repeating: 32, count: 70_000))
    client.send(raw: Array("\r\n\r\n".utf8))
    client.open("/w/acme/shop.epic", Shop.files["/w/acme/shop.epic"] ?? "")
    #expect(client.codes("/w/acme/shop.epic") != nil)
  }
}
