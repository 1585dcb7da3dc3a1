import EpicBase
import EpicLanguageServer
import Testing

@Suite struct DiagnosticsTests {
  private let related = #""textDocument": {"publishDiagnostics": {"relatedInformation": true}}"#
  private let shop = "/w/acme/shop.epic"

  @Test func aWorkspaceWithoutFindingsSaysSo() {
    var client = Client(Shop.files)
    client.open(shop, Shop.files[shop] ?? "")
    #expect(client.codes(shop) == [])
    #expect(client.notifications.count == 1)
  }

  @Test func whatIsNotSavedIsCompiled() throws {
    var client = Client(Shop.files, capabilities: related)
    client.open(shop, Shop.files[shop] ?? "")
    client.change(shop, from: (11, 28), to: (11, 32), "carr", version: 7)
    let finding = try #require(client.findings(shop)?.first)
    #expect(finding["code"]?.string == "E0201")
    #expect(finding["severity"]?.integer(Int.self) == 1)
    #expect(finding["message"]?.string == "there is no upstream `carr`\nhelp: did you mean `cart`?")
    #expect(
      finding["range"].map { String(decoding: $0.compactText(), as: UTF8.self) }
        == Client.range((11, 28), (11, 32)).filter { $0 != " " })
    #expect(client.notifications.last?.at("params", "version")?.integer(Int.self) == 7)
    client.change(shop, from: (11, 28), to: (11, 32), "cart", version: 8)
    #expect(client.findings(shop) == [])
  }

  @Test func findingsOfOtherFilesComeAndGo() {
    var client = Client(Shop.files)
    let upstreams = "/w/acme/upstreams.epic"
    client.open(upstreams, "upstream kart { endpoint 203.0.113.80:8080 }\n")
    #expect(client.codes(shop)?.contains("E0201") == true)
    client.change(upstreams, from: (0, 9), to: (0, 10), "c")
    #expect(client.codes(shop) == [])
  }

  @Test func secondarySpansAreRelatedInformation() throws {
    var client = Client(Shop.files, capabilities: related)
    client.open("/w/acme/more.epic", "upstream cart { endpoint 203.0.113.80:8080 }\n")
    let all = try #require(client.findings("/w/acme/upstreams.epic") ?? client.findings("/w/acme/more.epic"))
    let other = try #require(all.first?["relatedInformation"]?.elements?.first)
    #expect(other["message"]?.string == "first declared here")
    #expect(other.at("location", "uri")?.string?.hasSuffix("/more.epic") == true)
  }

  @Test func closingGoesBackToTheDisk() {
    var client = Client(Shop.files)
    client.open(shop, "ingress shop {}\n")
    client.open("/w/workspace.epic", Shop.root)
    #expect(client.codes(shop)?.isEmpty == false)
    client.notify("textDocument/didClose", Client.about(shop))
    #expect(client.codes(shop) == [])
    client.change("/w/workspace.epic", from: (0, 8), to: (0, 12), "2025")
    #expect(client.codes("/w/workspace.epic")?.isEmpty == false)
    client.notify("textDocument/didClose", Client.about("/w/workspace.epic"))
    #expect(client.codes("/w/workspace.epic") == [])
  }

  @Test func aDocumentOutsideOfAWorkspaceIsOnlyParsed() {
    var client = Client()
    client.open("/lonely.epic", "routes r { otherwise -> cart }\n")
    #expect(client.codes("/lonely.epic") == [])
    client.change("/lonely.epic", from: (0, 29), to: (0, 30), "")
    #expect(client.codes("/lonely.epic")?.count == 1)
    // A root file that is opened makes a workspace of it.
    client.open("/workspace.epic", Shop.root)
    client.notify("textDocument/didClose", Client.about("/workspace.epic"))
    #expect(client.codes("/lonely.epic")?.count == 1)
  }

  @Test(arguments: [("utf-8", 36), ("utf-16", 32), ("utf-32", 30)])
  func rangesCountInTheEncoding(encoding: String, character: Int) throws {
    var client = Client(Shop.files, encoding: encoding)
    client.open(
      "/w/acme/more.epic", #"let greeting = "😀😀"; upstream B { endpoint 203.0.113.80:8080 }"# + "\n")
    let finding = try #require(client.findings("/w/acme/more.epic")?.first { $0["code"]?.string == "E0210" })
    #expect(finding.at("range", "start", "character")?.integer(Int.self) == character)
  }
}

@Suite struct FormattingTests {
  @Test func theCanonicalFormIsOneEdit() {
    var client = Client()
    client.open("/a.epic", "let a = 1\nlet  b  =  2\nlet c = 3\n")
    let edits = client.result("textDocument/formatting", Client.about("/a.epic", #", "options": {}"#))
    #expect(
      edits
        == #"[{"range":\#(Client.range((1, 0), (2, 0)).filter { $0 != " " }),"newText":"let b = 2\n"}]"#)
    client.change("/a.epic", from: (1, 0), to: (2, 0), "let b = 2\n")
    #expect(client.result("textDocument/formatting", Client.about("/a.epic")) == "[]")
  }

  @Test(arguments: [
    ("", "a\n"), ("a\n", ""), ("a\nb\nc\n", "a\nx\nc\n"), ("a\r\nb", "a\nb\n"), ("aa\naa\naa\n", "aa\naa\n"),
    ("x", "y"),
    ("\n\n\n", "\n"), ("a\nb\n", "a\nb\nb\n"), ("é\n", "è\n"),
  ])
  func differencesApply(first: String, second: String) {
    let (from, to) = (Array(first.utf8), Array(second.utf8))
    let (range, replacement) = LanguageServer.difference(from, to)
    var text = from
    text.replaceSubrange(range, with: replacement)
    #expect(text == to)
  }
}

@Suite struct CodeActionTests {
  private let capability = #""textDocument": {"codeAction": {"codeActionLiteralSupport": {}}}"#
  private let path = "/w/acme/more.epic"
  private let text = "upstream pay {\n  endpoint 203.0.113.80:8080\n  timeout connect 5\n}\n"

  private func parameters(_ start: (Int, Int), _ end: (Int, Int), _ context: String = "{}") -> String {
    Client.about(path, #", "range": \#(Client.range(start, end)), "context": \#(context)"#)
  }

  @Test func fixesAreOffered() throws {
    var client = Client(Shop.files, capabilities: capability)
    client.open(path, text)
    let actions = try #require(
      client.request("textDocument/codeAction", parameters((2, 18), (2, 18)))["result"]?.elements)
    #expect(actions.compactMap { $0["title"]?.string }.first == "write `5s`")
    #expect(actions.first?["isPreferred"]?.bool == true)
    let edit = try #require(actions.first?.at("edit", "changes", Client.uri(path))?.elements?.first)
    #expect(edit["newText"]?.string == "5s")
    client.change(path, from: (2, 18), to: (2, 19), "5s")
    #expect(client.findings(path) == [])
  }

  @Test func onlyWhatIsThereAndWanted() {
    var client = Client(Shop.files, capabilities: capability)
    client.open(path, text)
    #expect(client.result("textDocument/codeAction", parameters((0, 0), (0, 3))) == "[]")
    #expect(client.result("textDocument/codeAction", parameters((2, 18), (2, 18), #"{"only": ["refactor"]}"#)) == "[]")
    #expect(client.result("textDocument/codeAction", parameters((2, 18), (2, 18), #"{"only": ["quickfix"]}"#)) != "[]")
  }

  @Test func editsCarryVersionsWhereTheClientTakesThem() throws {
    var client = Client(
      Shop.files, capabilities: capability + #", "workspace": {"workspaceEdit": {"documentChanges": true}}"#)
    client.open(path, text, version: 5)
    let answer = client.request("textDocument/codeAction", parameters((2, 18), (2, 18)))
    let change = try #require(answer["result"]?.elements?.first?.at("edit", "documentChanges")?.elements?.first)
    #expect(change.at("textDocument", "version")?.integer(Int.self) == 5)
  }
}

/// A workspace inside of another.
@Suite struct NestedWorkspaceTests {
  @Test func theInnermostTellsItsFindings() {
    var files = Shop.files
    files["/workspace.epic"] = "edition 2026\nworkspace outer\n"
    let shop = "/w/acme/shop.epic"
    var client = Client(files)
    client.open("/top.epic", "upstream top { endpoint 203.0.113.80:8080 }\n")
    client.open(shop, "ingress shop from nothing() {}\n")
    let before = client.codes(shop)
    #expect(before?.isEmpty == false)
    client.open("/more.epic", "upstream more { endpoint 203.0.113.81:8080 }\n")
    #expect(client.codes(shop) == before)
    client.notify("textDocument/didClose", Client.about("/more.epic"))
    client.notify("textDocument/didClose", Client.about("/top.epic"))
    #expect(client.codes(shop) == before)
  }
}
