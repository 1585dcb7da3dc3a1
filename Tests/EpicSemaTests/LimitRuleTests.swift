import Testing

/// What is not built, and data files. Each case is a workspace and exactly what is found in it.
@Suite struct LimitRuleTests {
  @Test(arguments: rules) func rule(_ rule: Rule) { check(rule) }
}

private let rules: [Rule] = [
  Rule(
    "native configuration of an ingress that there is not",
    #"""
    envoy 1.40 for ingress shop { set cluster(cart).x { a: 30 } }
    """#,
    finds: #"""
      E0201 |shop| there is no ingress `shop`
      """#),
  Rule(
    "tests",
    #"""
    test "x" { request GET https://a.example.com/; expect route a }
    """#,
    finds: #"""
      E1003 |a| there is no route `a`
      """#),
  Rule(
    "properties",
    #"""
    property "x" { for every request: not route is a }
    """#,
    finds: #"""
      E0901 |property "x"| this compiler does not build `property` declarations yet
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
