import EpicBase
import EpicIR
import EpicIRFixtures
import Testing

/// Each predicate on the real Envoy: what it takes, and what is one edit away from it.
@Suite(.enabled(if: !EnvoyTool.isMissing, "no Envoy at EPIC_ENVOY or build/tools/bin/envoy"))
struct LiveMatchingTests {
  @Test func paths() throws {
    var edge = TestEdge()
    let port = try edge.ingress(
      "web",
      [
        edge.arm("exact", .path([path("/healthz")])),
        edge.arm("slash", .path([path("/dir/")])),
        edge.arm("subtree", .path([path("/static/**")])),
        edge.arm("item", .path([path("/v{n}/items/{id}")])),
        edge.arm("picture", .path([path("/img/{name}.png")])),
        edge.arm("deep", under: [path("/api/**"), path("/api/v2/**")], .path([path("/api/v2/x/{rest...}")])),
        edge.arm("captured block", under: [path("/t/{tenant}/**")], .path([path("/t/acme/**")])),
        edge.arm("impossible", under: [path("/api/**")], .path([path("/static/x")])),
        edge.arm("release", .pathMatches("/releases/v[0-9]+\\.[0-9]+")),
        edge.arm("either", .path([path("/one"), path("/two/**")])),
        edge.arm("dot.ted", .path([path("/a.b")])),
        edge.arm("not", .all([.path([path("/n/**")]), .not(.path([path("/n/x/**"), path("/n/y")]))])),
        edge.arm("notmatch", .all([.path([path("/m/**")]), .not(.pathMatches("/m/[0-9]+"))])),
        edge.arm("root", .path([path("/")])),
      ])
    let cases: [(String, String)] = [
      ("/healthz", "exact"), ("/healthz?q=/static/x", "exact"), ("/healthz/", "otherwise"), ("/healthzz", "otherwise"),
      ("/Healthz", "otherwise"), ("/dir/", "slash"), ("/dir", "otherwise"),
      ("/static", "subtree"), ("/static/", "subtree"), ("/static/a/b.js?x=1", "subtree"), ("/staticx", "otherwise"),
      ("/v1/items/7", "item"), ("/v/items/7", "otherwise"), ("/xv1/items/7", "otherwise"),
      ("/v1?/items/7", "otherwise"),
      ("/img/a.b.png", "picture"), ("/img/.png", "otherwise"), ("/img/a.png/b", "otherwise"),
      ("/img/apng", "otherwise"),
      ("/static/../healthz", "exact"), ("/a/./../healthz", "exact"),
      ("//healthz", "exact"), ("/%68ealthz", "exact"), ("/static%2Fx", "400"), ("/static%5Cx", "400"),
      ("/api/v2/x", "deep"), ("/api/v2/x/y/z", "deep"), ("/api/v2/xy", "otherwise"), ("/api/v3/x", "otherwise"),
      ("/t/acme/x", "captured block"), ("/t/globex", "otherwise"), ("/t", "otherwise"),
      ("/api/static/x", "otherwise"), ("/releases/v1.2", "release"), ("/releases/v1.2?x", "release"),
      ("/releases/v1.2/x", "otherwise"), ("/x/releases/v1.2", "otherwise"), ("/releases/v1x2", "otherwise"),
      ("/one", "either"), ("/two/three", "either"), ("/onetwo", "otherwise"), ("/a.b", "dot.ted"),
      ("/axb", "otherwise"),
      ("/n", "not"), ("/n/z", "not"), ("/n/x", "otherwise"), ("/n/x/1?a", "otherwise"), ("/n/xx", "not"),
      ("/n/y", "otherwise"), ("/n/y?a", "otherwise"), ("/n/y/z", "not"),
      ("/m/a", "notmatch"), ("/m/12", "otherwise"), ("/m/12?x", "otherwise"), ("/m/12/", "notmatch"),
      ("/", "root"), ("/?a=b", "root"),
    ]
    let envoy = try LiveEnvoy()
    try envoy.expect(
      edge.builder.deployment, cases.map { (LiveRequest(port, $0.0), $0.1) })
  }

  /// A query never takes part in a question to the path, however the client writes it.
  @Test func queriesAreNoPartOfThePath() throws {
    var edge = TestEdge()
    let images = try edge.ingress(
      "images", [edge.arm("img", under: [path("/files/**")], .pathMatches(".*\\.jpg"))])
    let both = try edge.ingress(
      "both",
      [
        edge.arm("both", .all([.path([path("/{a}/x/**")]), .path([path("/b/{c}/{d}")]), .pathMatches("/.*/[0-9]+")])),
        edge.arm("two", .all([.pathMatches("/two/.*"), .pathMatches(".*\\.gif")])),
      ])
    let negated = try edge.ingress(
      "negated",
      [
        edge.arm("no capture", .all([.path([path("/{a}")]), .not(.path([path("/{a}/y"), path("/x.php")]))])),
        edge.arm("no subtree", .all([.pathMatches("/s.*"), .not(.path([path("/s/admin/**")]))])),
        edge.arm("no regex", .all([.path([path("/r/**")]), .not(.pathMatches(".*secret.*"))])),
      ])
    let cases: [(UInt16, String, String)] = [
      (images, "/files/a.jpg", "img"), (images, "/files/a.jpg?", "img"), (images, "/files/a.jpg?x=1", "img"),
      (images, "/files/secret.txt", "otherwise"), (images, "/files/secret.txt?x=.jpg", "otherwise"),
      (images, "/files/secret.txt?x=/files/a.jpg", "otherwise"), (images, "/files/secret.txt??.jpg", "otherwise"),
      (images, "/files/secret.txt%3Fx=.jpg", "img"), (images, "/files/a%2Ejpg", "img"), (images, "/a.jpg", "otherwise"),
      (images, "/files/../a.jpg", "otherwise"), (images, "/x/../files/a.jpg?y", "img"), (images, "/", "otherwise"),
      (images, "/files", "otherwise"), (images, "/files?.jpg", "otherwise"), (images, "//files//a.jpg", "img"),
      (images, "/other?/files/a.jpg", "otherwise"), (images, "/files/a.jpg?\u{FF}", "400"),
      (both, "/b/x/7", "both"), (both, "/b/x/7?a/b", "both"), (both, "/b/x?/7", "otherwise"),
      (both, "/b?/x/7", "otherwise"), (both, "/b/x/y?/7", "otherwise"), (both, "/two/a.gif", "two"),
      (both, "/two/a.gif?b", "two"), (both, "/two/a?.gif", "otherwise"), (both, "/x?/two/.gif", "otherwise"),
      (negated, "/z.php", "no capture"), (negated, "/z.php?a=1/y", "no capture"), (negated, "/x.php", "otherwise"),
      (negated, "/x.php?", "otherwise"), (negated, "/x.php?\u{E9}", "400"), (negated, "/z?/y", "no capture"),
      (negated, "/s/admin", "otherwise"), (negated, "/s/admin/x?y", "otherwise"), (negated, "/s/x", "no subtree"),
      (negated, "/s/x?/s/admin", "no subtree"), (negated, "/sx?/s/admin/y", "no capture"),
      (negated, "/r/public?secret", "no regex"), (negated, "/r/secret", "otherwise"),
      (negated, "/r/secret?public", "otherwise"), (negated, "/r/%73ecret", "otherwise"),
    ]
    let lies = [
      [("x-epic-path", "/files/a.jpg")], [("x-envoy-original-path", "/files/a.jpg")],
      [("X-Epic-Path", "/files/a.jpg"), ("x-epic-path", "/files/b.jpg")],
    ]
    try LiveEnvoy().expect(
      edge.builder.deployment,
      cases.map { (LiveRequest($0, $1), $2) }
        + lies.flatMap { headers in
          [
            (LiveRequest(images, "/files/secret.txt", headers), "otherwise"),
            (LiveRequest(images, "/files/c.jpg", headers), "img"),
          ]
        })
  }

  @Test func captureOfOneSegment() throws {
    var edge = TestEdge()
    let port = try edge.ingress(
      "web",
      [
        edge.arm("item", .path([path("/items/{id}")])),
        edge.arm("rest", .path([path("/shop/{rest...}")])),
      ])
    let envoy = try LiveEnvoy()
    try envoy.expect(
      edge.builder.deployment,
      [
        ("/items/7", "item"), ("/items/7?x=1", "item"), ("/items/", "otherwise"), ("/items", "otherwise"),
        ("/items/7/8", "otherwise"), ("/items/a%20b", "item"), ("/shop", "rest"), ("/shop/", "rest"),
        ("/shop/a/b", "rest"), ("/shopx", "otherwise"),
      ].map { (LiveRequest(port, $0.0), $0.1) })
  }

  @Test func repeatedAndAbsentHeaders() throws {
    var edge = TestEdge()
    func color(_ test: TextTest) -> Predicate { .text(.header("color"), test) }
    let tests: [(String, Predicate)] = [
      ("is", color(.isOneOf(["red"]))), ("in", color(.isOneOf(["red", "green+"]))),
      ("starts", color(.startsWith("re"))), ("matches", color(.matches("r.d"))), ("exists", color(.exists)),
      ("empty", color(.isOneOf([""]))), ("maybe", color(.matches("(red)?"))),
    ]
    var ports: [UInt16] = []
    for (name, test) in tests {
      ports.append(try edge.ingress("a-\(name)", [edge.arm("yes", test)]))
      ports.append(try edge.ingress("b-\(name)", [edge.arm("yes", .not(test))]))
    }
    let requests: [[(String, String)]] = [
      [], [("color", "red")], [("color", "red"), ("color", "blue")], [("Color", "blue"), ("color", "red")],
      [("color", "red,blue")], [("color", "blue")], [("color", "")], [("color", "green+")], [("color", "greennn")],
      [("color", "RED")],
    ]
    // Rows as `tests`, columns as `requests`.
    let expected = [
      "_yyy______", "_yyy___y__", "_yyyy_____", "_yyy______", "_yyyyyyyyy", "______y___", "_yyy__y___",
    ]
    var cases: [(LiveRequest, String)] = []
    for (row, columns) in expected.enumerated() {
      for (column, mark) in columns.enumerated() {
        let headers = requests[column]
        cases.append((LiveRequest(ports[row * 2], "/", headers), mark == "y" ? "yes" : "otherwise"))
        cases.append((LiveRequest(ports[row * 2 + 1], "/", headers), mark == "y" ? "otherwise" : "yes"))
      }
    }
    try LiveEnvoy().expect(edge.builder.deployment, cases)
  }

  @Test func queriesAndCookies() throws {
    var edge = TestEdge()
    let tests: [(String, Predicate)] = [
      ("q-exists", .text(.query("q"), .exists)), ("q-is", .text(.query("q"), .isOneOf(["a b"]))),
      ("q-empty", .text(.query("q"), .isOneOf(["", "x"]))),
      ("c-exists", .text(.cookie("b"), .exists)), ("c-is", .text(.cookie("b"), .isOneOf(["on"]))),
    ]
    var ports: [UInt16] = []
    for (name, test) in tests {
      ports.append(try edge.ingress("a-\(name)", [edge.arm("yes", test)]))
      ports.append(try edge.ingress("b-\(name)", [edge.arm("yes", .not(test))]))
    }
    let queries = ["/", "/?q", "/?q=", "/?q=a%20b", "/?q=x&q=a%20b", "/?q=a%20b&q=x", "/?p=q&q=x", "/?Q=x"]
    let cookies: [[(String, String)]] = [
      [], [("cookie", "b=on")], [("cookie", "a=1; b=on")], [("cookie", "a=1"), ("cookie", "b=on")],
      [("cookie", "b=off; b=on")], [("cookie", "xb=on")], [("cookie", "b=")], [("cookie", "b=ON")],
    ]
    let expected = ["_yyyyyy_", "___y_y__", "_yy_y_y_", "_yyyy_yy", "_yyy____"]
    var cases: [(LiveRequest, String)] = []
    for (row, columns) in expected.enumerated() {
      for (column, mark) in columns.enumerated() {
        let isCookie = row > 2
        for (offset, wanted) in [(0, mark == "y"), (1, mark != "y")] {
          let request = LiveRequest(
            ports[row * 2 + offset], isCookie ? "/" : queries[column], isCookie ? cookies[column] : [])
          cases.append((request, wanted ? "yes" : "otherwise"))
        }
      }
    }
    try LiveEnvoy().expect(edge.builder.deployment, cases)
  }

  @Test func methodsHostsAndLogic() throws {
    var edge = TestEdge()
    let a = Predicate.text(.header("a"), .exists)
    let b = Predicate.text(.header("b"), .exists)
    let c = Predicate.text(.header("c"), .exists)
    let port = try edge.ingress(
      "web",
      hosts: [HostPattern("test.example"), HostPattern("*.one.example"), HostPattern("**.many.example")],
      [
        edge.arm("site", .all([.path([path("/site")]), .site([RowID(1)])])),
        edge.arm("here", .all([.path([path("/site")]), .not(.site([RowID(1)]))])),
        edge.arm("post", .all([.path([path("/method")]), .method(["POST", "PUT"])])),
        edge.arm("no-get", .all([.path([path("/method")]), .not(.method(["GET"]))])),
        edge.arm("logic", .all([.path([path("/logic")]), .any([.all([a, .not(b)]), .not(.any([a, .not(c)]))])])),
        edge.arm("never", .all([.path([path("/logic")]), .never])),
        edge.arm("one", .host([HostPattern("*.one.example")])),
        edge.arm("deep", .host([HostPattern("**.sub.many.example")])),
        edge.arm(
          "many", .all([.host([HostPattern("**.many.example")]), .not(.host([HostPattern("x.many.example")]))])),
      ])
    let cases: [(LiveRequest, String)] = [
      (LiveRequest(port, "/site"), "here"),
      (LiveRequest(port, "/method", method: "POST"), "post"), (LiveRequest(port, "/method", method: "PUT"), "post"),
      (LiveRequest(port, "/method", method: "DELETE"), "no-get"), (LiveRequest(port, "/method"), "otherwise"),
      (LiveRequest(port, "/logic"), "otherwise"), (LiveRequest(port, "/logic", [("a", "1")]), "logic"),
      (LiveRequest(port, "/logic", [("a", "1"), ("b", "1")]), "otherwise"),
      (LiveRequest(port, "/logic", [("c", "1")]), "logic"),
      (LiveRequest(port, "/logic", [("b", "1"), ("c", "1")]), "logic"),
      (LiveRequest(port, "/logic", [("a", "1"), ("b", "1"), ("c", "1")]), "otherwise"),
      (LiveRequest(port, host: "TEST.example"), "otherwise"), (LiveRequest(port, host: "test.example:81"), "otherwise"),
      (LiveRequest(port, host: "test.example."), "otherwise"), (LiveRequest(port, host: "other.example"), "404"),
      (LiveRequest(port, host: "a.one.example"), "one"), (LiveRequest(port, host: "A.One.Example:8443"), "one"),
      (LiveRequest(port, host: "a.b.one.example"), "404"), (LiveRequest(port, host: "one.example"), "404"),
      (LiveRequest(port, host: "a.many.example"), "many"), (LiveRequest(port, host: "a.b.many.example"), "many"),
      (LiveRequest(port, host: "x.many.example"), "otherwise"), (LiveRequest(port, host: "a.sub.many.example"), "deep"),
      (LiveRequest(port, host: "many.example"), "404"),
    ]
    try LiveEnvoy().expect(edge.builder.deployment, cases)
  }

  @Test func whereClientsAre() throws {
    var envoy = try LiveEnvoy()
    envoy.geo = ["127.0.1.0/24", "DE", "3320", "127.0.2.0/24", "US", "-", "127.0.3.0/24", "-", "64666"]
    var edge = TestEdge()
    edge.builder.deployment.geoDatabases = [
      GeoDatabase(
        identity: Identity(package: "platform", name: "main"),
        data: DataFile(path: "geo.mmdb", sha256: "", bytes: try envoy.geoDatabase()), origin: edge.builder.origin())
    ]
    let port = try edge.ingress(
      "web",
      [
        edge.arm("german", .all([.path([path("/c")]), .country(["DE", "FR"])])),
        edge.arm("known", .all([.path([path("/c")]), .not(.not(.country(["US"])))])),
        edge.arm("banned", .all([.path([path("/a")]), .autonomousSystem([ASNumber(64666)])])),
        edge.arm("fine", .all([.path([path("/a")]), .not(.autonomousSystem([ASNumber(3320), ASNumber(1)]))])),
        edge.arm("office", .all([.path([path("/p")]), .client([prefix("127.0.1.0/28"), prefix("2001:db8::/32")])])),
        edge.arm("outside", .all([.path([path("/p")]), .not(.client([prefix("127.0.2.0/24")]))])),
      ])
    let spoof = [
      ("x-epic-country", "DE"), ("X-Epic-Asn", "64666"), ("x-geo-country", "DE"), ("x-forwarded-for", "127.0.1.1"),
    ]
    let cases: [(LiveRequest, String)] = [
      (LiveRequest(port, "/c", from: "127.0.1.1"), "german"), (LiveRequest(port, "/c", from: "127.0.2.1"), "known"),
      (LiveRequest(port, "/c", from: "127.0.3.1"), "otherwise"),
      (LiveRequest(port, "/c", from: "127.0.4.1"), "otherwise"),
      (LiveRequest(port, "/c", spoof, from: "127.0.2.1"), "known"),
      (LiveRequest(port, "/c", spoof, from: "127.0.4.1"), "otherwise"),
      (LiveRequest(port, "/a", from: "127.0.3.9"), "banned"), (LiveRequest(port, "/a", from: "127.0.1.9"), "otherwise"),
      (LiveRequest(port, "/a", from: "127.0.2.9"), "fine"), (LiveRequest(port, "/a", from: "127.0.4.9"), "fine"),
      (LiveRequest(port, "/a", spoof, from: "127.0.4.9"), "fine"),
      (LiveRequest(port, "/p", from: "127.0.1.1"), "office"), (LiveRequest(port, "/p", from: "127.0.1.16"), "outside"),
      (LiveRequest(port, "/p", from: "127.0.2.7"), "otherwise"),
      (LiveRequest(port, "/p", spoof, from: "127.0.2.7"), "otherwise"),
    ]
    try envoy.expect(edge.builder.deployment, cases)
  }
}
