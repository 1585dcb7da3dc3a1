import Testing

/// Types and the schema. Each case is a workspace and exactly what is found in it.
@Suite struct TypeRuleTests {
  @Test(arguments: rules) func rule(_ rule: Rule) { check(rule) }
}

private let rules: [Rule] = [
  Rule(
    "naked duration",
    #"""
    upstream u { endpoint 192.0.2.9:80; timeout connect 5 }
    """#,
    finds: #"""
      E0302 |5| `5` has no unit: a duration such as `5s` is expected
      """#, isFixed: true),
  Rule(
    "wrong unit",
    #"""
    upstream u { endpoint 192.0.2.9:80; timeout connect 5% }
    """#,
    finds: #"""
      E0301 |5%| a duration such as `5s` is expected, `5%` is a percentage
      """#),
  Rule(
    "string for a number",
    #"""
    upstream u { endpoint 192.0.2.9:80; max connections "many" }
    """#,
    finds: #"""
      E0301 |"many"| a whole number is expected, `"many"` is a string
      """#),
  Rule(
    "unknown field with suggestion",
    #"""
    upstream u { endpoint 192.0.2.9:80; balanse random }
    """#,
    finds: #"""
      E0303 |balanse| an `upstream` knows no `balanse`
      """#, isFixed: true),
  Rule(
    "missing field",
    #"""
    certificate c { names a.example.com }
    """#,
    finds: #"""
      E0304 |certificate c| a `certificate` needs `issuer`
      """#),
  Rule(
    "field said twice",
    #"""
    upstream u { endpoint 192.0.2.9:80; balance random; balance least-request }
    """#,
    finds: #"""
      E0305 |balance least-request| `balance` is said twice
        + t/a.epic |balance random| first said here
      """#),
  Rule(
    "forms of one field exclude each other",
    #"""
    upstream u { endpoint 192.0.2.9:80; health tcp every 2s; health http GET /healthz }
    """#,
    finds: #"""
      E0332 |health http GET /healthz| `health http` excludes `health tcp`
        + t/a.epic |health tcp every 2s| said here
      """#),
  Rule(
    "statement that ends too early",
    #"""
    upstream u { endpoint 192.0.2.9:80; health http GET }
    """#,
    finds: #"""
      E0306 |health http GET| `health` ends where a path such as `/static/**` is expected
      """#),
  Rule(
    "leading word missing",
    #"""
    upstream u { endpoint 192.0.2.9:80; timeout }
    """#,
    finds: #"""
      E0306 |timeout| `timeout` ends where `connect` is expected
      """#),
  Rule(
    "leading word unknown",
    #"""
    upstream u { endpoint 192.0.2.9:80; timeout conect 5s }
    """#,
    finds: #"""
      E0308 |conect| `conect` stands where `connect` is expected
      """#, isFixed: true),
  Rule(
    "argument too many",
    #"""
    upstream u { endpoint 192.0.2.9:80; health tcp evry 2s }
    """#,
    finds: #"""
      E0307 |evry| `evry` is not expected behind `health …`
      """#, isFixed: true),
  Rule(
    "comma where none stands",
    #"""
    upstream u { endpoint 192.0.2.9:80; health tcp, every 2s }
    """#,
    finds: #"""
      E0307 |every| a `,` is not expected behind `health …`
      """#),
  Rule(
    "word that is none of the choices",
    #"""
    upstream u { endpoint 192.0.2.9:80; balance least-requests }
    """#,
    finds: #"""
      E0308 |least-requests| `least-requests` stands where `round-robin`, `least-request`, `random`, `ring-hash` or `maglev` is expected
      """#, isFixed: true),
  Rule(
    "body where none stands",
    #"""
    upstream u { endpoint 192.0.2.9:80; balance random { } }
    """#,
    finds: #"""
      E0309 |{| `balance` has no body
      """#),
  Rule(
    "value out of bounds",
    #"""
    site s { at 91.5, 8; node n { address 192.0.2.1 } }
    """#,
    finds: #"""
      E0324 |91.5| `91.5` is no latitude: it lies outside -90 to 90
      """#),
  Rule(
    "unknown country",
    #"""
    site s { at 50, 8 country UK; node n { address 192.0.2.1 } }
    """#,
    finds: #"""
      E0329 |UK| `UK` is no country's code
      """#, isFixed: true),
  Rule(
    "wildcard where a host is meant",
    #"""
    cdn c { host *.cdn.example }
    """#,
    finds: #"""
      E0330 |*.cdn.example| `*.cdn.example` is a wildcard where one host is meant
      """#),
  Rule(
    "percentages of a tier",
    #"""
    upstream u { tier 1 { 60% kubernetes k1 service a/b:http; 30% kubernetes k1 service a/c:http } }
    """#,
    finds: #"""
      E0327 |tier 1| the tier's percentages add up to 90%, not to exactly 100%
      """#),
  Rule(
    "members without percentages",
    #"""
    upstream u { tier 1 { kubernetes k1 service a/b:http; kubernetes k1 service a/c:http } }
    """#,
    finds: #"""
      E0328 |kubernetes k1 service a/c:http| a tier with several members needs a percentage for each, or `by pods`
        + t/a.epic |kubernetes k1 service a/b:http| the first member
      """#),
  Rule(
    "shares of a tier that are names",
    #"""
    let most = 60%
    upstream u { tier 1 { (most) kubernetes k1 service a/b:http; 30% kubernetes k1 service a/c:http } }
    """#,
    finds: #"""
      E0327 |tier 1| the tier's percentages add up to 90%, not to exactly 100%
        + t/a.epic |most| `most` is 60%
        + t/a.epic |(most)| 60%
      """#, isFixed: true),
  Rule(
    "shares that a template takes",
    #"""
    template weighed(most: percentage, others: percentage = 40%) for upstream {
      tier 1 { (most) kubernetes k1 service a/b:http; (others) kubernetes k1 service a/c:http }
    }
    upstream v from weighed(most: 60%)
    upstream u from weighed(most: 50%)
    """#,
    finds: #"""
      E0327 |tier 1| the tier's percentages add up to 90%, not to exactly 100%
        + t/a.epic |most| `most` is 50%
        + t/a.epic |others| `others` is 40%
        + t/a.epic |(most)| 50%
      """#),
  Rule(
    "a share of a member without parentheses",
    #"""
    let most = 60%
    upstream u { tier 1 { most kubernetes k1 service a/b:http; 40% kubernetes k1 service a/c:http } }
    """#,
    finds: #"""
      E0328 |most| `most` is a percentage, and stands in parentheses before what it is a share of
      """#, isFixed: true),
  Rule(
    "a share that is no percentage",
    #"""
    let most = 60
    upstream u { tier 1 { (most) kubernetes k1 service a/b:http; 40% kubernetes k1 service a/c:http } }
    """#,
    finds: #"""
      E0302 |60| `60` has no unit: a percentage such as `5%` is expected
      """#),
  Rule(
    "a share in parentheses outside a tier",
    #"""
    upstream u { (50%) endpoint 192.0.2.9:80 }
    """#,
    finds: #"""
      E0328 |(50%)| a percentage has no meaning in an `upstream`
      """#),
  Rule(
    "an endpoint twice in a list",
    #"""
    upstream u { endpoint 192.0.2.9:80, 192.0.2.10:80, 192.0.2.9:80 }
    """#,
    finds: #"""
      E0337 |192.0.2.9:80| `192.0.2.9:80` is an endpoint of this upstream already
        + t/a.epic |192.0.2.9:80| the first is here
      """#, isFixed: true),
  Rule(
    "an endpoint first and second in a list",
    #"""
    upstream u { endpoint 192.0.2.9:80, 192.0.2.9:80 }
    """#,
    finds: #"""
      E0337 |192.0.2.9:80| `192.0.2.9:80` is an endpoint of this upstream already
        + t/a.epic |192.0.2.9:80| the first is here
      """#, isFixed: true),
  Rule(
    "an endpoint in two statements of a tier",
    #"""
    upstream u { tier 1 { by pods; kubernetes k1 service a/b:http; endpoint [2001:db8::9]:80; endpoint [2001:DB8:0::9]:80 } }
    """#,
    finds: #"""
      E0337 |[2001:DB8:0::9]:80| `[2001:db8::9]:80` is an endpoint of this upstream already
        + t/a.epic |[2001:db8::9]:80| the first is here
      """#, isFixed: true),
  Rule(
    "an endpoint in two tiers",
    #"""
    upstream u { tier 1 { endpoint 192.0.2.9:80 }; tier 2 { endpoint 192.0.2.10:80, 192.0.2.9:80 } }
    """#,
    finds: #"""
      E0337 |192.0.2.9:80| `192.0.2.9:80` is an endpoint of this upstream already
        + t/a.epic |192.0.2.9:80| the first is here
      """#, isFixed: true),
  Rule(
    "another port is another endpoint",
    #"""
    upstream u { endpoint 192.0.2.9:80, 192.0.2.9:81; health tcp }
    upstream v { endpoint 192.0.2.9:80 }
    """#, finds: ""),
  Rule(
    "percentage outside a tier",
    #"""
    upstream u { 50% endpoint 192.0.2.9:80 }
    """#,
    finds: #"""
      E0328 |50%| a percentage has no meaning in an `upstream`
      """#),
  Rule(
    "tiers and endpoints",
    #"""
    upstream u { endpoint 192.0.2.9:80; tier 1 { cdn c1 } }
    """#,
    finds: #"""
      E0332 |endpoint 192.0.2.9:80| `endpoint` makes a tier of its own: it excludes `tier`
        + t/a.epic |tier 1| a tier is here
      """#),
  Rule(
    "tiers out of order",
    #"""
    upstream u { tier 1 { cdn c1 }; tier 3 { cdn c1 } }
    """#,
    finds: #"""
      E0335 |tier 3| tier 3 stands where tier 2 is expected
      """#),
  Rule(
    "nearest of one",
    #"""
    upstream u { tier 1 { nearest { cdn c1 } } }
    """#,
    finds: #"""
      E0323 |nearest| `nearest` chooses among two members or more
      """#),
  Rule(
    "service without a port",
    #"""
    upstream u { tier 1 { kubernetes k1 service shop/cart } }
    """#,
    finds: #"""
      E0301 |shop/cart| `shop/cart` is no service with its port, such as `shop/cart:http`
      """#),
  Rule(
    "unknown member of a record",
    #"""
    for b in [ { key: "alpha", host: a.example.com } ] { ingress w[b.key] from web(name: (b.hst)) { address one from p4; routes r } }
    routes r { otherwise -> respond 404 }
    """#,
    finds: #"""
      E0325 |b.hst| `b.hst` has no member `hst`
        + t/a.epic |{ key: "alpha", host: a.example.com }| through this use
      """#),
  Rule(
    "unknown variable",
    #"""
    ingress i from web(name: (nam)) { address one from p4; routes r }
    routes r { otherwise -> respond 404 }
    """#,
    finds: #"""
      E0201 |nam| there is no variable or constant `nam`
      """#),
  Rule(
    "run-time text in a constant",
    #"""
    ingress i from web(name: a.example.com) { address one from p4; routes r; request-header x-a "${id}" }
    routes r { otherwise -> respond 404 }
    """#,
    finds: #"""
      E0326 |"${id}"| `${id}` names no variable
      """#),
  Rule(
    "condition on the request",
    #"""
    ingress i from web(name: a.example.com) { address one from p4; routes r; if country is DE { engine stable } }
    routes r { otherwise -> respond 404 }
    """#,
    finds: #"""
      E0322 |country| `country` is the request's: it is not known at compile time
      """#),
  Rule(
    "loop over an empty list",
    #"""
    for b in [] { upstream u[b.key] { endpoint 192.0.2.9:80 } }
    """#,
    finds: #"""
      E0323 |[]| `for` over an empty list declares nothing
      """#),
  Rule(
    "loop over no list",
    #"""
    for b in 5 { upstream u[b.key] { endpoint 192.0.2.9:80 } }
    """#,
    finds: #"""
      E0301 |5| a list, each element a name is expected, `5` is the number `5`
      """#),
  Rule(
    "upstream without members",
    #"""
    upstream u { balance random }
    """#,
    finds: #"""
      E0304 |upstream u| an `upstream` needs `tier`, `endpoint` or `feed`
      """#),
  Rule(
    "TLS version that is not offered",
    #"""
    ingress i from web(name: a.example.com) { address one from p4; routes r; listen https 443 tls min 1.1; tls certificate c }
    certificate c { names a.example.com; issuer internal }
    routes r { otherwise -> respond 404 }
    """#,
    finds: #"""
      E0324 |1.1| TLS `1.1` is not offered: the least is `1.2` or `1.3`
      """#, isFixed: true),
  Rule(
    "HTTPS without certificate",
    #"""
    ingress i from web(name: a.example.com) { address one from p4; routes r; listen https 443 }
    routes r { otherwise -> respond 404 }
    """#,
    finds: #"""
      E0304 |ingress i from web(name: a.example.com)| `listen https` needs `tls certificate`
        + t/a.epic |listen https 443| HTTPS is listened for here
      """#),
  Rule(
    "one port twice",
    #"""
    ingress i from web(name: a.example.com) { address one from p4; routes r; listen http 8080; listen http 8080 redirect https }
    routes r { otherwise -> respond 404 }
    """#,
    finds: #"""
      E0305 |listen http 8080 redirect https| `listen http 8080` is said twice
        + t/a.epic |listen http 8080| first said here
      """#),
]
