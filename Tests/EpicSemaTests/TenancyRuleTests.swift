import Testing

/// What tenants may do. Each case is a workspace and exactly what is found in it.
@Suite struct TenancyRuleTests {
  @Test(arguments: rules) func rule(_ rule: Rule) { check(rule) }
}

private let rules: [Rule] = [
  Rule(
    "a platform's predicate is evaluated for each tenant that uses it",
    #"""
    --- aaa/a.epic
    export let at-fra = site is fra
    use base.{fra, u}
    export routes first { a: when at-fra -> u; otherwise -> u }
    --- acme/a.epic
    use aaa.{at-fra}
    upstream v { endpoint 192.0.2.80:80 }
    routes r { a: when at-fra -> v; otherwise -> v }
    """#,
    finds: #"""
      E0502 |fra| tenant `acme` may not use site `fra`: no grant names it
        + base/tenants.epic |tenant acme| the tenant's grants are here
        + base/base.epic |fra| declared here
      """#),
  Rule(
    "platform kind in a tenant's package",
    #"""
    --- acme/a.epic
    site x { at 50, 8; node n { address 192.0.2.77 } }
    """#,
    finds: #"""
      E0501 |site x| tenant `acme` cannot declare a site
        + base/tenants.epic |package acme| this package belongs to the tenant
      """#),
  Rule(
    "pool without a grant",
    #"""
    --- acme/a.epic
    ingress i { host a.acme.example; listen http 80; address one from p6; engine stable; sites all; routes r }
    routes r { otherwise -> respond 404 }
    """#,
    finds: #"""
      E0502 |p6| tenant `acme` may not use pool `p6`: no grant names it
        + base/tenants.epic |tenant acme| the tenant's grants are here
        + base/base.epic |p6| declared here
      """#),
  Rule(
    "engine without a grant, through a template",
    #"""
    --- acme/a.epic
    use base.{web6}
    ingress i from web6(name: a.acme.example) { address one from p4; routes r }
    routes r { otherwise -> respond 404 }
    """#,
    finds: #"""
      E0502 |early| tenant `acme` may not use engine `early`: no grant names it
        + base/tenants.epic |tenant acme| the tenant's grants are here
        + base/base.epic |early| declared here
        + acme/a.epic |web6(name: a.acme.example)| through this use
      """#),
  Rule(
    "name of another tenant",
    #"""
    --- acme/a.epic
    use globex.{u}
    routes r { otherwise -> u }
    --- globex/a.epic
    export upstream u { endpoint 192.0.2.97:80 }
    """#,
    finds: #"""
      E0503 |u| upstream `globex/u` belongs to tenant `globex`
        + globex/a.epic |u| declared here
      """#),
  Rule(
    "host that is not owned",
    #"""
    --- acme/a.epic
    ingress i { host a.globex.example; listen http 80; address one from p4; engine stable; sites all; routes r }
    routes r { otherwise -> respond 404 }
    """#,
    finds: #"""
      E0504 |a.globex.example| tenant `acme` may not serve `a.globex.example`: it does not own the host
        + base/tenants.epic |owns host acme.example, **.acme.example| it owns these hosts
      """#),
  Rule(
    "certificate for a foreign host",
    #"""
    --- acme/a.epic
    certificate c { names a.acme.example, *.globex.example; issuer internal }
    """#,
    finds: #"""
      E0504 |*.globex.example| tenant `acme` may not have a certificate for `*.globex.example`: it does not own the host
        + base/tenants.epic |owns host acme.example, **.acme.example| it owns these hosts
      """#),
  Rule(
    "published name that is not owned",
    #"""
    --- acme/a.epic
    ingress i { host a.acme.example; listen http 80; address one from p4; engine stable; sites all; routes r; dns publish b.globex.example in acme-example }
    routes r { otherwise -> respond 404 }
    """#,
    finds: #"""
      E0504 |b.globex.example| tenant `acme` may not publish `b.globex.example`: it does not own the host
        + base/tenants.epic |owns host acme.example, **.acme.example| it owns these hosts
      """#),
  Rule(
    "endpoint out of reach",
    #"""
    --- acme/a.epic
    upstream u { endpoint 192.0.2.200:80 }
    """#,
    finds: #"""
      E0505 |192.0.2.200:80| tenant `acme` may not reach `192.0.2.200`
        + base/tenants.epic |may reach 192.0.2.80..192.0.2.95, id.acme.example| it may reach these
      """#),
  Rule(
    "keys out of reach",
    #"""
    --- acme/a.epic
    ingress i { host a.acme.example; listen http 80; address one from p4; engine stable; sites all; routes r
      auth jwt main { issuer "x"; jwks https://id.globex.example/jwks.json }
    }
    routes r { otherwise -> respond 404 }
    """#,
    finds: #"""
      E0505 |https://id.globex.example/jwks.json| tenant `acme` may not reach `id.globex.example`
        + base/tenants.epic |may reach 192.0.2.80..192.0.2.95, id.acme.example| it may reach these
      """#),
  Rule(
    "loopback",
    #"""
    --- acme/a.epic
    upstream u { endpoint 127.0.0.1:80, [::ffff:127.0.0.1]:80, localhost:80, 169.254.1.1:80 }
    """#,
    finds: #"""
      E0006 |localhost:80| `localhost:80` is not an endpoint
      """#),
  Rule(
    "node's, peer's and pod's address",
    #"""
    --- acme/a.epic
    upstream u { endpoint 192.0.2.11:80, 192.0.2.1:179, 10.244.3.4:80 }
    """#,
    finds: #"""
      E0506 |192.0.2.11:80| tenant `acme` may never reach `192.0.2.11`: it is the address of node `fra-1`
        + base/base.epic |address 192.0.2.11| it is said here
      E0506 |192.0.2.1:179| tenant `acme` may never reach `192.0.2.1`: it is the address of peer `tor`
        + base/base.epic |address 192.0.2.1| it is said here
      E0506 |10.244.3.4:80| tenant `acme` may never reach `10.244.3.4`: it is a pod's address of `k1`
        + base/base.epic |pods 10.244.0.0/16| it is said here
      """#),
  Rule(
    "endpoint in a tier, out of reach",
    #"""
    --- acme/a.epic
    upstream u { tier 1 { endpoint 192.0.2.200:80 } }
    """#,
    finds: #"""
      E0505 |192.0.2.200:80| tenant `acme` may not reach `192.0.2.200`
        + base/tenants.epic |may reach 192.0.2.80..192.0.2.95, id.acme.example| it may reach these
      """#),
  Rule(
    "quota",
    #"""
    --- acme/a.epic
    for b in [ { key: "a" }, { key: "b" }, { key: "c" } ] {
      ingress w[b.key] { host a.acme.example; listen http 80; address one from p4; engine stable; sites all; routes r }
    }
    routes r { otherwise -> respond 404 }
    """#,
    finds: #"""
      E0507 |p4| tenant `acme` draws 3 addresses from pool `p4`, its quota is 2
        + base/tenants.epic |may use pool p4 quota 2 addresses| the quota is here
      """#),
  Rule(
    "limit of upstreams",
    #"""
    --- acme/a.epic
    upstream a { endpoint 192.0.2.80:80 }
    upstream b { endpoint 192.0.2.80:80 }
    upstream c { endpoint 192.0.2.80:80 }
    """#,
    finds: #"""
      E0508 |c| tenant `acme` declares more than 2 upstreams
        + base/tenants.epic |limits ingresses 20, routes 4, upstreams 2| the limit is here
      """#),
  Rule(
    "limit of routes",
    #"""
    --- acme/a.epic
    routes r { a: when path /a -> respond 404; b: when path /b -> respond 404; c: when path /c -> respond 404; d: when path /d -> respond 404; otherwise -> respond 404 }
    """#,
    finds: #"""
      E0508 |otherwise| tenant `acme` declares more than 4 routes
        + base/tenants.epic |limits ingresses 20, routes 4, upstreams 2| the limit is here
      """#),
  Rule(
    "pool outside its prefixes",
    #"""
    --- acme/a.epic
    pool own { range 2001:db8:60::/64; sites all }
    """#,
    finds: #"""
      E0509 |2001:db8:60::/64| tenant `acme` does not own `2001:db8:60::/64`
        + base/tenants.epic |owns prefix 2001:db8:50::/48| it owns this
      """#),
  Rule(
    "pool inside its prefixes",
    #"""
    --- acme/a.epic
    pool own { range 2001:db8:50::/64; announce bgp as AS64512 prefix 2001:db8:50::/48; sites all }
    """#,
    finds: ""),
  Rule(
    "namespace that is not granted",
    #"""
    --- acme/a.epic
    upstream u { tier 1 { kubernetes k1 service kube-system/dns:http } }
    """#,
    finds: #"""
      E0510 |kube-system/dns:http| tenant `acme` may not use namespace `kube-system` of this cluster
        + base/tenants.epic |may use kubernetes k1 namespaces shop, web| the grant lists the namespaces
      """#),
  Rule(
    "package claimed twice",
    #"""
    --- base/more.epic
    tenant other { package acme }
    """#,
    finds: #"""
      E0511 |package acme| package `acme` already belongs to tenant `acme`
        + base/tenants.epic |package acme| claimed here
      """#),
  Rule(
    "hosts owned twice",
    #"""
    --- base/more.epic
    tenant other { package other; owns host www.acme.example }
    --- other/a.epic
    let a = [DE]
    """#,
    finds: #"""
      E0513 |owns host www.acme.example| `www.acme.example` overlaps `**.acme.example` of tenant `acme`
        + base/tenants.epic |owns host acme.example, **.acme.example| owned by `acme` here
      """#),
  Rule(
    "package that does not exist",
    #"""
    --- base/more.epic
    tenant other { package nowhere }
    """#,
    finds: #"""
      E0204 |package nowhere| tenant `other` has no package `nowhere`
      """#),
  Rule(
    "secret of its own store",
    #"""
    --- acme/a.epic
    upstream u { endpoint 192.0.2.80:80; tls sni a.acme.example verify secret ca/x }
    """#,
    finds: ""),
  Rule(
    "native configuration without a grant",
    #"""
    --- acme/a.epic
    envoy 1.40 for ingress shop { set cluster(cart).x { a: 30 } }
    """#,
    finds: #"""
      E0512 |envoy 1.40 for ingress shop| tenant `acme` may not write native Envoy configuration: no grant says so
        + base/tenants.epic |tenant acme| the tenant's grants are here
      """#),
  Rule(
    "use of the platform's exported package",
    #"""
    --- acme/a.epic
    use base.{p6}
    ingress i { host a.acme.example; listen http 80; address one from p6; engine stable; sites all; routes r }
    routes r { otherwise -> respond 404 }
    """#,
    finds: #"""
      E0502 |p6| tenant `acme` may not use pool `p6`: no grant names it
        + base/tenants.epic |tenant acme| the tenant's grants are here
        + base/base.epic |p6| declared here
      """#),
]
