import Testing

/// Listeners and routes without HTTP, gRPC and client certificates, with the fixes that lead to no finding.
@Suite struct ConnectionRuleTests {
  @Test(arguments: rules) func rule(_ rule: Rule) { check(rule) }
}

private let rules: [Rule] = [
  Rule(
    "an ingress of connections says nothing else",
    #"""
    ingress i { address one from p4; engine stable; sites all; listen tcp 5432 -> u; listen udp 5432 idle 1m -> u }
    ingress j { address one from p4; engine stable; sites all; listen tls 8883 passthrough -> r; isolate }
    routes r for tls { a: when sni *.a.example.com and client in 192.0.2.0/24 and site is fra -> split { 10% u; 90% u }; otherwise -> close }
    """#,
    finds: ""),
  Rule(
    "a template's target",
    #"""
    template t(to: upstream, by: routes, at: port) for ingress { address one from p4; engine stable; sites all; listen tcp (at) -> to; listen udp 1 -> by }
    ingress i from t(to: u, by: r, at: 5432) {}
    routes r for udp { otherwise -> close }
    """#,
    finds: ""),
  Rule(
    "passthrough left out",
    #"""
    ingress i { address one from p4; engine stable; sites all; listen tls 8883 -> u }
    """#,
    finds: #"""
      E0306 |listen tls 8883 -> u| `listen` ends where `passthrough` is expected
      """#),
  Rule(
    "the version of a connection's TLS",
    #"""
    routes r for tls { a: when tls < 1.3 -> close; otherwise -> u }
    routes s for tcp { a: when tls exists -> close; otherwise -> u }
    routes t for udp { a: when client in 192.0.2.0/24 and tls is 1.2 -> close; otherwise -> u }
    """#,
    finds: #"""
      E0340 |tls < 1.3| `tls` is nothing that TLS connections have
      E0340 |tls exists| `tls` is nothing that TCP connections have
      E0340 |tls is 1.2| `tls` is nothing that UDP sessions have
      """#),
  Rule(
    "an answer to a connection",
    #"""
    routes r for tcp { a: when client in 192.0.2.0/24 -> respond 403; otherwise -> u }
    """#,
    finds: #"""
      E0341 |respond 403| `respond` answers HTTP requests, and these routes are for TCP connections
      """#, isFixed: true),
  Rule(
    "for http",
    #"""
    routes r for http { otherwise -> u }
    """#,
    finds: #"""
      E0307 |for| routes are for HTTP unless `for` says otherwise
      """#, isFixed: true),
  Rule(
    "no end",
    #"""
    routes r for udp { a: when client in 192.0.2.0/24 -> u }
    """#,
    finds: #"""
      E0401 |}| the routes do not end in `otherwise`
      """#, isFixed: true),
  Rule(
    "a field of requests in a let",
    #"""
    let x = not header a exists
    routes r for tls { a: when sni a.example.com and x -> u; otherwise -> close }
    """#,
    finds: #"""
      E0340 |sni a.example.com and x| `header` is nothing that TLS connections have
      """#),
  Rule(
    "only negated server names",
    #"""
    routes r for tls { a: when not sni a.example.com -> u; otherwise -> close }
    """#,
    finds: ""),
  Rule(
    "a service for a method",
    #"""
    routes r { a: when grpc acme.cart.v1.Cart -> u; otherwise -> u }
    """#,
    finds: #"""
      E0344 |acme.cart.v1.Cart| `acme.cart.v1.Cart` is no method of a gRPC service
      """#, isFixed: true),
  Rule(
    "gRPC health without HTTP/2",
    #"""
    upstream a { endpoint 192.0.2.9:80; health grpc every 2s }
    """#,
    finds: #"""
      E0418 |health grpc every 2s| `health grpc` asks endpoints in HTTP/2, and they are spoken to in HTTP/1.1
      """#, isFixed: true),
  Rule(
    "gRPC health in HTTP/1.1",
    #"""
    upstream a { endpoint 192.0.2.9:80; protocol h1; health grpc service "a.B" }
    """#,
    finds: #"""
      E0418 |health grpc service "a.B"| `health grpc` asks endpoints in HTTP/2, and they are spoken to in HTTP/1.1
        + t/a.epic |protocol h1| said here
      """#, isFixed: true),
  Rule(
    "certificates and clear text",
    #"""
    certificate c { names a.example.com; issuer internal }
    ingress i {
      host a.example.com
      address one from p4
      engine stable
      sites all
      tls certificate c
      listen https 443
      listen http 80
      auth client-certificate main { ca secret ca/x; names **.partner.example }
      routes r
    }
    routes r { otherwise -> u }
    """#,
    finds: #"""
      E0726 |listen http 80| `listen http` serves the ingress's routes to clients that can show no certificate
        + t/a.epic |auth client-certificate main| certificates are demanded here
      """#, isFixed: true),
  Rule(
    "a server name of another tenant",
    #"""
    --- acme/a.epic
    routes r for tls {
      a: when sni x.acme.example -> close
      b: when sni www.globex.example -> close
      otherwise -> close
    }
    """#,
    finds: #"""
      E0504 |www.globex.example| tenant `acme` may not serve `www.globex.example`: it does not own the host
        + base/tenants.epic |owns host acme.example, **.acme.example| it owns these hosts
      """#),
]
