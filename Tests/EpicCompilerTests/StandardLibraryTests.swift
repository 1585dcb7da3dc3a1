import EpicBase
import EpicCompiler
import EpicDiagnostics
import EpicIR
import EpicSyntax
import Testing

@Suite struct StandardLibraryTests {
  /// The storefront with a file of its second tenant's more.
  private func workspace(_ text: String, at path: String = "globex/more.epic") throws -> MemoryFileSystem {
    var workspace = try Storefront.memory()
    workspace.write(path, Array(text.utf8))
    return workspace
  }

  private func check(_ text: String, at path: String = "globex/more.epic") throws -> Compilation {
    Compiler.check(try workspace(text, at: path), CompileOptions())
  }

  /// What is exported under a package, by the order of the files.
  private func exports(of package: String) -> [(name: String, text: String)] {
    var result: [(String, String)] = []
    for file in StandardLibrary.files where file.package == package {
      var interner = Interner.withKeywords()
      let tree = parse(file.text, source: SourceID(0), interner: &interner).tree
      for node in tree.children(of: .file) where tree.kind(of: node) == .export {
        guard let inner = tree.child(of: node, at: 0), let name = tree.child(of: inner, at: 0) else { continue }
        result.append((tree.string(of: name), tree.string(of: node)))
      }
    }
    return result
  }

  @Test func itsFilesAreInOrderAndTheirPackagesBelowStd() {
    let paths = StandardLibrary.files.map(\.path)
    #expect(paths == paths.sorted())
    #expect(
      Set(StandardLibrary.files.map(\.package)) == [
        "std.api", "std.canary", "std.cdn", "std.geo", "std.grpc", "std.health", "std.security", "std.tcp", "std.tls",
        "std.web",
      ])
  }

  /// As a workspace of its own, in which nobody applies its templates.
  @Test func itsTemplatesAreRightForAnyValues() {
    var workspace = MemoryFileSystem()
    workspace.write("workspace.epic", Array("edition 2026\nworkspace library\n".utf8))
    for file in StandardLibrary.files {
      let text = String(decoding: file.text, as: UTF8.self).replacing("std.", with: "library.")
      workspace.write(file.path.replacing("std/", with: "library/", maxReplacements: 1), Array(text.utf8))
    }
    #expect(Compiler.check(workspace, CompileOptions()).diagnostics.map(\.message) == [])
  }

  @Test func everyCountryHasOneContinent() {
    let continents = [
      "africa", "antarctica", "asia", "europe", "north-america", "oceania", "south-america",
    ]
    var seen: [String: String] = [:]
    for (name, text) in exports(of: "std.geo") where continents.contains(name) {
      for match in text.matches(of: /\b[A-Z]{2}\b/) {
        let code = String(match.0)
        #expect(seen[code] == nil, "\(code) is in \(seen[code] ?? "") and \(name)")
        seen[code] = name
      }
    }
    // ISO 3166-1 has 249 officially assigned codes; XK is the user-assigned one that databases use.
    #expect(seen.count == 250)
    #expect(Set(seen.values) == Set(continents))
  }

  @Test func aContinentIsTheSetOfItsName() throws {
    let names = ["africa", "antarctica", "asia", "europe", "north-america", "oceania", "south-america"]
    let arms = names.enumerated().map { index, name in
      "  a\(index): when country in std.geo.\(name) and path /\(name) -> respond 403\n"
        + "  b\(index): when continent is \(name) and path /\(name)/b -> respond 403\n"
    }
    let compilation = try check("routes geo-routes {\n\(arms.joined())  otherwise -> respond 404\n}\n")
    #expect(rendered(compilation) == "")
    let deployment = try #require(compilation.deployment)
    let table = try #require(deployment.routeTables.first { $0.identity.name == "geo-routes" })
    func countries(_ index: Int) -> [String] {
      guard case .all(let parts) = table.arms[index].predicate, case .country(let codes)? = parts.first else {
        return []
      }
      return codes
    }
    for (index, name) in names.enumerated() {
      #expect(!countries(2 * index).isEmpty)
      #expect(countries(2 * index) == countries(2 * index + 1), "\(name)")
    }
  }

  @Test func eachCanaryMayBeAsked() throws {
    let arms = exports(of: "std.canary").enumerated().filter { !$1.name.hasPrefix("users") }.map { index, export in
      "  c\(index): when std.canary.\(export.name) and path /c\(index) -> respond 403\n"
    }
    #expect(arms.count == 6)
    let compilation = try check("routes canary-routes {\n\(arms.joined())  otherwise -> respond 404\n}\n")
    #expect(rendered(compilation) == "")
  }

  @Test(arguments: ["eu27": 27, "eea": 30, "efta": 4, "schengen": 29, "benelux": 3, "dach": 3])
  func groupsHaveTheirMembers(_ name: String, _ count: Int) throws {
    let group = try #require(exports(of: "std.geo").first { $0.name == name })
    #expect(Set(group.text.matches(of: /\b[A-Z]{2}\b/).map { String($0.0) }).count == count)
  }

  @Test func eachGeoSetMayBeAsked() throws {
    let arms = exports(of: "std.geo").enumerated().map { index, export in
      "  g\(index): when country in std.geo.\(export.name) and path /g\(index) -> respond 403\n"
    }
    let compilation = try check("routes geo-routes {\n\(arms.joined())  otherwise -> respond 404\n}\n")
    #expect(rendered(compilation) == "")
  }

  /// The ingress of a name.
  private func ingress(_ name: String, of compilation: Compilation) throws -> Ingress {
    let deployment = try #require(compilation.deployment)
    return try #require(deployment.ingresses.first { $0.identity.name == name })
  }

  @Test func tcpTemplatesMakeWhatTheySay() throws {
    let compilation = try check(
      """
      use std.tcp.{service, routed}

      ingress plain from service(port: 5432, to: db) { address one from globex6; engine stable; sites all }
      ingress chosen from routed(port: 5433, by: db-by-client) { address one from globex6; engine stable; sites all }

      upstream db { endpoint 192.0.2.96:80 }

      routes db-by-client for tcp { a: when client in 192.0.2.0/24 -> db; otherwise -> close }
      """)
    #expect(rendered(compilation) == "")
    #expect(try ingress("plain", of: compilation).listeners.map(\.routeProtocol) == [.tcp])
    #expect(try ingress("plain", of: compilation).policy.idleTimeout?.milliseconds == 3_600_000)
    #expect(try ingress("chosen", of: compilation).listeners.map(\.port) == [5433])
  }

  @Test func tlsTemplatesMakeWhatTheySay() throws {
    let compilation = try check(
      """
      ingress closed from std.tls.passthrough(port: 8883, to: db) { address one from globex6; engine stable; sites all }
      ingress named from std.tls.by-name(port: 8884, by: db-by-name) {
        address one from globex6
        engine  stable
        sites   all
        override timeout idle 2h because "a test"
      }

      upstream db { endpoint 192.0.2.96:80 }

      routes db-by-name for tls { a: when sni a.globex.example -> db; otherwise -> close }
      """)
    #expect(rendered(compilation) == "")
    #expect(try ingress("closed", of: compilation).listeners.map(\.routeProtocol) == [.tls])
    #expect(try ingress("named", of: compilation).policy.idleTimeout?.milliseconds == 7_200_000)
  }

  @Test func grpcTemplatesMakeWhatTheySay() throws {
    let compilation = try check(
      """
      ingress calls from std.grpc.service(name: calls.globex.example, slowest: 45s) {
        address one from globex6
        engine  stable
        sites   all
        tls     certificate wide
        routes  methods
      }

      certificate wide { names *.globex.example; issuer internal }

      upstream servers from std.grpc.servers() { endpoint 192.0.2.97:80 }

      routes methods { a: when grpc globex.v1.Shop/* -> servers; otherwise -> respond 404 }
      """)
    #expect(rendered(compilation) == "")
    #expect(try ingress("calls", of: compilation).policy.requestTimeout?.milliseconds == 45_000)
    let servers = try #require(compilation.deployment?.upstreams.first { $0.identity.name == "servers" })
    #expect(servers.httpVersion == .http2)
    #expect(servers.health?.probe == .grpc(service: ""))
  }

  @Test func templatesMakeWhatTheySay() throws {
    let compilation = try check(
      """
      use std.health.{http}

      ingress site from std.web.site(name: site.globex.example) {
        address one from globex6
        engine  stable
        sites   all
        tls     certificate wide
        routes  more-routes
      }

      ingress api from std.api.json(name: api.globex.example, slowest: 45s) {
        address one from globex6
        engine  stable
        sites   all
        tls     certificate wide
        routes  more-routes
      }

      certificate wide { names *.globex.example; issuer internal }

      upstream probed from http(probe: /healthz) { endpoint 192.0.2.96:80 }
      upstream connected from std.health.tcp() { endpoint 192.0.2.97:80 }

      routes more-routes {
        a: when path /a -> probed
        b: when path /b -> connected
        otherwise -> respond 404
      }
      """)
    #expect(rendered(compilation) == "")
    let deployment = try #require(compilation.deployment)
    let site = try #require(deployment.ingresses.first { $0.identity.name == "site" })
    #expect(site.policy.requestTimeout?.milliseconds == 15_000)
    #expect(site.policy.responseHeaders.map(\.name).contains("strict-transport-security"))
    #expect(site.listeners.count == 2)
    let api = try #require(deployment.ingresses.first { $0.identity.name == "api" })
    #expect(api.policy.requestTimeout?.milliseconds == 45_000)
    #expect(api.listeners.count == 1)
    #expect(api.policy.maximumBody == 1 << 20)
    let probed = try #require(deployment.upstreams.first { $0.identity.name == "probed" })
    #expect(probed.health?.interval.milliseconds == 5000)
    #expect(probed.loadBalancing == .leastRequest)
    // What is read of the library is part of what the release was made from.
    let paths = deployment.sources.map(\.path).filter { StandardLibrary.owns($0) && !$0.hasPrefix("std/geo/") }
    #expect(
      Set(paths) == [
        "std/api/json.epic", "std/health/upstreams.epic", "std/security/headers.epic", "std/web/site.epic",
      ])
    #expect(paths.count == 4)
  }

  @Test func cdnsAreNamedByThePlatform() throws {
    let compilation = try check(
      "cdn other from std.cdn.named(name: other.cdn.example) {}\n", at: "platform/clouds/other.epic")
    #expect(rendered(compilation) == "")
  }

  @Test func whatNobodyNamesIsNotRead() throws {
    let sources = Compiler.parse(try Storefront.memory()).sources.files.map(\.path)
    let named = Compiler.parse(try workspace("let near = std.geo.dach\n")).sources.files.map(\.path)
    #expect(!sources.contains { $0.hasPrefix("std/web") })
    #expect(named.filter(StandardLibrary.owns) == ["std/geo/continents.epic", "std/geo/groups.epic"])
  }

  @Test func anUnknownPackageIsNamedWithItsNeighbour() throws {
    let compilation = try check("use std.goe.{eu27}\n")
    #expect(compilation.diagnostics.map(\.code.name) == ["E0204"])
    #expect(compilation.diagnostics.first?.help == "did you mean `std.geo`?")
    let inside = try check(
      "routes r {\n  a: when country in std.goe.eu27 -> respond 403\n  otherwise -> respond 404\n}\n")
    #expect(inside.diagnostics.map(\.code.name) == ["E0204"])
    let template = try check("upstream u from std.health.htp(probe: /) { endpoint 192.0.2.96:80 }\n")
    #expect(template.diagnostics.map(\.code.name) == ["E0201"])
    #expect(template.diagnostics.first?.help == "did you mean `http`?")
  }

  @Test func aFolderOfItsNameIsRefused() throws {
    let compilation = try check("let a = 1\n", at: "std/geo/mine.epic")
    #expect(compilation.diagnostics.map(\.code.name) == ["E0218"])
  }
}
