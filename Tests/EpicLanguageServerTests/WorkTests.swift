import EpicBase
import EpicDevKit
import EpicLanguageServer
import Synchronization
import Testing

/// How much is done for an edit, and what is not done any more when nobody wants it.
@Suite struct WorkTests {
  private let shop = "/w/acme/shop.epic"

  @Test func anEditCostsTheParseOfItsFile() {
    var client = Client(Shop.files)
    client.open(shop, Shop.files[shop] ?? "")
    let first = client.server.parseCount
    #expect(first == Shop.files.count)
    for number in 1...5 {
      client.change(shop, from: (0, 0), to: (0, 0), "// \(number)\n")
      #expect(client.server.parseCount == first + number)
      client.request("textDocument/hover", Client.at(shop, 3, 3))
      client.request("textDocument/completion", Client.at(shop, 3, 3))
      #expect(client.server.parseCount == first + number)
    }
  }

  /// The same on a workspace of 10,000 lines: the texts that are parsed do not grow with it.
  @Test func aLargeWorkspaceCostsNoMoreTexts() throws {
    let generated = GeneratedWorkspace(GeneratedWorkspace.Size(ingresses: 262), seed: 1)
    var files: [String: [UInt8]] = [:]
    for file in generated.files { files["/g/\(file.path)"] = file.text }
    #expect(files.values.reduce(0) { $0 + $1.count { $0 == 10 } } > 10_000)
    let path = try #require(files.keys.sorted().first { $0.contains("/apps-") })
    var client = Client(files, lint: true)
    client.open(path, String(decoding: files[path] ?? [], as: UTF8.self))
    let first = client.server.parseCount
    #expect(first == files.count)
    client.change(path, from: (0, 0), to: (0, 0), "let x = )\n")
    #expect(client.findings(path)?.isEmpty == false)
    client.change(path, from: (0, 0), to: (1, 0), "")
    #expect(client.server.parseCount == first + 2)
  }

  @Test func aBurstIsCheckedOnce() {
    var client = Client(Shop.files)
    client.open(shop, Shop.files[shop] ?? "")
    let before = client.notifications.count
    var burst: [UInt8] = []
    for number in 2...40 {
      let text =
        #"{"jsonrpc": "2.0", "method": "textDocument/didChange", "params": {"textDocument": {"uri": "\#(Client.uri(shop))","#
        + #" "version": \#(number)}, "contentChanges": [{"range": \#(Client.range((0, 0), (0, 0))), "text": "/"}]}}"#
      burst += MessageReader.frame(Array(text.utf8))
    }
    client.send(raw: burst)
    #expect(client.notifications.count == before + 1)
    #expect(client.notifications.last?.at("params", "version")?.integer(Int.self) == 40)
  }

  @Test func whatIsTakenBackIsNotAnswered() {
    var client = Client(Shop.files)
    client.open(shop, Shop.files[shop] ?? "")
    func frame(_ text: String) -> [UInt8] { MessageReader.frame(Array(text.utf8)) }
    let hover = { (id: Int) in
      frame(
        #"{"jsonrpc": "2.0", "id": \#(id), "method": "textDocument/hover", "params": \#(Client.at(shop, 0, 9))}"#)
    }
    let cancel = { (id: String) in
      frame(#"{"jsonrpc": "2.0", "method": "$/cancelRequest", "params": {"id": \#(id)}}"#)
    }
    client.send(raw: hover(901) + hover(902) + cancel("901") + cancel(#""902""#) + cancel("7") + cancel("{}"))
    #expect(client.answers[901]?.at("error", "code")?.integer(Int.self) == -32800)
    #expect(client.answers[902]?["result"] != nil)
    // Too late: it was answered.
    client.send(raw: cancel("902") + hover(903))
    #expect(client.answers[903]?["result"] != nil)
  }

  @Test func findingsThatNobodyWaitsForAreGivenUp() {
    var client = Client(Shop.files)
    client.open(shop, Shop.files[shop] ?? "")
    let change =
      #"{"jsonrpc": "2.0", "method": "textDocument/didChange", "params": {"textDocument": {"uri": "\#(Client.uri(shop))","#
      + #" "version": 2}, "contentChanges": [{"range": \#(Client.range((0, 0), (0, 0))), "text": "// a\n"}]}}"#
    client.server.take(MessageReader.frame(Array(change.utf8)))
    while client.server.hasMessages { client.server.handleNext() }
    #expect(client.server.isUnsettled)
    // Given up at each of its stages in turn, and whole in the end.
    let before = client.notifications.count
    var rounds = 0
    while true {
      let asked = Mutex(0)
      let limit = rounds
      let isWhole = client.server.settle {
        asked.withLock {
          $0 += 1
          return $0 > limit
        }
      }
      client.read(client.server.flush())
      if isWhole { break }
      #expect(client.notifications.count == before)
      #expect(client.server.isUnsettled)
      rounds += 1
    }
    #expect(rounds >= 4)
    #expect(client.notifications.count == before + 1)
    #expect(!client.server.isUnsettled)
    #expect(client.findings(shop) == [])
  }
}
