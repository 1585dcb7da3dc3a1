import Testing

/// Templates and overrides. Each case is a workspace and exactly what is found in it.
@Suite struct TemplateRuleTests {
  @Test(arguments: rules) func rule(_ rule: Rule) { check(rule) }
}

private let rules: [Rule] = [
  Rule(
    "plain statement over the template's",
    #"""
    ingress i from web(name: a.example.com) { address one from p4; routes r; timeout request 20s }
    routes r { otherwise -> respond 404 }
    """#,
    finds: #"""
      E0310 |timeout request 20s| the template says `timeout request`: changing it needs `override`
        + base/base.epic |timeout request 15s| the template says it here
      """#, isFixed: true),
  Rule(
    "final field",
    #"""
    ingress i from web(name: a.example.com) { address one from p4; routes r; override response-header x-a "2" }
    routes r { otherwise -> respond 404 }
    """#,
    finds: #"""
      E0311 |response-header x-a "2"| `response-header x-a` is final: nothing that uses the template changes it
        + base/base.epic |response-header x-a "1"| the template says so
      """#),
  Rule(
    "final field said again",
    #"""
    ingress i from web(name: a.example.com) { address one from p4; routes r; response-header x-a "2" }
    routes r { otherwise -> respond 404 }
    """#,
    finds: #"""
      E0311 |response-header x-a "2"| `response-header x-a` is final: nothing that uses the template changes it
        + base/base.epic |response-header x-a "1"| the template says so
      """#),
  Rule(
    "two overrides",
    #"""
    ingress i from web(name: a.example.com) {
      address one from p4; routes r
      override timeout request 20s because "slow"
      override timeout request 30s because "slower"
    }
    routes r { otherwise -> respond 404 }
    """#,
    finds: #"""
      E0312 |timeout request 30s| `timeout request` is overridden twice
        + t/a.epic |timeout request 20s| first overridden here
      """#),
  Rule(
    "override of nothing",
    #"""
    ingress i from web(name: a.example.com) { address one from p4; routes r; override timeout idle 20s }
    routes r { otherwise -> respond 404 }
    """#,
    finds: #"""
      E0313 |timeout idle 20s| no template says `timeout idle`: there is nothing to override
      """#),
  Rule(
    "override without template",
    #"""
    upstream u { endpoint 192.0.2.9:80; override balance random }
    """#,
    finds: #"""
      E0313 |balance random| no template says `balance`: there is nothing to override
      """#),
  Rule(
    "limit",
    #"""
    ingress i from web(name: a.example.com) { address one from p4; routes r; override timeout request 90s }
    routes r { otherwise -> respond 404 }
    """#,
    finds: #"""
      E0314 |timeout request 90s| `timeout request` is the duration `1m30s`, outside the template's limit `<= 1m`
        + base/base.epic |timeout request <= 60s| the limit is here
      """#),
  Rule(
    "required field",
    #"""
    ingress i from web(name: a.example.com) { routes r }
    routes r { otherwise -> respond 404 }
    """#,
    finds: #"""
      E0315 |ingress i from web(name: a.example.com)| `address` is required by the template and nobody says it
        + base/base.epic |address| required here
      """#),
  Rule(
    "unknown parameter",
    #"""
    ingress i from web(nam: a.example.com) { address one from p4; routes r }
    routes r { otherwise -> respond 404 }
    """#,
    finds: #"""
      E0316 |nam| template `web` has no parameter `nam`
        + base/base.epic |web| the template is declared here
      """#, isFixed: true),
  Rule(
    "missing argument",
    #"""
    ingress i from web { address one from p4; routes r; override timeout request 20s }
    routes r { otherwise -> respond 404 }
    """#,
    finds: #"""
      E0201 |web| template `web` is not in scope
        + base/base.epic |web| package `base` declares one
      """#),
  Rule(
    "argument of the wrong type",
    #"""
    ingress i from web(name: "a") { address one from p4; routes r }
    routes r { otherwise -> respond 404 }
    """#,
    finds: #"""
      E0301 |"a"| a host such as `shop.example.com` is expected, `"a"` is a string
      """#),
  Rule(
    "argument that is none of the choices",
    #"""
    ingress i from web(name: a.example.com, grade: bronze) { address one from p4; routes r }
    routes r { otherwise -> respond 404 }
    """#,
    finds: #"""
      E0308 |bronze| `bronze` stands where `gold` or `silver` is expected
      """#),
  Rule(
    "argument without a name",
    #"""
    ingress i from web(a.example.com) { address one from p4; routes r }
    routes r { otherwise -> respond 404 }
    """#,
    finds: #"""
      E0316 |a.example.com| `a.example.com` says not which parameter it is for
      """#),
  Rule(
    "unknown template",
    #"""
    ingress i from wep(name: a.example.com) { address one from p4; routes r }
    routes r { otherwise -> respond 404 }
    """#,
    finds: #"""
      E0201 |wep| there is no template `wep`
      """#, isFixed: true),
  Rule(
    "for another kind",
    #"""
    upstream u from web(name: a.example.com) { endpoint 192.0.2.9:80 }
    """#,
    finds: #"""
      E0320 |web(name: a.example.com)| template `web` is for `ingress`, not `upstream`
        + base/base.epic |ingress| it says so here
      """#),
  Rule(
    "made from itself",
    #"""
    template a for upstream from b { balance random }
    template b for upstream from a { balance random }
    upstream u from a { endpoint 192.0.2.9:80 }
    """#,
    finds: #"""
      E0211 |a| template `a` is made from itself
        + t/a.epic |a| the template is declared here
        + t/a.epic |a| through this use
      """#),
  Rule(
    "unknown type",
    #"""
    template a(n: hosst) for upstream { balance random }
    upstream u from a(n: x) { endpoint 192.0.2.9:80 }
    """#,
    finds: #"""
      E0331 |hosst| `hosst` is no type
      """#),
  Rule(
    "modifier outside a template",
    #"""
    upstream u { endpoint 192.0.2.9:80; default balance random }
    """#,
    finds: #"""
      E0321 |default balance random| `default` stands outside a template
      """#),
  Rule(
    "edit of what is no list",
    #"""
    template a for upstream { balance random }
    upstream u from a { endpoint 192.0.2.9:80; append balance least-request }
    """#,
    finds: #"""
      E0318 |balance least-request| `balance` is no list: it cannot be changed by `append`
      """#),
  Rule(
    "list edits",
    #"""
    template a for upstream { endpoint 192.0.2.9:80, 192.0.2.8:80 }
    upstream u from a { append endpoint 192.0.2.7:80; remove endpoint 192.0.2.9:80 }
    """#,
    finds: ""),
  Rule(
    "removal of what is not in the list",
    #"""
    template a for upstream { endpoint 192.0.2.9:80, 192.0.2.8:80 }
    upstream u from a { remove endpoint 192.0.2.7:80 }
    """#,
    finds: #"""
      E0319 |192.0.2.7:80| the list of `endpoint` has no such value
        + t/a.epic |endpoint 192.0.2.9:80, 192.0.2.8:80| the list is here
      """#),
  Rule(
    "removal of everything",
    #"""
    template a for upstream { endpoint 192.0.2.9:80 }
    upstream u from a { remove endpoint 192.0.2.9:80 }
    """#,
    finds: #"""
      E0323 |endpoint 192.0.2.9:80| nothing is left of the list of `endpoint`
        + t/a.epic |endpoint 192.0.2.9:80| the list is here
      """#),
  Rule(
    "on template",
    #"""
    template a(t: duration) for upstream { default timeout connect t; balance random }
    template b for upstream from a(t: 5s) { override balance least-request }
    upstream u from b { endpoint 192.0.2.9:80; override timeout connect 3s }
    """#,
    finds: ""),
  Rule(
    "mistake inside, reported once",
    #"""
    template a(t: duration) for upstream { timeout connect t; balance randum }
    upstream u from a(t: 5s) { endpoint 192.0.2.9:80 }
    upstream v from a(t: 5s) { endpoint 192.0.2.9:80 }
    """#,
    finds: #"""
      E0308 |randum| `randum` stands where `round-robin`, `least-request`, `random`, `ring-hash` or `maglev` is expected
        + t/a.epic |a(t: 5s)| through this use
      """#, isFixed: true),
  Rule(
    "slot",
    #"""
    template a for upstream { slot routes early }
    upstream u from a { endpoint 192.0.2.9:80 }
    """#,
    finds: #"""
      E0321 |routes early| `slot` stands outside a template for an ingress
        + t/a.epic |a| through this use
      """#),
]
