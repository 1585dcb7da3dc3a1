import BackendEnvoy
import EpicArtifact
import EpicBase
import EpicIR
import EpicIRFixtures
import Foundation
import Testing

/// What is emitted for passwords, keys, sign-in, decisions, pages and traces, without an Envoy.
@Suite struct CredentialEmissionTests {
  private func secret(_ name: String) -> SecretReference { SecretReference(tenant: nil, name: name) }

  /// Everything at once, which the language refuses in parts.
  private func everything() throws -> Deployment {
    var edge = TestEdge()
    let app = edge.upstream("app", tiers: [edge.tier([(edge.pods("app"), nil)])])
    try edge.ingress(
      "web", port: 8000, [edge.arm("off", .path([path("/off")]), .upstream(app)) { $0.isUncompressed = true }])
    let origin = edge.builder.origin()
    var ingress = edge.builder.deployment.ingresses[0]
    ingress.compression = Compression(
      encodings: [.brotli, .gzip], leastBody: 512, types: ["text/html"], origin: origin)
    ingress.basicAuthentication = BasicAuthentication(
      name: "basic", users: secret("users/staff"), realm: "Staff", userHeader: "x-user", origin: origin)
    ingress.keyAuthentication = KeyAuthentication(
      name: "keys", header: "x-api-key",
      keys: [
        KeyAuthentication.Key(client: "north", secret: secret("keys/north"), origin: origin),
        KeyAuthentication.Key(client: "south", secret: secret("keys/south"), origin: origin),
      ], clientHeader: "x-client", origin: origin)
    let url = WebURL(isTLS: true, host: "id.example", port: 443, pathAndQuery: "/token")
    ingress.signIn = SignIn(
      name: "people", authorization: url, token: url, authority: secret("ca/identity"), client: "desk",
      clientSecret: secret("oidc/desk"), cookieSecret: secret("oidc/cookies"), scopes: ["openid"],
      redirectPath: "/oidc/callback", signOutPath: "/oidc/sign-out", forwardsToken: true, origin: origin)
    ingress.externalAuthorization = ExternalAuthorization(
      name: "decide", upstream: app, service: .grpc, shownHeaders: ["cookie"], forwardedHeaders: ["x-roles"],
      timeout: TimeSpan(milliseconds: 200), allowsOnFailure: false, origin: origin)
    ingress.forgeryProtection = ForgeryProtection(origins: ["app.example"], hosts: [], origin: origin)
    ingress.translatesGRPCWeb = true
    ingress.tracing = Tracing(upstream: app, share: .whole, continuesCallers: false, origin: origin)
    edge.builder.deployment.ingresses[0] = ingress
    return edge.builder.deployment
  }

  private func text(_ artifacts: [Artifact], _ path: String) throws -> String {
    String(
      decoding: try #require(artifacts.first { $0.path.hasPrefix(path) && $0.path.hasSuffix(".json") }).bytes,
      as: UTF8.self)
  }

  @Test func filtersStandInTheirOrder() throws {
    let listener = try text(StaticFormTests.instance(everything(), node: "here-1"), "listeners/")
    let names = [
      "epic.csrf", "envoy.filters.http.grpc_web", "epic.grpc-web", "envoy.filters.http.oauth2", "epic.basic",
      "epic.api-key", "epic.api-key.check", "envoy.filters.http.ext_authz", "epic.compress.brotli",
      "epic.compress.gzip", "envoy.filters.http.router",
    ]
    var last = listener.startIndex
    for name in names {
      let range = try #require(
        listener[last...].range(of: #""name": ?"\#(name)""#, options: .regularExpression), "\(name)")
      last = range.upperBound
    }
  }

  /// Secrets are files, each named by the one place that reads it.
  @Test func secretsAreFiles() throws {
    let artifacts = try StaticFormTests.instance(everything(), node: "here-1")
    let secrets = artifacts.filter { $0.path.hasPrefix("secrets/") && $0.path.hasSuffix(".json") }
    #expect(secrets.count == 5)
    for artifact in secrets {
      let text = String(decoding: artifact.bytes, as: UTF8.self)
      #expect(text.contains("\"filename\"") && text.contains("\"watched_directory\""), "\(artifact.path)")
    }
    let routes = try text(artifacts, "routes/")
    #expect(routes.contains("users/staff/users\"") && routes.contains("\"Staff\""))
    let listener = try text(artifacts, "listeners/")
    for part in ["keys/north/key", "oidc/desk/key", "users/staff"] { #expect(!listener.contains(part)) }
  }

  /// What the edge tells upstreams is taken out of what clients send.
  @Test func clientsCannotSayWhatTheEdgeSays() throws {
    let listener = try text(StaticFormTests.instance(everything(), node: "here-1"), "listeners/")
    for name in ["x-user", "x-client", "x-roles", "traceparent", "tracestate"] {
      #expect(listener.firstMatch(of: try Regex(#""remove": ?"\#(name)""#)) != nil, "\(name)")
    }
  }

  @Test func aRouteLeavesCompression() throws {
    let routes = try text(StaticFormTests.instance(everything(), node: "here-1"), "routes/")
    #expect(routes.matches(of: /"disabled": ?true/).count == 2)
  }
}
