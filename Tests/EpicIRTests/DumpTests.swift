import EpicBase
import EpicIR
import EpicIRFixtures
import Testing

@Suite struct DumpTests {
  private func text(_ deployment: Deployment, provenance: Bool = false) -> String {
    String(decoding: deployment.dumped(includingProvenance: provenance), as: UTF8.self)
  }

  @Test func declarationsReadLikeTheLanguage() {
    let dump = text(Storefront.deployment())
    #expect(dump.hasPrefix("deployment storefront edition 2026 sequence 7\n\ntenant acme\n  hosts shop.example.com, "))
    #expect(
      dump.contains(
        """

        upstream acme/catalog of acme
          tier 1 single
            kubernetes platform.clouds/eu-1 service shop/catalog:http
          tier 2 single
            endpoint 192.0.2.90:8080
          tier 3 single
            cdn platform.clouds/fastly-main path-prefix "/catalog"
          health http GET "/healthz" status 200 every 1s timeout 500ms healthy after 1 unhealthy after 2
          balance round-robin
          protocol h1
          spill below 70%

        """))
    #expect(
      dump.contains(
        """
          eu: under /api/** when (country in [AT, DE, FR] and not asn in [AS64500])
            -> acme/cart-eu

        """))
    #expect(dump.contains("  address 198.51.100.31 from platform.network/anycast4\n"))
  }

  @Test func whatIsOnlyRecordedIsShown() {
    var deployment = Storefront.deployment()
    deployment.tenants[0].traffic = Rate(count: 50_000, unit: .second)
    deployment.geoDatabases[0].refreshesFromFile = true
    deployment.ingresses[0].templateRules = [
      TemplateRule(field: .responseHeader("x-a"), demand: .final, origin: deployment.ingresses[0].origin),
      TemplateRule(field: .requestTimeout, demand: .limit(.atMost, 60_000), origin: deployment.ingresses[0].origin),
      TemplateRule(field: .retry, demand: .limit(.below, 3), origin: deployment.ingresses[0].origin),
    ]
    let dump = text(deployment)
    #expect(dump.contains("  limits traffic 50000/s\n") && dump.contains("  refresh from file\n"))
    #expect(dump.contains("  final response-header x-a\n  limit timeout request <= 1m\n  limit retry < 3\n"))
  }

  @Test func provenanceIsLeftOutUnlessAskedFor() {
    var moved = Storefront.deployment()
    let original = moved
    moved.ingresses[0].origin.span.start += 1
    moved.sources[0].sha256 = String(repeating: "1", count: 64)
    #expect(moved.dumped() == original.dumped())
    #expect(moved.dumped(includingProvenance: true) != original.dumped(includingProvenance: true))
    #expect(text(original, provenance: true).contains("ingress acme/shop of acme @acme/shop.epic:"))
    #expect(!text(original).contains(" @"))
  }
}
