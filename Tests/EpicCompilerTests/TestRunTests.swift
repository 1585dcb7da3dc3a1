import EpicBase
import EpicCompiler
import EpicDiagnostics
import Foundation
import Testing

/// `epic test`: what passes, what fails and how it is told.
@Suite struct TestRunTests {
  private func run(_ text: String, at path: String = "acme/page.epic", filter: String? = nil) throws -> TestReport {
    var workspace = MemoryFileSystem(try GoldenCase.files(below: GoldenCase.root.appendingPathComponent("base")))
    workspace.write(path, Array(text.utf8))
    return Compiler.test(workspace, filter: filter)
  }

  private func failures(_ text: String, at path: String = "acme/page.epic") throws -> [String] {
    let report = try run(text, at: path)
    #expect(report.findings.isEmpty, "\(report.text())")
    return report.results.flatMap { $0.failures.map { "\($0.message); \($0.primary.label)" } }
  }

  @Test func theStorefrontPassesItsTestsAndCoversItself() throws {
    let report = Compiler.test(try Storefront.memory())
    #expect(report.isClean, "\(report.text())")
    #expect(report.results.count { $0.kind == .test } >= 20)
    #expect(report.results.contains { $0.kind == .reject })
    #expect(report.results.contains { $0.kind == .policy })
    #expect(report.coverage.perMille == 1000, "\(report.text(.init(showsCoverage: true)))")
  }

  /// Every kind of expectation fails where it is not met.
  @Test(arguments: [
    ("expect route old", "route `old` is expected; route `pay` takes it"),
    ("expect upstream cart", "upstream `cart` is expected; it goes to `legacy-pay` (route `pay`)"),
    (
      "expect upstream legacy-pay tier 1 50%",
      "tier 1 of `legacy-pay` with 50% is expected; tier 1 of `legacy-pay` takes it"
    ),
    (
      "expect split { 95% cart; 5% cart-eu }",
      "the split { 95% cart; 5% cart-eu } is expected; it goes to `legacy-pay` (route `pay`)"
    ),
    ("expect status 404", "status 404 is expected; it goes to `legacy-pay` (route `pay`)"),
    ("expect redirect /x", "a redirect to `/x` is expected; it goes to `legacy-pay` (route `pay`)"),
    ("expect path /x", "path `/x` is expected; the upstream gets `/pay/1`"),
    ("expect host a.example", "host `a.example` is expected; the upstream gets `shop.example.com`"),
    (
      "expect header x-frame-options \"same\"",
      "`x-frame-options` of the response to be \"same\" is expected; it is \"deny\""
    ),
    ("expect header x-frame-options absent", "no `x-frame-options` of the response is expected; it is \"deny\""),
    (
      "expect request-header a \"b\"",
      "`a` of the upstream's request to be \"b\" is expected; the configuration sets no `a`"
    ),
    ("expect timeout request 5s", "`timeout request 5s` is expected; it is 30s"),
    ("expect timeout idle 5s", "`timeout idle 5s` is expected; none is said"),
    ("expect retry 3", "`retry 3` is expected; it is `retry 1`"),
    ("expect body \"x\"", "an answer of the edge's own is expected; it goes to `legacy-pay` (route `pay`)"),
  ])
  func anExpectationFails(_ statement: String, _ expected: String) throws {
    let found = try failures("test \"t\" {\n  request GET https://shop.example.com/pay/1\n  \(statement)\n}\n")
    #expect(found == ["test `t`: \(expected)"])
  }

  /// The same of connections.
  @Test(arguments: [
    ("expect route otherwise", "route `otherwise` is expected; route `eu` takes it"),
    ("expect upstream other", "upstream `other` is expected; it is split { 90% db; 10% next } (route `eu`)"),
    (
      "expect split { 80% db; 20% next }",
      "the split { 80% db; 20% next } is expected; it is split { 90% db; 10% next } (route `eu`)"
    ),
    ("expect close", "that it is closed is expected; it is split { 90% db; 10% next } (route `eu`)"),
    ("expect timeout idle 5s", "`timeout idle 5s` is expected; it is 10m"),
  ])
  func anExpectationOfAConnectionFails(_ statement: String, _ expected: String) throws {
    let found = try failures(
      """
      ingress raw { address one from anycast4; engine stable; sites all; timeout idle 10m; listen tls 8883 passthrough -> names }
      routes names for tls { eu: when sni *.eu.shop.example.com -> split { 90% db; 10% next }; otherwise -> close }
      upstream db { endpoint 192.0.2.80:1883 }
      upstream next { endpoint 192.0.2.81:1883 }
      upstream other { endpoint 192.0.2.82:1883 }
      test "t" {
        connect tls a.eu.shop.example.com:8883
        \(statement)
      }
      """)
    #expect(found == ["test `t`: \(expected)"])
  }

  /// A PROXY header that nobody asks for, an end that is none, and one that is.
  @Test(arguments: [
    ("connect tcp a.shop.example.com:5432 via 192.0.2.1", "expect upstream db", "asks for none"),
    ("connect tcp a.shop.example.com:5432", "expect close", "that it is closed is expected; it goes to `db`"),
    ("connect tcp a.shop.example.com:5433", "expect close", "no ingress takes TCP connections on port 5433"),
    ("connect tcp 192.0.2.1:5432", "expect close", "no ingress has the address `192.0.2.1`"),
    ("given healthy { db down }; connect tcp a.example:5432", "expect upstream db", "the connection is closed"),
    ("given healthy { db down }; connect tcp a.example:5432", "expect close", ""),
    ("connect tls a.example:5432 to raw sni b.example", "expect upstream db", ""),
    ("connect udp a.shop.example.com:5432", "expect close", "no ingress takes UDP sessions on port 5432"),
  ])
  func whatAConnectionComesTo(_ connection: String, _ statement: String, _ part: String) throws {
    let found = try failures(
      """
      ingress raw { address one from anycast4; engine stable; sites all; listen tcp 5432 -> db }
      upstream db { endpoint 192.0.2.80:5432 }
      test "t" {
        \(connection)
        \(statement)
      }
      """)
    #expect(part.isEmpty ? found.isEmpty : found.count == 1 && found[0].contains(part), "\(found)")
  }

  /// What the edge makes of headers, whichever a client sends.
  @Test(arguments: [
    ("expect request-header x-forwarded-for \"192.0.2.1\"", nil),
    ("expect request-header x-forwarded-proto \"https\"", nil),
    ("expect request-header x-real-ip absent", nil),
    ("expect request-header x-request-id absent", "`x-request-id` of the upstream's request is expected"),
    ("expect header date absent", "`date` of the response is expected"),
  ])
  func theEdgesOwnHeaders(_ statement: String, _ expected: String?) throws {
    let text = """
      test "t" {
        request GET https://shop.example.com/pay/1
        header x-forwarded-for "198.51.100.1"
        header x-real-ip "198.51.100.1"
        \(statement)
      }

      """
    let found = try failures(text)
    #expect(found.count == (expected == nil ? 0 : 1), "\(found)")
    if let expected { #expect(found.first?.contains(expected) ?? false, "\(found)") }
  }

  /// Two ingresses with one host, on addresses of their own: nothing leads to either.
  @Test func aHostOfTwoIngressesIsAmbiguous() throws {
    func text(_ to: String) -> String {
      """
      use platform.{web-app}
      ingress one from web-app(name: same.shop.example.com) {
        address one from anycast4
        tls     certificate shop
        routes  first
      }
      ingress two from web-app(name: same.shop.example.com) {
        address one from anycast4
        tls     certificate shop
        routes  second
      }
      routes first { otherwise -> respond 201 }
      routes second { otherwise -> respond 202 }
      test "t" { request GET https://same.shop.example.com/ \(to); expect status 202 }

      """
    }
    #expect(
      try failures(text("")) == [
        "test `t`: ingresses `acme/one` and `acme/two` answer for `same.shop.example.com` on port 443, each on addresses"
          + " of its own; to which of them?"
      ])
    #expect(try failures(text("to two")).isEmpty)
    #expect(
      try failures(text("to one")) == ["test `t`: status 202 is expected; it is answered 201 (route `otherwise`)"])
    #expect(
      try failures(text("to shop")).first?.contains("ingress `acme/shop` does not answer for") ?? false)
  }

  /// Where one of them publishes the name, clients get to that one.
  @Test func aPublishedNameLeadsToItsIngress() throws {
    let text = """
      use platform.{web-app}
      ingress a from web-app(name: shop.example.com) {
        address one from anycast4
        tls     certificate shop
        routes  r
      }
      routes r { otherwise -> respond 201 }
      test "t" { request GET https://shop.example.com/pay/1; expect route pay }

      """
    #expect(try failures(text).isEmpty)
  }

  @Test func aTokenThatNobodyAsksForIsAMistake() throws {
    let text = """
      use platform.{web-app}
      ingress open from web-app(name: open.shop.example.com) {
        address one from anycast4
        tls     certificate shop
        routes  r
      }
      routes r { otherwise -> respond 201 }
      test "t" {
        request GET https://open.shop.example.com/
        jwt { sub: "u" }
        expect status 201
      }

      """
    #expect(
      try failures(text) == ["test `t`: the request has a token, and ingress `acme/open` asks for none; "])
  }

  @Test func aFailureShowsTheRequestAndTheArms() throws {
    let report = try run(
      """
      test "gold" {
        request GET https://shop.example.com/api/x country FR
        jwt { plan: "gold" }
        expect route vip
      }

      """)
    #expect(
      report.text() == """
        FAILED gold (acme/page.epic:1)
        error[E1010]: test `gold`: route `vip` is expected
          --> acme/page.epic:4:3
           |
         2 |   request GET https://shop.example.com/api/x country FR
           |   ----------------------------------------------------- it goes to `cart` (route `otherwise in /api/**`)
        ...
         4 |   expect route vip
           |   ^^^^^^^^^^^^^^^^ route `otherwise in /api/**` takes it
          ::: acme/routes.epic:7:5
           |
         7 |     otherwise                                                -> cart { retry 2 on connect-failure, 5xx within 2s }
           |     --------- this route takes it
           = request: GET https://shop.example.com/api/x country FR jwt { "plan": "gold" }
           = routes `acme/shop-routes`, in order:
           =      beta                  `(header "x-beta" in ["1"] or cookie "beta" in ["on"])` is false
           =      vip                   `country in [DE, AT]` is false: the country is `FR`
           =      trial                 `cohort(jwt.claim("sub") else cookie "sid", salt: "x1") in 0..<50000` is false: the cohort has no key
           =   -> otherwise in /api/**  takes every request that is left
           = explain: epic explain E1010

        0 passed, 1 failed

        """, "\(report.text())")
  }

  @Test func aTenantsTestReachesItsOwnIngressesOnly() throws {
    let found = try failures("test \"t\" {\n  request GET https://globex.example.com/\n  expect status 200\n}\n")
    #expect(
      found == ["test `t`: status 200 is expected; it is answered 421: no ingress answers for `globex.example.com`"])
    let platform = try failures(
      "test \"t\" {\n  request GET https://globex.example.com/\n  expect route home\n}\n", at: "platform/page.epic")
    #expect(platform.isEmpty)
  }

  @Test(arguments: [
    ("reject E0407 { routes r { a: when path /x/** -> cart; b: when path /x/y -> cart-eu; otherwise -> cart } }", ""),
    ("reject E0407 { routes r { otherwise -> cart } }", "the declarations are accepted"),
    ("reject E0407 { routes r { otherwise -> crat } }", "the declarations give E0201: there is no upstream `crat`"),
    ("reject E0201 { routes shop-routes { otherwise -> cart } }", "the declarations give E0202"),
    ("reject E0201 { routes r { otherwise -> crat } }", ""),
  ])
  func aRejectNamesExactlyOneFinding(_ text: String, _ expected: String) throws {
    let found = try failures(text + "\n")
    if expected.isEmpty {
      #expect(found.isEmpty)
    } else {
      #expect(found.count == 1 && found[0].contains(expected), "\(found)")
      #expect(try run(text + "\n").results.flatMap(\.failures).map(\.code) == [.rejectFailed])
    }
  }

  /// A policy binds what a `reject` declares, too.
  @Test func aPolicyIsAskedInsideOfAReject() throws {
    let found = try failures(
      """
      policy "spill" { for every upstream u: require u.spill.to.next.tier.below >= 50% or not u.spill.to.next.tier.below exists else "no" }
      reject E1020 { upstream u { endpoint 192.0.2.80:80; spill to next tier below 20% healthy } }

      """)
    #expect(found.isEmpty)
  }

  @Test func theFilterLeavesOut() throws {
    let text = """
      test "one" {
        request GET https://shop.example.com/pay/1
        expect route pay
      }

      test "two" {
        request GET https://shop.example.com/pay/1
        expect route old
      }

      """
    let one = try run(text, filter: "one")
    #expect(one.results.map(\.name) == ["one"])
    #expect(one.skipped == 1)
    #expect(one.isClean)
    #expect(one.text() == "1 passed, 0 failed, 1 left out\n")
    #expect(try run(text).failures == 1)
  }

  @Test func coverageNamesWhatIsNotReached() throws {
    let report = try run("test \"t\" {\n  request GET https://shop.example.com/pay/1\n  expect route pay\n}\n")
    let part = try #require(report.coverage.parts.first { $0.name == "acme/shop-routes" })
    #expect(part.items.filter(\.isReached).map(\.name) == ["pay"])
    #expect(part.items.count == 7)
    // The base applies its template as `gold` only.
    let template = try #require(report.coverage.parts.first { $0.kind == "template" })
    #expect(template.items.map(\.isReached) == [true, false])
    #expect(report.coverage.reached == 2)
    #expect(!report.covers(90))
    #expect(report.covers(10))
    let text = report.text(.init(showsCoverage: true, leastCoverage: 90))
    #expect(text.contains("  not reached old (acme/routes.epic:10)\n"))
    #expect(text.hasSuffix("\ncoverage is below 90%\n"))
  }

  @Test func aWorkspaceWithErrorsIsNotTested() throws {
    let report = try run("test \"t\" {\n  request GET https://shop.example.com/pay/1\n  expect route pya\n}\n")
    #expect(report.hasErrors)
    #expect(report.results.isEmpty)
    #expect(report.text().hasSuffix("1 error; no test was run\n"))
    #expect(String(decoding: report.junit(), as: UTF8.self).contains("errors=\"1\""))
  }

  @Test func theReportsForProgramsAreWellFormed() throws {
    let report = try run(
      """
      test "a & <b> \\"c\\"" {
        request GET https://shop.example.com/pay/1
        expect route old
      }

      cases (path) in [ (/pay/1), (/pay/2) ] {
        request GET https://shop.example.com${path}
        expect route pay
      }

      """)
    #expect(report.failures == 1 && report.results.count == 3)
    let parser = XMLCounter()
    #expect(parser.parse(report.junit()))
    #expect(parser.counts["testcase"] == 3)
    #expect(parser.counts["failure"] == 1)
    #expect(parser.names.contains("a & <b> \"c\""))
    let json = try #require(JSONSerialization.jsonObject(with: Data(report.json())) as? [String: Any])
    #expect(json["passed"] as? Int == 2)
    #expect(json["failed"] as? Int == 1)
    #expect((json["results"] as? [[String: Any]])?.map { $0["kind"] as? String } == ["test", "cases", "cases"])
  }
}

/// Counts the elements of an XML document by name, with a reader that refuses what is not well formed.
private final class XMLCounter {
  var counts: [String: Int] = [:]
  var names: [String] = []

  func parse(_ bytes: [UInt8]) -> Bool {
    var rest = Substring(String(decoding: bytes, as: UTF8.self))
    var open: [String] = []
    guard rest.hasPrefix("<?xml version=\"1.0\" encoding=\"UTF-8\"?>") else { return false }
    rest = rest[(rest.firstIndex(of: ">") ?? rest.startIndex)...].dropFirst()
    while let start = rest.firstIndex(of: "<") {
      if open.isEmpty && !rest[..<start].allSatisfy(\.isWhitespace) { return false }
      guard let end = rest[start...].firstIndex(of: ">") else { return false }
      let tag = rest[rest.index(after: start)..<end]
      rest = rest[rest.index(after: end)...]
      if tag.hasPrefix("/") {
        guard open.popLast() == String(tag.dropFirst()) else { return false }
        continue
      }
      let name = String(tag.prefix { $0 != " " && $0 != "/" })
      counts[name, default: 0] += 1
      guard tag.count(where: { $0 == "\"" }) % 2 == 0, !tag.contains("<") else { return false }
      if name == "testcase", let label = tag.firstRange(of: " name=\"") {
        let value = tag[label.upperBound...].prefix { $0 != "\"" }
        names.append(
          String(value).replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
            .replacing("&amp;", with: "&"))
      }
      if !tag.hasSuffix("/") { open.append(name) }
    }
    return open.isEmpty
  }
}
