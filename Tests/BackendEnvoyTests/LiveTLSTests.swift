import EpicArtifact
import EpicBase
import EpicIR
import EpicIRFixtures
import Foundation
import Testing

/// TLS on the real Envoy: which certificate is shown, and that upstreams' certificates are checked.
@Suite(.enabled(if: !EnvoyTool.isMissing, "no Envoy at EPIC_ENVOY or build/tools/bin/envoy"))
struct LiveTLSTests {
  /// Makes a self-signed certificate in a folder below `run/secrets` and gives the digest of what clients see.
  private func make(_ name: String, names: [String], in scratch: ScratchFolder) throws -> String {
    let folder = "run/secrets/platform/\(name)"
    try scratch.write("\(folder)/.keep", Data())
    let alternatives = names.map { "DNS:\($0)" }.joined(separator: ",")
    let made = try run(
      "/usr/bin/openssl",
      [
        "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-subj", "/CN=\(name)",
        "-addext", "subjectAltName=\(alternatives)", "-keyout", "\(folder)/tls.key", "-out", "\(folder)/tls.crt",
        "-days",
        "2",
      ], in: scratch.url)
    try #require(made.status == 0, "\(made.output)")
    let pem = scratch.url.appendingPathComponent("\(folder)/tls.crt")
    try scratch.write("\(folder)/ca.crt", try Data(contentsOf: pem))
    let digest = try run(
      "/usr/bin/openssl", ["x509", "-in", pem.path, "-noout", "-fingerprint", "-sha256"], in: scratch.url)
    let hex = digest.output.split(separator: "=").last.map { $0.filter(\.isHexDigit).lowercased() }
    return try #require(hex)
  }

  @Test func theFirstCoveringCertificateIsShown() throws {
    let envoy = try LiveEnvoy()
    var edge = TestEdge()
    var digests: [String: String] = [:]
    func certificate(_ name: String, _ names: [String], _ edge: inout TestEdge) throws -> RowID<Certificate> {
      digests[try make(name, names: names, in: envoy.scratch)] = name
      return edge.builder.add(
        Certificate(
          identity: Identity(package: "test", name: name), names: names.map { HostPattern($0) }, issuer: nil,
          renewBefore: .seconds(60), secret: SecretReference(tenant: nil, name: name), origin: edge.builder.origin()))
    }
    let one = try certificate("one", ["a.test.example", "one.example"], &edge)
    let two = try certificate("two", ["*.test.example", "one.example"], &edge)
    let three = try certificate("three", ["b.test.example", "three.example"], &edge)
    let port = try edge.ingress(
      "web", hosts: [HostPattern("**.test.example"), HostPattern("one.example")], [],
      certificates: [one, two, three])
    let expected = [
      ("a.test.example", "one"), ("b.test.example", "two"), ("c.test.example", "two"), ("one.example", "one"),
      ("three.example", "three"), ("unknown.example", "one"), ("-", "one"),
    ]
    let answers = try envoy.answers(
      edge.builder.deployment, expected.map { .send(LiveRequest(port, host: "a.test.example", tls: $0.0)) })
    for ((name, wanted), answer) in zip(expected, answers) {
      #expect(answer.response?.status == 200, "\(name): \(answer)")
      #expect(digests[answer.response?.certificate ?? ""] == wanted, "\(name)")
    }
  }

  /// A request that a connection was not made for is sent back, so that the client makes another one; in clear text it is for
  /// nobody.
  @Test func hostsOfOthersAreMisdirected() throws {
    let envoy = try LiveEnvoy()
    _ = try make("wide", names: ["*.test.example"], in: envoy.scratch)
    var edge = TestEdge()
    let certificate = edge.builder.add(
      Certificate(
        identity: Identity(package: "test", name: "wide"), names: [HostPattern("*.test.example")], issuer: nil,
        renewBefore: .seconds(60), secret: SecretReference(tenant: nil, name: "wide"), origin: edge.builder.origin()))
    let hosts = [HostPattern("a.test.example"), HostPattern("*.b.test.example")]
    let secure = try edge.ingress("secure", hosts: hosts, [], certificates: [certificate])
    let clear = try edge.ingress("clear", hosts: hosts, [])
    let rows = [
      ("a.test.example", 200, 200), ("x.b.test.example", 200, 200), ("c.test.example", 421, 404),
      ("y.x.b.test.example", 421, 404), ("b.test.example", 421, 404),
    ]
    let answers = try envoy.answers(
      edge.builder.deployment,
      rows.flatMap { host, _, _ in
        [.send(LiveRequest(secure, host: host, tls: "a.test.example")), .send(LiveRequest(clear, host: host))]
      })
    for (position, (host, overTLS, inClearText)) in rows.enumerated() {
      #expect(answers[2 * position].response?.status == overTLS, "\(host) over TLS")
      #expect(answers[2 * position + 1].response?.status == inClearText, "\(host) in clear text")
    }
  }

  @Test func upstreamsProveWhoTheyAre() throws {
    var envoy = try LiveEnvoy()
    _ = try make("pay", names: ["pay.example"], in: envoy.scratch)
    _ = try make("other", names: ["pay.example"], in: envoy.scratch)
    let folder = envoy.scratch.url.appendingPathComponent("run/secrets/platform").path
    try envoy.backend("pay", tls: "\(folder)/pay")
    var edge = TestEdge()
    envoy.fill = [edge.slot("pay"): ["pay"]]
    func upstream(_ name: String, serverName: String, authority: String?, _ edge: inout TestEdge) -> RouteOutcome {
      let id = edge.upstream(name, tiers: [edge.tier([(edge.pods("pay"), nil)])])
      edge.builder.deployment.upstreams[id.index].tls = UpstreamTLS(
        serverName: serverName, authority: authority.map { SecretReference(tenant: nil, name: $0) })
      return .upstream(id)
    }
    try envoy.scratch.write(
      "run/\(EnvoyLayout.systemAuthoritiesFile)", try Data(contentsOf: URL(fileURLWithPath: "\(folder)/other/ca.crt")))
    let port = try edge.ingress(
      "web",
      [
        edge.arm("good", .path([path("/good")]), upstream("a", serverName: "pay.example", authority: "pay", &edge)),
        edge.arm("name", .path([path("/name")]), upstream("b", serverName: "other.example", authority: "pay", &edge)),
        edge.arm(
          "signer", .path([path("/signer")]), upstream("c", serverName: "pay.example", authority: "other", &edge)),
        edge.arm("system", .path([path("/system")]), upstream("d", serverName: "pay.example", authority: nil, &edge)),
      ])
    let answers = try envoy.answers(
      edge.builder.deployment, ["/good", "/name", "/signer", "/system"].map { .send(LiveRequest(port, $0)) })
    #expect(answers.map { $0.response?.status } == [200, 503, 503, 503])
  }
}
