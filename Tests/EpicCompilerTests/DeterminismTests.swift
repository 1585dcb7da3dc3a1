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

    upstream extra { endpoint 192.0.2.97:8080 }

    """

  @Test func anUnrelatedIngressMovesNothingElse() throws {
    var workspace = try Storefront.memory()
    let before = try #require(Compiler.build(workspace, CompileOptions(sequence: 7)).build)
    workspace.write(Compiler.lockPath, before.lock)
    workspace.write("globex/extra.epic", Array(StabilityTests.unrelated.utf8))
    let compilation = Compiler.build(workspace, CompileOptions(sequence: 8))
    let after = try #require(compilation.build, "\(rendered(compilation))")
    let (old, new) = (byPath(before), byPath(after))
    var shared: [String] = []
    for (path, bytes) in old.sorted(by: { $0.key < $1.key }) {
      let other = try #require(new[path], "\(path) is gone")
      if other == bytes { continue }
      shared.append(path)
      #expect(!path.contains("/envoy/") || path.hasSuffix("/static.json"), "\(path) is named for another and changed")
      if path.hasSuffix(".bin") || path.hasSuffix(".map") { continue }
      // In a shared file, a line that is gone held the generation, a digest or a count.
      let kept = Set(other.split(separator: 10).map(Array.init))
      for line in bytes.split(separator: 10).map(Array.init) where !kept.contains(line) {
        let text = String(decoding: line, as: UTF8.self).lowercased()
        let isNumbering = [
          "sequence", "generation", "digest", "sha", "content", "tree", "gen=", "bytes", "files", "count", "exports",
          "epic_end",
        ]
          .contains { text.contains($0) }
        // The list's former last element may gain a comma, and one-line lists their new member.
        let isSuperset = kept.contains(line + [UInt8(ascii: ",")])
        #expect(isNumbering || isSuperset, "\(path) lost: \(text)")
      }
    }
    #expect(new.keys.contains { $0.contains("extra") })
    print("changed shared files: \(shared.count)")
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
