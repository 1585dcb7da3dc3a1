import Testing

/// Routes and predicates. Each case is a workspace and exactly what is found in it.
@Suite struct RouteRuleTests {
  @Test(arguments: rules) func rule(_ rule: Rule) { check(rule) }
}

private let rules: [Rule] = [
  Rule(
    "missing otherwise",
    #"""
    routes r { a: when path /a -> respond 404 }
    """#,
    finds: #"""
      E0401 |}| the routes do not end in `otherwise`
      """#, isFixed: true),
  Rule(
    "missing otherwise in a block",
    #"""
    routes r {
      under /api/** {
        a: when path /api/a -> respond 404
      }
      otherwise -> respond 404
    }
    """#,
    finds: #"""
      E0401 |}| `under /api/**` does not end in `otherwise`
      """#, isFixed: true),
  Rule(
    "two routes of one name",
    #"""
    routes r {
      a: when path /a -> respond 404
      under /api/** { a: when path /api/a -> respond 404; otherwise -> respond 404 }
      otherwise -> respond 404
    }
    """#,
    finds: #"""
      E0402 |a| a route named `a` exists already in these routes
        + t/a.epic |a| first named here
      """#),
  Rule(
    "without a name",
    #"""
    routes r { when path /a -> respond 404; otherwise -> respond 404 }
    """#,
    finds: #"""
      E0403 |when path /a| the route has no name
      """#),
  Rule(
    "behind otherwise",
    #"""
    routes r { otherwise -> respond 404; a: when path /a -> respond 404 }
    """#,
    finds: #"""
      E0404 |a: when path /a| this stands behind `otherwise`, which takes every request
        + t/a.epic |otherwise| takes everything
      """#),
  Rule(
    "split that is not whole",
    #"""
    routes r { otherwise -> split { 90% u; 5% u } }
    """#,
    finds: #"""
      E0405 |split| the split's percentages add up to 95%, not to exactly 100%
      """#),
  Rule(
    "shares that are names",
    #"""
    let canary = 5%
    let rest = 90%
    routes r { a: when cohort(cookie sid, salt: "x") < canary -> u; otherwise -> split { (rest) u; (canary) u } }
    """#,
    finds: #"""
      E0405 |split| the split's percentages add up to 95%, not to exactly 100%
        + t/a.epic |rest| `rest` is 90%
        + t/a.epic |canary| `canary` is 5%
        + t/a.epic |(rest)| 90%
      """#),
  Rule(
    "a name and a literal share",
    #"""
    let canary = 5%
    routes r { otherwise -> split { 90% u; (canary) u } }
    """#,
    finds: #"""
      E0405 |split| the split's percentages add up to 95%, not to exactly 100%
        + t/a.epic |canary| `canary` is 5%
        + t/a.epic |(canary)| 5%
      """#, isFixed: true),
  Rule(
    "shares that are names are 100%",
    #"""
    routes r {
      let rest = 95%
      for a in [{ part: 5% }] { x: when path /a -> split { (rest) u; (a.part) u } }
      otherwise -> split { (rest) u; 5% u }
    }
    """#, finds: ""),
  Rule(
    "a share without parentheses",
    #"""
    let rest = 95%
    routes r { otherwise -> split { rest u; 5% u } }
    """#,
    finds: #"""
      E0328 |rest| `rest` is a percentage, and stands in parentheses before what it is a share of
      """#, isFixed: true),
  Rule(
    "a share of an unknown name",
    #"""
    routes r { otherwise -> split { (most) u; 5% u } }
    """#,
    finds: #"""
      E0201 |most| there is no variable or constant `most`
      """#),
  Rule(
    "split without shares",
    #"""
    routes r { otherwise -> split { u; 5% u } }
    """#,
    finds: #"""
      E0405 |u| `u` has no share
      """#),
  Rule(
    "unknown request field",
    #"""
    routes r { a: when contry is DE -> u; otherwise -> u }
    """#,
    finds: #"""
      E0406 |contry| requests have no field `contry`
      """#, isFixed: true),
  Rule(
    "comparison that a field does not know",
    #"""
    routes r { a: when country starts "D" -> u; otherwise -> u }
    """#,
    finds: #"""
      E0408 |country starts "D"| `country` is compared by `is` and `in`, not by `starts`
      """#),
  Rule(
    "order of text",
    #"""
    routes r { a: when header x-a < "5" -> u; otherwise -> u }
    """#,
    finds: #"""
      E0408 |header x-a < "5"| `header x-a < "5"` compares text by `<`, which orders numbers
      """#),
  Rule(
    "prefix of a path",
    #"""
    routes r { a: when path starts "/a" -> u; otherwise -> u }
    """#,
    finds: #"""
      E0408 |path starts "/a"| `path` is not compared by `starts`: whole segments match
      """#),
  Rule(
    "unknown capture",
    #"""
    routes r { a: when path /v1/{rest...} -> redirect 308 "/v2/${rst}"; otherwise -> u }
    """#,
    finds: #"""
      E0409 |"/v2/${rst}"| `${rst}` is no capture of this route's path
      """#),
  Rule(
    "capture without a path",
    #"""
    routes r { a: when path /v1/{id} or path /v2/{id} -> u { rewrite path "/${id}" }; otherwise -> u }
    """#,
    finds: #"""
      E0201 |u| upstream `u` is not in scope
        + base/base.epic |u| package `base` declares one
      E0409 |"/${id}"| `${id}` is no capture of this route's path
      """#),
  Rule(
    "share with a body",
    #"""
    routes r { a: when path /a -> split { 50% u { timeout request 500s; bogus 3 }; 50% u }; otherwise -> split { 100% u -> u } }
    upstream u { endpoint 192.0.2.9:80 }
    """#,
    finds: #"""
      E0309 |{| a share of `split` has no body
      E0207 |-> u| `->` cannot stand behind the upstream of a share
      """#),
  Rule(
    "methods that are near to registered ones",
    #"""
    let safe = [GET, HAED]
    routes r { a: when method in [GTE, PURGE, XYZZY] -> u; b: when method in safe -> u; otherwise -> u }
    """#,
    finds: #"""
      W0405 |GTE| `GTE` is no registered method
      W0405 |safe| `HAED` is no registered method
      """#),
  Rule(
    "one prefix as a set of addresses",
    #"""
    let office = 192.0.2.0/24
    let offices = [192.0.2.0/24, 2001:db8::/32]
    for b in [ { key: "a", net: 192.0.2.0/24 }, { key: "b", net: offices } ] {
      routes r[b.key] {
        let here = b.net
        a: when client in office or client not in offices -> u
        b: when client in b.net and client in (b.net) and client in here -> u
        otherwise -> u
      }
    }
    """#, finds: ""),
  Rule(
    "constants of other types",
    #"""
    let office = "192.0.2.0/24"
    let alias = office
    let slow = [5s]
    routes r { a: when client in alias -> u; b: when asn in office -> respond 200 { body slow }; otherwise -> u }
    """#,
    finds: #"""
      E0301 |alias| an address or a prefix is expected, `alias` is a string
        + t/a.epic |alias| the constant is declared here
      E0301 |office| a list, each element an AS number such as `AS64500` is expected, `office` is a string
        + t/a.epic |office| the constant is declared here
      E0301 |slow| a string or `data "file" sha256 "…"` is expected, `slow` is a list
        + t/a.epic |slow| the constant is declared here
      """#),
  Rule(
    "redirect with a wrong status",
    #"""
    routes r { a: when path /v1 -> redirect 200 "/v2"; otherwise -> u }
    """#,
    finds: #"""
      E0411 |200| `200` is no status of a redirect
      """#),
  Rule(
    "redirect to a host from the request",
    #"""
    routes r { a: when path /v1/{host} -> redirect 302 "https://${host}/"; otherwise -> u }
    """#,
    finds: #"""
      E0410 |"https://${host}/"| `"https://${host}/"` is no target of a redirect
      """#),
  Rule(
    "answer with a wrong status",
    #"""
    routes r { otherwise -> respond 99 }
    """#,
    finds: #"""
      E0411 |99| `99` cannot be answered
      """#),
  Rule(
    "path alone",
    #"""
    routes r { a: when /a/** -> u; otherwise -> u }
    """#,
    finds: #"""
      E0412 |/a/**| `/a/**` asks nothing
      """#, isFixed: true),
  Rule(
    "field alone",
    #"""
    routes r { a: when country -> u; otherwise -> u }
    """#,
    finds: #"""
      E0412 |country| `country` asks nothing
      """#),
  Rule(
    "unknown predicate",
    #"""
    routes r { let gold = country is DE; a: when glod -> u; otherwise -> u }
    """#,
    finds: #"""
      E0201 |glod| there is no predicate `glod`
      """#),
  Rule(
    "block over one path",
    #"""
    routes r { under /api { otherwise -> u }; otherwise -> u }
    """#,
    finds: #"""
      E0413 |/api| `/api` is one path: nothing is under it
      """#, isFixed: true),
  Rule(
    "block over a host",
    #"""
    routes r { under host a.example.com { otherwise -> u }; otherwise -> u }
    """#,
    finds: #"""
      E0413 |host a.example.com| `under` takes a path that is open at its end, such as `/api/**`
      """#),
  Rule(
    "TLS by every comparison",
    #"""
    routes r {
      a: when (tls < 1.3 and tls >= 1.2) or tls is 1.1 -> u
      b: when tls in [1.0, 1.3] and tls > 1.0 -> u
      c: when not tls exists -> u
      d: when tls <= 1.3 and tls not in [1.1] -> u
      otherwise -> u
    }
    """#,
    finds: ""),
  Rule(
    "TLS that there is not",
    #"""
    routes r { a: when tls in [1.2, 1.4] -> u; b: when tls < 2 -> u; c: when tls is 1.2.0 -> u; otherwise -> u }
    """#,
    finds: #"""
      E0324 |1.4| TLS has no version `1.4`
      E0324 |2| TLS has no version `2`
      E0324 |1.2.0| TLS has no version `1.2.0`
      """#),
  Rule(
    "TLS compared as what it is not",
    #"""
    routes r { a: when tls starts 1.2 -> u; b: when tls is "1.2" -> u; c: when tls.version < 1.3 -> u; otherwise -> u }
    """#,
    finds: #"""
      E0408 |tls starts 1.2| `tls` is a version, which is not compared by `starts`
      E0301 |"1.2"| a version such as `1.40` is expected, `"1.2"` is a string
      E0406 |tls.version| requests have no field `tls.version`
      """#),
  Rule(
    "TLS alone",
    #"""
    routes r { a: when tls -> u; otherwise -> u }
    """#,
    finds: #"""
      E0412 |tls| `tls` asks nothing
      """#, isFixed: true),
  Rule(
    "a field beside its value",
    #"""
    routes r { a: when tls 1.2 -> u; otherwise -> u }
    """#,
    finds: #"""
      E0412 |tls 1.2| `tls 1.2` asks nothing
      """#, isFixed: true),
  Rule(
    "TLS that may be absent",
    #"""
    routes r { a: when tls is not 1.3 -> u; otherwise -> u }
    """#,
    finds: #"""
      W0401 |tls is not 1.3| this is also true where what it asks for is absent
      """#),
  Rule(
    "a request's TLS",
    #"""
    test "x" {
      request GET http://a.example.com/ tls 1.2
      expect status 404
    }
    """#,
    finds: #"""
      E1005 |1.2| a request to `http://` has no TLS
      """#, isFixed: true),
  Rule(
    "a request's TLS that there is not",
    #"""
    test "x" {
      request GET https://a.example.com/ tls 1.5
      expect status 404
    }
    """#,
    finds: #"""
      E0324 |1.5| TLS has no version `1.5`
      """#),
  Rule(
    "cohort without salt",
    #"""
    routes r { a: when cohort(cookie sid) < 5% -> u; otherwise -> u }
    """#,
    finds: #"""
      E0414 |cohort(cookie sid)| `cohort` needs a key and a salt
      """#),
  Rule(
    "cohort with a number",
    #"""
    routes r { a: when cohort(cookie sid, salt: "x") < 5 -> u; otherwise -> u }
    """#,
    finds: #"""
      E0302 |5| `5` has no unit: a percentage such as `5%` is expected
      """#, isFixed: true),
  Rule(
    "path outside its block",
    #"""
    routes r { under /api/** { a: when path /v2/x -> u; otherwise -> u }; otherwise -> u }
    """#,
    finds: #"""
      E0415 |path /v2/x| `/v2/x` lies outside `under /api/**`: no request can match both
      """#),
  Rule(
    "not an upstream",
    #"""
    routes r { otherwise -> stable }
    """#,
    finds: #"""
      E0208 |stable| `stable` is an engine, not an upstream
        + base/base.epic |stable| declared here
      """#),
  Rule(
    "rewrite without a slash",
    #"""
    routes r { otherwise -> u { rewrite path "x" } }
    """#,
    finds: #"""
      E0201 |u| upstream `u` is not in scope
        + base/base.epic |u| package `base` declares one
      E0410 |"x"| a path starts with `/`
      """#),
  Rule(
    "predicate built from absences",
    #"""
    routes r { a: when not country is DE -> u; otherwise -> u }
    """#,
    finds: #"""
      W0401 |not country is DE| this is also true where what it asks for is absent
      """#),
  Rule(
    "empty set",
    #"""
    routes r { a: when country in [] -> u; otherwise -> u }
    """#,
    finds: #"""
      E0323 |[]| `in` an empty list is never true
      """#),
  Rule(
    "misspelt method",
    #"""
    routes r { a: when method is get -> u; otherwise -> u }
    """#,
    finds: #"""
      E0301 |get| a method such as `GET` is expected: methods are written in capitals
      """#, isFixed: true),
  Rule(
    "unknown upstream",
    #"""
    routes r { otherwise -> uu }
    """#,
    finds: #"""
      E0201 |uu| there is no upstream `uu`
      """#, isFixed: true),
  Rule(
    "country of the union",
    #"""
    routes r { a: when country is EU -> u; otherwise -> u }
    """#,
    finds: #"""
      E0329 |EU| `EU` is no country's code
      """#),
  Rule(
    "respond with unknown field",
    #"""
    routes r { otherwise -> respond 404 { boddy "x" } }
    """#,
    finds: #"""
      E0303 |boddy| `respond` knows no `boddy`
      """#, isFixed: true),
  Rule(
    "what is fine",
    #"""
    routes r {
      let gold = jwt.claim("plan") in ["gold"]
      a: when gold and not (country in [DE, FR] or asn is AS64500) -> u
      b: when cohort(jwt(main).sub else cookie sid, salt: "x") >= 5% -> u
      c: when path matches re"/a+" and query q exists and host *.example.com -> u
      d: when site is fra and client in 192.0.2.0/24 and method not in [GET] -> u
      otherwise -> redirect 302 https://a.example.com:8443/x
    }
    """#,
    finds: ""),
  Rule(
    "unresolved name, reported once",
    #"""
    routes r { a: when path /a -> uu; b: when path /b -> uu; otherwise -> uu }
    """#,
    finds: #"""
      E0201 |uu| there is no upstream `uu`
      """#),
  Rule(
    "chain of absences",
    #"""
    routes r { a: when not jwt.sub exists -> u; b: when path /x and asn not in [AS1] -> u; c: when asn not in [AS1] and not header x is "1" -> u; otherwise -> u }
    """#,
    finds: #"""
      W0401 |asn not in [AS1] and not header x is "1"| this is also true where what it asks for is absent
      """#),
]
