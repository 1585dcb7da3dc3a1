/// The files of a new workspace: one site, one pool, one tenant with one application.
enum Scaffold {
  /// A lower-case DNS label that starts with a letter.
  static func isName(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard let first = bytes.first, let last = bytes.last, bytes.count <= 63 else { return false }
    let isLetter = { (byte: UInt8) in byte >= 97 && byte <= 122 }
    let isDigit = { (byte: UInt8) in byte >= 48 && byte <= 57 }
    return isLetter(first) && (isLetter(last) || isDigit(last))
      && bytes.allSatisfy { isLetter($0) || isDigit($0) || $0 == UInt8(ascii: "-") }
  }

  static func files(workspace name: String) -> [(path: String, text: String)] {
    [
      ("workspace.epic", "edition 2026\nworkspace \(name)\n"),
      ("platform/edge.epic", platform),
      ("platform/tenants.epic", tenants),
      ("shop/shop.epic", shop),
      ("shop/tests.epic", tests),
      (".gitignore", "out/\n"),
    ]
  }

  private static let platform = """
    /// Where the edge stands. Replace the documentation addresses by your own.
    site fra {
      at 50.11, 8.68 country DE
      node fra-1 { address 192.0.2.11 }
      bgp as AS64512 {
        peer tor-a { address 192.0.2.1; as AS64496; accepts host-routes }
      }
    }

    /// Addresses that ingresses draw from; which one an ingress has is kept in `epic.lock`.
    export pool anycast4 {
      range    198.51.100.0/24
      reserve  198.51.100.0..198.51.100.15
      announce bgp as AS64512 prefix each-address
      sites    all
    }

    /// The zone that ingresses publish their names in.
    export zone example-com { name example.com; server 192.0.2.53; key secret tsig/main; ttl 60s }

    /// The Envoy build that ingresses run on.
    export engine stable { envoy 1.40 }

    /// The platform's own CA.
    export issuer internal { local-ca secret ca/internal }

    """

  private static let tenants = """
    /// What the application team may name. Without a line here, a name of the platform is an error there.
    tenant shop {
      package   shop
      owns      host shop.example.com
      may use   pool anycast4 quota 2 addresses
      may use   zone example-com
      may use   issuer internal
      may use   engine stable
      may reach 203.0.113.0/24
      limits    ingresses 5, routes 100, upstreams 20
    }

    """

  private static let tests = """
    // `epic test` runs what is here, without any daemon.

    test "the API goes to the application" {
      request GET https://shop.example.com/api/cart
      expect  route api
      expect  upstream api
      expect  timeout request 15s
    }

    test "old links lead to the API" {
      request GET https://shop.example.com/old/cart?page=2
      expect  redirect 308 https://shop.example.com/api/cart?page=2
      request GET http://shop.example.com/
      expect  redirect 301 https://shop.example.com/
    }

    cases (path, want) in [ (/api, api), (/apiary, otherwise), (/, otherwise) ] {
      request GET https://shop.example.com${path}
      expect  route want
    }

    // A route below one that takes everything it could take is an error; this shows that it stays one.
    reject E0407 {
      routes shadowed {
        wide:   when path /api/** -> api
        narrow: when path /api/v1 -> api
        otherwise                 -> respond 404
      }
    }

    """

  private static let shop = """
    certificate shop { names shop.example.com; issuer internal; renew 30d before }

    ingress shop {
      host    shop.example.com
      listen  https 443 tls min 1.2
      listen  http 80 redirect https
      address one from anycast4
      engine  stable
      sites   all
      tls     certificate shop
      dns     publish shop.example.com in example-com
      timeout request 15s
      routes  shop
    }

    routes shop {
      api:      when path /api/**                 -> api
      moved:    when path /old/{rest...}          -> redirect 308 "/api/${rest}"
      otherwise                                   -> respond 404
    }

    upstream api {
      endpoint 203.0.113.10:8080, 203.0.113.11:8080
      health   http GET /healthz every 5s timeout 1s healthy after 2 unhealthy after 3
    }

    """
}
