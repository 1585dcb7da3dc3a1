import EpicArtifact
import EpicCompiler
import EpicIR
import EpicSema
import Foundation
import Testing

/// What the schema calls a default is one: writing it out changes no emitted byte.
@Suite struct DefaultTests {
  /// Where a body's statements can be put into the base of the golden cases: a file, and what they take the place of.
  private static let places: [String: (path: String, text: String, around: (before: String, after: String))] = [
    "upstream": ("globex/www.epic", "endpoint 203.0.113.10:8080", ("endpoint 203.0.113.10:8080; ", "")),
    "ingress": ("globex/www.epic", "timeout request 10s", ("timeout request 10s; ", "")),
    "certificate": ("globex/www.epic", "renew 30d before", ("", "")),
    "zone": ("platform/network.epic", "ttl 60s", ("", "")),
    "pool": ("platform/network.epic", "announce bgp as AS64512 community 64512:120 prefix each-address", ("", "")),
    "tunnel": ("platform/clouds.epic", "port 6080", ("", "")),
    "cdn": ("platform/clouds.epic", "addresses dns", ("", "")),
    "tier": (
      "acme/upstreams.epic", "tier 1 { kubernetes eu-1 service shop/cart:http }",
      ("tier 1 { kubernetes eu-1 service shop/cart:http; ", " }")
    ),
  ]

  /// What the planes emit for the base with a statement in it, by path. The release holds the sources' digests, and the
  /// deployment tells what was written from what was not.
  private func artifacts(with statement: String, in context: String) throws -> [String: [UInt8]] {
    let place = try #require(Self.places[context], "\(context) has no place")
    var contents = try GoldenCase.files(below: GoldenCase.root.appendingPathComponent("base"))
    let text = String(decoding: try #require(contents[place.path]), as: UTF8.self)
    let range = try #require(text.range(of: place.text))
    let filled = place.around.before + statement + place.around.after
    contents[place.path] = Array(text.replacingCharacters(in: range, with: filled).utf8)
    let compilation = Compiler.build(MemoryFileSystem(contents), CompileOptions(sequence: 7))
    let build = try #require(compilation.build, "\(statement): \(rendered(compilation))")
    var result: [String: [UInt8]] = [:]
    for artifact in build.artifacts {
      let path = "\(artifact.path)"
      let isOfPlane = path.hasPrefix("nodes/") || path.hasPrefix("zones/") || path == "endpoints.json"
      if isOfPlane { result[path] = artifact.bytes }
    }
    #expect(result.count > 20)
    // When a certificate is renewed is no plane's to know: nodes read it from the deployment.
    if context == "certificate" { result["deployment"] = compilation.deployment?.dumped() }
    return result
  }

  @Test(arguments: Schema.defaults.indices.filter { Schema.defaults[$0].spelling != nil })
  func aDefaultWrittenOutChangesNothing(_ index: Int) throws {
    let spelling = try #require(Schema.defaults[index].spelling)
    let context = String(Schema.defaults[index].statement.prefix { $0 != "." })
    let shortest = try artifacts(with: spelling.shortest, in: context)
    #expect(shortest == (try artifacts(with: spelling.full, in: context)), "\(spelling.full)")
  }

  /// The comparison is not blind: another value is seen.
  @Test(arguments: [
    ("upstream", "balance random"), ("upstream", "protocol h2"), ("upstream", "max connections 7"),
    ("upstream", "health tcp every 6s"), ("zone", "ttl 61s"), ("tunnel", "port 6081"), ("cdn", "port 444"),
    ("ingress", "retry 2 on reset"), ("ingress", "listen https 8443 tls min 1.3"), ("certificate", "renew 31d before"),
  ])
  func anotherValueIsSeen(_ context: String, _ statement: String) throws {
    let shortest = Schema.defaults.first { $0.spelling?.full.prefix(9) == statement.prefix(9) }?.spelling?.shortest
    #expect(try artifacts(with: shortest ?? "", in: context) != artifacts(with: statement, in: context))
  }
}
