import EpicBase
import EpicCompiler
import Foundation
import Testing

@Suite struct HatchListTests {
  /// The accepted case that says everything of hatches.
  private static func list() throws -> HatchList {
    let golden = try #require(AcceptedCase.all.first { $0.name == "native" })
    return Compiler.hatches(try golden.workspace())
  }

  @Test func everyStatementIsListed() throws {
    let list = try Self.list()
    #expect(!list.hasErrors)
    #expect(list.entries.count { $0.statement == "http-filter" } == 4)
    #expect(list.entries.count { $0.statement == "set" } >= 10)
    let first = try #require(list.entries.first)
    #expect(first.path == "acme/native.epic" && first.line == 5 && first.column == 3)
    #expect(first.ingress == "acme/shop" && first.tenant == "acme" && first.release == "1.40")
    #expect(first.subject == "lua" && first.place == "before router")
    #expect(first.message == "envoy.extensions.filters.http.lua.v3.Lua")
    #expect(first.fields.first == "default_source_code.inline_string")
    #expect(
      list.text.contains(
        ": set cluster(cart), envoy.config.cluster.v3.Cluster\n    upstream_connection_options.tcp_keepalive"))
  }

  @Test func programsReadTheSame() throws {
    let list = try Self.list()
    let hatches = try #require(try JSONReader.read(list.json)["hatches"]?.elements)
    #expect(hatches.count == list.entries.count)
    for (value, entry) in zip(hatches, list.entries) {
      #expect(value["path"]?.string == entry.path)
      #expect(value["line"]?.integer(Int.self) == entry.line)
      #expect(value["subject"]?.string == entry.subject)
      #expect(value["fields"]?.elements?.compactMap(\.string) == entry.fields)
    }
  }

  @Test func aWorkspaceWithErrorsIsNotListed() throws {
    var files = try GoldenCase.files(below: GoldenCase.root.appendingPathComponent("base"))
    files["acme/wrong.epic"] = Array("upstream x { endpoint nowhere }\n".utf8)
    let list = Compiler.hatches(MemoryFileSystem(files))
    #expect(list.hasErrors && !list.diagnostics.isEmpty && list.entries.isEmpty)
  }

  @Test func aWorkspaceWithoutHatchesHasAnEmptyList() throws {
    let files = try GoldenCase.files(below: GoldenCase.root.appendingPathComponent("base"))
    let list = Compiler.hatches(MemoryFileSystem(files))
    #expect(!list.hasErrors && list.entries.isEmpty && list.text.isEmpty)
  }
}
