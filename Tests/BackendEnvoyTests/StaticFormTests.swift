import BackendEnvoy
import EpicArtifact
import EpicBackend
import EpicIR
import EpicIRFixtures
import Foundation
import Testing

@Suite struct StaticFormTests {
  /// The files of one instance, relative to its folder.
  static func instance(_ deployment: Deployment, node: String) throws -> [Artifact] {
    var sink = ArtifactSink(root: "")
    EnvoyBackend().emit(deployment, for: .node(node), into: &sink)
    let folder = try #require(sink.artifacts.first?.path.split(separator: "/").first)
    return sink.artifacts.map { Artifact(path: String($0.path.dropFirst(folder.count + 1)), bytes: $0.bytes) }
  }

  /// Puts a throw-away key pair wherever a secret's file is named.
  static func provideSecrets(_ artifacts: [Artifact], in scratch: ScratchFolder) throws {
    let made = try run(
      "/usr/bin/openssl",
      [
        "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-subj", "/CN=throw-away",
        "-addext", "subjectAltName=DNS:*.example.com", "-keyout", "key.pem", "-out", "certificate.pem", "-days", "2",
      ],
      in: scratch.url)
    try #require(made.status == 0, "\(made.output)")
    let certificate = try Data(contentsOf: scratch.url.appendingPathComponent("certificate.pem"))
    let key = try Data(contentsOf: scratch.url.appendingPathComponent("key.pem"))
    for artifact in artifacts where artifact.path.hasPrefix("secrets/") && artifact.path.hasSuffix(".json") {
      let text = String(decoding: artifact.bytes, as: UTF8.self)
      for part in text.split(separator: "\"") where part.hasPrefix("secrets/") {
        if part.hasSuffix(".crt") { try scratch.write(String(part), certificate) }
        if part.hasSuffix(".key") { try scratch.write(String(part), key) }
      }
    }
    try scratch.write(EnvoyLayout.systemAuthoritiesFile, certificate)
  }

  @Test(.enabled(if: !EnvoyTool.isMissing, "no Envoy at EPIC_ENVOY or build/tools/bin/envoy"))
  func envoyAcceptsTheInlinedForm() throws {
    var live = try LiveEnvoy()
    live.geo = ["203.0.113.0/24", "DE", "3320"]
    let deployment = Storefront.deployment(geoDatabase: try live.geoDatabase())
    for node in ["fra-1", "iad-1"] {
      let artifacts = try Self.instance(deployment, node: node)
      let scratch = try ScratchFolder()
      try scratch.write(artifacts)
      try Self.provideSecrets(artifacts, in: scratch)
      if let keep = ProcessInfo.processInfo.environment["EPIC_KEEP"] {
        _ = try run("/bin/cp", ["-r", scratch.url.path, "\(keep)-\(node)"], in: scratch.url)
      }
      let result = try run(
        try #require(EnvoyTool.path), ["--mode", "validate", "-c", EnvoyLayout.staticFile, "-l", "warning"],
        in: scratch.url)
      #expect(result.status == 0, "\(node): \(result.output)")
    }
  }
}
