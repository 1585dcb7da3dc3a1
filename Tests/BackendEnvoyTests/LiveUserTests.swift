import EpicBase
import EpicIR
import EpicIRFixtures
import Testing

/// Tokens and cohorts on the real Envoy.
@Suite(.enabled(if: !EnvoyTool.isMissing, "no Envoy at EPIC_ENVOY or build/tools/bin/envoy"))
struct LiveUserTests {
  /// The key that the harness signs with.
  private static let keys = """
    {"keys": [{"kty": "oct", "alg": "HS256", "kid": "k1", "k": "ZXBpYy10ZXN0LXRva2VuLWtleS0wMTIzNDU2Nzg5YWI"}]}
    """

  private func provider(_ name: String, issuer: String, allowsMissing: Bool, _ edge: inout TestEdge) -> JWTProvider {
    JWTProvider(
      name: name, issuer: issuer,
      keys: .document(DataFile(path: "jwks.json", sha256: "", bytes: Array(Self.keys.utf8))),
      audiences: ["shop"], allowsMissing: allowsMissing, origin: edge.builder.origin())
  }

  @Test func tokens() throws {
    var edge = TestEdge()
    func claim(_ path: String..., provider: String? = nil) -> TextField { .jwtClaim(provider: provider, path: path) }
    let arms = [
      edge.arm("gold", .text(claim("plan"), .isOneOf(["gold", "platinum"]))),
      edge.arm("nested", .text(claim("org", "unit"), .startsWith("r"))),
      edge.arm("role", .text(claim("roles"), .isOneOf(["admin"]))),
      edge.arm("guest", .all([.path([path("/guest")]), .not(.text(claim("sub"), .exists))])),
      edge.arm("plain", .not(.text(claim("plan"), .isOneOf(["silver"])))),
    ]
    let open = try edge.ingress("open", arms, providers: [provider("main", issuer: "i", allowsMissing: true, &edge)])
    let strict = try edge.ingress(
      "strict", arms, providers: [provider("main", issuer: "i", allowsMissing: false, &edge)])
    let two = try edge.ingress(
      "two", [edge.arm("b", .text(claim("sub", provider: "second"), .exists))],
      providers: [
        provider("first", issuer: "i", allowsMissing: false, &edge),
        provider("second", issuer: "j", allowsMissing: false, &edge),
      ])
    func token(_ claims: [String: LiveRequest.Claim]) -> [String: LiveRequest.Claim] {
      claims.merging(["iss": .text("i"), "aud": .text("shop"), "sub": .text("u-1")]) { own, _ in own }
    }
    let spoof = [("x-jwt-payload", "gold"), ("x-epic-plan", "gold")]
    let cases: [(LiveRequest, String)] = [
      (LiveRequest(open, token: token(["plan": .text("gold")])), "gold"),
      (LiveRequest(open, token: token(["plan": .text("golden")])), "plain"),
      (LiveRequest(open, token: token(["plan": .text("silver")])), "otherwise"),
      (LiveRequest(open, token: token(["plan": .list(["x", "gold"])])), "gold"),
      (LiveRequest(open, token: token(["roles": .list(["user", "admin"])])), "role"),
      (LiveRequest(open, token: token(["roles": .list(["user"])])), "plain"),
      (LiveRequest(open), "plain"), (LiveRequest(open, "/guest"), "guest"), (LiveRequest(open, "/", spoof), "plain"),
      (LiveRequest(open, "/guest", token: token([:])), "plain"),
      (LiveRequest(open, token: token(["forged": .flag(true)])), "401"),
      (LiveRequest(open, token: token(["expired": .flag(true)])), "401"),
      (LiveRequest(open, token: token(["aud": .text("other")])), "401"),
      (LiveRequest(open, token: token(["iss": .text("k")])), "401"),
      (LiveRequest(open, "/", [("authorization", "Bearer nonsense")]), "401"),
      (LiveRequest(open, "/?access_token=nonsense"), "plain"),
      (LiveRequest(strict), "401"), (LiveRequest(strict, token: token(["plan": .text("gold")])), "gold"),
      (LiveRequest(strict, "/", [("authorization", "Basic eDp5")]), "401"),
      (LiveRequest(strict, token: token(["forged": .flag(true)])), "401"),
      (LiveRequest(two, token: token(["iss": .text("i")])), "otherwise"),
      (LiveRequest(two, token: token(["iss": .text("j")])), "b"), (LiveRequest(two), "401"),
      (LiveRequest(two, token: token(["iss": .text("j"), "forged": .flag(true)])), "401"),
    ]
    try LiveEnvoy().expect(edge.builder.deployment, cases)
  }

  /// Envoy's buckets are XXH64's, to the bit: 200 keys of every length up to 70, on two bands with edges of their own.
  @Test func cohortsAreBitExact() throws {
    var edge = TestEdge()
    let keys: [TextField] = [.jwtClaim(provider: nil, path: ["sub"]), .cookie("sid"), .header("x-key"), .query("k")]
    func test(_ lower: UInt32, _ upper: UInt32, salt: String) -> Predicate {
      .cohort(CohortTest(keys: keys, salt: salt, lower: lower, upper: upper))
    }
    let port = try edge.ingress(
      "web",
      [
        edge.arm("low", test(0, 300_000, salt: "exp42")), edge.arm("mid", test(300_000, 600_001, salt: "exp42")),
        edge.arm("not-other", .not(test(0, 500_000, salt: "other"))), edge.arm("all", test(0, 1_000_000, salt: "")),
      ], providers: [provider("main", issuer: "i", allowsMissing: true, &edge)])
    func wanted(_ key: String) -> String {
      if key.isEmpty { return "not-other" }
      let bucket = XXH64.hash(key, seed: XXH64.hash("exp42")) % 1_000_000
      if bucket < 300_000 { return "low" }
      if bucket < 600_001 { return "mid" }
      return XXH64.hash(key, seed: XXH64.hash("other")) % 1_000_000 < 500_000 ? "all" : "not-other"
    }
    var cases: [(LiveRequest, String)] = [
      (LiveRequest(port), wanted("")),
      (LiveRequest(port, "/?k=q-1"), wanted("q-1")), (LiveRequest(port, "/?k=a%20b"), wanted("a b")),
      (LiveRequest(port, "/?k=q-1", [("x-key", "h-1")]), wanted("h-1")),
      (LiveRequest(port, "/", [("x-key", "h-1"), ("cookie", "a=b; sid=c-9")]), wanted("c-9")),
      (
        LiveRequest(
          port, "/", [("cookie", "sid=c-9")],
          token: ["iss": .text("i"), "aud": .text("shop"), "sub": .text("u-17")]), wanted("u-17")
      ),
    ]
    for index in 0..<200 {
      let key = String(repeating: "k", count: index % 67) + "-\(index)"
      cases.append((LiveRequest(port, "/", [("x-key", key)]), wanted(key)))
    }
    #expect(Set(cases.map(\.1)) == ["low", "mid", "all", "not-other"])
    try LiveEnvoy().expect(edge.builder.deployment, cases)
  }
}
