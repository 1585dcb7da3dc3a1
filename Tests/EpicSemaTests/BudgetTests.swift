import EpicBase
import EpicDiagnostics
import EpicIR
import EpicIRFixtures
import EpicSema
import Testing

/// Text that grows without bound when it is evaluated. Each case says how often its shape is repeated, and which limit
/// ends it.
struct Growth: CustomTestStringConvertible, Sendable {
  var title: String
  var code: String
  var count: Int
  /// The first line, the following lines by number, and the lines that use the last.
  var first: String
  var next: @Sendable (Int) -> String
  var use: @Sendable (Int) -> String

  var testDescription: String { title }

  var text: String { ([first] + (1...count).map(next) + [use(count)]).joined(separator: "\n") }
}

/// Text by its size.
struct Shape: CustomTestStringConvertible, Sendable {
  var title: String
  var text: @Sendable (Int) -> String

  init(_ title: String, _ text: @escaping @Sendable (Int) -> String) {
    self.title = title
    self.text = text
  }

  var testDescription: String { title }
}

private let routes: @Sendable (Int) -> String = {
  "upstream u { endpoint 192.0.2.9:80 }\nroutes r { a: when a\($0) -> u; otherwise -> u }"
}
private let condition: @Sendable (Int) -> String = {
  "if a\($0) is a\($0) { upstream u { endpoint 192.0.2.9:80 } }"
}

@Suite struct BudgetTests {
  @Test(arguments: [
    Growth(
      title: "names of names", code: "E0914", count: 5000, first: "let a0 = true", next: { "let a\($0) = a\($0 - 1)" },
      use: { "if a\($0) { upstream u { endpoint 192.0.2.9:80 } }" }),
    Growth(
      title: "lists in lists", code: "E0914", count: 5000, first: "let a0 = 1", next: { "let a\($0) = [a\($0 - 1)]" },
      use: condition),
    Growth(
      title: "lists in lists, used from the first on", code: "E0914", count: 300, first: "let a0 = 1",
      next: { "let a\($0) = [a\($0 - 1)]\nif a\($0) is a\($0) { upstream u\($0) { endpoint 192.0.2.9:80 } }" },
      use: condition),
    Growth(
      title: "records in records", code: "E0914", count: 5000, first: "let a0 = 1",
      next: { "let a\($0) = { b: a\($0 - 1) }" }, use: condition),
    Growth(
      title: "predicates of predicates", code: "E0457", count: 5000, first: "let a0 = country is DE",
      next: { "let a\($0) = not a\($0 - 1)" }, use: routes),
    Growth(
      title: "predicates twice in predicates", code: "E0913", count: 40, first: "let a0 = header x is \"1\"",
      next: { "let a\($0) = a\($0 - 1) and (a\($0 - 1) or header x\($0) is \"1\")" }, use: routes),
    Growth(
      title: "lists twice in lists", code: "E0911", count: 40, first: "let a0 = [1, 2]",
      next: { "let a\($0) = [a\($0 - 1), a\($0 - 1)]" }, use: condition),
    Growth(
      title: "records twice in records", code: "E0911", count: 40, first: "let a0 = 1",
      next: { "let a\($0) = { b: a\($0 - 1), c: a\($0 - 1) }" }, use: condition),
    Growth(
      title: "text twice in text", code: "E0912", count: 60, first: "let a0 = \"abcdefgh\"",
      next: { "let a\($0) = \"${a\($0 - 1)}${a\($0 - 1)}\"" },
      use: { "routes r { otherwise -> respond 200 { body \"${a\($0)}\" } }" }),
  ])
  func growthEndsAtItsLimit(_ growth: Growth) {
    #expect(Set(Workspace(growth.text).check().codes) == [growth.code])
  }

  /// Loops in loops that do nothing hold on to nothing, and end at the budget.
  @Test func loopsEndAtTheBudget() {
    let list = (0..<200).map(String.init).joined(separator: ", ")
    var workspace = Workspace(
      """
      let l = [\(list)]
      upstream u { for a in l { for b in l { for c in l { let d = [a, b]; if false { } } } }; endpoint 192.0.2.9:80 }
      """)
    workspace.stepLimit = 100_000
    #expect(workspace.check().codes == ["E0902"])
    workspace.files[0].text = "let l = [\(list)]\nfor a in l { for b in l { for c in l { if false { } } } }\n"
    #expect(workspace.check().codes == ["E0902"])
  }

  /// Ten times the text takes at most eleven times the steps.
  @Test(arguments: [
    Shape("lets of a body") { count in (0..<count).map { "let a\($0) = country is DE" }.joined(separator: "; ") },
    Shape("routes") { count in (0..<count).map { "a\($0): when header x\($0) exists -> u" }.joined(separator: "\n") },
    Shape("parts of a predicate") { count in
      "a: when \((0..<count).map { "header x\($0) exists" }.joined(separator: " and ")) -> u"
    },
    Shape("fields with keys") { count in
      "a: when country is DE -> u { \((0..<count).map { "response-header x-\($0) \"1\"" }.joined(separator: "; ")) }"
    },
  ])
  func stepsAreLinear(_ shape: Shape) {
    func steps(_ count: Int) -> Int {
      let outcome = Workspace(
        "upstream u { endpoint 192.0.2.9:80 }\nroutes r {\n\(shape.text(count))\notherwise -> u }"
      ).check()
      #expect(outcome.listing == "", "\(shape.title)")
      return outcome.program.steps
    }
    #expect(steps(1000) <= 11 * steps(100), "\(shape.title)")
  }

  /// Whatever names are made of each other: evaluation ends within its budget, and says so where it does not finish.
  @Test func randomDefinitionsEndWithinTheBudget() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededGenerator(seed: seed)
    let limits: Set<String> = ["E0902", "E0914", "E0911", "E0912", "E0913", "E0457"]
    var reached: Set<String> = []
    for _ in 0..<60 {
      let form = Int.random(in: 0..<4, using: &random)
      let count = Int.random(in: 1...200, using: &random)
      let reach = Int.random(in: 1...8, using: &random)
      let width = Int.random(in: 1...4, using: &random)
      var lines = ["let a0 = \(["1", "\"abcdefghijklmnopq\"", "country is DE", "{ b: 1 }"][form])"]
      for index in 1...count {
        let names = (0..<Int.random(in: 1...width, using: &random)).map { _ in
          "a\(Int.random(in: max(0, index - reach)..<index, using: &random))"
        }
        let value =
          switch form {
          case 0: "[\(names.joined(separator: ", "))]"
          case 1: "\"\(names.map { "${\($0)}" }.joined())\""
          case 2: "not ((\(names.joined(separator: index % 2 == 0 ? " and " : " or "))) or header x\(index) exists)"
          default: "{ \(names.enumerated().map { "b\($0): \($1)" }.joined(separator: ", ")) }"
          }
        lines.append("let a\(index) = \(value)")
      }
      lines.append(
        form == 2
          ? "upstream u { endpoint 192.0.2.9:80 }\nroutes r { a: when a\(count) -> u; otherwise -> u }"
          : "if a\(count) is a\(count) { upstream u { endpoint 192.0.2.9:80 } }")
      var workspace = Workspace(lines.joined(separator: "\n"))
      workspace.stepLimit = Bool.random(using: &random) ? 20_000 : 5_000_000
      let outcome = workspace.check()
      #expect(limits.isSuperset(of: outcome.codes), "seed \(seed): \(outcome.codes)")
      // One step may pay for a whole value, which was seen up to its limit before.
      #expect(outcome.program.steps <= 5_000_000 + Limits.valueParts + count, "seed \(seed)")
      reached.formUnion(outcome.codes)
    }
    #expect(reached.count >= 3, "seed \(seed): \(reached)")
  }

  /// The indices of hosts and prefixes find what comparing each with each finds.
  @Test func clashesOfTenantsAreThoseOfEachWithEach() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededGenerator(seed: seed)
    for _ in 0..<20 {
      var hosts: [[HostPattern]] = []
      var prefixes: [[IPPrefix]] = []
      var lines: [String] = []
      for tenant in 0..<8 {
        let names = ["a.example", "b.a.example", "c.b.a.example", "d.example", "xa.example"]
        hosts.append(
          (0..<2).map { _ in
            HostPattern(
              ["", "*.", "**."].randomElement(using: &random, or: "") + names.randomElement(using: &random, or: ""))
          })
        prefixes.append(
          (0..<2).compactMap { _ in
            IPPrefix(
              containing: IPAddress(v4: 0x0A00_0000 | UInt32.random(in: 0..<8, using: &random) << 16),
              length: Int.random(in: 12...16, using: &random))
          })
        lines.append("tenant t\(tenant) {")
        lines += hosts[tenant].map { "  owns host \($0)" } + prefixes[tenant].map { "  owns prefix \($0)" } + ["}"]
      }
      var expected: [String] = []
      for tenant in 0..<8 {
        for host in hosts[tenant] where hosts[..<tenant].joined().contains(where: { $0.overlaps(host) }) {
          expected.append("owns host \(host)")
        }
        for prefix in prefixes[tenant] where prefixes[..<tenant].joined().contains(where: { $0.overlaps(prefix) }) {
          expected.append("owns prefix \(prefix)")
        }
      }
      let outcome = Workspace(lines.joined(separator: "\n")).check()
      let found = outcome.diagnostics.filter { $0.code.name == "E0513" }.map { outcome.text($0.primary.span) }
      #expect(found == expected, "seed \(seed): \(lines)")
    }
  }

  /// The deployment's own limit is never the first to be met.
  @Test func predicatesFitADeployment() {
    #expect(Limits.definitionDepth < Deployment.predicateDepth)
  }
}

extension Array {
  /// One of the elements; `other` where there are none.
  fileprivate func randomElement(using random: inout SeededGenerator, or other: Element) -> Element {
    randomElement(using: &random) ?? other
  }
}
