import EpicBase
import EpicLanguageServer
import Testing

@Suite struct SynchronizationTests {
  private func text(_ client: Client, _ path: String) -> String {
    client.server.text(of: Client.uri(path)) ?? "nothing"
  }

  @Test(arguments: [("utf-8", 12, 13), ("utf-16", 7, 8), ("utf-32", 6, 7)])
  func editsCountInTheEncoding(encoding: String, start: Int, end: Int) {
    var client = Client(encoding: encoding)
    // The comment holds two bytes, three and four for one character each.
    client.open("/a.epic", "//é€😀 x y\n")
    client.change("/a.epic", from: (0, start), to: (0, end), "Z")
    #expect(text(client, "/a.epic") == "//é€😀 Z y\n")
  }

  @Test func editsApplyInOrderAndAreClamped() {
    var client = Client()
    client.open("/a.epic", "ab\ncd")
    client.notify(
      "textDocument/didChange",
      """
      {"textDocument": {"uri": "\(Client.uri("/a.epic"))", "version": 3}, "contentChanges": [
       {"range": \(Client.range((0, 1), (0, 99))), "text": "X"},
       {"range": \(Client.range((9, 9), (99, 99))), "text": "!"},
       {"range": \(Client.range((1, 2), (0, 0))), "text": "<"},
       {"range": {"start": {"line": 0, "character": 0},
                  "end": {"line": 0, "character": 99999999999999999999999}}, "text": "A"}]}
      """)
    #expect(text(client, "/a.epic") == "A\ncd<!")
    client.notify(
      "textDocument/didChange",
      """
      {"textDocument": {"uri": "\(Client.uri("/a.epic"))", "version": 4}, "contentChanges": [{"text": "whole"}]}
      """)
    #expect(text(client, "/a.epic") == "whole")
  }

  @Test func twoSpellingsOfOneFileDoNotMix() {
    var client = Client(Shop.files)
    client.open("/w/acme/shop.epic", Shop.files["/w/acme/shop.epic"] ?? "")
    let other = #"{"uri": "file:///w//acme/shop.epic", "languageId": "epic", "version": 1, "text": ""}"#
    client.notify("textDocument/didOpen", #"{"textDocument": \#(other)}"#)
    for method in ["completion", "definition", "hover"] {
      #expect(!client.result("textDocument/\(method)", Client.at("/w/acme/shop.epic", 11, 30)).hasPrefix("error"))
    }
    client.notify("textDocument/didClose", #"{"textDocument": {"uri": "file:///w//acme/shop.epic"}}"#)
    #expect(client.result("textDocument/definition", Client.at("/w/acme/shop.epic", 11, 30)) != "null")
  }

  @Test func aWrongChangeIsLoggedAndLeavesTheText() {
    var client = Client()
    client.open("/a.epic", "ab")
    for changes in ["{}", "[{}]", #"[{"range": {"start": 1}, "text": ""}]"#, "null"] {
      client.notify(
        "textDocument/didChange",
        #"{"textDocument": {"uri": "\#(Client.uri("/a.epic"))", "version": 3}, "contentChanges": \#(changes)}"#)
      #expect(client.notifications.last?["method"]?.string == "window/logMessage")
    }
    client.change("/other.epic", from: (0, 0), to: (0, 0), "x")
    #expect(client.notifications.last?["method"]?.string == "window/logMessage")
    #expect(text(client, "/a.epic") == "ab")
  }
}
