import EpicBase
import EpicDiagnostics
import EpicIR
import EpicSema
import Testing

/// What declarations evaluate to.
@Suite struct EvaluationTests {
  @Test func templateFieldsComeFirstAndOverridesStayInPlace() throws {
    let outcome = Workspace(
      """
      template a(t: duration) for upstream { default timeout connect t; balance random }
      template b for upstream from a(t: 5s) { override balance least-request }
      upstream u from b { endpoint 192.0.2.9:80; override timeout connect 3s because "near" }
      """
    ).check()
    #expect(outcome.listing == "")
    let upstream = try #require(outcome.program.declarations(of: .upstream).first)
    #expect(upstream.fields.map(\.name) == [.timeoutConnect, .balance, .endpoint])
    #expect(upstream.field(.timeoutConnect)?.duration(.timeout) == TimeSpan(milliseconds: 3000))
    #expect(upstream.field(.balance)?.word(.value) == "least-request")
    #expect(upstream.field(.balance)?.origin.application != nil)
    #expect(upstream.template == "b")
  }

  @Test func listEdits() throws {
    let outcome = Workspace(
      """
      template a for upstream { endpoint 192.0.2.9:80, 192.0.2.8:80 }
      upstream u from a { append endpoint 192.0.2.7:80; prepend endpoint 192.0.2.6:80; remove endpoint 192.0.2.9:80 }
      upstream v from a { override replace endpoint pay.example.com:443 }
      """
    ).check()
    #expect(outcome.listing == "")
    let upstreams = outcome.program.declarations(of: .upstream)
    let ends = upstreams.map { $0.field(.endpoint)?.all(.endpoints) { $0.endpoint?.description } ?? [] }
    #expect(ends == [["192.0.2.6:80", "192.0.2.8:80", "192.0.2.7:80"], ["pay.example.com:443"]])
  }

  @Test func membersOfFamiliesAreOrderedByKey() {
    let outcome = Workspace(
      """
      for b in [ { key: "beta", port: 80 }, { key: "alpha", port: 81 } ] {
        if b.port is 80 { upstream u[b.key] { endpoint 192.0.2.9:80 } } else { upstream u[b.key] { endpoint 192.0.2.8:80 } }
      }
      routes r { a: when path /a -> u[beta]; otherwise -> u[alpha] }
      """
    ).check()
    #expect(outcome.listing == "")
    #expect(outcome.program.declarations(of: .upstream).map(\.identity.description) == ["p/u[alpha]", "p/u[beta]"])
    #expect(outcome.program.routeTables[0].arms.map(\.outcome) == [.upstream(RowID(1)), .upstream(RowID(0))])
  }

  @Test func predicates() throws {
    let outcome = Workspace(
      """
      let eu = [DE, FR]
      upstream u { endpoint 192.0.2.9:80 }
      routes r {
        let gold = jwt.claim("plan") in ["gold", "platinum"]
        a: when gold and not (country in eu or asn is AS64500) -> u
        b: when cohort(jwt(main).sub else cookie sid, salt: "x") >= 5% -> u
        c: when header X-Beta starts "1" or host **.Example.com -> u
        d: when path matches re"/a\\"+" and method not in [GET, HEAD] -> u
        under /api/** { e: when path /api/{id} -> u { rewrite path "/items/${id}" }; otherwise -> respond 404 }
        otherwise -> redirect 302 "https://a.example.com:8443?x=1"
      }
      """
    ).check()
    #expect(outcome.listing == "")
    let arms = outcome.program.routeTables[0].arms
    #expect(arms.map(\.name) == ["a", "b", "c", "d", "e", "otherwise in /api/**", "otherwise"])
    #expect(
      arms[0].predicate
        == .all([
          .text(.jwtClaim(provider: nil, path: ["plan"]), .isOneOf(["gold", "platinum"])),
          .not(.any([.country(["DE", "FR"]), .autonomousSystem([ASNumber(64500)])])),
        ]))
    #expect(
      arms[1].predicate
        == .cohort(
          CohortTest(
            keys: [.jwtClaim(provider: "main", path: ["sub"]), .cookie("sid")], salt: "x", lower: 50_000,
            upper: 1_000_000)))
    #expect(
      arms[2].predicate
        == .any([.text(.header("x-beta"), .startsWith("1")), .host([HostPattern("**.example.com")])]))
    #expect(arms[3].predicate == .all([.pathMatches("/a\"+"), .not(.method(["GET", "HEAD"]))]))
    #expect(arms[4].blocks == [PathPattern(segments: [.literal("api")], tail: .subtree)])
    #expect(arms[4].policy.rewritePath == CaptureTemplate(parts: [.literal("/items/"), .capture("id")]))
    guard case .redirect(let redirect) = arms[6].outcome else {
      Issue.record("no redirect")
      return
    }
    #expect(redirect.host == "a.example.com" && redirect.port == 8443 && redirect.isTLS == true)
    #expect(redirect.target == CaptureTemplate(parts: [.literal("/?x=1")]))
  }

  @Test func secretsAreOfTheStoreOfTheText() throws {
    let outcome = Workspace([
      ("base/a.epic", "tenant acme { package acme; may reach 192.0.2.80 }"),
      ("acme/a.epic", "upstream u { endpoint 192.0.2.80:80; tls sni a.example.com verify secret ca/x }"),
      ("p/a.epic", "upstream u { endpoint 192.0.2.80:80; tls sni a.example.com verify secret ca/x }"),
    ]).check()
    #expect(outcome.listing == "")
    let secrets = outcome.program.declarations(of: .upstream).map { $0.field(.tlsSNI)?.secret(.secret)?.path }
    #expect(secrets == ["tenants/acme/ca/x", "platform/ca/x"])
  }

  @Test func delegatedHostsBelongToWhomTheyAreGiven() {
    let outcome = Workspace([
      (
        "base/a.epic",
        """
        export issuer internal { local-ca secret ca/internal }
        tenant acme { package acme; owns host **.example.com; delegate host **.dev.example.com to dev; may use issuer internal }
        tenant dev { package dev; may use issuer internal }
        """
      ),
      ("acme/a.epic", ""),
      ("dev/a.epic", "certificate c { names a.dev.example.com; issuer internal }"),
    ]).check()
    #expect(outcome.listing == "")
  }

  @Test func dataBytesAreChecked() throws {
    let digest = "8f434346648f6b96df89dda901c5176b10a6d83961dd3c1ac88b59b2dc327aa4"
    let outcome = Workspace(
      "routes r { otherwise -> respond 503 { body data \"x.html\" sha256 \"\(digest)\" type \"text/html\" } }",
      data: ["p/x.html": [104, 105]]
    ).check()
    #expect(outcome.listing == "")
    guard case .respond(let response) = outcome.program.routeTables[0].arms[0].outcome else {
      Issue.record("no answer")
      return
    }
    #expect(response.body == [104, 105] && response.contentType == "text/html")
    #expect(outcome.program.dataFiles.map(\.path) == ["p/x.html"])
  }

  @Test func stepBudgetEndsEvaluationWithOneError() {
    var workspace = Workspace((0..<50).map { "upstream u\($0) { endpoint 192.0.2.9:80 }" }.joined(separator: "\n"))
    workspace.stepLimit = 40
    #expect(workspace.check().codes == ["E0902"])
  }
}
