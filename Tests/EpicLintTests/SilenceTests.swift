import EpicCompiler
import EpicDiagnostics
import Testing

/// What only looks like something to find.
@Suite struct SilenceTests {
  /// The findings in the base with other files over it.
  private func findings(_ files: [String: String]) throws -> String {
    rendered(Compiler.lint(try LintCase.workspace(files.mapValues { Array($0.utf8) })))
  }

  /// An ingress of its own for routes.
  private func ingress(_ name: String, routes: String) -> String {
    """
    certificate \(name) { names \(name).shop.example.com; issuer internal; renew 30d before }

    ingress \(name) from platform.web-app(name: \(name).shop.example.com) {
      address one from anycast4
      tls     certificate \(name)
      routes  \(routes)
    }

    """
  }

  @Test func namesOfOtherPackagesAreUsedByTheirPath() throws {
    let text = try findings([
      "acme/parts/routes.epic": """
      use acme

      routes part-routes {
        beta: when acme.is-beta -> acme.shared
        otherwise -> split { 50% acme.shared; 50% spare }
      }

      upstream spare { tier 1 { kubernetes eu-1 service shop/spare:http } }

      """ + ingress("parts", routes: "part-routes"),
      "acme/shared.epic": """
      /// Testers.
      export let is-beta = header x-beta is "1"

      /// Shared with the parts.
      export upstream shared { tier 1 { kubernetes eu-1 service shop/shared:http } }

      """,
    ])
    #expect(text == "")
  }

  @Test func membersOfFamiliesAreUsedByTheirKey() throws {
    let text = try findings([
      "acme/brands.epic": """
      let brands = [{ key: "alpha", host: alpha.shop.example.com }, { key: "beta", host: beta.shop.example.com }]

      for b in brands {
        upstream brand[b.key] { tier 1 { kubernetes eu-1 service shop/brand:http } }
        certificate brand[b.key] { names (b.host); issuer internal; renew 30d before }
        ingress brand[b.key] from platform.web-app(name: (b.host)) {
          address one from anycast4
          tls     certificate brand[b.key]
          routes  brand[b.key]
        }
        routes brand[b.key] { otherwise -> brand[b.key] }
      }

      """
    ])
    #expect(text == "")
  }

  /// A name in a constant is looked up where the constant is used: the `use` line that brings it is needed there.
  @Test func constantsHoldNamesAsWords() throws {
    let text = try findings([
      "acme/copies.epic": """
      /// Hosts and what they show.
      export let copies = [{ key: "one", shown: wide }]

      /// Shown by all copies.
      export certificate wide { names one.shop.example.com; issuer internal; renew 30d before }

      """,
      "acme/parts/copies.epic": """
      use acme.{copies, wide}

      for c in copies {
        ingress copy[c.key] from platform.web-app(name: one.shop.example.com) {
          address one from anycast4
          tls     certificate (c.shown)
          routes  copy-routes
        }
      }

      routes copy-routes { otherwise -> respond 404 }

      """,
    ])
    #expect(text == "")
  }

  @Test func textMentionsConstants() throws {
    let text = try findings([
      "acme/texts.epic": """
      let team = "shop"
      let note = "the ${team} team"
      routes note-routes { otherwise -> respond 404 { body "ask ${note}" } }

      """ + ingress("texts", routes: "note-routes")
    ])
    #expect(text == "")
  }

  @Test func branchesThatAreNotTakenUseWhatTheyName() throws {
    let text = try findings([
      "acme/branches.epic": """
      let is-live = false

      upstream live { tier 1 { kubernetes eu-1 service shop/live:http } }
      certificate live { names live.shop.example.com; issuer internal; renew 30d before }
      routes live-routes { otherwise -> respond 404 }

      if is-live {
        ingress live from platform.web-app(name: live.shop.example.com) {
          address one from anycast4
          tls     certificate live
          routes  live-routes
        }
      }

      """,
      "acme/routes.epic": """
      routes shop-routes {
        if is-live { live: when path /live/** -> live }
        otherwise -> cart
      }

      """,
    ])
    #expect(text == "")
  }

  @Test func parametersAreMentionedInHeadersDefaultsAndConditions() throws {
    let text = try findings([
      "acme/templates.epic": """
      template base-app(host: host, limit: duration) for ingress from platform.web-app(name: (host)) {
        override timeout request limit
      }

      template app(
        host: host, limit: duration = 20s, longest: duration = limit, retries: integer = 0
      ) for ingress from base-app(host: (host), limit: longest) {
        if retries > 0 { retry 1 on connect-failure }
      }

      certificate app { names app.shop.example.com; issuer internal; renew 30d before }

      ingress app from app(host: app.shop.example.com) {
        address one from anycast4
        tls     certificate app
        routes  shop-routes
      }

      """
    ])
    #expect(text == "")
  }

  @Test func namesOfOtherBodiesAreNotHidden() throws {
    let text = try findings([
      "acme/routes.epic": """
      routes shop-routes {
        under /a/** {
          let is-beta = header x-beta is "1"
          beta: when is-beta -> cart-next
          otherwise -> cart
        }
        under /b/** {
          let is-beta = cookie beta is "1"
          old: when is-beta -> cart-next
          otherwise -> cart
        }
        otherwise -> cart
      }

      """
    ])
    #expect(text == "")
  }

  @Test func anOverrideThatDependsOnAParameterMayRestate() throws {
    let text = try findings([
      "acme/shop.epic": """
      let slow = 15s

      certificate shop { names shop.example.com; issuer internal; renew 30d before }

      ingress shop from platform.web-app(name: shop.example.com) {
        address  one from anycast4
        tls      certificate shop
        override timeout request slow
        routes   shop-routes
      }

      """
    ])
    #expect(text == "")
  }

  @Test func anOverrideOfAListThatTheTemplateEditsDoesNotRestate() throws {
    let text = try findings([
      "acme/templates.epic": """
      template two-hosts() for ingress {
        host    www.shop.example.com
        append  host shop.example.com
        listen  https 443 tls min 1.2
        engine  stable
        sites   all
        timeout request 15s
      }

      """,
      "acme/shop.epic": """
      certificate shop { names www.shop.example.com; issuer internal; renew 30d before }

      ingress shop from two-hosts {
        override host www.shop.example.com
        address one from anycast4
        tls     certificate shop
        routes  shop-routes
      }

      """,
    ])
    #expect(text == "")
  }

  @Test func wildcardsThatAHostNeedsAreNeeded() throws {
    let text = try findings([
      "acme/shop.epic": """
      certificate shop { names shop.example.com, *.shop.example.com; issuer internal; renew 30d before }

      ingress shop from platform.web-app(name: shop.example.com) {
        address one from anycast4
        tls     certificate shop
        routes  shop-routes
      }

      ingress next from platform.web-app(name: next.shop.example.com) {
        address one from anycast4
        tls     certificate shop
        routes  shop-routes
      }

      """
    ])
    #expect(text == "")
  }

  @Test func aPathWithACaptureIsNotImpliedByItsBlock() throws {
    let text = try findings([
      "acme/routes.epic": """
      routes shop-routes {
        under /a/** {
          one: when path /a/{rest...} and method is GET -> redirect 308 "/b/${rest}"
          two: when path /a/b/** and method is POST -> cart
          otherwise -> respond 404
        }
        otherwise -> cart
      }

      """
    ])
    #expect(text == "")
  }

  @Test func timeoutsOfEveryRouteAreEnough() throws {
    let text = try findings([
      "acme/plain.epic": """
      certificate plain { names plain.shop.example.com; issuer internal; renew 30d before }

      ingress plain {
        host    plain.shop.example.com
        listen  https 443 tls min 1.2
        address one from anycast4
        engine  stable
        sites   all
        tls     certificate plain
        routes  plain-routes
      }

      routes plain-routes {
        slow: when path /slow/** -> cart { timeout request 60s }
        gone: when path /gone/** -> respond 410
        otherwise -> cart { timeout request 5s }
      }

      """
    ])
    #expect(text == "")
  }
}
