import EpicBase

/// Writes the files of one tenant of a workspace of many lines: certificates, templates, ingresses with and without a
/// loop, routes with blocks and names, upstreams of machines, of pods and in loops.
struct VariedTenant {
  /// Applications of one tenant.
  static let applications = 40
  /// Applications of one file.
  private static let applicationsPerFile = 8
  /// Ingresses of one tenant: an application has one, every eighth a family of three.
  private static let ingresses = applications + applications / 8 * 2

  let number: Int
  private var random: RandomSource
  private(set) var files: [GeneratedWorkspace.File] = []
  private var text = ""

  init(_ number: Int, seed: UInt64) {
    self.number = number
    random = RandomSource(seed: seed &+ UInt64(number) &* 0xA24B_AED4_963E_E407)
    write("platform/tenants/t\(number).epic", grants)
    write("t\(number)/certificates.epic", certificates)
    write("t\(number)/templates.epic", templates)
    for first in stride(from: 0, to: VariedTenant.applications, by: VariedTenant.applicationsPerFile) {
      text = "use platform.catalog.{web-app}\n"
      for place in first..<first + VariedTenant.applicationsPerFile { application(place) }
      write("t\(number)/apps-\(first / VariedTenant.applicationsPerFile).epic", text)
    }
  }

  private mutating func write(_ path: String, _ text: String) {
    files.append(GeneratedWorkspace.File(path: path, text: Array(text.utf8)))
  }

  private var domain: String { "t\(number).example.com" }

  // MARK: The platform's side

  private var grants: String {
    """
    use platform.clouds.{eu-1, eu-2, us-1}
    use platform.edge.{edge4, example-com, internal, stable}

    /// Tenant \(number) of the generated workspace.
    tenant t\(number) {
      package   t\(number)
      owns      host **.\(domain)
      may use   pool edge4 quota \(VariedTenant.ingresses) addresses
      may use   kubernetes eu-1, eu-2, us-1 namespaces shop, web
      may use   zone example-com
      may use   issuer internal
      may use   engine stable
      may reach 10.0.0.0/9, 192.0.2.80..192.0.2.95, id.\(domain)
      limits    ingresses \(VariedTenant.ingresses), routes 2000, upstreams 500, traffic 500000/s
    }

    """
  }

  // MARK: Shared by the tenant's applications

  private var certificates: String {
    """
    /// The names of all applications.
    certificate wild { names *.\(domain); issuer internal; renew 30d before }

    /// The names of the brands.
    certificate brands {
      names  *.brand.\(domain)
      issuer internal
      renew  10d before
    }

    """
  }

  private var templates: String {
    """
    use platform.edge.{stable}

    /// What the tenant's brands start from; the gold ones try again.
    template brand-page(name: host, grade: gold | silver = silver) for ingress {
      host     name
      listen   https 443 tls min 1.3
      listen   http 80 redirect https
      engine   stable
      sites    all
      default  timeout request 10s
      limit    timeout request <= 30s
      final    response-header strict-transport-security "max-age=31536000"
      required tls
      if grade is gold {
        default retry 1 on connect-failure
      }
    }

    """
  }

  // MARK: Applications

  private mutating func application(_ place: Int) {
    let name = "app-\(place)"
    if place % 8 == 7 { brands(name, place) } else { ingress(name, place) }
    routes(name)
    upstreams(name, place)
  }

  private mutating func ingress(_ name: String, _ place: Int) {
    text += """

      /// Application \(place) of tenant \(number).
      ingress \(name) from web-app(name: a\(place).\(domain)) {
        address one from edge4
        tls     certificate wild
        dns     publish a\(place).\(domain) in example-com
        override timeout request \(20 + random.below(20))s because "its reports take long"

      """
    if place % 2 == 0 {
      text += """
          auth jwt main {
            issuer   https://id.\(domain)
            jwks     https://id.\(domain)/jwks.json verify secret ca/identity
            audience "\(name)"
            missing  allowed
          }

        """
    }
    text += "  routes  \(name)-routes\n}\n"
  }

  private mutating func brands(_ name: String, _ place: Int) {
    text += "\n/// Three brands that share their routes.\nfor b in [\n"
    for brand in ["alpha", "beta", "gamma"] {
      text += "  { key: \"\(brand)\", host: \(brand)-\(place).brand.\(domain) },\n"
    }
    text += """
      ] {
        ingress \(name)[b.key] from brand-page(name: (b.host), grade: \(random.oneIn(2) ? "gold" : "silver")) {
          address one from edge4
          tls     certificate brands
          routes  \(name)-routes
        }
      }

      """
  }

  // MARK: Routes

  private mutating func routes(_ name: String) {
    text += """

      /// The first arm that fits takes the request.
      routes \(name)-routes {
        let is-inside = client in [192.0.2.128/26, 2001:db8:ff00::/40]
        let is-tester = header x-beta is "\(random.below(100))" or cookie beta is "on"

        under /api/** {
          inside: when is-inside -> \(name)-canary
          tester: when is-tester -> \(name)-canary
          trial:  when path /api/v2/** and cohort(cookie sid, salt: "\(name)") < \(1 + random.below(20))% -> \(name)-next
          canary: when path /api/v2/** -> split { 95% \(name)-main; 5% \(name)-canary }
          otherwise -> \(name)-main { retry 2 on connect-failure, 5xx within 2s }
        }


      """
    for arm in 0..<12 { text += "  \(self.arm(arm, name))\n" }
    text += "  otherwise -> respond 404\n}\n"
  }

  /// Every kind of match and outcome in turn; the path keeps each from shadowing another.
  private mutating func arm(_ place: Int, _ name: String) -> String {
    let word = random.pick(["static", "pay", "cart", "search", "account", "media"]) ?? "static"
    let path = "/\(word)-\(place)"
    let label = "\(word)-\(place):"
    let upstream = "\(name)-\(random.pick(["main", "canary", "next"]) ?? "main")"
    switch place % 12 {
    case 0: return "\(label) when path \(path) -> \(upstream)"
    case 1: return "\(label) when path \(path)/** and method in [GET, HEAD] -> \(upstream)"
    case 2: return "\(label) when path \(path)/{id}/items -> \(upstream) { rewrite path \"/items/${id}\" }"
    case 3: return "\(label) when path \(path)/** -> \(upstream) { timeout request \(1 + random.below(20))s }"
    case 4: return "\(label) when path \(path)/** and header content-type starts \"image/\" -> \(name)-shard[a]"
    case 5: return "\(label) when path \(path)/** and (is-inside or cookie team is \"edge\") -> \(name)-shard[b]"
    case 6: return "\(label) when path \(path)/{rest...} -> redirect 308 \"/new-\(place)/${rest}\""
    case 7: return "\(label) when path \(path)/** -> respond \(random.pick(["403", "410"]) ?? "403")"
    case 8: return "\(label) when path \(path)/** and query q exists -> \(upstream)"
    case 9: return "\(label) when path \(path)/** and not is-tester -> split { 80% \(name)-main; 20% \(name)-next }"
    case 10:
      return """
        \(label) when path \(path)/** -> \(upstream) {
            rewrite path "/members"
            timeout request \(1 + random.below(20))s
          }
        """
    default: return "\(label) when path matches re\"\(path)/v[0-9]+/[a-z]+\" -> \(upstream)"
    }
  }

  // MARK: Upstreams

  private mutating func upstreams(_ name: String, _ place: Int) {
    text += """

      upstream \(name)-main {
        health  http GET /healthz every 1s timeout 500ms healthy after 1 unhealthy after 2
        balance least-request
        tier 1 {
          60% kubernetes eu-1 service shop/\(name):http
          40% kubernetes eu-2 service shop/\(name):http
        }
        tier 2 { kubernetes us-1 service shop/\(name):http }
        spill to next tier below \(50 + random.below(40))% healthy
        panic never
      }

      upstream \(name)-canary { tier 1 { kubernetes eu-1 service web/\(name)-canary:http } }

      upstream \(name)-next {
        endpoint \((0..<6).map { "\(address(place, $0)):8080" }.joined(separator: ", "))
        health   tcp every 2s timeout 1s healthy after 1 unhealthy after 2
        timeout  connect \(100 * (1 + random.below(9)))ms
        max      connections \(100 * (1 + random.below(9)))
      }

      for s in ["a", "b"] {
        upstream \(name)-shard[s] {
          endpoint \((6..<10).map { "\(address(place, $0)):8080" }.joined(separator: ", "))
          health   http GET /ready every 5s timeout 1s healthy after 2 unhealthy after 3
          balance  least-request
        }
      }

      """
  }

  /// An address of 10.0.0.0/9 that is no other endpoint's, for up to 8192 tenants.
  private func address(_ place: Int, _ endpoint: Int) -> String {
    let whole = (number * VariedTenant.applications + place) * 10 + endpoint
    return "10.\(whole >> 16 & 127).\(whole >> 8 & 255).\(whole & 255)"
  }
}
