import Testing

/// Names, packages and scopes. Each case is a workspace and exactly what is found in it.
@Suite struct NameRuleTests {
  @Test(arguments: rules) func rule(_ rule: Rule) { check(rule) }
}

private let rules: [Rule] = [
  Rule(
    "unresolved reference with suggestion",
    #"""
    ingress i from web(name: a.example.com) { address one from p5; routes r }
    routes r { otherwise -> respond 404 }
    """#,
    finds: #"""
      E0201 |p5| there is no pool `p5`
      """#, isFixed: true),
  Rule(
    "used name that the package does not declare",
    #"""
    --- t/a.epic
    use base.{p4, enginee}
    """#,
    finds: #"""
      E0201 |enginee| package `base` declares no `enginee`
      """#),
  Rule(
    "two declarations of one name",
    #"""
    upstream u { endpoint 192.0.2.9:80 }
    upstream u { endpoint 192.0.2.8:80 }
    """#,
    finds: #"""
      E0202 |u| `u` is already an upstream of this package
        + t/a.epic |u| first declared here
      """#),
  Rule(
    "one name of two kinds is fine",
    #"""
    certificate u { names a.example.com; issuer internal }
    upstream u { endpoint 192.0.2.8:80 }
    """#,
    finds: ""),
  Rule(
    "private declaration of another package",
    #"""
    --- t/a.epic
    use other.{hidden}
    routes r { otherwise -> hidden }
    --- other/o.epic
    upstream hidden { endpoint 192.0.2.9:80 }
    """#,
    finds: #"""
      E0203 |hidden| `hidden` is private to package `other`
        + other/o.epic |hidden| declared here without `export`
      """#, isFixed: true),
  Rule(
    "package that does not exist",
    #"""
    --- t/a.epic
    use bas.{p4}
    """#,
    finds: #"""
      E0204 |bas| there is no package `bas`
      """#, isFixed: true),
  Rule(
    "standard library",
    #"""
    --- t/a.epic
    use std.web
    """#,
    finds: #"""
      E0204 |std.web| the standard library has no package `std.web`
      """#),
  Rule(
    "used name that the package has",
    #"""
    --- t/a.epic
    use base.{engine1, stable}
    engine stable { envoy 1.40 }
    """#,
    finds: #"""
      E0201 |engine1| package `base` declares no `engine1`
      E0205 |stable| `stable` is already an engine of this package
        + t/a.epic |stable| declared here
      """#),
  Rule(
    "several used names that the package lacks",
    #"""
    --- t/a.epic
    use base.{stabel, p5, p4}
    engine mine { envoy 1.40 }
    ingress i { host shop.example.com; listen http 80; address one from p4; sites all; engine mine; routes r }
    routes r { otherwise -> respond 404 }
    """#,
    finds: #"""
      E0201 |stabel| package `base` declares none of `stabel` and `p5`
        + t/a.epic |p5| nor this
      """#),
  Rule(
    "one name used from two packages",
    #"""
    --- t/a.epic
    use base.{stable}
    use other.{stable}
    --- other/o.epic
    export engine stable { envoy 1.40 }
    """#,
    finds: #"""
      E0205 |stable| `stable` is already used from package `base`
        + base/base.epic |stable| the first is this one
      """#),
  Rule(
    "unknown declaration",
    #"""
    upstrem u { endpoint 192.0.2.9:80 }
    """#,
    finds: #"""
      E0206 |upstrem| `upstrem` starts no declaration
      """#, isFixed: true),
  Rule(
    "statement at the top of a file",
    #"""
    append host a.example.com
    """#,
    finds: #"""
      E0207 |append host a.example.com| `append` cannot stand at the top of a file
      """#),
  Rule(
    "another kind than the place wants",
    #"""
    ingress i from web(name: a.example.com) { address one from stable; routes r }
    routes r { otherwise -> respond 404 }
    """#,
    finds: #"""
      E0208 |stable| `stable` is an engine, not a pool
        + base/base.epic |stable| declared here
      """#),
  Rule(
    "workspace word elsewhere",
    #"""
    edition 2026
    """#,
    finds: #"""
      E0209 |edition 2026| `edition` stands outside the workspace's root file
      """#),
  Rule(
    "root file without edition",
    #"""
    --- workspace.epic
    workspace test
    """#,
    finds: #"""
      E0209 || `workspace.epic` says no `edition`
      """#),
  Rule(
    "unknown edition",
    #"""
    --- workspace.epic
    edition 2027
    workspace test
    """#,
    finds: #"""
      E0907 |edition 2027| `edition 2027` is not known to this compiler
      """#, isFixed: true),
  Rule(
    "upper case in a declared name",
    #"""
    upstream Cart_Main { endpoint 192.0.2.9:80 }
    """#,
    finds: #"""
      E0210 |Cart_Main| `Cart_Main` is not a name: lower-case letters, digits and `-`, starting with a letter
      """#, isFixed: true),
  Rule(
    "constant defined by itself",
    #"""
    let a = b
    let b = a
    routes r { x: when country in a -> respond 404; otherwise -> respond 404 }
    """#,
    finds: #"""
      E0211 |a| `a` is defined by itself
        + t/a.epic |a| needed here
      """#),
  Rule(
    "member that a family does not have",
    #"""
    for b in [ { key: "alpha" }, { key: "beta" } ] { upstream u[b.key] { endpoint 192.0.2.9:80 } }
    routes r { otherwise -> u[alpah] }
    """#,
    finds: #"""
      E0212 |alpah| `u` has no member `alpah`
        + t/a.epic |u| the family is declared here
      """#, isFixed: true),
  Rule(
    "family without its key",
    #"""
    for b in [ { key: "alpha" } ] { upstream u[b.key] { endpoint 192.0.2.9:80 } }
    routes r { otherwise -> u }
    """#,
    finds: #"""
      E0213 |u| `u` is a family: one member is meant
        + t/a.epic |u| declared with a key
      """#),
  Rule(
    "plain name inside a loop",
    #"""
    for b in [ { key: "alpha" } ] { upstream u { endpoint 192.0.2.9:80 } }
    """#,
    finds: #"""
      E0213 |u| `u` stands inside `for` and has no key
        + t/a.epic |{ key: "alpha" }| through this use
      """#),
  Rule(
    "indexed name outside a loop",
    #"""
    upstream u[alpha] { endpoint 192.0.2.9:80 }
    """#,
    finds: #"""
      E0213 |u[alpha]| `u[alpha]` is declared outside `for`
      """#),
  Rule(
    "two members of one key",
    #"""
    for b in [ { key: "alpha" }, { key: "alpha" } ] { upstream u[b.key] { endpoint 192.0.2.9:80 } }
    """#,
    finds: #"""
      E0214 |u[b.key]| `u[alpha]` is declared twice
        + t/a.epic |{ key: "alpha" }| the first is here
        + t/a.epic |{ key: "alpha" }| through this use
      """#),
  Rule(
    "key of a plain declaration",
    #"""
    upstream u { endpoint 192.0.2.9:80 }
    routes r { otherwise -> u[alpha] }
    """#,
    finds: #"""
      E0213 |u[alpha]| `u` has no members
        + t/a.epic |u| declared without a key
      """#),
  Rule(
    "folder that is no package",
    #"""
    --- t/My_Folder/a.epic
    let a = [DE]
    """#,
    finds: #"""
      E0215 || `My_Folder` cannot be part of a package's path
      """#),
  Rule(
    "declaration without a name",
    #"""
    upstream { endpoint 192.0.2.9:80 }
    """#,
    finds: #"""
      E0216 |upstream| `upstream` has no name
      """#),
  Rule(
    "name that another package declares",
    #"""
    --- t/a.epic
    routes r { otherwise -> hidden }
    --- other/o.epic
    export upstream hidden { endpoint 192.0.2.9:80 }
    """#,
    finds: #"""
      E0201 |hidden| upstream `hidden` is not in scope
        + other/o.epic |hidden| package `other` declares one
      """#),
  Rule(
    "reference through a package",
    #"""
    --- t/a.epic
    use other.deep
    routes r { a: when path /a -> deep.shown; b: when path /b -> other.deep.shown; otherwise -> deep.hidden }
    --- other/deep/o.epic
    export upstream shown { endpoint 192.0.2.9:80 }
    upstream hidden { endpoint 192.0.2.9:80 }
    """#,
    finds: #"""
      E0203 |deep.hidden| `hidden` is private to package `other.deep`
        + other/deep/o.epic |hidden| declared here without `export`
      """#, isFixed: true),
]
