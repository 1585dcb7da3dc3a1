import EpicArtifact
import EpicBase
import EpicCompiler
import Foundation
import Testing

/// `epic why`: what it says of the storefront's artifacts, and that it is true.
@Suite struct WhyTests {
  private static func explained(
    _ workspace: MemoryFileSystem
  ) throws -> (build: Build, explanations: Explanations) {
    let (compilation, explanations) = Compiler.explain(workspace, CompileOptions(jobs: 2, sequence: 7))
    return (
      try #require(compilation.build, "\(rendered(compilation))"), try #require(explanations)
    )
  }

  @Test func everyValueOfEveryArtifactHasAPlace() throws {
    var (build, explanations) = try WhyTests.explained(try Storefront.memory())
    var counts: [String: Int] = [:]
    var seen: Set<[UInt8]> = []
    for artifact in build.artifacts {
      // The nodes of a site share most files, to the byte.
      guard seen.insert(artifact.bytes).inserted else { continue }
      let found = explanations.file(at: artifact.path)
      let file = try #require(found, "\(artifact.path)")
      for place in file.leaves {
        let answer = try explanations.answer(file, place)
        let places = answer.steps.compactMap(\.span)
        guard !places.isEmpty, places.allSatisfy({ isThere($0, explanations.sources) }) else {
          Issue.record("\(artifact.path) \(String(describing: place)): \(answer.steps)")
          return
        }
        counts[String(artifact.path.split(separator: "/").dropFirst(2).first ?? "shared"), default: 0] += 1
      }
    }
    print("values explained: \(counts.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" })")
    #expect((counts["envoy"] ?? 0) > 5000 && (counts["bird"] ?? 0) > 100 && (counts["bpf"] ?? 0) > 100)
  }

  private func isThere(_ span: SourceSpan, _ sources: SourceSet) -> Bool {
    guard let file = sources.file(span.source) else { return false }
    return span.start <= span.end && Int(span.end) <= file.text.count
  }

  @Test func theBytesAreThoseOfTheBuild() throws {
    var (build, explanations) = try WhyTests.explained(try Storefront.memory())
    for artifact in build.artifacts {
      let found = explanations.file(at: artifact.path)
      let file = try #require(found, "\(artifact.path)")
      #expect(file.bytes == artifact.bytes, "\(artifact.path)")
    }
  }

  @Test func theStatedStatementIsTheOneThatGivesTheValue() throws {
    let workspace = try Storefront.memory()
    var (build, explanations) = try WhyTests.explained(workspace)
    var missing: [String] = []
    for edit in WhyEdit.all {
      let place = try edit.place(in: build)
      let answer = try explanations.answer("\(edit.artifact)\(place)")
      let lines = answer.lines(in: explanations.sources)
      if !lines.contains(try edit.line(in: workspace)) { missing.append("\(edit): \(answer.steps)") }
    }
    #expect(missing == [])
    #expect(WhyEdit.all.count >= 30)
  }

  @Test(arguments: WhyEdit.defaults.indices)
  func whatIsNotWrittenIsToldWithItsDefault(_ index: Int) throws {
    let (edit, told) = WhyEdit.defaults[index]
    var workspace = try Storefront.memory()
    var (build, explanations) = try WhyTests.explained(workspace)
    let text = "set by EPIC: \(told)"
    if edit.old != edit.new {
      let written = try explanations.answer(edit.artifact + (try edit.place(in: build)))
      #expect(!written.steps.contains { $0.text == text }, "\(edit)")
    }
    try edit.apply(to: &workspace)
    (build, explanations) = try WhyTests.explained(workspace)
    let answer = try explanations.answer(edit.artifact + (try edit.place(in: build)))
    #expect(answer.steps.first?.text == text, "\(edit): \(answer.steps)")
    // Where it could be written.
    #expect(answer.steps.contains { $0.span != nil }, "\(edit)")
  }

  @Test func aShareThatIsANameLeadsToItsDeclaration() throws {
    let edit = WhyEdit(
      "acme/routes.epic", "95% cart; 5% cart-canary", "(most) cart; 5% cart-canary",
      "nodes/fra-1/envoy/platform.edge_stable/routes/acme_shop~443.json",
      "virtual_hosts/0/routes/[name=acme/shop-routes:canary]/route/weighted_clusters/clusters/0/weight")
    var workspace = try Storefront.memory()
    try edit.apply(to: &workspace)
    workspace.write("acme/shares.epic", Array("let most = 95%\n".utf8))
    var (build, explanations) = try WhyTests.explained(workspace)
    let answer = try explanations.answer(edit.artifact + (try edit.place(in: build)))
    #expect(answer.lines(in: explanations.sources).contains("acme/shares.epic:1"), "\(answer.steps)")
  }

  /// Edits a value in the source, builds again, and asks of every value that changed: does its chain name the line? A
  /// sample by a seed; `EPIC_WHY_EDITS` makes it larger.
  @Test func onlyValuesThatNameALineChangeWithIt() throws {
    let seed = UInt64.random(in: 0...999_999)
    print("seed \(seed)")
    var random = SeededNumbers(seed)
    let workspace = try Storefront.memory()
    var (before, explanations) = try WhyTests.explained(workspace)
    let old = byPath(before)
    var changes = 0
    let count = ProcessInfo.processInfo.environment["EPIC_WHY_EDITS"].flatMap(Int.init) ?? 8
    for edit in WhyEdit.all.shuffled(using: &random).prefix(count) {
      var edited = workspace
      let line = try edit.line(in: workspace)
      try edit.apply(to: &edited)
      let compilation = Compiler.build(edited, CompileOptions(jobs: 2, sequence: 7))
      let after = try #require(compilation.build, "\(edit): \(rendered(compilation))")
      let new = byPath(after)
      let place = try edit.place(in: before)
      #expect(
        try WhyTests.value(edit.artifact + place, old) != (try? WhyTests.value(edit.artifact + place, new)),
        "\(edit) does not change it")
      var stray: [String] = []
      var seen: Set<[UInt8]> = []
      for (path, bytes) in old.sorted(by: { $0.key < $1.key }) {
        guard let other = new[path], other != bytes, seen.insert(bytes).inserted,
          let file = explanations.file(at: path)
        else { continue }
        for place in WhyTests.changed(bytes, other, path) {
          changes += 1
          let answer = try explanations.answer(file, place)
          if answer.steps.contains(where: { $0.kind == .summary }) { continue }
          if !answer.lines(in: explanations.sources).contains(line) {
            stray.append("\(path) \(String(describing: place)) \(answer.value): \(answer.steps.map(\.text))")
          }
        }
      }
      #expect(stray == [], "seed \(seed), \(edit)")
    }
    print("changed values asked: \(changes)")
    #expect(changes >= count)
  }

  @Test func answersByPlaceNameTheirStatements() throws {
    let golden = try #require(AcceptedCase.all.first { $0.name == "nearest" })
    var (build, explanations) = try WhyTests.explained(try golden.workspace())
    let path = "zones/example.com/geo.conf"
    let found = explanations.file(at: path)
    let file = try #require(found)
    #expect(file.bytes == build.artifacts.first { $0.path == path }?.bytes)
    for place in file.leaves {
      let answer = try explanations.answer(file, place)
      #expect(answer.steps.contains { $0.span != nil }, "\(place): \(answer.steps)")
    }
    let lines = String(decoding: file.bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    let shop = try #require(lines.firstIndex(of: "shop.example.com:"))
    let germany = try #require(lines[shop...].firstIndex(of: "  - geo: \"DE\""))
    let country = try explanations.answer("\(path):\(germany + 1)").lines(in: explanations.sources)
    #expect(country.isSuperset(of: ["acme/shop.epic:8", "platform/sites.epic:2"]), "\(country)")
    let address = try explanations.answer("\(path):\(germany + 2)").lines(in: explanations.sources)
    // The publication, what draws the address, the pool's range and sites, and the site's place; not the other site's.
    #expect(
      address.isSuperset(of: [
        "acme/shop.epic:6", "acme/shop.epic:8", "platform/network.epic:14", "platform/sites.epic:2",
      ]),
      "\(address)")
    #expect(!address.contains("platform/sites.epic:11"), "\(address)")
    let ttl = try #require(lines.firstIndex(of: "#       ttl: 60"))
    #expect(
      try explanations.answer("\(path):\(ttl + 1)").lines(in: explanations.sources).contains("platform/network.epic:19")
    )
  }

  @Test func questionsWithoutAnAnswerSayWhy() throws {
    var (_, explanations) = try WhyTests.explained(try Storefront.memory())
    for (question, part) in [
      ("relaese.json", "did you mean `release.json`?"),
      ("", "an artifact's path is missing"),
      ("epic.conf", "is the end of"),
      ("release.json#/nothing", "there is no `nothing`"),
      ("release.json#/parts/9999", "is a list of"),
      ("release.json#parts", "does not start with `/`"),
      ("release.json:3", "is JSON"),
      ("fra-1/bird/epic.conf:99999", "there is no line 99999"),
      ("fra-1/bird/epic.conf:0", "there is no line 0"),
      ("fra-1/bird/epic.conf#/a", "name a line by its number"),
      ("release.json#" + String(repeating: "/a", count: 100), "more than"),
      (String(repeating: "a", count: 5000), "longer than"),
    ] {
      do throws(WhyError) {
        let answer = try explanations.answer(question)
        Issue.record("\(question) has an answer: \(answer)")
      } catch {
        #expect(error.description.contains(part), "\(question): \(error.description)")
      }
    }
    // A path from the folder that was built, and a part of a path.
    for path in ["out/release.json", "./release.json", "fra-1/bird/epic.conf:1"] {
      #expect(throws: Never.self) { _ = try explanations.answer(path) }
    }
  }

  // MARK: Values

  private static func value(_ question: String, _ files: [String: [UInt8]]) throws -> String {
    if let hash = question.firstIndex(of: "#") {
      var value = try JSONReader.read(try #require(files[String(question[..<hash])]))
      for step in question[question.index(after: hash)...].split(separator: "/") {
        value = try #require(Int(step).flatMap { value.elements?[$0] } ?? value[String(step)])
      }
      return "\(value.kind)"
    }
    let colon = try #require(question.lastIndex(of: ":"))
    let lines = try #require(files[String(question[..<colon])]).split(
      separator: 10, omittingEmptySubsequences: false)
    return String(decoding: lines[try #require(Int(question[question.index(after: colon)...])) - 1], as: UTF8.self)
  }

  /// Places whose values differ. An element that only one of the lists has is no value that changed: elements with names
  /// are compared by name.
  private static func changed(_ left: [UInt8], _ right: [UInt8], _ path: String) -> [WhyAnswer.Place?] {
    if path.hasSuffix(".json"), let old = try? JSONReader.read(left), let new = try? JSONReader.read(right) {
      var result: [WhyAnswer.Place?] = []
      func visit(_ old: JSONValue, _ new: JSONValue, _ place: String) {
        if old == new { return }
        if let one = old.elements, let other = new.elements, one.count == other.count {
          for (index, pair) in zip(one, other).enumerated() { visit(pair.0, pair.1, "\(place)/\(index)") }
        } else if let one = old.elements, let other = new.elements, one.allSatisfy({ $0["name"]?.string != nil }) {
          for (index, element) in one.enumerated() {
            guard let match = other.first(where: { $0["name"]?.string == element["name"]?.string }) else { continue }
            visit(element, match, "\(place)/\(index)")
          }
        } else if let one = old.members, let other = new.members, one.map(\.name) == other.map(\.name) {
          for (left, right) in zip(one, other) {
            let name = left.name.split(separator: "~", omittingEmptySubsequences: false).joined(separator: "~0")
              .split(separator: "/", omittingEmptySubsequences: false).joined(separator: "~1")
            visit(left.value, right.value, "\(place)/\(name)")
          }
        } else {
          result.append(.pointer(place))
        }
      }
      visit(old, new, "")
      return result
    }
    guard path.hasSuffix(".conf") || path.hasSuffix(".nsupdate") else { return [] }
    let old = left.split(separator: 10, omittingEmptySubsequences: false)
    let new = right.split(separator: 10, omittingEmptySubsequences: false)
    guard old.count == new.count else { return [] }
    return old.indices.filter { old[$0] != new[$0] }.map { .line($0 + 1) }
  }
}

extension WhyAnswer {
  /// The lines that the chain names, as `path:line`; what the value merely belongs to is left out.
  func lines(in sources: SourceSet) -> Set<String> {
    var result: Set<String> = []
    for step in steps where step.kind != .within {
      guard let span = step.span, let file = sources.file(span.source) else { continue }
      let first = file.lines.position(at: span.start).line
      let last = file.lines.position(at: max(span.start, span.end)).line
      for line in first...max(first, last) { result.insert("\(file.path):\(line + 1)") }
    }
    return result
  }
}

/// A small generator with a seed (SplitMix64).
private struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64
  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
