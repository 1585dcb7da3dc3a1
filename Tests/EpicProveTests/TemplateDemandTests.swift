import EpicBase
import EpicDiagnostics
import EpicIR
import EpicIRFixtures
import EpicProve
import Testing

/// What a template says for good, and its limits, hold on every route of an ingress made from it.
@Suite struct TemplateDemandTests {
  /// Codes where the first arm of the ingress's routes says what `configure` does.
  private func codes(
    _ field: TemplateRule.Field, _ demand: TemplateRule.Demand, own: (inout RoutePolicy) -> Void = { _ in },
    _ configure: @escaping (inout RouteArm) -> Void
  ) -> [String] {
    var ingress = RoutePolicy()
    own(&ingress)
    return findings { deployment in
      let table = deployment.routeTables(of: deployment.ingresses[4])[0]
      configure(&deployment.routeTables[table.index].arms[0])
      deployment.ingresses[4].policy = ingress
      deployment.ingresses[4].templateRules = [
        TemplateRule(field: field, demand: demand, origin: deployment.ingresses[0].origin)
      ]
    }.map(\.code.name)
  }

  private func edit(_ operation: HeaderEdit.Operation, _ value: String = "") -> HeaderEdit {
    HeaderEdit(name: "x-a", operation: operation, value: value)
  }

  @Test func finalFields() {
    let field = TemplateRule.Field.responseHeader("x-a")
    let own: (inout RoutePolicy) -> Void = { $0.responseHeaders = [edit(.set, "1")] }
    #expect(codes(field, .final, own: own) { _ in }.isEmpty)
    #expect(codes(field, .final, own: own) { $0.policy.responseHeaders = [edit(.set, "1")] }.isEmpty)
    #expect(codes(field, .final, own: own) { $0.policy.requestHeaders = [edit(.remove)] }.isEmpty)
    #expect(codes(field, .final, own: own) { $0.policy.responseHeaders = [edit(.set, "2")] } == ["E0458"])
    #expect(codes(field, .final, own: own) { $0.policy.responseHeaders = [edit(.remove)] } == ["E0458"])
    #expect(codes(field, .final, own: own) { $0.policy.responseHeaders = [edit(.append, "2")] } == ["E0458"])
    #expect(
      codes(field, .final, own: own) { arm in
        arm.outcome = .respond(DirectResponse(status: 200, body: [], contentType: "", headers: [edit(.set, "2")]))
      }.contains("E0458"))
    #expect(
      codes(.requestTimeout, .final, own: { $0.requestTimeout = TimeSpan(milliseconds: 1) }) {
        $0.policy.requestTimeout = TimeSpan(milliseconds: 2)
      } == ["E0458"])
    #expect(
      codes(.rewriteHost, .final, own: { $0.rewriteHost = "a.example" }) { $0.policy.rewriteHost = "b.example" }
        == ["E0458"])
  }

  @Test func limits() {
    func request(_ bound: TemplateRule.Bound, _ milliseconds: UInt64) -> [String] {
      codes(.requestTimeout, .limit(bound, 60_000)) {
        $0.policy.requestTimeout = TimeSpan(milliseconds: milliseconds)
      }
    }
    #expect(request(.atMost, 60_000).isEmpty && request(.atMost, 60_001) == ["E0459"])
    #expect(request(.below, 60_000) == ["E0459"] && request(.below, 59_999).isEmpty)
    #expect(request(.atLeast, 60_000).isEmpty && request(.atLeast, 59_999) == ["E0459"])
    // Envoy takes a timeout of nothing as none at all.
    #expect(request(.atMost, 0) == ["E0459"] && request(.below, 0) == ["E0459"] && request(.atLeast, 0).isEmpty)
    #expect(request(.above, 60_000) == ["E0459"] && request(.above, 60_001).isEmpty)
    #expect(codes(.requestTimeout, .limit(.atMost, 1)) { $0.policy.idleTimeout = TimeSpan(milliseconds: 9) }.isEmpty)
  }

  /// A table that many ingresses share is reported once a field and route, not once an ingress.
  @Test func sharedTablesAreReportedOnce() {
    let found = findings { deployment in
      let table = deployment.routeTables(of: deployment.ingresses[0])[0]
      deployment.routeTables[table.index].arms[0].policy.requestTimeout = TimeSpan(milliseconds: 3_600_000)
      for index in deployment.ingresses.indices {
        deployment.ingresses[index].templateRules = [
          TemplateRule(
            field: .requestTimeout, demand: .limit(.atMost, 60_000),
            origin: Origin(deployment.ingresses[0].origin.span, through: deployment.ingresses[index].origin.span))
        ]
      }
    }
    #expect(found.map(\.code.name).filter { $0 == "E0459" }.count == 1)
  }
}
