import EpicIR
import Testing

/// What ingresses and routes say of requests. Each case is a workspace and exactly what is found in it.
@Suite struct RequestPolicyRuleTests {
  @Test(arguments: rules) func rule(_ rule: Rule) { check(rule) }
}

private let rules: [Rule] = [
  Rule(
    "everything of an ingress",
    #"""
    ingress i from web(name: a.example.com) {
      address one from p4
      routes r
      rate-limit 2000/s burst 4000 by client
      rate-limit 100/m by jwt.sub
      rate-limit 100/m by header X-Key
      rate-limit 100/m by cookie sid
      rate-limit 100/m by query "a b"
      max body 10MiB
      websocket allowed
      access-log off
      trust proxies 192.0.2.1, 2001:db8::/32
      cors { origins any; methods PATCH }
    }
    upstream v { endpoint 192.0.2.80:80 }
    routes r { otherwise -> respond 404 }
    """#,
    finds: ""),
  Rule(
    "everything of a route",
    #"""
    upstream v { endpoint 192.0.2.80:80 }
    routes r {
      a: when body.json("a.b", limit: 1B) exists -> v { mirror 5% v; mirror 100% v; max body 1TiB; rate-limit 1/h by ingress }
      b: when continent is north-america         -> split { 50% v; 50% v; max body 1B; websocket allowed }
      otherwise                                  -> v { websocket allowed }
    }
    """#,
    finds: ""),
  Rule(
    "header keys are folded",
    #"""
    upstream v { endpoint 192.0.2.80:80 }
    routes r { otherwise -> v { rate-limit 1/s by header x-key; rate-limit 2/s by header X-Key } }
    """#,
    finds: #"""
      E0305 |rate-limit 2/s by header X-Key| `rate-limit header x-key` is said twice
        + t/a.epic |rate-limit 1/s by header x-key| first said here
      """#),
  Rule(
    "rates beyond the bounds",
    #"""
    upstream v { endpoint 192.0.2.80:80 }
    routes r {
      a: when path /a -> v { rate-limit 1000001/s by client }
      b: when path /b -> v { rate-limit 0/h by client }
      c: when path /c -> v { rate-limit 5/s burst 0 by client }
      otherwise       -> v { rate-limit 5/s by header "a b" }
    }
    """#,
    finds: #"""
      E0324 |1000001/s| `1000001/s` lies outside 1/h to 1000000/s
      E0324 |0/h| `0/h` lies outside 1/h to 1000000/s
      E0324 |0| `0` lies outside 1 to 10000000
      E0336 |"a b"| `a b` is no header's name
      """#),
  Rule(
    "amounts of nothing",
    #"""
    upstream v { endpoint 192.0.2.80:80 }
    routes r {
      a: when path /a -> v { mirror 0% v }
      otherwise       -> v { max body 0B }
    }
    """#,
    finds: #"""
      E0324 |0%| `0%` lies outside 0.0001% to 100%
      E0324 |0B| `0B` lies outside 1B to 1TiB
      """#),
  Rule(
    "a body's field",
    #"""
    upstream v { endpoint 192.0.2.80:80 }
    routes r {
      a: when body.json("a") is "x"                               -> v
      b: when body.json("a..b", limit: 1KiB) is "x"               -> v
      c: when body.json("a", limit: 65KiB) is "x"                 -> v
      d: when body.json("a", "b", limit: 1KiB) is "x"             -> v
      e: when body.json("a", size: 1KiB) is "x"                   -> v
      f: when cohort(body.json("a", limit: 1KiB), salt: "s") < 5% -> v
      g: when body is "x"                                         -> v
      otherwise -> v
    }
    """#,
    finds: #"""
      E0346 |body.json("a")| `body.json` needs a path and a limit
      E0346 |"a..b"| `a..b` is no path into a body
      E0324 |65KiB| `65KiB` lies outside 1B to 64KiB
      E0346 |"b"| `body.json` takes one path
      E0346 |size: 1KiB| `body.json` takes a path and `limit`
      E0414 |body.json("a", limit: 1KiB)| a cohort's key is no part of the body: cohorts are drawn before a body is read
      E0412 |body| `body` needs a name behind it
      """#),
  Rule(
    "who is trusted",
    #"""
    ingress i from web(name: a.example.com) { address one from p4; routes r; trust proxies 192.0.2.1, ::/0 }
    upstream v { endpoint 192.0.2.80:80 }
    routes r { otherwise -> respond 404 }
    """#,
    finds: #"""
      E0347 |::/0| `trust proxies ::/0` lets every client say who it is
      """#),
  Rule(
    "an origin is no page",
    #"""
    ingress i from web(name: a.example.com) { address one from p4; routes r; cors { origins https://b.example.com:8443/x } }
    upstream v { endpoint 192.0.2.80:80 }
    routes r { otherwise -> respond 404 }
    """#,
    finds: #"""
      E0348 |https://b.example.com:8443/x| `https://b.example.com:8443/x` is no origin: nothing stands behind its host and port
      """#, isFixed: true),
  Rule(
    "any origin with credentials",
    #"""
    ingress i from web(name: a.example.com) { address one from p4; routes r; cors { origins any; credentials allowed } }
    upstream v { endpoint 192.0.2.80:80 }
    routes r { otherwise -> respond 404 }
    """#,
    finds: #"""
      E0345 |credentials allowed| `origins any` and `credentials allowed` let every page act for its visitor
        + t/a.epic |origins any| any origin is allowed
      """#),
]
