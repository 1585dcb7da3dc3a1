import EpicArtifact
import EpicBase

extension Benchmarks {
  /// Writes the artifacts, and lets Envoy validate the inlined form of the first instance on the same run.
  static func compareWithEnvoy(
    _ artifacts: [Artifact], of ingresses: Int, envoy: String?, folder: String, into report: inout BenchReport,
    pipeline: () -> Void
  ) throws {
    let start = Measure.processCPU()
    for artifact in artifacts { try Files.write(artifact.bytes, to: "\(folder)/out/\(artifact.path)") }
    report.add("writing \(artifacts.count) artifacts", Measure.processCPU() - start, "CPU s")
    guard let form = artifacts.first(where: { $0.path.hasSuffix("/" + EnvoyLayout.staticFile) }) else {
      return report.skip("no artifact is a static form")
    }
    guard let envoy else {
      report.skip("Envoy is not installed (Tests/Support/install.sh bench)")
      return
    }
    let instance = "\(folder)/out/\(form.path.dropLast(EnvoyLayout.staticFile.utf8.count + 1))"
    try writeSecrets(namedIn: form.bytes, folder: instance)
    // They take turns, so that a slow while of the machine does not fall on one of them alone. Envoy takes minutes for many:
    // those are measured once.
    let turns = ingresses > 2000 ? 1 : 3
    var cpu = Double.infinity
    var validation = Double.infinity
    for _ in 0..<turns {
      let start = Measure.processCPU()
      pipeline()
      cpu = min(cpu, Measure.processCPU() - start)
      let finished = try Program(
        absolute(envoy), ["--mode", "validate", "-c", EnvoyLayout.staticFile, "-l", "error"], folder: instance
      ).finish()
      guard finished.status == 0 else {
        throw Arguments.UsageError(description: "envoy refuses \(form.path) (\(finished.status))")
      }
      validation = min(validation, finished.cpu)
    }
    let ratio = cpu / validation
    // Envoy's time grows faster than what it reads, the compiler's does not: a tenth is asked of 10,000 ingresses.
    let bound = ingresses >= 10_000 ? 0.1 : 0.2
    report.add("envoy --mode validate, \(form.bytes.count) bytes", validation, "CPU s")
    report.add("pipeline against envoy", cpu, "CPU s", ratio: (ratio, "envoy --mode validate"), holds: ratio <= bound)
  }

  private static func absolute(_ path: String) -> String {
    path.hasPrefix("/") ? path : "\(Files.currentFolder)/\(path)"
  }

  /// Writes a throw-away key and certificate wherever the form names a file.
  private static func writeSecrets(namedIn form: [UInt8], folder: String) throws {
    let key = "\(folder)/throw-away.key"
    let certificate = "\(folder)/throw-away.crt"
    let made = try Program(
      "openssl",
      [
        "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "1", "-subj",
        "/CN=example.com", "-keyout", key, "-out", certificate,
      ], isSilent: true
    ).finish()
    guard made.status == 0 else { throw Arguments.UsageError(description: "openssl made no key (\(made.status))") }
    let text = try (key: Files.read(key), certificate: Files.read(certificate))
    for name in names(in: form, startingWith: EnvoyLayout.secretFolder + "/") + [EnvoyLayout.systemAuthoritiesFile] {
      let isKey = name.hasSuffix(EnvoyLayout.privateKeyFile)
      if isKey || name.hasSuffix(".crt") {
        try Files.write(isKey ? text.key : text.certificate, to: "\(folder)/\(name)")
      }
    }
  }

  /// The JSON strings of a document that start with a text.
  private static func names(in document: [UInt8], startingWith start: String) -> Set<String> {
    let quote = UInt8(ascii: "\"")
    let wanted = [quote] + Array(start.utf8)
    var names: Set<String> = []
    var index = 0
    while index + wanted.count < document.count {
      guard document[index] == quote, document[index..<index + wanted.count].elementsEqual(wanted) else {
        index += 1
        continue
      }
      let end = document[(index + 1)...].firstIndex(of: quote) ?? document.count
      names.insert(String(decoding: document[(index + 1)..<end], as: UTF8.self))
      index = end
    }
    return names
  }
}
