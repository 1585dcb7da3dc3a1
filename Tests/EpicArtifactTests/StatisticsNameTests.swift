import EpicArtifact
import Testing

@Suite struct StatisticsNameTests {
  @Test(
    "the applier finds a cluster's statistics by its resource's name",
    arguments: [
      ("acme~acme.web/cart~1", "acme.web_cart~1"), ("~platform/status~2", "platform_status~2"),
      ("acme~acme/white[alpha]~1", "acme_white.alpha~1"), ("~status~1", "_status~1"),
      ("~white[alpha]~3", "_white.alpha~3"),
    ])
  func cluster(token: String, name: String) {
    #expect(StatisticsName.cluster(of: token[...]) == name)
  }

  @Test(
    "what is no cluster of addresses has no such name",
    arguments: [
      "", "~", "acme.web_cart~1", "acme~acme/spill~all", "acme~acme/shop~jwks~main", "a~b~", "a~b~-1", "a~b~1~2",
    ])
  func others(token: String) {
    #expect(StatisticsName.cluster(of: token[...]) == nil)
  }

  @Test("an owner has a part that ends for its tenant, and one for itself")
  func owner() {
    #expect(StatisticsName.owner(tenant: "acme", identity: "acme/shop") == "acme~acme/shop~")
    #expect(StatisticsName.owner(tenant: nil, identity: "edge") == "~edge~")
  }
}
