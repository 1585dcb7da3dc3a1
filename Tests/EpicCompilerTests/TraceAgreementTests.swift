import EpicBase
import EpicCompiler
import Foundation
import Testing

/// `epic trace` and `epic test` give one answer: every request of the storefront's own tests is traced, what the trace says
/// is written down as expectations, and those are run as tests.
@Suite struct TraceAgreementTests {
  /// One request of a file of tests: what holds for it, itself, and what follows it but for expectations.
  struct Request {
    var file: String
    var given: [String] = []
    var lines: [String] = []

    var statements: String { (given + lines).joined(separator: "\n") }
    var package: String { file.split(separator: "/").dropLast().joined(separator: "/") }
  }

  /// The requests of the `test`s, which are written one statement a line.
  private static func requests(of text: String, in file: String) -> [Request] {
    var result: [Request] = []
    var given: [String] = []
    var isTest = false
    for line in text.split(separator: "\n") {
      let word = line.drop { $0 == " " }.prefix { $0 != " " }
      if line.hasPrefix("test ") { (isTest, given) = (true, []) }
      if line.hasPrefix("}") { isTest = false }
      guard isTest, line.hasPrefix("  ") else { continue }
      switch word {
      case "given": given.append(String(line))
      case "request": result.append(Request(file: file, given: given, lines: [String(line)]))
      case "header", "cookie", "jwt", "body": result[result.count - 1].lines.append(String(line))
      default: break
      }
    }
    return result
  }

  /// Everything that a trace says and a test can expect.
  private static func expectations(_ answer: JSONValue) throws -> [String] {
    var lines: [String] = []
    let outcome = try #require(answer["outcome"])
    if let route = outcome["route"]?.string { lines.append("expect route \"\(route)\"") }
    switch outcome["kind"]?.string {
    case "redirect":
      let status = try #require(outcome["status"]?.integer(Int.self))
      lines.append("expect redirect \(status) \(try #require(outcome["location"]?.string))")
    case "respond", "refused": lines.append("expect status \(try #require(outcome["status"]?.integer(Int.self)))")
    case "forward": lines += try forward(try #require(answer["forward"]))
    default: Issue.record("\(outcome)")
    }
    for (part, statement) in [("request", "request-header"), ("response", "header")] {
      for edit in answer["headers"]?[part]?.elements ?? [] where edit["operation"]?.string == "set" {
        let (name, value) = (edit["name"]?.string ?? "", edit["value"]?.string ?? "")
        if name != "content-type" || part == "response" { lines.append("expect \(statement) \(name) \"\(value)\"") }
      }
    }
    return lines
  }

  private static func forward(_ forward: JSONValue) throws -> [String] {
    var lines: [String] = []
    for setting in forward["settings"]?.elements ?? [] {
      let (name, value) = (setting["name"]?.string ?? "", setting["value"]?.string ?? "")
      if name.hasPrefix("timeout") { lines.append("expect \(name) \(value)") }
      if name == "retry" { lines.append("expect retry \(value.prefix { $0 != " " })") }
    }
    func last(_ name: String?) -> String { (name ?? "").split(separator: "/").last.map(String.init) ?? "" }
    let draws = forward["upstreams"]?.elements ?? []
    guard draws.count == 1, let draw = draws.first else {
      let shares = draws.map { "\($0["share"]?.string ?? "") \(last($0["name"]?.string))" }
      return lines + ["expect split { \(shares.joined(separator: "; ")) }"]
    }
    let isDead = (draw["tiers"]?.elements ?? []).allSatisfy { $0["percent"]?.integer(Int.self) == 0 }
    if isDead { return ["expect status 503"] }
    lines.append("expect path \"\(try #require(forward["path"]?["value"]?.string))\"")
    lines.append("expect host \(try #require(forward["host"]?["value"]?.string))")
    for tier in draw["tiers"]?.elements ?? [] {
      guard let percent = tier["percent"]?.integer(Int.self), percent > 0 else { continue }
      let members = (tier["members"]?.elements ?? []).compactMap { member -> String? in
        guard let name = member["cluster"]?.string ?? member["cdn"]?.string, let share = member["share"]?.string else {
          return nil
        }
        return share == "0%" ? nil : "\(last(name)): \(share)"
      }
      let number = try #require(tier["tier"]?.integer(Int.self))
      let split = members.isEmpty ? "" : " split { \(members.joined(separator: "; ")) }"
      lines.append("expect upstream \(last(draw["name"]?.string)) tier \(number) \(percent)%\(split)")
    }
    return lines
  }

  @Test func whatATraceSaysATestFinds() throws {
    var workspace = try Storefront.memory()
    var count = 0
    for path in ["acme/tests.epic", "acme/partners/tests.epic", "globex/tests.epic"] {
      let text = String(decoding: try workspace.read(path, atMost: .max), as: UTF8.self)
      let uses = text.split(separator: "\n").filter { $0.hasPrefix("use ") }.joined(separator: "\n")
      var tests = uses + "\n"
      for request in Self.requests(of: text, in: path) {
        count += 1
        var question = TraceQuestion(.statements(request.statements))
        question.package = request.package
        guard case .answer(let answer) = try Compiler.trace(workspace, question) else {
          Issue.record("\(request)")
          continue
        }
        let expected = try Self.expectations(try JSONReader.read(answer.json()))
        #expect(!expected.isEmpty)
        tests += "test \"traced \(count)\" {\n\(request.statements)\n\(expected.joined(separator: "\n"))\n}\n"
      }
      workspace.write(path.replacing("tests.epic", with: "traced.epic"), Array(tests.utf8))
    }
    #expect(count >= 40)
    let report = Compiler.test(workspace, filter: "traced ")
    #expect(report.isClean, "\(report.text())")
    #expect(report.results.count == count)
  }
}
