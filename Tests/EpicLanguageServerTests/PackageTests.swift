import EpicBase
import EpicLanguageServer
import Testing

/// Packages: in `use`, in front of names, and in a tenant.
@Suite struct PackageTests {
  private static let files: [String: String] = [
    "/w/workspace.epic": Shop.root,
    "/w/platform/pools/pools.epic": "export pool p4 { range 198.51.100.0/24; sites all }\n",
    "/w/platform/edge/engine.epic": "export engine stable { envoy 1.40 }\n",
    "/w/platform/edge/site.epic": """
    export site fra { at 50.11, 8.68; node fra-1 { address 192.0.2.11 } }
    """,
    "/w/platform/tenants/acme.epic": """
    use platform.pools.{p4}
    use platform.edge
    tenant acme {
      package   acme
      owns      host shop.example.com
      may use   pool p4 quota 8 addresses
      may use   engine edge.stable
      may reach 203.0.113.0/24
    }
    """,
    "/w/acme/shop.epic": """
    upstream cart { endpoint 203.0.113.80:8080 }
    routes r { otherwise -> cart }
    ingress shop {
      host    shop.example.com
      address one from p4
      engine  platform.edge.stable
      sites   all
      listen  http 80
      routes  r
    }
    """,
  ]
  private let tenant = "/w/platform/tenants/acme.epic"
  private let shop = "/w/acme/shop.epic"

  private func client(canRename: Bool = true) -> Client {
    let operations = canRename ? #", "resourceOperations": ["create", "rename"]"# : ""
    var client = Client(
      PackageTests.files,
      capabilities: #""workspace": {"workspaceEdit": {"documentChanges": true\#(operations)}}"#)
    client.open(tenant, PackageTests.files[tenant] ?? "")
    client.open(shop, PackageTests.files[shop] ?? "")
    return client
  }

  private func places(_ result: JSONValue?) -> [String] {
    (result?.elements ?? []).map { location in
      let uri = location["uri"]?.string?.split(separator: "/").suffix(2).joined(separator: "/") ?? ""
      let line = location.at("range", "start", "line")?.integer(Int.self) ?? -1
      let start = location.at("range", "start", "character")?.integer(Int.self) ?? -1
      let end = location.at("range", "end", "character")?.integer(Int.self) ?? -1
      return "\(uri):\(line):\(start)-\(end)"
    }
  }

  @Test func theWorkspaceIsClean() {
    let client = client()
    #expect(client.codes(tenant) == [])
    #expect(client.codes(shop) == [])
  }

  @Test(arguments: [
    (0, 15, ["pools/pools.epic:0:0-0"]),
    (1, 14, ["edge/engine.epic:0:0-0", "edge/site.epic:0:0-0"]),
    (3, 13, ["acme/shop.epic:0:0-0"]),
    // By the name that `use` brought, and a folder that holds no file itself.
    (6, 19, ["edge/engine.epic:0:0-0", "edge/site.epic:0:0-0"]),
    (
      0, 6,
      ["edge/engine.epic:0:0-0", "edge/site.epic:0:0-0", "pools/pools.epic:0:0-0", "tenants/acme.epic:0:0-0"]
    ),
    // The names behind them are names.
    (0, 20, ["pools/pools.epic:0:12-14"]), (6, 24, ["edge/engine.epic:0:14-20"]),
  ])
  func definitionsAreFiles(line: Int, character: Int, expected: [String]) {
    var client = client()
    #expect(places(client.request("textDocument/definition", Client.at(tenant, line, character))["result"]) == expected)
  }

  @Test func referencesAreParts() {
    var client = client()
    let context = #", "context": {"includeDeclaration": true}"#
    #expect(
      places(client.request("textDocument/references", Client.at(shop, 5, 20, context))["result"])
        == ["acme/shop.epic:5:19-23", "tenants/acme.epic:1:13-17", "tenants/acme.epic:6:19-23"])
    #expect(
      places(client.request("textDocument/references", Client.at(shop, 5, 12, context))["result"])
        == ["acme/shop.epic:5:10-18", "tenants/acme.epic:0:4-12", "tenants/acme.epic:1:4-12"])
    let marks = client.request("textDocument/documentHighlight", Client.at(tenant, 1, 14))["result"]?.elements
    #expect(marks?.count == 2)
  }

  @Test func hoverTellsWhatIsExported() {
    var client = client()
    func hover(_ line: Int, _ character: Int) -> String {
      client.request("textDocument/hover", Client.at(tenant, line, character))
        .at("result", "contents", "value")?.string ?? ""
    }
    #expect(hover(1, 14).contains("package `platform.edge`, the folder `platform/edge` of 2 files"))
    #expect(hover(1, 14).contains("- a site `fra`"))
    #expect(hover(3, 13).contains("It exports nothing."))
    #expect(hover(0, 5).contains("It holds the packages `platform.edge`, `platform.pools`, `platform.tenants`"))
  }

  @Test func renameMovesTheFolder() throws {
    var client = client()
    #expect(
      client.result("textDocument/prepareRename", Client.at(tenant, 6, 20))
        == #"{"range":\#(Client.range((6, 19), (6, 23)).filter { $0 != " " }),"placeholder":"edge"}"#)
    let answer = client.request("textDocument/rename", Client.at(tenant, 1, 14, #", "newName": "engines""#))
    let changes = try #require(answer.at("result", "documentChanges")?.elements, "\(answer)")
    #expect(changes.map { $0["edits"]?.elements?.count } == [1, 2, nil])
    let move = try #require(changes.last)
    #expect(move["kind"]?.string == "rename")
    #expect(move["oldUri"]?.string == "file:///w/platform/edge")
    #expect(move["newUri"]?.string == "file:///w/platform/engines")
    // The first part of a path, which several packages have.
    let all = client.request("textDocument/rename", Client.at(tenant, 0, 6, #", "newName": "base""#))
    #expect(all.at("result", "documentChanges")?.elements?.last?["newUri"]?.string == "file:///w/base", "\(all)")
    // A tenant's package, which the tenant names.
    let own = client.request("textDocument/rename", Client.at(tenant, 3, 13, #", "newName": "acme-shop""#))
    #expect(own.at("result", "documentChanges")?.elements?.last?["newUri"]?.string == "file:///w/acme-shop", "\(own)")
  }

  @Test func foldersThatCannotBeRenamedAreNot() {
    var client = client()
    func message(_ name: String) -> String {
      client.request("textDocument/rename", Client.at(tenant, 1, 14, #", "newName": "\#(name)""#))
        .at("error", "message")?.string ?? ""
    }
    #expect(message("pools") == "`platform/pools` is there already")
    #expect(message("Edge").contains("is not a name"))
    var other = self.client(canRename: false)
    #expect(other.result("textDocument/prepareRename", Client.at(tenant, 1, 14)) == "null")
    #expect(other.result("textDocument/rename", Client.at(tenant, 1, 14, #", "newName": "x""#)) == "error -32803")
  }

  /// A file that says the package where nobody looks keeps it from being renamed.
  @Test func whatIsNotEvaluatedIsKept() {
    var client = client()
    client.change(
      tenant, from: (2, 0), to: (2, 0), "template late(n: host) for ingress { engine platform.edge.stable }\n")
    let answer = client.request("textDocument/rename", Client.at(tenant, 1, 14, #", "newName": "engines""#))
    #expect(answer.at("error", "message")?.string?.contains("where the compiler does not look") == true, "\(answer)")
  }
}

@Suite struct SignatureTests {
  private static let files: [String: String] = [
    "/w/workspace.epic": Shop.root,
    "/w/a.epic": """
    /// For shops.
    template web(name: host, wait: duration = 5s) for ingress {
      host name
      default timeout request wait
    }
    ingress shop from web(name: shop.example.com, wait: 3s) {
      routes r
    }
    """,
  ]
  private let path = "/w/a.epic"

  @Test(arguments: [(22, 0), (30, 0), (45, 1), (53, 1)])
  func parametersAreTold(character: Int, active: Int) throws {
    var client = Client(SignatureTests.files)
    client.open(path, SignatureTests.files[path] ?? "")
    let help = client.request("textDocument/signatureHelp", Client.at(path, 5, character))
    let signature = try #require(help.at("result", "signatures")?.elements?.first, "\(help)")
    #expect(signature["label"]?.string == "web(name: host, wait: duration = 5s)")
    #expect(signature.at("documentation", "value")?.string == "For shops.")
    #expect(
      signature["parameters"]?.elements?.map { $0["label"]?.string } == ["name: host", "wait: duration = 5s"])
    #expect(help.at("result", "activeParameter")?.integer(Int.self) == active)
  }

  @Test(arguments: [(5, 20), (5, 57), (6, 3), (0, 0), (9, 9), (1, 20)])
  func elsewhereThereIsNone(line: Int, character: Int) {
    var client = Client(SignatureTests.files)
    client.open(path, SignatureTests.files[path] ?? "")
    #expect(client.result("textDocument/signatureHelp", Client.at(path, line, character)) == "null")
  }

  @Test func bodiesAndCommentsFold() {
    var client = Client()
    client.open(
      "/a.epic",
      "// one\n// two\n\n/// three\n/// four\nupstream a {\n  endpoint 203.0.113.80:8080\n}\nlet x = [\n  GET,\n]\n// x\n"
    )
    let ranges = client.request("textDocument/foldingRange", Client.about("/a.epic"))["result"]?.elements ?? []
    let lines = ranges.map { range in
      let kind = range["kind"]?.string ?? "code"
      return "\(range["startLine"]?.integer(Int.self) ?? -1)-\(range["endLine"]?.integer(Int.self) ?? -1) \(kind)"
    }
    #expect(lines == ["5-7 code", "8-10 code", "0-1 comment", "3-4 comment"])
  }
}
