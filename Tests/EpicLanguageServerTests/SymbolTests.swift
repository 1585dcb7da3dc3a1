import EpicBase
import EpicLanguageServer
import Testing

@Suite struct DocumentSymbolTests {
  private let tree = #""textDocument": {"documentSymbol": {"hierarchicalDocumentSymbolSupport": true}}"#

  /// Symbols as `name(kind)` with what is in them in brackets.
  private func outline(_ symbols: [JSONValue]) -> String {
    symbols.map { symbol in
      let children = symbol["children"]?.elements ?? []
      let own = "\(symbol["name"]?.string ?? "")(\(symbol["kind"]?.integer(Int.self) ?? 0))"
      return children.isEmpty ? own : "\(own)[\(outline(children))]"
    }.joined(separator: " ")
  }

  @Test func aFileIsATree() {
    var client = Client(capabilities: tree)
    client.open(
      "/a.epic",
      """
      export site fra { at 50.11, 8.68; node fra-1 { address 192.0.2.11 }; bgp as AS1 { peer p { as AS2 } } }
      let eu = [DE, FR]
      template t(name: host) for ingress { host name }
      if eu is eu { upstream a { endpoint 192.0.2.1:80 } } else { upstream b { endpoint 192.0.2.1:80 } }
      routes r { under /api/** { x: when method is GET -> a; otherwise -> a }; otherwise -> respond 404 }
      for b in [{ key: "x" }] { ingress white[b.key] { host a.example.com } }
      """)
    let answer = client.request("textDocument/documentSymbol", Client.about("/a.epic"))
    #expect(
      outline(answer["result"]?.elements ?? [])
        == "fra(19)[node fra-1(19) bgp as AS1(19)[peer p(19)]] eu(14) t(23) a(5) b(5) "
        + "r(12)[under /api/**(3)[x(24) otherwise(24)] otherwise(24)] white[b.key](11)")
    let first = answer["result"]?.elements?.first
    #expect(first?.at("selectionRange", "start", "character")?.integer(Int.self) == 12)
    #expect(first?["detail"]?.string == "site")
  }

  @Test func aLongChainIsWalkedInALoop() {
    var client = Client()
    let link = "if a is b { upstream x { } } else "
    client.open("/a.epic", String(repeating: link, count: 20_000) + "{ upstream y { } }")
    let symbols = client.request("textDocument/documentSymbol", Client.about("/a.epic"))["result"]?.elements
    // The parser gives up where nesting is too deep; what it understood is there.
    #expect(symbols?.first?["name"]?.string == "x")
  }

  @Test func clientsWithoutTreesGetAList() {
    var client = Client()
    client.open("/a.epic", "routes r { x: when method is GET -> a }\n")
    let symbols = client.request("textDocument/documentSymbol", Client.about("/a.epic"))["result"]?.elements
    #expect(symbols?.compactMap { $0["name"]?.string } == ["r", "x"])
    #expect(symbols?.last?["containerName"]?.string == "r")
    #expect(symbols?.last?.at("location", "uri")?.string == Client.uri("/a.epic"))
  }
}

@Suite struct WorkspaceSymbolTests {
  @Test func namesOfTheWorkspaceAreFound() {
    var client = Client(Shop.files)
    #expect(client.result("workspace/symbol", #"{"query": ""}"#) == "[]")
    client.open("/w/acme/shop.epic", Shop.files["/w/acme/shop.epic"] ?? "")
    func names(_ query: String) -> [String] {
      let found = client.request("workspace/symbol", #"{"query": "\#(query)"}"#)["result"]?.elements ?? []
      return found.compactMap { $0["name"]?.string }
    }
    #expect(names("ShR") == ["shop-routes"])
    #expect(names("cart") == ["cart"])
    #expect(names("").contains("anycast4"))
    #expect(names("nothing") == [])
    #expect(client.result("workspace/symbol", "{}") == "error -32602")
  }
}

@Suite struct SemanticTokensTests {
  /// `text:type` of each token, `text:type+modifiers` where there are some.
  private func tokens(_ client: inout Client, _ path: String, _ text: String) -> [String] {
    let answer = client.request("textDocument/semanticTokens/full", Client.about(path))
    let numbers = (answer.at("result", "data")?.elements ?? []).compactMap { $0.integer(Int.self) }
    let legend = [
      "namespace", "class", "parameter", "variable", "property", "function", "keyword", "comment", "string",
    ]
    let types = legend + ["number", "regexp", "operator", "type"]
    let lines = TextLines(Array(text.utf8))
    var (line, character) = (0, 0)
    var result: [String] = []
    for index in stride(from: 0, to: numbers.count - 4, by: 5) {
      character = numbers[index] == 0 ? character + numbers[index + 1] : numbers[index + 1]
      line += numbers[index]
      let start = lines.offset(of: Position(line: line, character: character), .utf16)
      let end = lines.offset(of: Position(line: line, character: character + numbers[index + 2]), .utf16)
      let piece = String(decoding: Array(text.utf8)[start..<end], as: UTF8.self)
      result.append(
        "\(piece):\(types[numbers[index + 3]])" + (numbers[index + 4] == 0 ? "" : "+\(numbers[index + 4])"))
    }
    return result
  }

  @Test func tokensHaveTheirClasses() {
    var client = Client(Shop.files)
    let path = "/w/acme/more.epic"
    let text = """
      /// 😀 doc
      routes more { // c
        let is-beta = header x-beta is "1"
        b: when is-beta and path /x/** -> cart
        otherwise -> split { 95% cart; 5% cart }
      }
      """
    client.open(path, text)
    #expect(
      tokens(&client, path, text) == [
        "/// 😀 doc:comment+4", "routes:keyword", "more:class+1", "// c:comment", "let:keyword",
        "is-beta:variable+3", "=:operator", "header:property", "x-beta:variable", "is:keyword", "\"1\":string",
        "b:property", "when:keyword", "is-beta:variable+2", "and:keyword", "path:property", "/x/**:string",
        "->:operator", "cart:class", "otherwise:keyword", "->:operator", "split:keyword", "95%:number", "cart:class",
        "5%:number", "cart:class",
      ])
  }

  @Test func textOfSeveralLinesIsCutAtTheirEnds() {
    var client = Client()
    let text = "let a = \"\"\"\n  é\r\n  b\n  \"\"\"\nlet c = 1\n"
    client.open("/a.epic", text)
    let found = tokens(&client, "/a.epic", text)
    #expect(found.contains("  é:string"))
    #expect(found.contains("  b:string"))
    #expect(found.last == "1:number")
  }
}
