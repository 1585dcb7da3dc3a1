import EpicBase
import EpicCompiler
import EpicDiagnostics
import Foundation
import Testing

/// `epic trace`: what it says of the storefront's requests, and what it refuses to answer.
@Suite struct TraceTests {
  static let folder = GoldenCase.root.appendingPathComponent("trace")

  struct Command: CustomTestStringConvertible, Sendable {
    var name: String
    var line: String

    var testDescription: String { name }
  }

  static let commands: [Command] = {
    let text = (try? String(contentsOf: folder.appendingPathComponent("commands.txt"), encoding: .utf8)) ?? ""
    return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
      let name = line.prefix { $0 != " " }
      return Command(name: String(name), line: String(line.dropFirst(name.count).drop { $0 == " " }))
    }
  }()

  /// The commands whose whole answers are kept; those of the others would say the same in other words.
  static let kept = commands.prefix(13)

  static func answer(
    _ line: String, _ workspace: MemoryFileSystem? = nil
  ) throws -> TraceAnswer {
    let result = try Compiler.trace(try workspace ?? Storefront.memory(), try TraceCommandLine(line).question())
    guard case .answer(let answer) = result else {
      if case .findings(let compilation, _) = result { Issue.record("\(line): \(compilation.diagnostics)") }
      throw TraceCommandLine.UnknownOption(name: line)
    }
    return answer
  }

  private func compare(_ text: String, with name: String) throws {
    let url = Self.folder.appendingPathComponent(name)
    if GoldenCase.isUpdating { try text.write(to: url, atomically: true, encoding: .utf8) }
    let golden = (try? String(contentsOf: url, encoding: .utf8)) ?? ""
    #expect(text == golden, "\(name): \(difference(text, golden))")
  }

  // MARK: Answers

  @Test(arguments: kept) func theAnswerIsTheGoldenOne(_ command: Command) throws {
    let answer = try Self.answer(command.line)
    try compare(answer.text(TerminalRenderer()), with: "\(command.name).txt")
    let json = String(decoding: answer.json(), as: UTF8.self)
    if Self.kept.prefix(4).contains(where: { $0.name == command.name }) || command.name == "clear-text" {
      try compare(json, with: "\(command.name).json")
    }
  }

  /// What the storefront does not have: limits, `cors`, trusted proxies, copies, bodies, connections in clear text.
  static let policies = [
    (
      "limits",
      "http://api.shop.example.com:8080/x --from 192.0.2.241 --header 'x-forwarded-for: 2001:db8::1, 2001:db8:1::9'"
    ),
    (
      "preflight",
      "OPTIONS https://api.shop.example.com/x --header 'origin: https://a.example' --header 'access-control-request-method: GET'"
    ),
    (
      "copies",
      "POST https://api.shop.example.com/upload --header 'content-type: image/png' --header 'upgrade: websocket'"
    ),
    ("keys", "https://api.shop.example.com/x --country JP --cookie sid=a"),
  ]

  @Test(arguments: policies) func policiesOfRequestsAreTold(_ name: String, _ line: String) throws {
    let workspace = try #require(AcceptedCase.all.first { $0.name == "requests" }).workspace()
    try compare(try Self.answer(line, workspace).text(TerminalRenderer()), with: "\(name).txt")
  }

  /// Passwords, keys, sign-in, decisions and forged requests.
  static let credentials = [
    ("password", "https://pages.shop.example.com/video/x --header 'authorization: Basic YWRhOng='"),
    ("no-password", "https://pages.shop.example.com/"), ("forged", "POST https://pages.shop.example.com/"),
    ("key", "https://calls.shop.example.com/ --header 'x-api-key: k' --header 'x-roles: admin'"),
    ("sign-in", "https://desk.shop.example.com/"),
  ]

  @Test(arguments: credentials) func credentialsAreTold(_ name: String, _ line: String) throws {
    let workspace = try #require(AcceptedCase.all.first { $0.name == "policies" }).workspace()
    try compare(try Self.answer(line, workspace).text(TerminalRenderer()), with: "\(name).txt")
  }

  /// Connections without HTTP: by name, by address, through a balancer, to a port for HTTP, and to nothing.
  static let connections = [
    ("tls-split", "connections", "tls://mqtt.eu.shop.example.com:8883 --from 203.0.113.65 --healthy 'db-next down'"),
    ("tls-nameless", "connections", "tls://mqtt.eu.shop.example.com:8883 --sni absent"),
    ("tcp-dead", "connections", "tcp://db.shop.example.com:5432 --healthy 'db down'"),
    ("udp-session", "connections", "udp://voice.shop.example.com:5060 --from 203.0.113.9 --to mqtt"),
    ("udp-closed", "connections", "udp://voice.shop.example.com:5060"),
    ("tls-to-requests", "connections", "tls://api.shop.example.com:443 --to acme/partners"),
    ("tcp-to-nothing", "connections", "tcp://mqtt.shop.example.com:1"),
    ("tcp-via", "listeners", "tcp://behind.shop.example.com:5432 --from 203.0.113.9 --via 192.0.2.241"),
    ("tcp-not-via", "listeners", "tcp://behind.shop.example.com:5432 --from 203.0.113.9 --via 203.0.113.9"),
    ("tcp-taken-for-granted", "listeners", "tcp://behind.shop.example.com:5432 --from 203.0.113.9"),
  ]

  @Test(arguments: connections) func connectionsAreTold(_ name: String, _ accepted: String, _ line: String) throws {
    let workspace = try #require(AcceptedCase.all.first { $0.name == accepted }).workspace()
    let answer = try Self.answer(line, workspace)
    try compare(answer.text(TerminalRenderer()), with: "\(name).txt")
    if ["tls-split", "udp-session", "tcp-via", "tcp-dead"].contains(name) {
      try compare(String(decoding: answer.json(), as: UTF8.self), with: "\(name).json")
    }
  }

  /// A split of sessions is drawn by the address: the answer and a test name the upstream that it draws.
  @Test func anAddressDrawsItsUpstream() throws {
    var workspace = try #require(AcceptedCase.all.first { $0.name == "connections" }).workspace()
    let path = "acme/connections.epic"
    let text = String(decoding: try workspace.read(path, atMost: .max), as: UTF8.self)
    let split = text.replacing("203.0.113.0/24 -> sip", with: "203.0.113.0/24 -> split { 50% sip; 50% db-next }")
    workspace.write(path, Array(split.utf8))
    var tests = ""
    var drawn: Set<String> = []
    for last in 1...20 {
      let answer = try Self.answer("udp://voice.shop.example.com:5060 --to mqtt --from 203.0.113.\(last)", workspace)
      let forward = try #require(try JSONReader.read(answer.json())["forward"])
      let name = try #require(forward["drawn"]?.string?.split(separator: "/").last.map(String.init))
      #expect(forward["upstreams"]?.elements?.count == 2)
      drawn.insert(name)
      tests += """
        test "drawn \(last)" {
          connect udp voice.shop.example.com:5060 from 203.0.113.\(last)
          expect upstream \(name)
          expect split { 50% sip; 50% db-next }
        }

        """
    }
    #expect(drawn == ["sip", "db-next"])
    workspace.write("acme/drawn.epic", Array(tests.utf8))
    let report = Compiler.test(workspace, filter: "drawn ")
    #expect(report.isClean && report.results.count == 20, "\(report.text())")
  }

  @Test(arguments: [
    ("udp://x.example", "is nothing that a connection can be made to"), ("tcp://x.example:0", "a port from 1 to 65535"),
    ("tcp://x.example:65536", "a port from 1"), ("tcp://x.example:+80", "a port from 1"),
    ("tls://x.example:443/", "and no path"), ("tls://user@x.example:443", "is nothing that"),
    ("tls://[2001:db8::1:443", "is nothing that"), ("tls://[x.example]:443", "is nothing that"),
    ("tls://2001:db8::1:443", "is nothing that"), ("tls://:443", "is nothing that"), ("tls://", "is nothing that"),
    ("tls://a..b:443", "is nothing that"),
    ("GET tls://x.example:443", "`tls://x.example:443` is a connection, and has no method"),
    ("tls://x.example:443 more", "has no method"),
    ("tls://x.example:8883 --sni x.example.", "it ends without a dot"),
    ("tls://x.example:8883 --sni 'a b'", "--sni: `a b` is no server name"),
    ("tls://x.example:8883 --sni 192.0.2.1", "a server name is never an address"),
    ("tcp://x.example:5432 --sni x.example", "--sni: `tcp://` sends no server name"),
    ("udp://x.example:5060 --via 192.0.2.1", "--via: no datagram carries a PROXY header"),
    ("tcp://x.example:5432 --via 192.0.2.300", "--via: `192.0.2.300` is no address"),
    ("tcp://x.example:5432 --via 192.0.2.1", "and ingress `acme/mqtt` asks for none"),
    ("tcp://x.example:5432 --from here", "--from: `here` is no address"),
    ("tcp://x.example:5432 --country DE", "--country: no route asks a connection for the client's place"),
    ("tls://x.example:8883 --tls 1.2", "--tls: no route asks a connection"),
    ("tls://x.example:8883 --header 'a: b'", "--header: it is about requests, and `tls://x.example:8883` is"),
    ("tls://x.example:8883 --site nowhere", "--site: there is no site `nowhere`"),
    ("tls://x.example:8883 --to nobody", "--to: there is no ingress `nobody`"),
    ("https://api.shop.example.com/ --sni a.example", "--sni: a client of HTTP asks for the host"),
    ("https://api.shop.example.com/ --via 192.0.2.1", "--via: it says who speaks for a connection's client"),
    ("'connect tls x.example:8883' --sni a.example", "statements of a test say everything themselves"),
    ("'connect tls x.example:8883; request GET https://a.example/'", "one request is traced at a time"),
  ])
  func aConnectionThatIsNoneIsRefused(_ line: String, _ part: String) throws {
    let workspace = try #require(AcceptedCase.all.first { $0.name == "connections" }).workspace()
    do {
      let result = try Compiler.trace(workspace, try TraceCommandLine(line).question())
      if case .answer(let answer) = result { Issue.record("\(line): \(answer.outcome)") }
      if case .findings(let compilation, _) = result { Issue.record("\(line): \(compilation.diagnostics)") }
    } catch let error as TraceError {
      #expect(error.description.contains(part), "\(error.description)")
    }
  }

  /// The statement says what the URL does.
  @Test func aStatementIsAConnection() throws {
    let workspace = try #require(AcceptedCase.all.first { $0.name == "connections" }).workspace()
    let statements = """
      given healthy { db-next down }
      connect tls mqtt.eu.shop.example.com:8883 from 203.0.113.65
      """
    var question = TraceQuestion(.statements(statements))
    question.package = "acme"
    guard case .answer(let answer) = try Compiler.trace(workspace, question) else {
      Issue.record("the statements have no answer")
      return
    }
    #expect(answer.json() == (try Self.answer(Self.connections[0].2, workspace)).json())
    let unpackaged = try TraceQuestion(words: ["connect udp 198.51.100.1:5060"])
    guard case .answer = try Compiler.trace(workspace, unpackaged) else {
      Issue.record("the statement has no answer")
      return
    }
  }

  /// Two ingresses that take such connections on one port, and neither publishes the name.
  @Test func aPortOfTwoIngressesIsAmbiguous() throws {
    var workspace = try #require(AcceptedCase.all.first { $0.name == "connections" }).workspace()
    let text = """
      ingress second { address one from anycast4; engine stable; sites all; listen tcp 5432 -> db }
      test "to whom" {
        connect tcp x.shop.example.com:5432
        expect upstream db
      }
      """
    workspace.write("acme/second.epic", Array(text.utf8))
    let error = #expect(throws: TraceError.self) {
      _ = try Compiler.trace(workspace, try TraceCommandLine("tcp://x.shop.example.com:5432").question())
    }
    #expect(
      error?.description
        == "ingresses `acme/mqtt` and `acme/second` take TCP connections on port 5432, each on addresses of its own: "
        + "say to which of them by `--to acme/mqtt`")
    let said = try Self.answer("tcp://x.shop.example.com:5432 --to second", workspace)
    #expect(try JSONReader.read(said.json())["ingress"]?["name"]?.string == "acme/second")
    let report = Compiler.test(workspace, filter: "to whom")
    #expect(report.failures == 1)
    #expect(report.text().contains("write `to mqtt` behind the host and port"), "\(report.text())")
  }

  /// The first certificate that covers the host is shown, as the filter chains of the listener say it.
  @Test(arguments: [
    ("shop.example.com", "acme/shop"), ("alpha.shop.example.com", "acme/wide"), ("SHOP.example.com.", "acme/shop"),
  ])
  func theCertificateIsTheFirstThatCoversTheHost(_ host: String, _ name: String) throws {
    var workspace = try Storefront.memory()
    let text = """
      certificate wide { names *.shop.example.com; issuer public }
      ingress both {
        host    shop.example.com, *.shop.example.com
        listen  https 444
        address one from anycast4
        engine  stable
        sites   all
        tls     certificate wide, shop
        routes  brand-routes
      }
      """
    workspace.write("acme/both.epic", Array(text.utf8))
    let answer = try Self.answer("https://\(host):444/ --to both", workspace)
    let certificate = try JSONReader.read(answer.json())["certificate"]
    #expect(certificate?["name"]?.string == name)
  }

  @Test func nothingElseIsKept() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
    let known = Set(
      Self.kept.map(\.name) + Self.policies.map(\.0) + Self.credentials.map(\.0) + Self.connections.map(\.0)
        + ["arms", "commands"])
    #expect(names.filter { !$0.hasPrefix(".") && !known.contains(String($0.prefix { $0 != "." })) } == [])
  }

  /// What becomes of each command's request, and where the route that took it stands: every route of the storefront is
  /// among them.
  @Test func everyRouteIsReached() throws {
    let workspace = try Storefront.memory()
    var text = ""
    var reached: Set<String> = []
    for command in Self.commands {
      let answer = try Self.answer(command.line, workspace)
      let json = try JSONReader.read(answer.json())
      #expect(json["format"]?.string == "epic.trace/1")
      text += "\(command.name): \(answer.outcome)"
      if let taken = json["routes"]?["arms"]?.elements?.last {
        #expect(taken["taken"]?.bool == true)
        #expect(taken["name"]?.string == answer.route)
        let place = try #require(taken["place"])
        let file = try #require(place["file"]?.string)
        let line = try #require(place["line"]?.integer(Int.self))
        text += " (\(file):\(line))"
        reached.insert("\(json["routes"]?["name"]?.string ?? ""):\(answer.route ?? "")")
        // The place is the route's own line.
        let source = String(decoding: try workspace.read(file, atMost: .max), as: UTF8.self)
        let lines = source.split(separator: "\n", omittingEmptySubsequences: false)
        let label = answer.route.map { $0.hasPrefix("otherwise") ? "otherwise" : "\($0):" } ?? ""
        #expect(lines[line - 1].drop { $0 == " " }.hasPrefix(label), "\(command.name)")
      }
      text += "\n"
    }
    try compare(text, with: "arms.txt")
    let report = Compiler.test(workspace)
    let routes = report.coverage.parts.filter { $0.kind == "routes" }
    let all = routes.flatMap { part in part.items.map { "\(part.name):\($0.name)" } }
    #expect(all.count >= 30)
    #expect(all.filter { !reached.contains($0) } == [])
  }

  @Test func aPlaceStandsBehindWhatIsWritten() throws {
    let text = try Self.answer("https://shop.example.com/api/v1/cart").text(TerminalRenderer(usesColor: true))
    #expect(text.contains("\u{1B}[1;34m(acme/shop.epic:"))
    #expect(text.contains("\u{1B}[1myes\u{1B}[0m"))
    // What a request brings cannot move the cursor.
    let escape = try Self.answer("https://shop.example.com/a\u{7F}b").text(TerminalRenderer())
    #expect(!escape.contains("\u{7F}"))
  }

  // MARK: The page

  /// What docs/trace.md shows is what is printed, of connections in the golden workspace that has some;
  /// `EPIC_UPDATE_GOLDEN=1` writes it anew.
  @Test func thePageShowsWhatIsPrinted() throws {
    let url = Storefront.root.appendingPathComponent("../../docs/trace.md").standardizedFileURL
    let page = try String(contentsOf: url, encoding: .utf8)
    var parts = page.split(separator: "```", omittingEmptySubsequences: false).map(String.init)
    let connections = try #require(AcceptedCase.all.first { $0.name == "connections" }).workspace()
    var count = 0
    for index in parts.indices where parts[index].hasPrefix("console\n$ epic trace ") {
      let line = parts[index].split(separator: "\n")[1].dropFirst("$ epic trace ".count)
      let workspace = line.hasPrefix("tls://") ? connections : nil
      parts[index] =
        "console\n$ epic trace \(line)\n" + (try Self.answer(String(line), workspace).text(TerminalRenderer()))
      count += 1
    }
    let printed = parts.joined(separator: "```")
    if GoldenCase.isUpdating { try printed.write(to: url, atomically: true, encoding: .utf8) }
    #expect(count >= 2)
    #expect(page == printed || GoldenCase.isUpdating, "\(difference(printed, page))")
  }

  // MARK: Other forms

  @Test func statementsOfATestAreARequest() throws {
    let workspace = try Storefront.memory()
    let statements = """
      given healthy { cart tier 1 35% }
      request GET https://shop.example.com/api/v1/cart site iad
      """
    var question = TraceQuestion(.statements(statements))
    question.package = "acme"
    // `iad` is the platform's: a tenant's package does not see it, and is told so at the request's own text.
    guard case .findings(let compilation, areOfRequest: true) = try Compiler.trace(workspace, question) else {
      Issue.record("the statements have an answer")
      return
    }
    #expect(compilation.diagnostics.contains { $0.message.contains("`iad`") })
    question.form = .statements(statements.replacing(" site iad", with: ""))
    guard case .answer(let answer) = try Compiler.trace(workspace, question) else {
      Issue.record("the statements have no answer")
      return
    }
    let same = try Self.answer("https://shop.example.com/api/v1/cart --healthy 'cart tier 1 35%'")
    #expect(answer.json() == same.json())
    #expect(answer.text(TerminalRenderer()) == same.text(TerminalRenderer()))
  }

  @Test func aMessageIsARequest() throws {
    let message = """
      POST /upload HTTP/1.1\r
      Host: shop.example.com\r
      Content-Type: image/png\r
      \r
      not a picture
      """
    let question = try TraceQuestion(message: Array(message.utf8), isClear: false)
    guard case .answer(let answer) = try Compiler.trace(try Storefront.memory(), question) else {
      Issue.record("the message has no answer")
      return
    }
    #expect(answer.route == "upload")
    #expect(answer.json() == (try Self.answer(try #require(Self.commands.first { $0.name == "upload" }).line)).json())
    let absolute = try TraceQuestion(message: Array("GET http://shop.example.com/x HTTP/1.1\n\n".utf8), isClear: false)
    #expect(absolute.form == .url(method: "GET", "http://shop.example.com/x"))
    #expect(
      try TraceQuestion(message: Array("GET /x HTTP/1.1\nhost: a.example".utf8), isClear: true).form
        == .url(method: "GET", "http://a.example/x"))
  }

  @Test(arguments: [
    ("", "starts neither with"), ("GET /", "starts neither with"), ("GET / HTTP/1.1\n\n", "no `host`"),
    ("GET / HTTP/1.1\nhost: a.example\nhost: b.example\n\n", "two `host`"),
    ("GET / HTTP/1.1\nhost: a.example\nnonsense\n\n", "`nonsense` is no header"),
  ])
  func aMessageThatIsNoneIsRefused(_ message: String, _ part: String) {
    let error = #expect(throws: TraceError.self) {
      _ = try TraceQuestion(message: Array(message.utf8), isClear: false)
    }
    #expect(error?.description.contains(part) == true, "\(error?.description ?? "")")
  }

  // MARK: What is refused

  @Test(arguments: [
    ("", "a request is missing"),
    ("GET https://shop.example.com/ more", "`more` is too much"),
    ("shop.example.com/x", "is no URL that a request can be sent to"),
    ("ftp://shop.example.com/x", "is no URL"),
    ("https://user@shop.example.com/", "is no URL"),
    ("https://shop.example.com:0/", "is no URL"),
    ("get https://shop.example.com/", "write `GET` for `get`"),
    ("G@T https://shop.example.com/", "`G@T` is no method"),
    ("https://shop.example.com/ --from 192.0.2.300", "--from: `192.0.2.300` is no address"),
    ("https://shop.example.com/ --country XX", "--country: `XX` is no country's code"),
    ("https://shop.example.com/ --country de", "did you mean `DE`?"),
    ("https://shop.example.com/ --asn 3320", "--asn: `3320` is no AS number, such as `AS3320`"),
    ("https://shop.example.com/ --asn AS4294967296", "is no AS number"),
    ("https://shop.example.com/ --tls 1.4", "TLS has no version `1.4`; it has `1.0`"),
    ("http://shop.example.com/ --tls 1.2", "a request to `http://` has no TLS"),
    ("https://shop.example.com/ --header accept", "has no `:` between name and value"),
    ("https://shop.example.com/ --header 'a b: c'", "`a b` is no name of a header"),
    ("https://shop.example.com/ --header 'x: a\u{1}b'", "has a control character"),
    ("https://shop.example.com/ --header 'Host: x.example'", "the host stands in the URL"),
    ("https://shop.example.com/ --header 'Authorization: Bearer abc'", "a bearer token is not read"),
    ("https://shop.example.com/ --cookie sid", "--cookie: `sid` is not written `name=value`"),
    ("https://shop.example.com/ --jwt sub=u-17", "--jwt: write the claims as JSON"),
    ("https://shop.example.com/ --jwt '{\"sub\": }'", "--jwt: the claims are no JSON object: 1:"),
    ("https://shop.example.com/ --site frq", "--site: there is no site `frq`; did you mean `fra`?"),
    ("https://shop.example.com/ --to shpo", "--to: there is no ingress `shpo`; did you mean `shop`?"),
    ("https://shop.example.com/ --to 192.0.2.1", "--to: no ingress has the address `192.0.2.1`"),
    ("https://shop.example.com/ --healthy cart", "is not written `UPSTREAM [tier N] PERCENTAGE`"),
    ("https://shop.example.com/ --healthy 'crat 5%'", "there is no upstream `crat`; did you mean `cart`?"),
    ("https://shop.example.com/ --healthy 'cart tier 4 5%'", "has no tier `4`; it has 3 tiers"),
    ("https://shop.example.com/ --healthy 'cart 101%'", "`101%` is no percentage"),
    ("https://shop.example.com/ --healthy 'cart 5'", "`5` is no percentage"),
    ("https://www.globex.example/ --jwt '{\"sub\": \"a\"}'", "ingress `globex/www` asks for none"),
    ("'request GET https://shop.example.com/' --country DE", "statements of a test say everything themselves"),
    ("'request GET https://shop.example.com/' --package nowhere", "the workspace has no package `nowhere`"),
    ("'request GET https://shop.example.com/' more", "statements of a test are one argument"),
    ("'request GET https://a.example/; request GET https://b.example/'", "one request is traced at a time"),
    ("'given healthy { cart 50% }' --package acme", "the statements have no request"),
  ])
  func aQuestionThatIsNoneIsRefused(_ line: String, _ part: String) throws {
    let workspace = try Storefront.memory()
    do {
      let result = try Compiler.trace(workspace, try TraceCommandLine(line).question())
      if case .answer(let answer) = result { Issue.record("\(line): \(answer.outcome)") }
      if case .findings(let compilation, _) = result { Issue.record("\(line): \(compilation.diagnostics)") }
    } catch let error as TraceError {
      #expect(error.description.contains(part), "\(error.description)")
    }
  }

  @Test func aRequestThatSeveralIngressesAnswerIsAmbiguous() throws {
    var workspace = try Storefront.memory()
    let second = """
      use platform.catalog.{web-app}

      ingress next from web-app(name: api.shop.example.com) {
        address one from anycast4
        tls     certificate shop
        routes  shop-routes
        auth jwt main { issuer https://id.acme.example; jwks https://id.acme.example/jwks.json; audience "shop" }
      }
      ingress other from web-app(name: x.shop.example.com) {
        address one from anycast4
        tls     certificate shop
        routes  brand-routes
      }
      ingress another from web-app(name: x.shop.example.com) {
        address one from anycast4
        tls     certificate shop
        routes  brand-routes
      }
      """
    workspace.write("acme/next.epic", Array(second.utf8))
    let line = "https://x.shop.example.com/"
    let error = #expect(throws: TraceError.self) {
      _ = try Compiler.trace(workspace, try TraceCommandLine(line).question())
    }
    #expect(
      error?.description
        == "ingresses `acme/another` and `acme/other` answer for `x.shop.example.com` on port 443, each on addresses of "
        + "its own: say to which of them by `--to acme/another`")
    let said = try Self.answer("\(line) --to other", workspace)
    #expect(String(decoding: said.json(), as: UTF8.self).contains("\"acme/other\""))
    // The one that publishes the name is meant without a word; the address says so as well as the name does.
    #expect(
      String(decoding: try Self.answer("https://api.shop.example.com/", workspace).json(), as: UTF8.self)
        .contains("\"acme.partners/partners\""))
  }

  @Test func aWorkspaceWithErrorsIsNotTraced() throws {
    var workspace = try Storefront.memory()
    workspace.write("acme/broken.epic", Array("upstream cart { endpoint nowhere }\n".utf8))
    for form in [
      TraceQuestion.Form.url(method: "GET", "https://shop.example.com/"), .statements("request GET https://a.example/"),
    ] {
      guard case .findings(let compilation, areOfRequest: false) = try Compiler.trace(workspace, TraceQuestion(form))
      else {
        Issue.record("it is traced")
        return
      }
      #expect(compilation.hasErrors)
    }
  }
}
