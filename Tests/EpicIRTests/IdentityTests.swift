import EpicIR
import Testing

@Suite struct IdentityTests {
  @Test func namesOfResourcesComeFromTheIdentityAlone() {
    let shop = Identity(tenant: "acme", package: "acme.web", name: "shop")
    #expect(shop.description == "acme.web/shop")
    #expect(shop.fileName == "acme.web_shop")
    let alpha = Identity(tenant: "acme", package: "acme.web", name: "white", key: "alpha")
    #expect(alpha.description == "acme.web/white[alpha]")
    #expect(alpha.fileName == "acme.web_white.alpha")
    #expect(shop < alpha)
  }
}
