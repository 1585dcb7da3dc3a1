import Testing

/// Text that no value leads to: templates that nobody applies, and branches that are not taken.
@Suite struct AbstractRuleTests {
  @Test(arguments: mistakes + correct) func rule(_ rule: Rule) { check(rule) }
}

private let ingress = "ingress i from web(name: a.example.com) { address one from p4; routes r }"

/// Wrong whatever the values are.
private let mistakes: [Rule] = [
  Rule(
    "statements of a template that nobody applies",
    #"""
    template draft(n: host) for ingress {
      timout request 5s
      timeout request 5
      limit timeout idle <= 60
      required nothing
      access-log xml to stdout
      tls certificate nowhere
      response-header x-b "${nobody}"
      if true { trust proxies 192.0.2.1/24 }
    }
    """#,
    finds: #"""
      E0012 |192.0.2.1/24| the prefix `192.0.2.1/24` has host bits set
      E0303 |timout| an `ingress` knows no `timout`
      E0302 |5| `5` has no unit: a duration such as `5s` is expected
      E0302 |60| `60` has no unit: a duration such as `5s` is expected
      E0303 |nothing| an `ingress` knows no `nothing`
      E0308 |xml| `xml` stands where `json`, `text` or `off` is expected
      E0201 |nowhere| there is no certificate `nowhere`
      E0326 |"${nobody}"| `${nobody}` names no variable
      """#),
  Rule(
    "parameters of a template that nobody applies",
    #"""
    template draft(n: nonsense, g: gold | silver = bronze, d: duration = 5) for ingress { host n }
    """#,
    finds: #"""
      E0331 |nonsense| `nonsense` is no type
      E0308 |bronze| `bronze` stands where `gold` or `silver` is expected
      E0302 |5| `5` has no unit: a duration such as `5s` is expected
      """#),
  Rule(
    "kind of a template that nobody applies",
    #"""
    template draft(n: host) for ingres { host n }
    template other(n: host) for upstream from web(name: n) { balance round-robin }
    """#,
    finds: #"""
      E0320 |ingres| `ingres` is no kind of declaration
      E0320 |web(name: n)| template `web` is for `ingress`, not `upstream`
        + base/base.epic |ingress| it says so here
      """#),
  Rule(
    "arguments of the template below",
    #"""
    template draft(n: host, ps: [port]) for ingress from web(name: ps, grade: bronze) { timeout idle 5s }
    """#,
    finds: #"""
      E0301 |ps| a host such as `shop.example.com` is expected, `ps` is a list, each element a port
      E0308 |bronze| `bronze` stands where `gold` or `silver` is expected
      """#),
  Rule(
    "a parameter where none of its values can stand",
    #"""
    template draft(n: host, g: gold | silver, l: [prefix], up: upstream) for ingress {
      timeout idle n
      default timeout request g
      trust proxies n
      listen tcp 5432 -> l
      tls certificate up
    }
    """#,
    finds: #"""
      E0301 |n| a duration such as `5s` is expected, `n` is a host such as `shop.example.com`
      E0301 |g| a duration such as `5s` is expected, `g` is `gold` or `silver`
      E0301 |n| an address or a prefix is expected, `n` is a host such as `shop.example.com`
      E0301 |l| the name of an upstream is expected, `l` is a list, each element a prefix such as `203.0.113.0/24`
      E0301 |up| the name of a certificate is expected, `up` is the name of an upstream
      """#),
  Rule(
    "comparisons with values that a parameter does not have",
    #"""
    template draft(n: host, g: gold | silver, d: duration) for ingress {
      host n
      if g is bronze { timeout idle 5s }
      if g in [gold, tin] { timeout idle 6s }
      if d < 5 { timeout idle 7s }
      if g < gold { timeout idle 8s }
      if n { timeout idle 9s }
      if g is gold and nobody is silver { timeout idle 10s } else if d is 7 { timeout idle 11s }
    }
    """#,
    finds: #"""
      E0308 |bronze| `bronze` stands where `gold` or `silver` is expected
      E0308 |tin| `tin` stands where `gold` or `silver` is expected
      E0302 |5| `5` has no unit: a duration such as `5s` is expected
      E0322 |g < gold| `g` is `gold` or `silver`, which `<` does not compare
      E0322 |n| `n` is a host such as `shop.example.com`, neither true nor false
      E0201 |nobody| there is no variable or constant `nobody`
      E0302 |7| `7` has no unit: a duration such as `5s` is expected
      """#),
  Rule(
    "a branch of an applied template that nobody leads to",
    #"""
    template draft(n: host, g: gold | silver) for ingress from web(name: n) {
      if g is gold { timout idle 5s; if n is b.example.com { host c.example.com; host c.example.com } }
    }
    ingress i from draft(n: a.example.com, g: silver) { address one from p4; routes r }
    routes r { otherwise -> respond 404 }
    """#,
    finds: #"""
      E0303 |timout| an `ingress` knows no `timout`
      E0305 |host c.example.com| `host` is said twice
        + t/a.epic |host c.example.com| first said here
      """#),
  Rule(
    "an error that an application reports too",
    #"""
    template draft(n: host, g: gold | silver) for ingress from web(name: n) {
      timout idle 5s
      if g is gold { timeout idle 5s }
    }
    ingress i from draft(n: a.example.com, g: silver) { address one from p4; routes r }
    routes r { otherwise -> respond 404 }
    """#,
    finds: #"""
      E0303 |timout| an `ingress` knows no `timout`
        + t/a.epic |draft(n: a.example.com, g: silver)| through this use
      """#),
  Rule(
    "routes of a branch that is not taken",
    #"""
    \#(ingress)
    routes r {
      if false { a: when path /a -> nobody { timeout request 5 } } else if true { b: when path /b -> u } else {
        c: when nothing is "1" -> other { timout request 5s }
      }
      otherwise -> u
    }
    upstream other { endpoint 192.0.2.9:80 }
    """#,
    finds: #"""
      E0201 |nobody| there is no upstream `nobody`
      E0302 |5| `5` has no unit: a duration such as `5s` is expected
      E0406 |nothing| requests have no field `nothing`
      E0303 |timout| a route's outcome knows no `timout`
      """#),
  Rule(
    "declarations of a branch that is not taken",
    #"""
    let is-preview = false
    if is-preview {
      upstream v { tiers 1 { endpoint 192.0.2.9:80 } }
      routes w { a: when path /a -> nobody }
      upstram x { endpoint 192.0.2.9:80 }
      for n in [1, 2] { upstream y[n] { endpont 192.0.2.9:80 } }
    }
    \#(ingress)
    routes r { otherwise -> u }
    """#,
    finds: #"""
      E0303 |tiers| an `upstream` knows no `tiers`
      E0201 |nobody| there is no upstream `nobody`
      E0401 |}| the routes do not end in `otherwise`
      E0206 |upstram| `upstram` starts no declaration
      E0303 |endpont| an `upstream` knows no `endpont`
      """#),
  Rule(
    "a branch that only some turns of a loop take",
    #"""
    for b in [ { key: "a", on: false }, { key: "b", on: true } ] {
      upstream v[b.key] { endpoint 192.0.2.9:80; if b.on { protocl h2 } }
    }
    """#,
    finds: #"""
      E0303 |protocl| an `upstream` knows no `protocl`
      """#),
]

/// Right for some values, or wrong only through what depends on them.
private let correct: [Rule] = [
  Rule(
    "a template that nobody applies",
    #"""
    template draft(
      n: host, g: gold | silver, ps: [port], d: duration, up: upstream, rs: routes, b: boolean, c: certificate,
      text: text, m: integer, net: [network]
    ) for ingress from web(name: n, grade: g) {
      let short = d
      listen https 8443 tls min 1.2
      for p in ps { listen tcp p -> up }
      listen tcp 5432 -> rs
      timeout idle short
      tls certificate c
      response-header x-g "${g} ${text} ${n}"
      response-header x-t text
      trust proxies 192.0.2.0/24
      if b { override timeout request d } else if not b and g is gold { override timeout request short }
      if m < 5 and text starts "a" and n in [a.example.com] { max body 64KiB }
      if d >= 5s { timeout idle d }
      required tls certificate
      slot routes early
    }
    """#, finds: ""),
  Rule(
    "a tier whose members depend on a parameter",
    #"""
    template balanced(a: endpoint, share: percentage, both: boolean) for upstream {
      tier 1 { 50% endpoint 192.0.2.9:80; if both { 50% endpoint (a) } }
    }
    """#, finds: ""),
  Rule(
    "members of a loop's elements that only a branch needs",
    #"""
    for b in [ { key: "a" }, { key: "b", up: "u" } ] {
      routes v[b.key] { if b.key is "b" { a: when header x-a is (b.up) -> respond 403 }; otherwise -> respond 404 }
    }
    """#, finds: ""),
  Rule(
    "declarations that stand under the same condition as their uses",
    #"""
    let is-preview = false
    if is-preview {
      let slow = 20s
      upstream next { endpoint 192.0.2.9:80; timeout connect 1s }
      for k in [one, two] { upstream many[k] { endpoint 192.0.2.9:80 } }
      routes w { a: when path /a -> next { timeout request slow }; otherwise -> many[one] }
    }
    \#(ingress)
    routes r {
      if is-preview { a: when path /a -> next; b: when path /b -> many[two] { timeout request slow } }
      otherwise -> u
    }
    """#, finds: ""),
  Rule(
    "a branch that would say again what the body says",
    #"""
    let is-slow = false
    ingress i from web(name: a.example.com) {
      address one from p4
      routes r
      override timeout request 20s
      if is-slow { override timeout request 30s }
    }
    routes r { if is-slow { otherwise -> respond 503 } else { otherwise -> u } }
    """#, finds: ""),
  Rule(
    "grants under the same condition as their uses",
    #"""
    --- base/flags.epic
    export let is-preview = false
    --- acme/a.epic
    use base.{is-preview, web}
    ingress i from web(name: acme.example) {
      address one from p4
      routes r
      if is-preview { dns publish acme.example in nowhere-example }
    }
    routes r { otherwise -> respond 404 }
    --- base/more.epic
    export zone nowhere-example { name nowhere.example; server 192.0.2.53; key secret tsig/acme }
    """#, finds: ""),
]
