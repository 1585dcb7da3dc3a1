import EpicBase
import EpicLanguageServer
import Testing

/// Definition, references, rename and hover over `Shop` and a second workspace with templates, packages and families.
@Suite struct NamesTests {
  private static let files: [String: String] = [
    "/w/workspace.epic": Shop.root,
    "/w/base/base.epic": """
    /// Regions of the union.
    export let eu = [GET, PUT]
    export template web(name: host, wait: duration = 5s) for ingress {
      host    name
      listen  http 80
      default timeout request wait
    }
    export site fra { at 50.11, 8.68; node fra-1 { address 192.0.2.11 } }
    export pool p4 { range 198.51.100.0/24; sites all }
    export engine stable { envoy 1.40 }
    """,
    "/w/app/app.epic": """
    use base.{eu, web, p4, stable}
    use base
    ingress shop from web(name: shop.example.com, wait: 3s) {
      address one from p4
      engine  stable
      sites   base.fra
      routes  r
    }
    for b in [{ key: "a", host: a.example.com }] {
      ingress white[b.key] from web(name: (b.host)) { address one from p4; engine stable; sites all; routes r }
    }
    routes r {
      let old = path /v/{rest...}
      a: when method in eu  -> cart
      b: when old -> redirect 308 "/w/"
      otherwise -> cart
    }
    upstream cart { endpoint 203.0.113.80:8080 }
    """,
  ]
  private let app = "/w/app/app.epic"
  private let base = "/w/base/base.epic"

  private func client() -> Client {
    var client = Client(NamesTests.files)
    client.open(app, NamesTests.files[app] ?? "")
    return client
  }

  /// Locations as `file:line:start-end`.
  private func places(_ result: JSONValue?) -> [String] {
    (result?.elements ?? []).map { location in
      let uri = location["uri"]?.string?.split(separator: "/").last ?? ""
      let line = location.at("range", "start", "line")?.integer(Int.self) ?? -1
      let start = location.at("range", "start", "character")?.integer(Int.self) ?? -1
      let end = location.at("range", "end", "character")?.integer(Int.self) ?? -1
      return "\(uri):\(line):\(start)-\(end)"
    }
  }

  @Test func theWorkspaceIsClean() {
    let client = client()
    #expect(client.codes(app) == [])
    #expect(client.codes(base) ?? [] == [])
  }

  @Test(arguments: [
    // Across files: a constant, a template, a pool; through a package's name.
    (13, 21, "base.epic:1:11-13"), (2, 18, "base.epic:2:16-19"), (3, 19, "base.epic:8:12-14"),
    (5, 15, "base.epic:7:12-15"),
    // A parameter by its label, a loop's variable, a body's `let`, an upstream, a family.
    (2, 47, "base.epic:2:32-36"), (9, 16, "app.epic:8:4-5"), (14, 11, "app.epic:12:6-9"), (15, 16, "app.epic:17:9-13"),
    // The declaration itself, and both ends of a name.
    (17, 9, "app.epic:17:9-13"), (17, 13, "app.epic:17:9-13"),
    // What `use` picks.
    (0, 11, "base.epic:1:11-13"),
  ])
  func definitionsAreFound(line: Int, character: Int, place: String) {
    var client = client()
    let answer = client.request("textDocument/definition", Client.at(app, line, character))
    #expect(places(answer["result"]) == [place])
  }

  @Test(arguments: [(0, 1), (13, 7), (11, 9), (4, 4), (99, 99)])
  func whatNamesNothingHasNoDefinition(line: Int, character: Int) {
    var client = client()
    #expect(client.result("textDocument/definition", Client.at(app, line, character)) == "null")
  }

  @Test func referencesAreFound() {
    var client = client()
    func references(_ line: Int, _ character: Int, _ isDeclared: Bool) -> [String] {
      places(
        client.request(
          "textDocument/references",
          Client.at(app, line, character, #", "context": {"includeDeclaration": \#(isDeclared)}"#))["result"])
    }
    #expect(references(15, 15, false) == ["app.epic:13:27-31", "app.epic:15:15-19"])
    #expect(references(15, 15, true) == ["app.epic:13:27-31", "app.epic:15:15-19", "app.epic:17:9-13"])
    #expect(
      references(0, 15, true)
        == ["app.epic:0:14-17", "app.epic:2:18-21", "app.epic:9:28-31", "base.epic:2:16-19"])
    #expect(references(2, 47, true) == ["app.epic:2:46-50", "base.epic:2:32-36", "base.epic:5:26-30"])
    #expect(
      references(8, 4, true) == ["app.epic:8:4-5", "app.epic:9:16-17", "app.epic:9:39-40"])
    let marks = client.result("textDocument/documentHighlight", Client.at(app, 0, 15))
    #expect(marks.components(of: "kind") == 3)
  }

  // MARK: Rename

  private func renamed(_ client: inout Client, _ line: Int, _ character: Int, _ name: String) -> JSONValue {
    client.request("textDocument/rename", Client.at(app, line, character, #", "newName": "\#(name)""#))
  }

  @Test func renameEditsEveryFile() {
    var client = client()
    let answer = renamed(&client, 2, 19, "site-app")
    let changes = answer.at("result", "changes")?.members ?? []
    #expect(changes.map(\.name) == [Client.uri(app), Client.uri(base)])
    #expect(changes.map { $0.value.elements?.count } == [3, 1])
    #expect(changes.flatMap { $0.value.elements ?? [] }.allSatisfy { $0["newText"]?.string == "site-app" })
  }

  @Test func theRenamedTextMeansTheSame() throws {
    var client = client()
    let answer = renamed(&client, 8, 4, "item")
    let edits = try #require(answer.at("result", "changes", Client.uri(app))?.elements)
    // Back to front, so that places stay where they were.
    for edit in edits.reversed() {
      let line = edit.at("range", "start", "line")?.integer(Int.self) ?? 0
      let start = edit.at("range", "start", "character")?.integer(Int.self) ?? 0
      let end = edit.at("range", "end", "character")?.integer(Int.self) ?? 0
      client.change(app, from: (line, start), to: (line, end), edit["newText"]?.string ?? "")
    }
    #expect(client.codes(app) == [])
    #expect(client.server.text(of: Client.uri(app))?.contains("white[item.key] from web(name: (item.host))") == true)
  }

  @Test(arguments: [
    "when", "all", "", "Cart", "1a", "a_b", "a-", "a b", "cart.x", "é", String(repeating: "a", count: 64),
  ])
  func namesThatCannotBeAreRefused(name: String) {
    var client = client()
    #expect(renamed(&client, 15, 15, name).at("error", "code")?.integer(Int.self) == -32803)
  }

  @Test func aNameThatIsTakenIsRefused() {
    var client = client()
    client.change(app, from: (17, 0), to: (17, 0), "upstream other { endpoint 203.0.113.80:8080 }\n")
    let answer = renamed(&client, 15, 15, "other")
    #expect(answer.at("error", "message")?.string?.contains("`other` is already an upstream") == true)
  }

  @Test func aNameThatUnusedTextSaysIsRefused() {
    var client = client()
    client.change(
      app, from: (17, 0), to: (17, 0),
      "template late(n: host) for routes { otherwise -> cart }\n")
    let answer = renamed(&client, 15, 15, "basket")
    #expect(answer.at("error", "message")?.string?.hasPrefix("line 18 of `app/app.epic` says `cart`") == true)
  }

  @Test func aNameThatARejectSaysIsRefused() {
    var client = client()
    client.change(
      app, from: (17, 0), to: (17, 0),
      "reject E0407 { routes s { a: when path /x -> cart; b: when path /x -> cart; otherwise -> cart } }\n")
    #expect(client.codes(app) == [])
    let message = renamed(&client, 15, 15, "basket").at("error", "message")?.string
    #expect(message?.hasPrefix("line 18 of `app/app.epic` says `cart` in a `reject`: `epic test` compiles") == true)
    // What else is renamed does not ask for it.
    #expect(renamed(&client, 2, 47, "site-app")["error"] == nil)
  }

  @Test func renameIsPrepared() {
    var client = client()
    #expect(
      client.result("textDocument/prepareRename", Client.at(app, 15, 17))
        == #"{"range":\#(Client.range((15, 15), (15, 19)).filter { $0 != " " }),"placeholder":"cart"}"#)
    #expect(client.result("textDocument/prepareRename", Client.at(app, 0, 0)) == "null")
    #expect(client.result("textDocument/rename", Client.at(app, 0, 0, #", "newName": "x""#)) == "error -32803")
    #expect(client.result("textDocument/rename", Client.at(app, 0, 0)) == "error -32602")
  }

  /// A name behind characters of two, three and four bytes on its line.
  @Test(arguments: PositionEncoding.allCases)
  func placesCountInTheEncoding(encoding: PositionEncoding) throws {
    let more = "/w/app/more.epic"
    let text = "let greeting = \"é€😀\"; routes more { otherwise -> cart } // 😀\n"
    var client = Client(NamesTests.files, encoding: encoding.rawValue)
    client.open(more, text)
    let bytes = Array(text.utf8)
    let offset = try #require(bytes.indices.first { bytes[$0...].starts(with: Array("cart".utf8)) })
    let start = TextLines(bytes).position(of: offset, encoding).character
    let range = Client.range((0, start), (0, start + 4)).filter { $0 != " " }
    for character in start...start + 4 {
      #expect(
        client.result("textDocument/prepareRename", Client.at(more, 0, character))
          == #"{"range":\#(range),"placeholder":"cart"}"#)
    }
    let hover = client.request("textDocument/hover", Client.at(more, 0, start))["result"]
    #expect(hover?["range"].map { String(decoding: $0.compactText(), as: UTF8.self) } == range)
    let uses = client.request(
      "textDocument/references", Client.at(more, 0, start, #", "context": {"includeDeclaration": true}"#))["result"]
    #expect(places(uses).contains("more.epic:0:\(start)-\(start + 4)"))
    let renamed = client.request("textDocument/rename", Client.at(more, 0, start, #", "newName": "basket""#))
    let edit = renamed.at("result", "changes", Client.uri(more))?.elements?.first?["range"]
    #expect(edit.map { String(decoding: $0.compactText(), as: UTF8.self) } == range)
    let labels = client.request("textDocument/completion", Client.at(more, 0, start))["result"]?.elements
    #expect(labels?.contains { $0["label"]?.string == "cart" } == true)
    let symbol = client.request("textDocument/documentSymbol", Client.about(more))["result"]?.elements?.last
    #expect(symbol?.at("location", "range", "start", "character")?.integer(Int.self) == start - 13)
  }

  // MARK: Hover

  @Test(arguments: [
    (13, 21, "export let eu = [GET, PUT]", "Regions of the union."), (15, 15, "upstream cart", "an upstream"),
    (2, 47, "wait: duration = 5s", "a parameter"), (9, 16, "for b in [", "a variable"),
    (14, 11, "let old = path /v/{rest...}", "a variable"), (11, 2, "routes r {", "Arms tried in order"),
    (3, 5, "address (one from <pool:ref pool>)", "draws from pools"), (17, 30, "<endpoints:endpoint>", "an endpoint"),
  ])
  func hoverTells(line: Int, character: Int, first: String, second: String) {
    var client = client()
    let value = client.request("textDocument/hover", Client.at(app, line, character)).at("result", "contents", "value")
    #expect(value?.string?.contains(first) == true)
    #expect(value?.string?.contains(second) == true)
  }

  @Test func hoverOnAFindingShowsItsPage() {
    var client = client()
    client.change(app, from: (15, 15), to: (15, 19), "kart")
    let value = client.request("textDocument/hover", Client.at(app, 15, 16)).at("result", "contents", "value")?.string
    #expect(value?.contains("E0201") == true)
    #expect(client.result("textDocument/hover", Client.at(app, 10, 0)) == "null")
  }
}

extension String {
  /// How often a JSON member of the name is there.
  fileprivate func components(of name: String) -> Int {
    split(separator: "\"\(name)\":", omittingEmptySubsequences: false).count - 1
  }
}
