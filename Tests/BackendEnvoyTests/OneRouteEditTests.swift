import BackendEnvoy
import EpicArtifact
import EpicBackend
import EpicBase
import EpicIR
import EpicIRFixtures
import Testing

/// What an edit of one route changes, however many there are: of the files that Envoy subscribes to, one.
@Suite struct OneRouteEditTests {
  private enum Edit: CaseIterable {
    case outcome, path, insertion, removal
  }

  private func artifacts(_ deployment: Deployment) throws -> [String: [UInt8]] {
    let files = try StaticFormTests.instance(deployment, node: "here-1")
    return Dictionary(uniqueKeysWithValues: files.map { ($0.path, $0.bytes) })
  }

  /// Paths of what differs or is in one alone.
  private func changes(_ before: [String: [UInt8]], _ after: [String: [UInt8]]) -> Set<String> {
    Set(before.keys).union(after.keys).filter { before[$0] != after[$0] }
  }

  private func edge(ingresses: Int, routes: Int) throws -> TestEdge {
    var edge = TestEdge()
    let upstream = edge.upstream("up", tiers: [edge.tier([(edge.pods("p"), nil)])])
    for ingress in 0..<ingresses {
      let arms = (0..<routes).map { edge.arm("r\($0)", .path([path("/service-\($0)/**")]), .upstream(upstream)) }
      try edge.ingress("web-\(ingress)", port: UInt16(1024 + ingress), arms)
    }
    return edge
  }

  /// Makes the edit in the middle of a table.
  private func edited(_ edge: TestEdge, table: Int, _ edit: Edit) -> Deployment {
    var edge = edge
    let place = edge.builder.deployment.routeTables[table].arms.count / 2
    let other = edge.arm("other", .path([path("/other/**")]))
    var deployment = edge.builder.deployment
    switch edit {
    case .outcome: deployment.routeTables[table].arms[place].outcome = other.outcome
    case .path: deployment.routeTables[table].arms[place].predicate = other.predicate
    case .insertion: deployment.routeTables[table].arms.insert(other, at: 0)
    case .removal: deployment.routeTables[table].arms.remove(at: 0)
    }
    return deployment
  }

  @Test func ofTenThousandRoutesOfOneIngress() throws {
    let edge = try edge(ingresses: 1, routes: 10_000)
    let before = try artifacts(edge.builder.deployment)
    let written = String(decoding: try #require(before["routes/test_web-0~1024.json"]), as: UTF8.self)
    #expect(written.contains("prefix_match_map"))
    for edit in [Edit.outcome, .insertion] {
      let after = try artifacts(edited(edge, table: 0, edit))
      let expected: Set = ["routes/test_web-0~1024.json", "routes/test_web-0~1024.pb", EnvoyLayout.staticFile]
      #expect(changes(before, after) == expected, "\(edit)")
    }
  }

  @Test func ofTenThousandIngresses() throws {
    let edge = try edge(ingresses: 10_000, routes: 1)
    let before = try artifacts(edge.builder.deployment)
    #expect(before.keys.count { $0.hasPrefix("routes/") && !EnvoyLayout.isProtobuf($0) } == 10_000)
    let after = try artifacts(edited(edge, table: 7000, .outcome))
    let expected: Set = ["routes/test_web-7000~8024.json", "routes/test_web-7000~8024.pb", EnvoyLayout.staticFile]
    #expect(changes(before, after) == expected)
  }

  @Test(arguments: [20, 200]) func everyEdit(routes: Int) throws {
    let edge = try edge(ingresses: 3, routes: routes)
    let before = try artifacts(edge.builder.deployment)
    for edit in Edit.allCases {
      let after = try artifacts(edited(edge, table: 1, edit))
      let expected: Set = ["routes/test_web-1~1025.json", "routes/test_web-1~1025.pb", EnvoyLayout.staticFile]
      #expect(changes(before, after) == expected, "\(edit)")
    }
  }
}
