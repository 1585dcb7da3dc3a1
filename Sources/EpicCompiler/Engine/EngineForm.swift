package import EpicArtifact
import EpicBackend
package import EpicBase
package import EpicDiagnostics
import EpicIR

/// One inlined form that an engine is asked about, and who runs it.
package struct EngineForm: Sendable {
  /// The instance's folder on its nodes.
  package var instance: String
  /// Nodes that run exactly this, in order.
  package var nodes: [String]
  /// The engine's identity, and the Envoy that it says it is.
  package var engine: String
  package var envoy: Version
  /// The inlined form and the data files that it names, by path below the instance's folder.
  package var files: [Artifact]
  /// The engine's declaration.
  let origin: Origin
  /// Names of the form's resources with their artifacts, the longest names first.
  let resources: [(name: String, artifact: String)]
}

/// What an engine says, for a finding.
package enum EngineObjection: Hashable, Sendable {
  case refused(String)
  case tooLate(seconds: UInt32)
  case broken(String)
}

extension Compilation {
  /// The distinct inlined forms of a build, by node and instance. Nodes with the same bytes share one. Empty without a
  /// build.
  package var engineForms: [EngineForm] {
    guard let build, let deployment else { return [] }
    var forms: [EngineForm] = []
    var known: [ContentDigest: Int] = [:]
    for (node, instance, files) in Self.instances(of: build) {
      let form = files.filter { $0.path == EnvoyLayout.staticFile || $0.path.hasPrefix("\(EnvoyLayout.dataFolder)/") }
      // An instance is called after its engine; behind a tilde stands the one ingress of an isolated one.
      let name = String(instance.prefix { $0 != "~" })
      guard let engine = deployment.engines.first(where: { $0.identity.fileName == name }) else { continue }
      let digest = ContentDigest(ofTree: form + [Artifact(path: "instance", bytes: Array(instance.utf8))])
      if let index = known[digest] {
        forms[index].nodes.append(node)
        continue
      }
      known[digest] = forms.count
      let folder = "\(Target.node(node).folder(of: .envoy))/\(instance)"
      let resources = files.compactMap { file -> (name: String, artifact: String)? in
        let parts = file.path.split(separator: "/")
        guard parts.count == 2, EnvoyLayout.ResourceKind(rawValue: String(parts[0])) != nil,
          file.path.hasSuffix(".json")
        else { return nil }
        return (String(parts[1].dropLast(5)), "\(folder)/\(file.path)")
      }
      forms.append(
        EngineForm(
          instance: instance, nodes: [node], engine: engine.identity.description, envoy: engine.envoy, files: form,
          origin: engine.origin,
          resources: resources.sorted { ($1.name.utf8.count, $0.artifact) < ($0.name.utf8.count, $1.artifact) }))
    }
    return forms
  }

  /// The Envoy instances of all nodes, with their files by path below the instance's folder.
  private static func instances(of build: Build) -> [(node: String, instance: String, files: [Artifact])] {
    var result: [(node: String, instance: String, files: [Artifact])] = []
    for artifact in build.artifacts {
      let parts = artifact.path.split(separator: "/", maxSplits: 4, omittingEmptySubsequences: false).map(String.init)
      guard parts.count == 5, parts[0] == "nodes", parts[2] == Plane.envoy.rawValue else { continue }
      if result.last.map({ ($0.node, $0.instance) != (parts[1], parts[3]) }) ?? true {
        result.append((parts[1], parts[3], []))
      }
      result[result.count - 1].files.append(Artifact(path: parts[4], bytes: artifact.bytes))
    }
    return result
  }
}

extension EngineForm {
  /// Whether a binary of this version is the engine: `1.40` is every 1.40.x.
  package func isRun(by version: String) -> Bool {
    let said = version.prefix { $0 != "-" }.split(separator: ".").map { UInt32($0) }
    return said.count >= envoy.components.count
      && zip(envoy.components, said).allSatisfy { $0 == $1 }
  }

  /// The finding that every binary is of another version: what they say would be no answer.
  package func mismatch(_ binaries: [(path: String, version: String)]) -> Diagnostic {
    let others = binaries.map { "`\($0.path)` is \($0.version)" }
    let list =
      others.count > 1
      ? "\(others.dropLast().joined(separator: ", ")) and \(others[others.count - 1])" : others.first
    return Diagnostic(
      .anotherEngine, "the engine `\(engine)` runs Envoy \(envoy), and \(list ?? "no binary is named")",
      at: origin.span,
      label: "this engine is to be asked",
      notes: ["nothing was asked: another release of Envoy knows other fields"],
      help: "name a binary of Envoy \(envoy) by `--envoy`\(binaries.isEmpty ? "" : ", beside the others")")
  }

  /// The finding for an engine's objection, at the statement that the resource comes from which it names; else at the
  /// engine.
  package func finding(_ objection: EngineObjection, in explanations: inout Explanations) -> Diagnostic {
    let runs = "`\(instance)` on \(nodes.prefix(3).joined(separator: ", "))\(nodes.count > 3 ? ", …" : "")"
    switch objection {
    case .tooLate(let seconds):
      return Diagnostic(
        .engineWithoutVerdict, "Envoy did not say within \(seconds) s whether it takes \(runs)", at: origin.span,
        help: "give it more time by `--engine-seconds`")
    case .broken(let reason):
      return Diagnostic(
        .engineWithoutVerdict, "Envoy ended before it said whether it takes \(runs)", at: origin.span,
        notes: ["Envoy: \(Self.shortened(reason))"])
    case .refused(let reason):
      let notes = [
        "Envoy: \(Self.shortened(reason))",
        "EPIC takes for right what the engine does not: please report it, with the workspace",
      ]
      guard let (name, artifact) = named(in: reason), let span = place(of: artifact, in: &explanations) else {
        return Diagnostic(.refusedByEngine, "Envoy \(envoy) refuses \(runs)", at: origin.span, notes: notes)
      }
      return Diagnostic(
        .refusedByEngine, "Envoy \(envoy) refuses `\(name)` in \(runs)", at: span,
        secondary: [Annotation(origin.span, "of this engine")], notes: notes)
    }
  }

  /// The resource that a message names: by its place in the inlined form, `static_resources.clusters[8]` or
  /// `StaticResourcesValidationError.Listeners[0]`, or by its own name, the longest that stands in it as a whole.
  private func named(in reason: String) -> (String, String)? {
    if let found = placed(in: reason) { return found }
    func isPart(_ character: Character?) -> Bool {
      character.map { $0.isLetter || $0.isNumber || "_-~.".contains($0) } ?? false
    }
    for (name, artifact) in resources {
      for range in reason.ranges(of: name) {
        let before = range.lowerBound > reason.startIndex ? reason[reason.index(before: range.lowerBound)] : nil
        let after = range.upperBound < reason.endIndex ? reason[range.upperBound] : nil
        // A sentence may end behind the name.
        if !isPart(before), !isPart(after) || after == "." { return (name, artifact) }
      }
    }
    return nil
  }

  private func placed(in reason: String) -> (String, String)? {
    for kind in [EnvoyLayout.ResourceKind.clusters, .listeners, .secrets] {
      let word = kind.folder
      for lead in [
        "static_resources.\(word)[",
        "StaticResourcesValidationError.\(word.prefix(1).uppercased())\(word.dropFirst())[",
      ] {
        guard let start = reason.firstRange(of: lead),
          let position = Int(reason[start.upperBound...].prefix { $0.isNumber }),
          let form = files.first(where: { $0.path == EnvoyLayout.staticFile }),
          let rows = (try? JSONReader.read(form.bytes))?["static_resources"]?[word]?.elements,
          rows.indices.contains(position), let name = rows[position]["name"]?.string,
          let artifact = resources.first(where: { $0.name == name && $0.artifact.contains("/\(word)/") })
        else { continue }
        return artifact
      }
    }
    return nil
  }

  private func place(of artifact: String, in explanations: inout Explanations) -> SourceSpan? {
    guard let answer = try? explanations.answer(artifact) else { return nil }
    return answer.steps.first { $0.kind == .statement && $0.span != nil }?.span
  }

  /// One line: of a message that shows what it is about in between, the first line and the last.
  private static func shortened(_ text: String) -> String {
    let lines = text.split(separator: "\n").filter { $0.contains { $0 != " " } }
    let line = lines.count > 2 ? "\(lines[0]) … \(lines[lines.count - 1])" : lines.joined(separator: " ")
    return line.utf8.count > 1000 ? "\(line.prefix(980)) …" : line
  }
}
