import EpicBase
import EpicLanguageServer
import Testing

@Suite struct LifecycleTests {
  @Test func initializeTellsWhatIsBuilt() {
    var client = Client(uninitialized: [:])
    let answer = client.request("initialize", #"{"capabilities": {}}"#)
    #expect(answer.at("result", "capabilities", "positionEncoding")?.string == "utf-16")
    #expect(answer.at("result", "capabilities", "textDocumentSync", "change")?.integer(Int.self) == 2)
    #expect(answer.at("result", "serverInfo", "name")?.string == "epic")
    #expect(client.request("initialize", "{}").at("error", "code")?.integer(Int.self) == -32600)
  }

  @Test(arguments: [
    (#"["utf-16"]"#, "utf-16"), (#"["utf-32", "utf-16"]"#, "utf-32"), (#"["utf-16", "utf-8"]"#, "utf-8"),
    (#"["utf-7"]"#, "utf-16"), ("[1, null]", "utf-16"), ("3", "utf-16"),
  ])
  func encodingsAreNegotiated(offered: String, chosen: String) {
    var client = Client(uninitialized: [:])
    let answer = client.request(
      "initialize", #"{"capabilities": {"general": {"positionEncodings": \#(offered)}}}"#)
    #expect(answer.at("result", "capabilities", "positionEncoding")?.string == chosen)
  }

  @Test func phasesAreKept() {
    var client = Client(uninitialized: [:])
    #expect(client.result("shutdown", "null") == "error -32002")
    client.notify("textDocument/didOpen", "{}")
    #expect(client.notifications == [])
    client.request("initialize", #"{"capabilities": {}}"#)
    #expect(client.result("shutdown", "null") == "null")
    #expect(client.result("textDocument/formatting", Client.about("/a.epic")) == "error -32600")
    client.notify("exit", "null")
    #expect(client.server.exitStatus == 0)
  }

  @Test func aClientThatCanIsAskedToWatch() {
    let client = Client(
      capabilities: #""workspace": {"didChangeWatchedFiles": {"dynamicRegistration": true}}"#)
    #expect(client.notifications.map { $0["method"]?.string } == ["client/registerCapability"])
    #expect(Client().notifications == [])
  }

  @Test func exitWithoutShutdownIsAFailure() {
    var client = Client()
    client.notify("exit", "null")
    #expect(client.server.exitStatus == 1)
  }

  @Test func whatIsNoMessageHasItsCodeAndTheServerGoesOn() {
    var client = Client()
    func last() -> Int? { client.anonymous.last?.at("error", "code")?.integer(Int.self) }
    client.send("{")
    #expect(last() == -32700)
    client.send(#"{"jsonrpc": "2.0", "id": 7, "id": 8}"#)
    #expect(last() == -32700)
    client.send(raw: Array("Content-Length: 4\r\n\r\n".utf8) + [0xFF, 0xFE, 0, 1])
    #expect(last() == -32700)
    client.send("[]")
    #expect(last() == -32600)
    client.send(#"{"jsonrpc": "2.0", "id": {}, "method": "shutdown"}"#)
    #expect(last() == -32600)
    client.send(raw: Array("Content-Type: x\r\n\r\n".utf8))
    #expect(last() == -32700)
    client.send(raw: Array("Content-Length: 99999999999\r\n\r\n".utf8))
    #expect(last() == -32600)
    #expect(client.anonymous.count == 7)

    var other = Client()
    #expect(other.result("textDocument/nothing", "{}") == "error -32601")
    #expect(other.result("textDocument/formatting", "[]") == "error -32602")
    #expect(other.result("textDocument/formatting", Client.about("/not/open.epic")) == "error -32602")
    other.notify("$/anything", "{}")
    other.send(#"{"jsonrpc": "2.0", "id": 1, "result": null}"#)
    #expect(other.result("shutdown", "null") == "null")
  }
}

@Suite struct MessageReaderTests {
  @Test func messagesComeInAnyPieces() {
    let stream = MessageReader.frame(Array("{}".utf8)) + MessageReader.frame(Array("[1]".utf8))
    for piece in 1...stream.count {
      var reader = MessageReader()
      var messages: [[UInt8]] = []
      var rest = stream[...]
      while !rest.isEmpty {
        reader.append(rest.prefix(piece))
        rest = rest.dropFirst(piece)
        while case .message(let content)? = reader.next() { messages.append(content) }
      }
      #expect(messages == [Array("{}".utf8), Array("[1]".utf8)])
    }
  }

  @Test func headersAreRead() {
    var reader = MessageReader()
    reader.append(Array("content-TYPE: a\r\ncontent-length:  2 \r\n\r\n{}Content-Length: -1\r\n\r\n".utf8))
    #expect(reader.next() == .message(Array("{}".utf8)))
    #expect(reader.next() == .malformed)
    #expect(reader.next() == nil)
  }

  @Test func anEndlessHeaderIsReportedOnceAndPassedOver() {
    var reader = MessageReader()
    for _ in 0..<10 { reader.append([UInt8](repeating: 65, count: 5000)) }
    #expect(reader.next() == .malformed)
    #expect(reader.next() == nil)
    reader.append([UInt8](repeating: 66, count: 20000))
    #expect(reader.next() == nil)
    reader.append(Array("\r\n\r\n".utf8) + MessageReader.frame(Array("{}".utf8)))
    #expect(reader.next() == .message(Array("{}".utf8)))
  }

  @Test func oversizedContentIsPassedOver() {
    var reader = MessageReader()
    let count = ProtocolLimits.messageBytes + 1
    reader.append(Array("Content-Length: \(count)\r\n\r\n".utf8))
    #expect(reader.next() == .oversized(count))
    var rest = count
    while rest > 0 {
      let piece = min(rest, 1 << 20)
      reader.append([UInt8](repeating: 10, count: piece))
      #expect(reader.next() == nil)
      rest -= piece
    }
    reader.append(MessageReader.frame(Array("{}".utf8)))
    #expect(reader.next() == .message(Array("{}".utf8)))
  }
}
