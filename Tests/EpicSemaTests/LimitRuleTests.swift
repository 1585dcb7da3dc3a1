import Testing

/// What is not built, and data files. Each case is a workspace and exactly what is found in it.
@Suite struct LimitRuleTests {
  @Test(arguments: rules) func rule(_ rule: Rule) { check(rule) }
}

private let rules: [Rule] = [
  Rule(
    "TLS pass-through",
    #"""
    ingress i from web(name: a.example.com) { address one from p4; routes r; listen tls 8883 passthrough -> r }
    routes r { otherwise -> respond 404 }
    """#,
    finds: #"""
      E0901 |listen tls 8883 passthrough -> r| this compiler does not build TLS pass-through (`listen tls`) yet
      """#),
  Rule(
    "TCP",
    #"""
    ingress i from web(name: a.example.com) { address one from p4; routes r; listen tcp 5432 -> u }
    routes r { otherwise -> respond 404 }
    """#,
    finds: #"""
      E0901 |listen tcp 5432 -> u| this compiler does not build TCP (`listen tcp`) yet
      """#),
  Rule(
    "rate",
    #"""
    ingress i from web(name: a.example.com) { address one from p4; routes r; rate-limit 2000/s burst 4000 by client }
    routes r { otherwise -> respond 404 }
    """#,
    finds: #"""
      E0901 |rate-limit 2000/s burst 4000 by client| this compiler does not build rate limits (`rate-limit`) yet
      """#),
  Rule(
    "client certificates",
    #"""
    ingress i from web(name: a.example.com) { address one from p4; routes r; auth client-certificate main { ca secret ca/partners; names **.partner.example } }
    routes r { otherwise -> respond 404 }
    """#,
    finds: #"""
      E0901 |auth client-certificate main| this compiler does not build client certificates (`auth client-certificate`) yet
      """#),
  Rule(
    "mirror and body",
    #"""
    routes r { otherwise -> u { mirror 5% u; max body 50MiB } }
    """#,
    finds: #"""
      E0201 |u| upstream `u` is not in scope
        + base/base.epic |u| package `base` declares one
      E0901 |mirror 5% u| this compiler does not build mirrored requests (`mirror`) yet
      E0901 |max body 50MiB| this compiler does not build body limits (`max body`) yet
      """#),
  Rule(
    "body field",
    #"""
    routes r { a: when body.json("model", limit: 64KiB) is "large" -> u; otherwise -> u }
    """#,
    finds: #"""
      E0901 |body.json("model", limit: 64KiB)| this compiler does not build the request's field `body.json` yet
      """#),
  Rule(
    "gRPC",
    #"""
    routes r { a: when grpc acme.cart.v1.Cart/Checkout -> u; otherwise -> u }
    """#,
    finds: #"""
      E0901 |grpc acme.cart.v1.Cart/Checkout| this compiler does not build the request's field `grpc` yet
      """#),
  Rule(
    "native configuration",
    #"""
    envoy 1.40 for ingress shop { set cluster(cart).x { a: 30 } }
    """#,
    finds: #"""
      E0901 |envoy 1.40 for ingress shop| this compiler does not build native Envoy configuration (`envoy … for`) yet
      """#),
  Rule(
    "tests",
    #"""
    test "x" { request GET https://a.example.com/; expect route a }
    """#,
    finds: #"""
      E0901 |test "x"| this compiler does not build `test` declarations yet
      """#),
  Rule(
    "policies",
    #"""
    policy "x" { for every ingress i: require i.tls.min >= 1.2 else "no" }
    """#,
    finds: #"""
      E0901 |policy "x"| this compiler does not build `policy` declarations yet
      """#),
  Rule(
    "routes for other protocols",
    #"""
    routes r for tls { otherwise -> close }
    """#,
    finds: #"""
      E0901 |routes r for tls| this compiler does not build `routes … for tls` yet
      """#),
  Rule(
    "standard sets where nobody has read the library",
    #"""
    routes r { a: when country in std.geo.eu27 -> u; otherwise -> u }
    """#,
    finds: #"""
      E0204 |std.geo.eu27| the standard library has no package `std.geo`
      """#),
  Rule(
    "part of a segment",
    #"""
    routes r { a: when path /v{n}/x -> u  { rewrite path "/${n}" }; otherwise -> u }
    """#,
    finds: ""),
  Rule(
    "data file that does not exist",
    #"""
    routes r { otherwise -> respond 404 { body data "x.html" sha256 "00" } }
    """#,
    finds: #"""
      E0903 |"x.html"| `t/x.html` does not exist
      """#),
  Rule(
    "data file with another digest",
    #"""
    routes r { otherwise -> respond 404 { body data "a.html" sha256 "00" } }
    """#,
    finds: #"""
      E0904 |"00"| `a.html` has another digest than is written
      """#, isFixed: true),
  Rule(
    "data file without a digest",
    #"""
    routes r { otherwise -> respond 404 { body data "a.html" } }
    """#,
    finds: #"""
      E0906 |data "a.html"| `data "a.html"` has no digest
      """#, isFixed: true),
  Rule(
    "data file outside",
    #"""
    routes r { otherwise -> respond 404 { body data "../a.html" sha256 "00" } }
    """#,
    finds: #"""
      E0905 |"../a.html"| `../a.html` is no path inside the workspace
      """#),
]
