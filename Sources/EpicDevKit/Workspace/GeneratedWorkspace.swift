import EpicBase
package import EpicCompiler

/// Writes workspaces of any size: so many ingresses, each with its routes, its weighted upstreams and their endpoints.
///
/// The same size and seed give the same bytes. The workspaces have no error; their ingresses are spread over tenants with
/// a package each, in files of a few ingresses.
package struct GeneratedWorkspace: Sendable {
  /// What a workspace is made of.
  package struct Size: Hashable, Sendable {
    /// Number of ingresses.
    package var ingresses: Int
    /// Routes of each ingress, `otherwise` among them; 2 at least.
    package var routes = 11
    /// Upstreams of each ingress, which its last route weighs.
    package var upstreams = 3
    /// Endpoints of each ingress, spread over its upstreams.
    package var endpoints = 24
    /// Ingresses of one file.
    package var ingressesPerFile = 10
    /// Ingresses of one tenant.
    package var ingressesPerTenant = 100

    package init(ingresses: Int) { self.ingresses = ingresses }
  }

  /// One source file.
  package struct File: Sendable {
    package let path: String
    package let text: [UInt8]
  }

  /// All files, in order of path.
  package let files: [File]

  /// Bytes of all files together.
  package var byteCount: Int { files.reduce(0) { $0 + $1.text.count } }

  /// The files as the compiler reads them.
  package var fileSystem: MemoryFileSystem {
    MemoryFileSystem(Dictionary(files.map { ($0.path, $0.text) }, uniquingKeysWith: { first, _ in first }))
  }

  package init(_ size: Size, seed: UInt64) {
    var files = GeneratedWorkspace.platform
    func add(_ path: String, _ text: String) { files.append(File(path: path, text: Array(text.utf8))) }
    let perTenant = max(size.ingressesPerTenant, 1)
    let perFile = max(size.ingressesPerFile, 1)
    for tenant in 0..<(size.ingresses + perTenant - 1) / perTenant {
      add("platform/tenants/t\(tenant).epic", GeneratedWorkspace.tenant(tenant, size))
      add("t\(tenant)/certificates.epic", GeneratedWorkspace.certificate(tenant))
      let range = tenant * perTenant..<min((tenant + 1) * perTenant, size.ingresses)
      for start in stride(from: range.lowerBound, to: range.upperBound, by: perFile) {
        var writer = IngressWriter(size: size, random: RandomSource(seed: seed &+ UInt64(start) &* 0x9E37_79B9))
        for number in start..<min(start + perFile, range.upperBound) { writer.ingress(number, tenant: tenant) }
        add("t\(tenant)/apps-\(start / perFile).epic", writer.text)
      }
    }
    self.init(files: files)
  }

  init(files: [File]) {
    self.files = files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  /// What every workspace starts with: its root, the edge, the templates of the platform.
  static var platform: [File] {
    [
      ("workspace.epic", "edition 2026\nworkspace generated\n"), ("platform/edge/edge.epic", edge),
      ("platform/catalog/templates.epic", templates),
    ].map { File(path: $0.0, text: Array($0.1.utf8)) }
  }

  private static let edge = """
    /// Where the generated ingresses are served.
    site fra {
      at 50.11, 8.68 country DE
      node fra-1 { address 192.0.2.11, 2001:db8:1::11; capacity 40Gbps }

      bgp as AS64512 {
        peer tor-a { address 192.0.2.1; as AS64496; max-prefix 50000; accepts host-routes }
      }
    }

    /// Enough addresses for every ingress.
    export pool edge4 {
      range    198.18.0.0/15
      announce bgp as AS64512 community 64512:120 prefix each-address
      sites    all
    }

    /// Where the applications' names are published.
    export zone example-com { name example.com; server 192.0.2.53; key secret tsig/example-com; ttl 60s }

    /// The Envoy that all of them run on.
    export engine stable {
      envoy 1.40
      image "registry.example/envoy@sha256:6f1f0c0a1c6a0b7d7a3ccd8c3a2be5a6f2c19ad8cf2bb1ef7c6a6c8e5d4b3a29"
    }

    /// Certificates of the platform's own CA.
    export issuer internal { local-ca secret ca/internal }

    """

  private static let templates = """
    use platform.edge.{stable}

    /// What every generated ingress starts from.
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

  private static func tenant(_ number: Int, _ size: Size) -> String {
    let count = max(size.ingressesPerTenant, 1)
    return """
      use platform.edge.{edge4, example-com, internal, stable}

      /// Tenant \(number) of the generated workspace.
      tenant t\(number) {
        package   t\(number)
        owns      host **.t\(number).example.com
        may use   pool edge4 quota \(count) addresses
        may use   zone example-com
        may use   issuer internal
        may use   engine stable
        may reach 10.0.0.0/8
        limits    ingresses \(count), routes \(count * size.routes), upstreams \(count * size.upstreams), traffic 500000/s
      }

      """
  }

  private static func certificate(_ tenant: Int) -> String {
    """
    /// One certificate for all of the tenant's names.
    export certificate wild { names *.t\(tenant).example.com; issuer internal; renew 30d before }

    """
  }
}

/// Writes ingresses with their routes and upstreams.
private struct IngressWriter {
  let size: GeneratedWorkspace.Size
  var random: RandomSource
  private(set) var text = "use platform.catalog.{web-app}\n"

  init(size: GeneratedWorkspace.Size, random: RandomSource) {
    self.size = size
    self.random = random
  }

  mutating func ingress(_ number: Int, tenant: Int) {
    let name = "app-\(number)"
    text += """

      /// Application \(number).
      ingress \(name) from web-app(name: a\(number).t\(tenant).example.com) {
        address one from edge4
        tls     certificate wild
        dns     publish a\(number).t\(tenant).example.com in example-com
        routes  \(name)-routes
      }

      routes \(name)-routes {

      """
    for route in 0..<max(size.routes - 1, 1) { text += "  \(arm(route, name))\n" }
    text += "  otherwise -> \(split(name))\n}\n\n"
    upstreams(number, name)
  }

  /// Every kind of match and outcome in turn; the path keeps each from shadowing another.
  private mutating func arm(_ route: Int, _ name: String) -> String {
    let path = "/\(["api", "static", "pay", "cart", "search", "account"][random.below(6)])-\(route)"
    let label = "r\(route):"
    let upstream = "\(name)-u\(random.below(max(size.upstreams, 1)))"
    switch route % 10 {
    case 0: return "\(label) when path \(path) -> \(upstream)"
    case 1: return "\(label) when path \(path)/** -> \(upstream) { timeout request \(1 + random.below(30))s }"
    case 2: return "\(label) when path \(path)/{id}/items -> \(upstream) { rewrite path \"/items/${id}\" }"
    case 3: return "\(label) when path \(path)/** and method in [GET, HEAD] -> \(upstream)"
    case 4: return "\(label) when path \(path)/** and header x-beta is \"\(random.below(100))\" -> \(upstream)"
    case 5: return "\(label) when path \(path)/** and cookie beta is \"on\" -> \(upstream)"
    case 6: return "\(label) when path \(path)/** and client in [192.0.2.128/26, 2001:db8:ff00::/40] -> \(upstream)"
    case 7: return "\(label) when path \(path)/{rest...} -> redirect 308 \"/new-\(route)/${rest}\""
    case 8: return "\(label) when path \(path)/** -> respond \(["403", "404", "410"][random.below(3)])"
    default: return "\(label) when path \(path)/** and query q exists -> \(split(name))"
    }
  }

  /// The upstreams with shares that add up to 100%.
  private func split(_ name: String) -> String {
    let count = max(size.upstreams, 1)
    if count == 1 { return "\(name)-u0" }
    let share = 100 / count
    let parts = (0..<count).map { index in
      "\(index == 0 ? 100 - share * (count - 1) : share)% \(name)-u\(index)"
    }
    return "split { \(parts.joined(separator: "; ")) }"
  }

  private mutating func upstreams(_ number: Int, _ name: String) {
    let count = max(size.upstreams, 1)
    for upstream in 0..<count {
      let endpoints = size.endpoints / count + (upstream < size.endpoints % count ? 1 : 0)
      text += "upstream \(name)-u\(upstream) {\n  endpoint "
      text += (0..<max(endpoints, 1)).map { "\(address(number, upstream, $0)):8080" }.joined(separator: ", ")
      text += "\n  balance least-request\n  timeout connect \(100 * (1 + random.below(9)))ms\n}\n"
    }
  }

  /// An address of 10.0.0.0/8 that is no other endpoint's, for up to 65,536 ingresses of 256 endpoints.
  private func address(_ number: Int, _ upstream: Int, _ endpoint: Int) -> String {
    let place = upstream * (size.endpoints / max(size.upstreams, 1) + 1) + endpoint
    return "10.\(number / 256 % 256).\(number % 256).\(place % 256)"
  }
}
