import EpicBase
import EpicDiagnostics
import EpicSyntax
import Testing

@Suite struct TreeTests {
  /// Statements and the nodes they become.
  static let shapes: [(String, String)] = [
    ("use platform.pools.{a, b}", "use(dottedName platform.pools, name a, name b)"),
    ("export upstream x { }", "export(statement(name upstream, name x, body { }))"),
    ("at 50.11, 8.68 country DE", "statement(name at, literal 50.11, literal 8.68, name country, name DE)"),
    (
      "listen tls 8883 passthrough -> x",
      "statement(name listen, name tls, literal 8883, name passthrough, outcome(name x))"
    ),
    ("dns publish a.example in z", "statement(name dns, name publish, dottedName a.example, reservedWord in, name z)"),
    ("limit timeout request <= 60s", "modified(statement(name timeout, name request, bound(literal 60s)))"),
    ("override a 30s because \"s\"", "override(statement(name a, literal 30s), literal \"s\")"),
    ("override append h 1\n  because \"s\"", "override(modified(statement(name h, literal 1)), literal \"s\")"),
    (
      "template t(n: host, g: a | b = a) for ingress { }",
      "template(name t, parameterList(parameter(name n, type(name host)), "
        + "parameter(name g, type(name a, name b), name a)), reservedWord for, name ingress, body { })"
    ),
    (
      "ingress white[b.key] from t(n: (b.h))",
      "statement(name ingress, index(name white, dottedName b.key), name from, "
        + "call(name t, argument(label n:, parenthesized(dottedName b.h))))"
    ),
    (
      "if g is x { } else if h { } else { }",
      "ifStatement(comparison(name g, name x), body { }, "
        + "ifStatement(name h, body { }, body { }))"
    ),
    (
      "for b in [{ key: \"x\" }] { }",
      "forStatement(name b, list(object(field(label key:, literal \"x\"))), body { })"
    ),
    (
      "let v = a.b(\"p\") in [\"x\"]",
      "letStatement(name v, comparison(call(dottedName a.b, literal \"p\"), "
        + "list(literal \"x\")))"
    ),
    (
      "b: when header x is \"1\" or c -> d { e 1 }",
      "arm(label b:, or(comparison(requestField(name header, name x), literal \"1\"), name c), "
        + "outcome(name d, body(statement(name e, literal 1))))"
    ),
    (
      "when cohort(a else cookie s, salt: \"e\") < 5% -> x",
      "arm(comparison(call(name cohort, alternatives(name a, requestField(name cookie, name s)), "
        + "argument(label salt:, literal \"e\")), literal 5%), outcome(name x))"
    ),
    ("when not a.b exists\n  and c\n  -> d", "arm(and(not(comparison(dottedName a.b)), name c), outcome(name d))"),
    ("under /api/** { }", "under(literal /api/**, body { })"),
    ("otherwise -> respond 404", "otherwise(outcome(literal 404))"),
    (
      "otherwise -> split { (p) a; (q.r) b }",
      "otherwise(outcome(body(weighted(parenthesized(name p), statement(name a)), "
        + "weighted(parenthesized(dottedName q.r), statement(name b)))))"
    ),
    (
      "otherwise -> split { 95% a; 5% b[c] }",
      "otherwise(outcome(body(weighted(literal 95%, statement(name a)), "
        + "weighted(literal 5%, statement(index(name b, name c))))))"
    ),
    ("http-filter lua: a.B before r", "statement(name http-filter, label lua:, dottedName a.B, name before, name r)"),
    (
      "set cluster(c).o.keep { time: 30 }",
      "statement(name set, member(call(name cluster, name c), dottedName o.keep), body(field(label time:, literal 30)))"
    ),
    ("x: data \"f\" sha256 \"d\"", "field(label x:, data(literal \"f\", literal \"d\"))"),
    (
      "cases (p, w) in [(/a, b)] { }",
      "casesStatement(name p, name w, list(parenthesized(literal /a, name b)), body { })"
    ),
    ("for every request: a implies b", "quantifier(name request, implies(name a, name b))"),
    (
      "for every ingress i: require a.b >= 1.2 else \"s\"",
      "quantifier(name ingress, name i, requirement(comparison(dottedName a.b, literal 1.2), literal \"s\"))"
    ),
  ]

  @Test(arguments: shapes)
  func statementsBecome(_ source: String, _ shape: String) {
    let result = parsed(source)
    #expect(result.diagnostics.map(\.line) == [])
    #expect(result.tree.children(of: .file).map { result.tree.describe($0) } == [shape])
  }

  @Test func newlinesEndStatementsAsRuleSevenSays() {
    let continued = "when a\n  and b or\nc"
    #expect(parsed(continued + " -> d").diagnostics.map(\.code.name) == ["E0112"])
    for text in [
      "a b,\n c", "a (\nb\n)", "a [\nb,\nc\n]", "otherwise\n -> b", "let x =\n 5", "when a is\n b -> c",
      "if a { }\nelse { }", "x:\n  when a -> b", "a [b, // comment\n c]",
    ] {
      let result = parsed(text)
      #expect(result.diagnostics.map(\.line) == [], "\(text)")
      #expect(Array(result.tree.children(of: .file)).count == 1, "\(text)")
    }
    for text in ["a b\nc", "a { }\nb", "a; b", "a [{ b: 1\nc: 2 }]\nd"] {
      #expect(Array(parsed(text).tree.children(of: .file)).count == 2, "\(text)")
    }
  }

  @Test func viewsFindTheParts() throws {
    let result = parsed(
      """
      /// One.
      // not this
      //// nor this
      /// Two.
      address one from a, two from b { c 1 }

      /// Detached.

      x: when a is not b -> cart { r 1 }
      override append h 1 because "why"
      for every ingress i: require a else "m"
      use a.b
      """)
    let tree = result.tree
    let nodes = Array(tree.children(of: .file))
    let statement = try #require(StatementView(tree, nodes[0]))
    #expect(statement.documentation == ["One.", "Two."])
    #expect(statement.groups.map { $0.map { tree.string(of: $0) } } == [["one", "from", "a"], ["two", "from", "b"]])
    #expect(statement.body != nil)
    let arm = try #require(ArmView(tree, nodes[1]))
    #expect(tree.documentation(of: nodes[1]) == [])
    #expect(arm.label.map { tree.string(of: $0) } == "x")
    guard case .comparison(.isNot, _, let right?)? = arm.predicate.map({ tree.expression($0) }) else {
      Issue.record("no comparison")
      return
    }
    #expect(tree.string(of: right) == "b")
    guard case .reference(let target)? = arm.outcome?.form else {
      Issue.record("no reference")
      return
    }
    #expect(tree.string(of: target) == "cart")
    #expect(arm.outcome?.body != nil)
    let override = try #require(OverrideView(tree, nodes[2]))
    #expect(override.edit?.modifier == .append)
    #expect(override.reason.map { tree.string(of: $0) } == "\"why\"")
    let quantifier = try #require(QuantifierView(tree, nodes[3]))
    #expect(quantifier.variable.map { tree.string(of: $0) } == "i")
    #expect(quantifier.predicate.map { tree.string(of: $0) } == "a")
    #expect(quantifier.message.map { tree.string(of: $0) } == "\"m\"")
    #expect(UseView(tree, nodes[4])?.selection == nil)
  }

  @Test func rowsStaySmall() {
    #expect(MemoryLayout<NodeRecord>.stride <= 16)
    #expect(MemoryLayout<TokenRecord>.stride <= 16)
    #expect(MemoryLayout<NodeID?>.size <= 8)
    #expect(MemoryLayout<SyntaxKind>.size == 1)
    #expect(MemoryLayout<TokenKind>.size == 1)
  }
}
