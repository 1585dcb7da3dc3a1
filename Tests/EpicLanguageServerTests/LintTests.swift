import EpicBase
import EpicLanguageServer
import Testing

/// The findings of `epic lint` in an editor.
@Suite struct LintTests {
  private static let capabilities =
    #""textDocument": {"codeAction": {"codeActionLiteralSupport": {}}, "#
    + #""publishDiagnostics": {"tagSupport": {"valueSet": [1, 2]}}}"#
  private let more = "/w/acme/more.epic"
  private let idle = "upstream idle {\n  endpoint 203.0.113.81:8080\n}\n"

  private func client() -> Client { Client(Shop.files, capabilities: LintTests.capabilities, lint: true) }

  @Test func rulesAreAskedWhereThereIsNoError() throws {
    var client = client()
    client.open(more, idle)
    let finding = try #require(client.findings(more)?.first { $0["code"]?.string == "L0105" })
    #expect(finding["severity"]?.integer(Int.self) == 2)
    #expect(finding["tags"]?.elements?.compactMap { $0.integer(Int.self) } == [1])
    client.change(more, from: (1, 2), to: (1, 10), "endpiont")
    #expect(client.codes(more)?.contains { $0.hasPrefix("L") } == false)
    client.change(more, from: (1, 2), to: (1, 10), "endpoint")
    #expect(client.codes(more)?.contains("L0105") == true)
  }

  @Test func fixesAreActions() throws {
    var client = client()
    client.open(more, "use platform.{stable}\n" + idle)
    #expect(client.codes(more)?.contains("L0101") == true)
    let actions = client.request(
      "textDocument/codeAction",
      Client.about(more, #", "range": \#(Client.range((0, 15), (0, 15))), "context": {"diagnostics": []}"#))
    let edit = try #require(
      actions["result"]?.elements?.first?.at("edit", "changes", Client.uri(more))?.elements?.first)
    #expect(edit["newText"]?.string == "")
    client.change(more, from: (0, 0), to: (1, 0), "")
    #expect(client.codes(more)?.contains("L0101") == false)
  }

  @Test func allowancesSilence() {
    var client = client()
    client.open(more, "// epic-lint: allow L0105 it comes into use in May\n" + idle)
    #expect(client.codes(more)?.contains("L0105") == false)
    client.change(more, from: (0, 20), to: (0, 25), "L0101")
    #expect(client.codes(more)?.contains("L0105") == true)
    #expect(client.codes(more)?.contains("L0901") == true)
  }

  @Test func theSettingTurnsThemOff() {
    var client = client()
    client.open(more, idle)
    #expect(client.codes(more)?.contains("L0105") == true)
    client.notify("workspace/didChangeConfiguration", #"{"settings": {"epic": {"lint": false}}}"#)
    #expect(client.codes(more) == [])
    client.notify("workspace/didChangeConfiguration", #"{"settings": null}"#)
    #expect(client.codes(more) == [])
    client.notify("workspace/didChangeConfiguration", #"{"settings": {"lint": true}}"#)
    #expect(client.codes(more)?.contains("L0105") == true)
    var quiet = Client(Shop.files, lint: false)
    quiet.open(more, idle)
    #expect(quiet.codes(more) == [])
  }

  @Test func hoverShowsTheRulesPage() {
    var client = client()
    client.open(more, idle)
    let page = client.request("textDocument/hover", Client.at(more, 0, 10)).at("result", "contents", "value")?.string
    #expect(page?.contains("L0105") == true)
  }
}
