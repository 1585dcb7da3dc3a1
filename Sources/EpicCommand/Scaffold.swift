/// The files of a new workspace: a platform with one site and a template, and a tenant with one application, which shows
/// what routes and upstreams can say.
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
      ("platform/sites.epic", sites),
      ("platform/edge.epic", edge),
      ("platform/catalog.epic", catalog),
      ("platform/tenants.epic", tenants),
      ("shop/shop.epic", shop),
      ("shop/tests.epic", tests),
      ("README.md", readme(name)),
      (".gitignore", "out/\nsite/\n"),
    ]
  }

  private static let sites = """
    /// Where the edge stands. Replace the documentation addresses by your own.
    site fra {
      at 50.11, 8.68 country DE
      node fra-1 { address 192.0.2.11 }
      bgp as AS64512 {
        peer tor-a { address 192.0.2.1; as AS64496; accepts host-routes }
      }
    }

    """

  private static let edge = """
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

  private static let catalog = """
    /// What every web application is: HTTPS, with HTTP sent there. An ingress that is made from it says its certificate,
    /// its addresses and its routes.
    export template web-app(name: host) for ingress {
      host     name
      listen   https 443 tls min 1.2
      listen   http 80 redirect https
      engine   stable
      sites    all
      default  timeout request 15s
      limit    timeout request <= 60s
      final    response-header strict-transport-security "max-age=31536000"
      required tls
    }

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
      expect  timeout request 30s
      request POST https://shop.example.com/api/cart
      expect  route write
    }

    test "who asks for the next pages gets them" {
      request GET https://shop.example.com/search
      cookie  beta "on"
      expect  upstream pages-next
    }

    test "old links lead to the API" {
      request GET https://shop.example.com/old/cart?page=2
      expect  redirect 308 https://shop.example.com/api/cart?page=2
      request GET http://shop.example.com/
      expect  redirect 301 https://shop.example.com/
    }

    cases (path, want) in [ (/api, api), (/apiary, otherwise), (/, pages) ] {
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
    use platform.{web-app}

    certificate shop { names shop.example.com; issuer internal; renew 30d before }

    /// The shop's front door.
    ingress shop from web-app(name: shop.example.com) {
      address  one from anycast4
      tls      certificate shop
      dns      publish shop.example.com in example-com
      override timeout request 30s because "payments ask the card's bank"
      routes   shop
    }

    /// The first route that fits takes the request.
    routes shop {
      api:   when path /api/** and method in [GET, HEAD] -> api { retry 2 on connect-failure, 5xx within 2s }
      write: when path /api/** -> api
      next:  when path /search and cookie beta is "on" -> pages-next
      old:   when path /old/{rest...} -> redirect 308 "/api/${rest}"
      pages: when path / or path /search -> split { 95% pages; 5% pages-next }
      otherwise -> respond 404 { body "There is nothing here." type "text/plain" }
    }

    /// Two machines; each must answer before it gets a request.
    upstream api {
      endpoint 203.0.113.10:8080, 203.0.113.11:8080
      health   http GET /healthz every 5s timeout 1s healthy after 2 unhealthy after 3
      balance  least-request
    }

    /// The pages that visitors see, and the version that a few of them try.
    upstream pages { endpoint 203.0.113.20:8080; health tcp every 5s timeout 1s healthy after 2 unhealthy after 3 }
    upstream pages-next { endpoint 203.0.113.21:8080; health tcp every 5s timeout 1s healthy after 2 unhealthy after 3 }

    """

  private static func readme(_ name: String) -> String {
    """
    # \(name)

    The external ingress of `\(name)`, written in EPIC.

    | folder | holds |
    |---|---|
    | `platform/` | what the platform team owns: sites, addresses, zones, the template of a web application, and who may use what |
    | `shop/` | what the application team owns: an ingress, its routes, and where they lead |

    ```sh
    epic check                  # every finding, with the line and what to do
    epic fmt                    # one form for every file
    epic lint                   # what is legal and better written otherwise
    epic build -o out           # artifacts for Envoy, BIRD and DNS, and epic.lock, which belongs into the repository
    epic why release.json#/sequence   # where a value of an artifact comes from
    epic doc -o site            # the documentation of what is here
    ```

    Start in `platform/sites.epic`: its addresses are for documentation only.

    """
  }
}
