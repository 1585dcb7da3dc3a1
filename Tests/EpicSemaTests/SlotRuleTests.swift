import EpicIR
import EpicSema
import Testing

/// Slots of templates and what fills them.
@Suite struct SlotRuleTests {
  @Test(arguments: rules) func rule(_ rule: Rule) { check(rule) }

  /// The names of the routes that ingress `i` is tried with, in match order.
  private func arms(_ text: String) throws -> [String] {
    let outcome = Rule("", text, finds: "").workspace.check()
    #expect(outcome.listing == "")
    let declarations = outcome.program.declarations(of: .ingress)
    let ingress = try #require(declarations.first { $0.identity.name == "i" })
    let table = try #require(ingress.field(.routes)?.declaration(.value))
    return outcome.program.routeTables[Int(table.position)].filled(by: ingress.slots).map(\.name)
  }

  @Test func slotsAreTriedWhereTheyStand() throws {
    let templates = #"""
      template low(name: host) for ingress { host name; listen http 80; engine stable; sites all; slot routes first }
      template high(name: host) for ingress from low(name: (name)) {
        slot routes second
        default routes r
        slot routes last
      }
      routes r { a: when path /a -> u; under /b/** { b: when method is GET -> u; otherwise -> u }; otherwise -> u }

      """#
    let filled = #"""
      ingress i from high(name: a.example.com) {
        address one from p4
        fill routes last { z: when path /z -> u }
        fill routes second { s: when path /s -> u; t: when path /t -> u }
        fill routes first { under /f/** { f: when method is GET -> u; otherwise -> respond 404 } }
      }
      """#
    #expect(
      try arms(templates + filled)
        == ["f", "otherwise in /f/**", "s", "t", "a", "b", "otherwise in /b/**", "z", "otherwise"])
    let empty = "ingress i from high(name: a.example.com) { address one from p4 }"
    #expect(try arms(templates + empty) == ["a", "b", "otherwise in /b/**", "otherwise"])
  }

  @Test func aTemplateMayFillTheSlotOfTheOneBelow() throws {
    let templates = #"""
      template low(name: host) for ingress { host name; listen http 80; engine stable; sites all; slot routes early }
      template high(name: host) for ingress from low(name: (name)) {
        default fill routes early { guard: when path /admin/** -> respond 403 }
      }
      routes r { otherwise -> u }

      """#
    #expect(
      try arms(templates + "ingress i from high(name: a.example.com) { address one from p4; routes r }")
        == ["guard", "otherwise"])
    let other = #"""
      ingress i from high(name: a.example.com) {
        address one from p4
        routes r
        override fill routes early { open: when path /admin/** -> u } because "a demo"
      }
      """#
    #expect(try arms(templates + other) == ["open", "otherwise"])
  }
}

private let slotted = #"""
  template t(name: host) for ingress {
    host name; listen http 80; engine stable; sites all
    slot routes early
  }
  routes r { a: when path /a -> u; otherwise -> u }

  """#

private let rules: [Rule] = [
  Rule(
    "filled once",
    slotted
      + "ingress i from t(name: a.example.com) { address one from p4; routes r; fill routes early { b: when path /b -> u } }",
    finds: ""),
  Rule(
    "unknown slot",
    slotted
      + "ingress i from t(name: a.example.com) { address one from p4; routes r; fill routes erly { b: when path /b -> u } }",
    finds: #"""
      E0350 |erly| no template of this ingress has a slot `erly`
        + t/a.epic |routes early| a slot is here
      """#, isFixed: true),
  Rule(
    "no slot at all",
    #"""
    ingress i from web(name: a.example.com) { address one from p4; routes r; fill routes early { b: when path /b -> u } }
    routes r { otherwise -> u }
    """#,
    finds: "E0350 |early| there is no slot `early`: no template of this ingress has a slot"),
  Rule(
    "no template",
    #"""
    ingress i { host a.example.com; listen http 80; engine stable; sites all; address one from p4; routes r; fill routes early { b: when path /b -> u } }
    routes r { otherwise -> u }
    """#,
    finds: "E0350 |early| there is no slot `early`: no template of this ingress has a slot"),
  Rule(
    "filled twice",
    slotted
      + "ingress i from t(name: a.example.com) { address one from p4; routes r; fill routes early { b: when path /b -> u }; fill routes early { c: when path /c -> u } }",
    finds: #"""
      E0305 |fill routes early| `fill routes early` is said twice
        + t/a.epic |fill routes early| first said here
      """#),
  Rule(
    "a name of the routes",
    slotted
      + "ingress i from t(name: a.example.com) { address one from p4; routes r; fill routes early { a: when path /b -> u } }",
    finds: #"""
      E0402 |a: when path /b| a route named `a` exists already among the ingress's routes
        + t/a.epic |a: when path /a| first named here
      """#),
  Rule(
    "otherwise",
    slotted
      + "ingress i from t(name: a.example.com) { address one from p4; routes r; fill routes early { otherwise -> u } }",
    finds:
      "E0352 |otherwise| `otherwise` cannot stand in a slot: it takes every request before the ingress's routes do"),
  Rule(
    "nothing in it",
    slotted + "ingress i from t(name: a.example.com) { address one from p4; routes r; fill routes early { } }",
    finds: "E0323 |fill routes early| `fill routes` without a route fills nothing"),
  Rule(
    "without a body",
    slotted + "ingress i from t(name: a.example.com) { address one from p4; routes r; fill routes early }",
    finds: "E0306 |fill routes early| `fill routes` has no routes"),
  Rule(
    "declared twice along the chain",
    #"""
    template low(name: host) for ingress { host name; listen http 80; engine stable; sites all; slot routes early }
    template high(name: host) for ingress from low(name: (name)) { slot routes early }
    ingress i from high(name: a.example.com) { address one from p4; routes r }
    routes r { otherwise -> u }
    """#,
    finds: #"""
      E0351 |routes early| the slot `early` exists already
        + t/a.epic |routes early| first declared here
        + t/a.epic |high(name: a.example.com)| through this use
      """#),
  Rule(
    "outside a template",
    #"""
    ingress i from web(name: a.example.com) { address one from p4; routes r; slot routes early }
    routes r { otherwise -> u }
    """#,
    finds: "E0321 |routes early| `slot` stands outside a template for an ingress"),
  Rule(
    "among routes",
    "routes r { slot routes early; otherwise -> u }",
    finds: "E0321 |slot routes early| `slot` stands outside a template for an ingress"),
  Rule(
    "of something else",
    #"""
    template t(name: host) for ingress { host name; listen http 80; engine stable; sites all; slot hosts early }
    ingress i from t(name: a.example.com) { address one from p4; routes r }
    routes r { otherwise -> u }
    """#,
    finds: #"""
      E0308 |hosts| `hosts` stands where `routes` is expected
        + t/a.epic |t(name: a.example.com)| through this use
      """#),
]
