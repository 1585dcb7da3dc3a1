import Testing

/// One mistake gives one error, however much depends on what it spoils. Each case has one mistake.
@Suite struct CascadeTests {
  @Test(arguments: rules) func rule(_ rule: Rule) { check(rule) }
}

private let rules: [Rule] = [
  Rule(
    "a misspelled field is not missing as well",
    #"""
    certificate c { naems a.example.com; issuer internal }
    """#,
    finds: #"""
      E0303 |naems| a `certificate` knows no `naems`
      """#, isFixed: true),
  Rule(
    "a field without its keyword is not missing as well",
    #"""
    certificate c { names a.example.com; internal }
    """#,
    finds: #"""
      E0303 |internal| a `certificate` knows no `internal`
      """#),
  Rule(
    "a field whose second word is wrong is not missing as well",
    #"""
    ingress i { host a.example.com; listen https 443; address one from p4; engine stable; sites all; tls certifcate c; routes r }
    certificate c { names a.example.com; issuer internal }
    routes r { otherwise -> u }
    """#,
    finds: #"""
      E0308 |certifcate| `certifcate` stands where `certificate` is expected
      """#, isFixed: true),
  Rule(
    "a field that a statement without its end has swallowed is not missing as well",
    #"""
    certificate c { names a.example.com issuer internal }
    """#,
    finds: #"""
      E0307 |issuer| `issuer` is not expected behind `names …`
      """#, isFixed: true),
  Rule(
    "a required field that is wrong is not missing as well",
    #"""
    ingress i from web(name: a.example.com) { address one form p4; routes r }
    routes r { otherwise -> u }
    """#,
    finds: #"""
      E0308 |form| `form` stands where `from` is expected
      """#, isFixed: true),
  Rule(
    "a field beside a parse error is not missing",
    #"""
    certificate c { 5s a.example.com; issuer internal }
    """#,
    finds: #"""
      E0102 |5s| `5s` starts no statement
      """#),
  Rule(
    "a stray comma is not reported again by what stands behind it",
    #"""
    certificate c { names , a.example.com; issuer internal }
    """#,
    finds: #"""
      E0121 |,| `,` stands between no two values
      """#, isFixed: true),
  Rule(
    "a name that a `use` does not find is not reported where it is used",
    #"""
    --- t/a.epic
    use base.{enginee}
    template t for ingress { engine enginee }
    template t2 for ingress { engine stable }
    """#,
    finds: #"""
      E0201 |enginee| package `base` declares no `enginee`
      """#),
  Rule(
    "names of a package that does not exist are not reported where they are used",
    #"""
    --- t/a.epic
    use bas.{p4, web, internal}
    ingress i from web(name: a.example.com) { address one from p4; routes r }
    routes r { otherwise -> respond 404 }
    certificate c { names a.example.com; issuer internal }
    """#,
    finds: #"""
      E0204 |bas| there is no package `bas`
      """#, isFixed: true),
  Rule(
    "names behind a package that does not exist are not reported",
    #"""
    --- t/a.epic
    use bas
    certificate c { names a.example.com; issuer bas.internal }
    """#,
    finds: #"""
      E0204 |bas| there is no package `bas`
      """#),
  Rule(
    "a declaration with a wrong keyword explains the uses of its name",
    #"""
    routes r { otherwise -> cart }
    uptsream cart { endpoint 192.0.2.9:80 }
    """#,
    finds: #"""
      E0206 |uptsream| `uptsream` starts no declaration
      """#, isFixed: true),
  Rule(
    "a declaration without a name explains the uses of its kind",
    #"""
    routes r { otherwise -> cart }
    upstream { endpoint 192.0.2.9:80 }
    """#,
    finds: #"""
      E0216 |upstream| `upstream` has no name
      """#),
  Rule(
    "a `let` without a name explains the uses of constants",
    #"""
    routes r { let = country is DE; a: when is-german -> u; otherwise -> respond 404 }
    """#,
    finds: #"""
      E0105 |=| the binding needs a name
      """#),
  Rule(
    "a predicate with a parse error is not looked into",
    #"""
    routes r { a: when header x-a = and country is DE -> u; otherwise -> respond 404 }
    """#,
    finds: #"""
      E0115 |=| `=` compares nothing
      """#),
  Rule(
    "a misspelled `otherwise` is not missing as well",
    #"""
    routes r { othrewise -> u }
    """#,
    finds: #"""
      E0207 |othrewise -> u| `othrewise` cannot stand in `routes`
      """#, isFixed: true),
  Rule(
    "a wrong grant is not missing as well",
    #"""
    --- acme/a.epic
    ingress i { host acme.example; address one from p4; engine stable; sites all; listen http 80; routes r }
    routes r { otherwise -> respond 404 }
    --- base/tenants.epic
    tenant acme { package acme; owns host acme.example; may use polo p4 quota 2 addresses; may use engine stable }
    """#,
    finds: #"""
      E0308 |polo| `polo` stands where `pool`, `kubernetes`, `cdn`, `zone`, `issuer`, `engine` or `site` is expected
      """#, isFixed: true),
  Rule(
    "a wrong line of owned hosts is not reported with each host",
    #"""
    --- acme/a.epic
    certificate c { names acme.example, a.acme.example; issuer internal }
    --- base/tenants.epic
    tenant acme { package acme; own host acme.example, *.acme.example; may use issuer internal }
    """#,
    finds: #"""
      E0303 |own| a `tenant` knows no `own`
      """#, isFixed: true),
  Rule(
    "a tenant with a wrong package explains that its text sees nothing",
    #"""
    --- acme/a.epic
    certificate c { names acme.example; issuer internal }
    --- base/tenants.epic
    tenant acme { package acmee; owns host acme.example; may use issuer internal }
    """#,
    finds: #"""
      E0204 |package acmee| tenant `acme` has no package `acmee`
      """#),
  Rule(
    "a tenant with a wrong keyword explains that its text sees nothing",
    #"""
    --- acme/a.epic
    certificate c { names acme.example; issuer internal }
    --- base/tenants.epic
    tennant acme { package acme; owns host acme.example; may use issuer internal }
    """#,
    finds: #"""
      E0206 |tennant| `tennant` starts no declaration
      """#, isFixed: true),
  Rule(
    "a body without its `{` is one mistake",
    #"""
    certificate c
      names a.example.com
      issuer internal
    }
    routes r { otherwise -> u }
    """#,
    finds: #"""
      E0110 || a body's `{` is missing
        + t/a.epic |}| the body ends here
      """#, isFixed: true),
  Rule(
    "a body without its `}` is one mistake",
    #"""
    ingress i from web(name: a.example.com) {
      address one from p4
      routes r
    routes r { otherwise -> u }
    """#,
    finds: #"""
      E0107 |{| `{` is not closed
        + t/a.epic || expected `}`
      """#, isFixed: true),
  Rule(
    "a body with a bracket of another shape is one mistake",
    #"""
    upstream v {
      tier 1 ( endpoint 192.0.2.8:80 }
      panic never
    }
    """#,
    finds: #"""
      E0107 |(| `(` is closed by `}`
        + t/a.epic |}| closed here
      """#, isFixed: true),
  Rule(
    "a line without its `{` is one mistake",
    #"""
    upstream v { tier 1 endpoint 192.0.2.8:80 } }
    """#,
    finds: #"""
      E0108 |}| `}` closes nothing
      """#),
  Rule(
    "shares of a misspelled `split` are not reported",
    #"""
    routes r { otherwise -> spilt { 50% u; 50% u } }
    """#,
    finds: #"""
      E0201 |spilt| there is no upstream `spilt`
      """#),
  Rule(
    "what a tenant may not do is said once",
    #"""
    --- acme/a.epic
    certificate c { names a.example; issuer internal }
    certificate d { names a.example; issuer internal }
    upstream v { endpoint 192.0.2.7:80 }
    upstream w { endpoint 192.0.2.7:80 }
    """#,
    finds: #"""
      E0504 |a.example| tenant `acme` may not have a certificate for `a.example`: it does not own the host
        + base/tenants.epic |owns host acme.example, **.acme.example| it owns these hosts
      E0505 |192.0.2.7:80| tenant `acme` may not reach `192.0.2.7`
        + base/tenants.epic |may reach 192.0.2.80..192.0.2.95, id.acme.example| it may reach these
      """#),
  Rule(
    "a platform's name that is not there is reported with the grant alone",
    #"""
    --- acme/a.epic
    certificate c { names acme.example; issuer intern }
    --- base/tenants.epic
    tenant acme { package acme; owns host acme.example; may use issuer intern }
    """#,
    finds: #"""
      E0201 |intern| there is no issuer `intern`
      """#),
  Rule(
    "a `use` without its keyword explains the names that are not in scope",
    #"""
    --- t/a.epic
    base.{p4, internal}
    certificate c { names a.example.com; issuer internal }
    """#,
    finds: #"""
      E0101 |.| `.` does not belong here
      """#),
  Rule(
    "a declaration whose name does not lex explains the uses of its kind",
    #"""
    routes r { otherwise -> cart-2 }
    upstream cart2- { endpoint 192.0.2.9:80 }
    """#,
    finds: #"""
      E0004 |-| `-` begins no token
      """#),
  Rule(
    "what is private is said once",
    #"""
    --- t/a.epic
    use other.{hidden}
    routes r { otherwise -> hidden }
    --- other/o.epic
    upstream hidden { endpoint 192.0.2.9:80 }
    --- t2/a.epic
    use other.{hidden}
    routes r { otherwise -> hidden }
    """#,
    finds: #"""
      E0203 |hidden| `hidden` is private to package `other`
        + other/o.epic |hidden| declared here without `export`
      """#, isFixed: true),
  Rule(
    "a template for what is no kind is reported at the template",
    #"""
    template s(name: host) for ingres { host name; listen http 80; engine stable; sites all }
    ingress i from s(name: a.example.com) { address one from p4; routes r }
    ingress j from s(name: b.example.com) { address one from p4; routes r }
    routes r { otherwise -> u }
    """#,
    finds: #"""
      E0320 |ingres| `ingres` is no kind of declaration
        + t/a.epic |s(name: a.example.com)| through this use
      """#, isFixed: true),
  Rule(
    "a misspelled outcome explains its arguments and its body",
    #"""
    routes r { otherwise -> repsond 503 { body "x" type "text/plain" } }
    """#,
    finds: #"""
      E0201 |repsond| there is no upstream `repsond`
      """#),
]
