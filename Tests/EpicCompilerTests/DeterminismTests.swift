import EpicArtifact
import EpicBase
import EpicCompiler
import EpicIR
import Foundation
import Testing

@Suite struct DeterminismTests {
  @Test func theStorefrontIsClean() throws {
    #expect(rendered(Compiler.check(Storefront.disk, CompileOptions())) == "")
  }

  @Test func buildsAtOtherPathsAndThreadCountsAreEqualByteForByte() throws {
    let options = [(1, Storefront.disk as any FileSystem), (2, Storefront.disk), (2, try Storefront.memory())]
    let builds = try options.map { jobs, fileSystem in
      try #require(Compiler.build(fileSystem, CompileOptions(jobs: jobs, sequence: 7)).build)
    }
    #expect(!builds[0].artifacts.isEmpty)
    for other in builds.dropFirst() {
      #expect(other.artifacts.map(\.path) == builds[0].artifacts.map(\.path))
      for (left, right) in zip(builds[0].artifacts, other.artifacts) where left.bytes != right.bytes {
        Issue.record("\(left.path) differs")
      }
      #expect(other.lock == builds[0].lock)
    }
  }

  @Test func aSecondBuildWithTheLockRepeatsTheFirst() throws {
    var workspace = try Storefront.memory()
    let first = try #require(Compiler.build(workspace, CompileOptions(sequence: 7)).build)
    workspace.write(Compiler.lockPath, first.lock)
    let second = try #require(Compiler.build(workspace, CompileOptions(sequence: 7, isLocked: true)).build)
    #expect(second.artifacts == first.artifacts)
    #expect(!second.lockChanged)
  }

  @Test func aLockedBuildRefusesToChangeTheLock() throws {
    var workspace = try Storefront.memory()
    workspace.remove(Compiler.lockPath)
    let compilation = Compiler.build(workspace, CompileOptions(sequence: 7, isLocked: true))
    #expect(compilation.build == nil)
    #expect(compilation.hasErrors)
  }
}

@Suite struct StabilityTests {
  /// An ingress of the second tenant that nothing else refers to.
  private static let unrelated = """
    certificate extra { names extra.globex.example; issuer internal; renew 30d before }

    ingress extra {
      host    extra.globex.example
      listen  https 443 tls min 1.2
      address one from anycast4
      engine  stable
      sites   all
      tls     certificate extra
      dns     publish extra.globex.example in globex-example
      timeout request 10s
      routes  extra
    }

    routes extra {
      home: when path / -> extra
      otherwise -> respond 404
    }

    upstream extra { tier 1 { kubernetes us-1 service web/extra:http } }

    """

  @Test func anUnrelatedIngressMovesNothingElse() throws {
    var workspace = try Storefront.memory()
    let before = try #require(Compiler.build(workspace, CompileOptions(sequence: 7)).build)
    workspace.write(Compiler.lockPath, before.lock)
    workspace.write("globex/extra.epic", Array(StabilityTests.unrelated.utf8))
    let compilation = Compiler.build(workspace, CompileOptions(sequence: 8))
    let after = try #require(compilation.build, "\(rendered(compilation))")
    let ingress = try #require(compilation.deployment?.ingresses.first { $0.identity.name == "extra" })
    let own = ["extra"] + ingress.addresses.map(\.address.description)
    let (old, new) = (byPath(before), byPath(after))
    var shared: [String] = []
    for (path, bytes) in old.sorted(by: { $0.key < $1.key }) {
      let other = try #require(new[path], "\(path) is gone")
      if other == bytes { continue }
      shared.append(path)
      #expect(!path.contains("/envoy/") || path.hasSuffix("/static.json"), "\(path) is named for another and changed")
      if path.hasSuffix(".map") {
        #expect(path.hasSuffix("/epic_meta.map"), "\(path) changed")
      } else if path.hasSuffix(".bin") {
        expectOnlyAdditions(
          try Deployment(decoding: bytes).dumped(), try Deployment(decoding: other).dumped(), of: own, in: path)
      } else {
        expectOnlyAdditions(bytes, other, of: own, in: path)
      }
    }
    for path in new.keys where old[path] == nil { #expect(path.contains("extra"), "\(path) came too") }
    #expect(shared.contains("endpoints.json") && shared.contains { $0.hasSuffix("epic.conf") })
    print("changed shared files: \(shared.count)")
  }

  /// Every line of the old text stands in the new one, in the same order, and each run of new lines is about `own`.
  private func expectOnlyAdditions(_ old: [UInt8], _ new: [UInt8], of own: [String], in path: String) {
    let lines = comparable(new)
    var end = -2
    var runs: [[String]] = []
    for change in lines.difference(from: comparable(old)) {
      switch change {
      case .remove(_, let line, _): Issue.record("\(path) lost: \(line)")
      case .insert(let offset, let line, _):
        if offset == end + 1 { runs[runs.count - 1].append(line) } else { runs.append([line]) }
        end = offset
      }
    }
    for run in runs where !run.contains(where: { line in own.contains { line.contains($0) } }) {
      Issue.record("\(path) gained: \(run)")
    }
  }

  /// A text's lines without the generation and what is counted or digested over the whole, and without the comma that a
  /// list's former last element gains.
  private func comparable(_ text: [UInt8]) -> [String] {
    let numbering = #/^\s*"(sequence|generation|content|tree|bytes|files|exports)": /#
    let definition = #/^define EPIC_(GENERATION|DIGEST|END_epic) = |^deployment [a-z-]+ edition /#
    return text.split(separator: 10).compactMap { bytes in
      var line = String(decoding: bytes, as: UTF8.self)
      if line.firstMatch(of: numbering) != nil || line.firstMatch(of: definition) != nil { return nil }
      if line.hasPrefix("update ") { line.replace(#/ gen=\d+ /#, with: " gen= ") }
      return line.hasSuffix(",") ? String(line.dropLast()) : line
    }
  }

  @Test func addressesStayWhereTheyAre() throws {
    var workspace = try Storefront.memory()
    let first = Compiler.build(workspace, CompileOptions(sequence: 7))
    let before = try #require(first.build)
    workspace.write(Compiler.lockPath, before.lock)
    workspace.write("globex/extra.epic", Array(StabilityTests.unrelated.utf8))
    let second = Compiler.build(workspace, CompileOptions(sequence: 8))
    let old = try #require(first.deployment)
    let new = try #require(second.deployment)
    var addresses: [String: [IPAddress]] = [:]
    for ingress in new.ingresses { addresses[ingress.identity.description] = ingress.addresses.map(\.address) }
    for ingress in old.ingresses {
      #expect(addresses[ingress.identity.description] == ingress.addresses.map(\.address), "\(ingress.identity)")
    }
    #expect(new.ingresses.count == old.ingresses.count + 1)
  }
}
