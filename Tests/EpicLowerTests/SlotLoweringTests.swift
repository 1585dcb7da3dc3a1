import EpicBase
import EpicIR
import EpicLower
import Testing

/// What fills a slot becomes routes of the ingress that fills it, and of no other.
@Suite struct SlotLoweringTests {
  /// The storefront without a route that only one of the brands can take.
  private func written() throws -> Workspace {
    try Workspace.storefront().replacing(
      "  alpha:  when host alpha.shop.example.com and path /campaign -> redirect 301 \"https://shop.example.com/sale/alpha\"\n",
      with: "", in: "acme/routes.epic")
  }

  private func workspace(_ fills: String) throws -> Workspace {
    try written()
      .replacing("  required tls\n", with: "  required tls\n  slot routes early\n", in: "platform/catalog/web-app.epic")
      .replacing("    routes  brand-routes\n", with: "    routes  brand-routes\n    \(fills)\n", in: "acme/shop.epic")
  }

  private func tables(_ deployment: Deployment) -> [String: [String]] {
    var result: [String: [String]] = [:]
    for ingress in deployment.ingresses {
      let arms = deployment.routeTables(of: ingress).map { deployment.routeTables[$0].arms.map(\.name) }
      result[ingress.identity.description] = arms.first
    }
    return result
  }

  @Test func aSlotThatNothingFillsIsNothing() throws {
    let before = try #require(try written().build().deployment)
    let after = try #require(try workspace("").build().deployment)
    #expect(after.routeTables.map(\.arms.count) == before.routeTables.map(\.arms.count))
    #expect(tables(after) == tables(before))
  }

  @Test func eachIngressThatFillsItHasRoutesOfItsOwn() throws {
    let build = try workspace(
      "if b.key is \"beta\" { fill routes early { closed: when path /closed/** -> respond 403 } }"
    ).build()
    #expect(build.listing == "")
    let deployment = try #require(build.deployment)
    let written = ["assets", "otherwise"]
    #expect(tables(deployment)["acme/brand[alpha]"] == written)
    #expect(tables(deployment)["acme/brand[beta]"] == ["closed"] + written)
    let identities = deployment.routeTables.map(\.identity.description)
    #expect(Set(identities).count == identities.count)
    #expect(identities.last == "acme/brand-routes[acme/brand[beta]]")
    #expect(try Deployment(decoding: deployment.encoded()) == deployment)
  }

  /// The first takes the written table's row, for nobody answers by that any more; a mistake in it is found once.
  @Test func aTableThatNobodyAnswersByIsGone() throws {
    let fill = "fill routes early { closed: when path /closed/** -> respond 403 }"
    let deployment = try #require(try workspace(fill).build().deployment)
    let all = ["closed", "assets", "otherwise"]
    #expect(tables(deployment)["acme/brand[alpha]"] == all)
    #expect(tables(deployment)["acme/brand[beta]"] == all)
    #expect(deployment.routeTables.filter { $0.identity.name == "brand-routes" }.map(\.arms.count) == [3, 3])
    let wrong = try workspace(fill).replacing(
      "  assets: when path /static/** -> cdn-assets\n  otherwise",
      with: "  assets: when path /static/** -> cdn-assets\n  late: when path /static/x -> cdn-assets\n  otherwise",
      in: "acme/routes.epic")
    #expect(wrong.build().listing == "E0407 route `late` can never match")
  }

  @Test func aFillThatTakesEverythingOfARouteIsFound() throws {
    let wrong = try workspace("fill routes early { files: when path /static/** -> respond 403 }")
    #expect(wrong.build().listing == "E0407 route `assets` can never match")
  }
}
