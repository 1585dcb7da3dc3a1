import BackendDNS
import EpicArtifact
import EpicBase
import EpicIR
import EpicIRFixtures
import EpicTestTools
import Testing

/// Knot and BIND take the first claim once, and nothing of others is touched.
@Suite(.serialized) struct RealDNSTests {
  enum Server: String, CaseIterable {
    case knot, bind
    var program: RealTool? {
      switch self {
      case .knot: RealTool.find("knotd", environment: "EPIC_KNOTD")
      case .bind: RealTool.find("named", environment: "EPIC_NAMED")
      }
    }
  }
  static let isComplete =
    Server.allCases.allSatisfy { $0.program != nil }
    && ["nsupdate", "dig", "python3"].allSatisfy { RealTool.find($0) != nil }
  static let missing: Comment =
    "knotd, named, nsupdate or dig is not installed (Debian packages `knot bind9 bind9-dnsutils`)"

  private func claim(_ deployment: Deployment, on server: Server) throws -> JSONValue {
    let folder = try TemporaryFolder()
    try folder.write("update.nsupdate", emit(deployment, "example.com").bytes(DNSBackend.updateFileName))
    try folder.write(
      "claim.json",
      """
      {"server": "\(server.rawValue)", "program": "\(try #require(server.program).path)", "zone": "example.com",
       "nsupdate": "\(try #require(RealTool.find("nsupdate")).path)", "dig": "\(try #require(RealTool.find("dig")).path)",
       "records": ["shop MX 10 mail.example.net.", "@ A 203.0.113.1", "other A 203.0.113.2"],
       "foreign": "api.shop A 203.0.113.3"}
      """)
    let script = RealTool.repository() + "/Tests/Support/network/dns_claim.py"
    let result = try #require(RealTool.find("python3")).run([script, folder.path], in: folder, limit: 180)
    try #require(result.status == 0, "\(result.errors)")
    return try JSONReader.read(Array(result.output.utf8))
  }

  private func lines(_ value: JSONValue?) -> [String] { value?.elements?.compactMap(\.string) ?? [] }

  /// What the zone must hold on top of what it held, as `dig` prints it.
  private func claimed(_ deployment: Deployment) throws -> [String] {
    let records = try emit(deployment, "example.com").records()
    return records.names.flatMap { name in
      name.addresses.map {
        "\(name.name). \(name.ttlSeconds) IN \($0.family == .v4 ? "A" : "AAAA") \($0)"
      } + ["\(name.markerName). \(name.ttlSeconds) IN TXT \"\(records.marker(of: name))\""]
    }
  }

  private func expectOneClaim(_ report: JSONValue, of deployment: Deployment) throws {
    let before = lines(report["fresh"]?["before"])
    #expect(before.count == 5)
    #expect(report["unsigned"]?["status"]?.integer(Int.self) == 2)
    #expect(lines(report["fresh"]?["untouched"]) == before)
    let sent = report["fresh"]?["sent"]?.elements ?? []
    try #require(sent.count == 2)
    #expect(sent[0]["status"]?.integer(Int.self) == 0, "\(sent[0]["said"]?.string ?? "")")
    #expect(sent[1]["status"]?.integer(Int.self) == 2)
    #expect(sent[1]["said"]?.string?.contains("YXRRSET") == true, "\(sent[1]["said"]?.string ?? "")")
    let after = lines(report["fresh"]?["after"])
    #expect(Set(after) == Set(before + (try claimed(deployment))))
    #expect(lines(report["fresh"]?["last"]) == after)
  }

  @Test(.enabled(if: isComplete, missing), arguments: Server.allCases)
  func takesTheFirstClaimOnce(server: Server) throws {
    let deployment = Storefront.deployment()
    let report = try claim(deployment, on: server)
    try expectOneClaim(report, of: deployment)
    // Somebody else's record under one of the names: the whole claim is refused, the other names stay unclaimed.
    #expect(report["taken"]?["sent"]?.elements?.first?["status"]?.integer(Int.self) == 2)
    #expect(report["taken"]?["sent"]?.elements?.first?["said"]?.string?.contains("YXRRSET") == true)
    #expect(lines(report["taken"]?["after"]) == lines(report["taken"]?["before"]))
  }

  /// More names than one message carries.
  @Test(.enabled(if: isComplete, missing), arguments: Server.allCases)
  func takesClaimsOfManyMessages(server: Server) throws {
    let deployment = storefront(moreNames: 600)
    #expect(emit(deployment, "example.com").update.split(separator: "send\n").count > 2)
    try expectOneClaim(claim(deployment, on: server), of: deployment)
  }
}
