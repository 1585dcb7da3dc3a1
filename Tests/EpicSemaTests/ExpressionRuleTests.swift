import EpicIR
import EpicSema
import Testing

/// Expressions where a literal or a name usually stands, and alternatives between values.
@Suite struct ExpressionRuleTests {
  @Test(arguments: rules) func rule(_ rule: Rule) { check(rule) }

  /// `(a else b) is v` is what it would be written out.
  @Test(
    arguments: [
      (
        "(header x else cookie y) is \"1\"",
        "header x is \"1\" or (not header x exists and cookie y is \"1\")"
      ),
      (
        "header x else cookie y in [\"1\", \"2\"]",
        "header x in [\"1\", \"2\"] or (not header x exists and cookie y in [\"1\", \"2\"])"
      ),
      (
        "((header x else jwt.sub else query z)) starts \"1\"",
        """
        header x starts "1" or (not header x exists and (jwt.sub starts "1" or (not jwt.sub exists and query z starts "1")))
        """
      ),
      (
        "(header x else cookie y) exists", "header x exists or (not header x exists and cookie y exists)"
      ),
      (
        "path /a and (header x else cookie y) is not \"1\"",
        "path /a and not (header x is \"1\" or (not header x exists and cookie y is \"1\"))"
      ),
    ])
  func alternativesAreWhatTheyWouldBeWrittenOut(_ short: String, _ long: String) throws {
    func predicate(_ text: String) throws -> Predicate {
      let rule = Rule("", "routes r { a: when \(text) -> u; otherwise -> u }", finds: "")
      let outcome = rule.workspace.check()
      #expect(outcome.listing == "" || outcome.listing.hasPrefix("W0401"))
      return try #require(outcome.program.routeTables.first?.arms.first?.predicate)
    }
    #expect(try predicate(short) == predicate(long))
  }
}

private let rules: [Rule] = [
  Rule(
    "expressions for paths, hosts, upstreams and lists",
    #"""
    let tries = [ { path: /one, to: "v" }, { path: /two, to: "u" } ]
    for b in [ { key: "a", host: a.example.com, below: /a/**, other: /b/**, path: /a/b, up: "u", name: "x-a", tries: tries } ] {
      routes r[b.key] {
        under (b.below) { c: when path (b.path) -> (b.up); otherwise -> split { 50% (b.up); 50% v } }
        under b.other { d: when host (b.host) and header (b.name) is "1" -> (b.up) { timeout request 5s }; otherwise -> v }
        for t in b.tries { under (t.path) { otherwise -> (t.to) } }
        otherwise -> u
      }
    }
    upstream v { endpoint 192.0.2.9:80 }
    """#,
    finds: #"""
      E0413 |(t.path)| `/one` is one path: nothing is under it
        + t/a.epic |{ key: "a", host: a.example.com, below: /a/**, other: /b/**, path: /a/b, up: "u", name: "x-a", tries: tries }| through this use
      """#),
  Rule(
    "expressions of other types",
    #"""
    for b in [ { key: "a", host: a.example.com, path: /a } ] {
      routes r[b.key] { c: when path (b.host) -> (b.path); d: when host (b.path) -> u; otherwise -> u }
    }
    """#,
    finds: #"""
      E0301 |(b.host)| a path such as `/static/**` is expected, `(b.host)` is the host `a.example.com`
        + t/a.epic |{ key: "a", host: a.example.com, path: /a }| through this use
      E0301 |(b.path)| the name of an upstream is expected, `(b.path)` is the path `/a`
        + t/a.epic |{ key: "a", host: a.example.com, path: /a }| through this use
      E0301 |(b.path)| a host such as `shop.example.com` is expected, `(b.path)` is the path `/a`
        + t/a.epic |{ key: "a", host: a.example.com, path: /a }| through this use
      """#),
  Rule(
    "alternatives of what is never absent",
    #"""
    routes r { a: when (header x else client) is "1" -> u; otherwise -> u }
    """#,
    finds: #"""
      E0408 |client| `client` cannot stand beside `else`: it is no text that a request may lack
      """#),
]
