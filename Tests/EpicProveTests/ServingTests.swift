import EpicBase
import EpicDiagnostics
import EpicIR
import EpicIRFixtures
import EpicProve
import Testing

/// Listeners, certificates, DNS and upstreams.
@Suite struct ServingTests {
  @Test func listenersFitOneAnother() {
    expect([("E0705", "ingress `shop` listens on port `443` twice")]) { $0.ingresses[2].listeners[1].port = 443 }
    expect([("E0706", "port `80` of ingress `shop` redirects to `https`, where nothing listens")]) {
      $0.ingresses[2].listeners[1].service = .redirectToHTTPS(port: 8443)
    }
    expect([("E0702", "ingress `shop` listens for `https` and has no certificate")]) {
      $0.ingresses[2].certificates = []
    }
  }

  @Test func secretsHaveShortNames() {
    let name = "ca/" + String(repeating: "n", count: SecretReference.maximumPathBytes - 12)
    #expect(findings { $0.clusters[0].access = SecretReference(tenant: nil, name: name) }.isEmpty)
    #expect(
      findings {
        $0.clusters[0].access = SecretReference(tenant: nil, name: name + "n")
        $0.zones[0].key = SecretReference(tenant: "acme", name: name)
      }.map(\.code.name) == ["E0724", "E0724"])
  }

  @Test func oneHostBelongsToOneIngressOfAnAddress() {
    #expect(findings { $0.ingresses[1].addresses = $0.ingresses[0].addresses }.isEmpty, "hosts differ")
    expect([("E0704", "`alpha.shop.example.com` on `198.51.100.31` belongs to ingress `brand` and to ingress `brand`")])
    {
      $0.ingresses[1].addresses = $0.ingresses[0].addresses
      $0.ingresses[1].hosts = $0.ingresses[0].hosts
    }
  }

  @Test func certificatesCoverEveryHost() {
    expect([
      ("E0701", "no certificate of ingress `shop` covers `www.example.com`"),
      ("E0701", "no certificate of ingress `shop` covers `a.b.shop.example.com`"),
      ("E0701", "no certificate of ingress `shop` covers `**.shop.example.com`"),
    ]) {
      $0.ingresses[2].hosts += [
        HostPattern("www.example.com"), HostPattern("a.b.shop.example.com"), HostPattern("**.shop.example.com"),
      ]
    }
    // Clear text needs no certificate.
    #expect(findings { $0.ingresses[2].listeners = [$0.ingresses[2].listeners[1]] }.map(\.code.name) == ["E0706"])
  }

  @Test func challengesAreAnsweredInTheNamesZone() {
    expect([
      (
        "E0703",
        "`www.globex.example` of certificate `www` lies outside of `example.com`, where issuer `public` answers"
          + " challenges"
      ),
      (
        "E0703",
        "`*.docs.globex.example` of certificate `www` lies outside of `example.com`, where issuer `public` answers"
          + " challenges"
      ),
    ]) { $0.certificates[1].issuer = RowID(1) }
  }

  @Test func publishedNamesLeadToTheirIngress() {
    expect([
      ("E0707", "`shop.example.com` does not lie in zone `globex.example`")
    ]) { $0.ingresses[2].publications[0].zone = RowID(1) }
    expect([("E0708", "ingress `shop` publishes `www.example.com` and does not answer for it")]) {
      $0.ingresses[2].publications[0].name = "www.example.com"
    }
    expect(
      [
        ("E0709", "`shop.example.com` is published by ingress `shop` and by ingress `partners`"),
        ("E0708", "ingress `partners` publishes `shop.example.com` and does not answer for it"),
      ].reversed()
    ) { $0.ingresses[3].publications[0].name = "shop.example.com" }
    expect([("E0710", "zone `example-com` and zone `globex-example` are both `example.com`")]) { deployment in
      deployment.zones[1].name = "example.com"
      deployment.ingresses[4].publications = []
    }
    expect([
      ("W0702", "`shop.example.com` leads to `2001:db8:a::20`, which nothing announces"),
      ("W0702", "`api.shop.example.com` leads to `2001:db8:a::140`, which nothing announces"),
    ]) { $0.pools[2].announcement = nil }
  }

  @Test func upstreamsHaveEndpoints() {
    expect([("E0719", "upstream `media` has no endpoint")], isAlone: true) { deployment in
      let media = deployment.upstreams.firstIndex { $0.identity.name == "media" } ?? 0
      deployment.upstreams[media].tiers = []
    }
    expect([("E0719", "tier `2` of upstream `cart` has no endpoint")], isAlone: true) {
      $0.upstreams[0].tiers[1].members = []
    }
    expect([("E0720", "upstream `media` uses pods of cluster `us-1`, which no tunnel reaches")]) { deployment in
      for index in deployment.upstreams.indices where deployment.upstreams[index].identity.name != "media" {
        for tier in deployment.upstreams[index].tiers.indices {
          deployment.upstreams[index].tiers[tier].members.removeAll { member in
            if case .kubernetes(let service) = member.source { service.cluster.index == 2 } else { false }
          }
        }
        deployment.upstreams[index].tiers.removeAll { $0.members.isEmpty }
        if deployment.upstreams[index].tiers.isEmpty {
          deployment.upstreams[index].tiers = deployment.upstreams[5].tiers
        }
      }
      deployment.clusters[2].tunnel = nil
    }
  }

  @Test func podsOfOneIngressShareNoAddress() {
    expect([("E0721", "ingress `brand` uses clusters `eu-1` and `eu-2`, whose pods share `10.244.128.0/17`")]) {
      $0.clusters[1].podPrefixes[0] = prefix("10.244.128.0/17")
    }
    // Clusters that no ingress uses both of may share.
    #expect(
      findings { deployment in
        deployment.clusters[1].podPrefixes[0] = prefix("10.244.128.0/17")
        deployment.ingresses = [deployment.ingresses[4]]
      }.isEmpty)
  }

  @Test func timesFitOneAnother() {
    expect([("E0722", "the health check of upstream `cart` waits `2s` for an answer and asks every `1s`")]) {
      $0.upstreams[0].health?.timeout = .seconds(2)
    }
    expect([("E0722", "the health check of upstream `cart` has an interval of `0s`")]) {
      $0.upstreams[0].health?.interval = .seconds(0)
    }
    expect([("E0722", "the health check of upstream `cart` counts to `0`")]) {
      $0.upstreams[0].health?.healthyAfter = 0
    }
    expect([("W0701", "an attempt may take `40s` of a request that may take `30s`")], isAlone: true) {
      $0.ingresses[2].policy.retry?.perTryTimeout = .seconds(40)
    }
    expect([("W0701", "connecting may take `20s` of a request that may take `10s`")]) { deployment in
      let editor = deployment.upstreams.firstIndex { $0.identity.name == "editor" } ?? 0
      deployment.upstreams[editor].connectTimeout = .seconds(20)
    }
  }
}
