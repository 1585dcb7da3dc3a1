import EpicArtifact
import EpicBase
import EpicCompiler
import EpicDiagnostics
import Testing

/// What `epic check --engine` asks of a build, and the findings that it makes of the answers. Whether Envoy answers so is
/// asked of the real one, by Tests/Envoy/engine_check.py.
@Suite struct EngineFormTests {
  private func explained() throws -> (compilation: Compilation, explanations: Explanations) {
    let (compilation, explanations) = Compiler.explain(try Storefront.memory(), CompileOptions(jobs: 2, sequence: 7))
    return (compilation, try #require(explanations, "\(rendered(compilation))"))
  }

  @Test func everyNodeIsOfOneForm() throws {
    let (compilation, _) = try explained()
    let forms = compilation.engineForms
    #expect(forms.flatMap(\.nodes).sorted() == ["fra-1", "fra-2", "iad-1", "iad-2", "sin-1", "sin-2"])
    // Frankfurt and Singapore have the same cluster nearest, and so the same bytes.
    #expect(forms.map(\.nodes) == [["fra-1", "fra-2", "sin-1", "sin-2"], ["iad-1", "iad-2"]])
    for form in forms {
      #expect(form.instance == "platform.edge_stable")
      #expect(form.engine == "platform.edge/stable")
      #expect(form.files.map(\.path) == ["data/platform.edge_main.mmdb", "static.json"])
    }
  }

  @Test func onlyTheEnginesReleaseIsAsked() throws {
    let (compilation, _) = try explained()
    let form = try #require(compilation.engineForms.first)
    for version in ["1.40.0", "1.40.7", "1.40.0-dev"] { #expect(form.isRun(by: version), "\(version)") }
    for version in ["1.39.0", "1.4.0", "1.41.0", "2.40.0", "1", "", "-", "x.y"] {
      #expect(!form.isRun(by: version), "\(version)")
    }
    let finding = form.mismatch([("/opt/envoy", "1.39.2")])
    #expect(finding.code == .anotherEngine)
    #expect(finding.message == "the engine `platform.edge/stable` runs Envoy 1.40, and `/opt/envoy` is 1.39.2")
    #expect(place(of: finding, compilation) == "platform/edge/engine.epic:2")
    #expect(
      form.mismatch([("/a", "1.39.2"), ("/b", "1.38.0"), ("/c", "1.41.0")]).message
        == "the engine `platform.edge/stable` runs Envoy 1.40, and `/a` is 1.39.2, `/b` is 1.38.0 and `/c` is 1.41.0")
  }

  @Test(arguments: [
    (
      "error initializing config 'static.json': route: unknown cluster 'acme_cart'", "acme_cart",
      "acme/upstreams.epic:4"
    ),
    ("Unknown cluster acme_cart-gold~1.", "acme_cart-gold~1", "acme/upstreams.epic:27"),
    (
      "… caused by StaticResourcesValidationError.Clusters[0]: embedded message failed validation | caused by …",
      "acme_shop~jwks~main", "acme/shop.epic:14"
    ),
    (
      "invalid JSON @ static_resources.clusters[1]: no such field", "acme.partners_partners~jwks~main",
      "acme/partners/partners.epic:9"
    ),
    (
      "error adding listener: 'acme_shop~443~198.51.100.253' has no filter", "acme_shop~443~198.51.100.253",
      "acme/shop.epic:7"
    ),
  ])
  func aRefusalStandsAtWhatItNames(_ reason: String, _ name: String, _ expected: String) throws {
    var (compilation, explanations) = try explained()
    let form = try #require(compilation.engineForms.first)
    let finding = form.finding(.refused(reason), in: &explanations)
    #expect(finding.code == .refusedByEngine)
    #expect(finding.message == "Envoy 1.40 refuses `\(name)` in `platform.edge_stable` on fra-1, fra-2, sin-1, …")
    #expect(finding.notes.first == "Envoy: \(reason)")
    #expect(place(of: finding, compilation) == expected)
  }

  @Test func whatNamesNothingStandsAtTheEngine() throws {
    var (compilation, explanations) = try explained()
    let form = try #require(compilation.engineForms.first)
    for (objection, code) in [
      (EngineObjection.refused("no such field: acme_cart-goldish"), DiagnosticCode.refusedByEngine),
      (.refused(""), .refusedByEngine), (.tooLate(seconds: 3), .engineWithoutVerdict),
      (.broken("it was ended by signal 9"), .engineWithoutVerdict),
    ] {
      let finding = form.finding(objection, in: &explanations)
      #expect(finding.code == code)
      #expect(place(of: finding, compilation) == "platform/edge/engine.epic:2")
    }
  }

  private func place(of diagnostic: Diagnostic, _ compilation: Compilation) -> String {
    SourceLocation(diagnostic.primary.span, in: compilation.sources).map { "\($0.path):\($0.start.line)" } ?? ""
  }
}
