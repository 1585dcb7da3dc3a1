import EpicBase
import EpicDiagnostics
import EpicSyntax
import EpicTestTools
import Foundation
import Testing

@Suite struct RegexTests {
  @Test(arguments: RegexSamples.valid) func accepts(_ pattern: String) {
    #expect(parsed("a re\"\(pattern)\"").diagnostics.map(\.line) == [])
  }

  @Test func pointsAtThePartThatIsWrong() {
    for (pattern, part) in RegexSamples.invalid + RegexSamples.misleading {
      let text = "a re\"\(pattern)\""
      let found = parsed(text).diagnostics
      #expect(found.map(\.code.name) == ["E0023"], "\(pattern)")
      guard let span = found.first?.primary.span else { continue }
      let shown = String(decoding: Array(text.utf8)[Int(span.start)..<Int(span.end)], as: UTF8.self)
      #expect(shown == part, "\(pattern): \(found[0].message)")
    }
  }

  @Test func theProgramIsBounded() {
    for pattern in ["(?:abcdefghijk){999}", "(?:ab|cd|ef){999}(?:ab|cd|ef){999}"] {
      let found = parsed("a re\"\(pattern)\"").diagnostics
      #expect(found.count == 1 && found[0].message.contains("\(Limits.regexProgramSize) at most"), "\(pattern)")
    }
  }

  @Test func anyBytesGiveAnAnswer() {
    let parts = [
      "(", ")", "[", "]", "{2}", "*", "\\", "\\Q", "\\x{", "\\p{", "(?", "(?P<", "é", "a", "-", "^", "|", "[:", "\"",
    ]
    var state: UInt64 = 7
    for _ in 0..<20_000 {
      var pattern = ""
      for _ in 0..<8 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        pattern += parts[Int(state >> 33) % parts.count]
      }
      let bytes = Array(pattern.utf8)
      let scanner = RegexScanner(bytes, 0, bytes.count)
      if let range = scanner.problem?.range { #expect(range.upperBound <= bytes.count && !range.isEmpty, "\(pattern)") }
    }
  }
}

/// The real Envoy: `EPIC_ENVOY`, or what the installer puts below `build/tools`.
enum RegexTool {
  static let envoy: RealTool? = {
    let named = ProcessInfo.processInfo.environment["EPIC_ENVOY"]
    let path = named ?? RealTool.repository() + "/build/tools/bin/envoy"
    return FileManager.default.isExecutableFile(atPath: path) ? RealTool(path: path) : nil
  }()
}

/// The checker against the real Envoy.
@Suite(.enabled(if: RegexTool.envoy != nil, "no Envoy at EPIC_ENVOY or build/tools/bin/envoy"))
struct RealEnvoyRegexTests {
  /// What Envoy says of routes with these patterns, its own limit of programs set.
  private func validate(_ patterns: [String], limit: Int) throws -> RealTool.Result {
    let routes = try patterns.map { pattern in
      let text = String(decoding: try JSONEncoder().encode(pattern), as: UTF8.self)
      return #"{"match":{"safe_regex":{"regex":\#(text)}},"direct_response":{"status":200}}"#
    }
    let type = "type.googleapis.com/envoy.extensions.filters"
    let folder = try TemporaryFolder()
    try folder.write(
      "envoy.json",
      #"""
      {"layered_runtime":{"layers":[{"name":"test","static_layer":{"re2.max_program_size.error_level":\#(limit)}}]},
      "static_resources":{"listeners":[{"name":"l","address":{"socket_address":{"address":"127.0.0.1","port_value":1}},
      "filter_chains":[{"filters":[{"name":"envoy.filters.network.http_connection_manager","typed_config":{
      "@type":"\#(type).network.http_connection_manager.v3.HttpConnectionManager","stat_prefix":"x","route_config":{
      "virtual_hosts":[{"name":"v","domains":["*"],"routes":[\#(routes.joined(separator: ",\n"))]}]},
      "http_filters":[{"name":"envoy.filters.http.router",
      "typed_config":{"@type":"\#(type).http.router.v3.Router"}}]}}]}]}]}}
      """#)
    return try #require(RegexTool.envoy).run(
      ["--mode", "validate", "-c", "envoy.json", "-l", "error", "--concurrency", "1"], in: folder)
  }

  private func literal(_ pattern: String) throws -> String {
    let tree = parsed("a re\"\(pattern)\"").tree
    return tree.regexLiteral(TokenID(1))
  }

  @Test func envoyTakesWhatIsAccepted() throws {
    let result = try validate(try RegexSamples.valid.map(literal), limit: 100_000)
    #expect(result.status == 0, "\(result.output)\(result.errors)")
  }

  @Test func envoyRefusesWhatIsRefused() throws {
    for (pattern, _) in RegexSamples.invalid.enumerated().filter({ $0.offset % 4 == 0 }).map(\.element) {
      #expect(try validate([pattern], limit: 100_000).status != 0, "\(pattern)")
    }
  }

  @Test(arguments: [
    "a", ".{1000}", "(a?){10}", "(?:ab|cd){1,500}", #"[\pL\PN]{100}"#, #"(\pL|\d){50}"#, "(?i)[k-s]{9}",
    #"[\D\S\W]{9}"#,
  ])
  func theEstimateIsFromAbove(_ pattern: String) throws {
    let bytes = Array(pattern.utf8)
    let estimate = RegexScanner(bytes, 0, bytes.count).size
    let result = try validate([pattern], limit: 0)
    let words = (result.output + result.errors).split(separator: " ")
    let position = try #require(words.firstIndex(of: "size"))
    let size = try #require(Int(words[position + 2]))
    #expect(size <= estimate, "\(size), estimated \(estimate)")
  }
}
