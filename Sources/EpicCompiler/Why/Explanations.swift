import EpicArtifact
import EpicBackend
package import EpicBase
import EpicIR
import EpicSema

/// Every value of every artifact of a build, explained.
package struct Explanations: Sendable {
  /// The workspace's files, the lock among them: what the answers' spans point into.
  package let sources: SourceSet
  /// Paths of all artifacts, sorted.
  package let paths: [String]
  private let build: Build
  private let deployment: Deployment
  private let options: CompileOptions
  private var chain: SourceChain
  /// What was explained last: questions about one target come together.
  private var recent: (folder: String, files: [String: ExplainedFile])?

  fileprivate init(
    _ compilation: Compilation, _ build: Build, _ deployment: Deployment, _ options: CompileOptions,
    _ chain: SourceChain
  ) {
    sources = compilation.sources
    paths = build.artifacts.map(\.path)
    self.build = build
    self.deployment = deployment
    self.options = options
    self.chain = chain
  }

  /// The answer to `PATH`, `PATH#POINTER` or `PATH:LINE`; the path may be a unique end of an artifact's, or have
  /// folders before it.
  package mutating func answer(_ question: String) throws(WhyError) -> WhyAnswer {
    let (path, place) = try ArtifactQuestion.parse(question, paths: paths)
    guard let file = file(at: path) else { throw WhyError("`\(path)` could not be explained") }
    return try answer(file, place)
  }

  /// The answer to a place of a file.
  package mutating func answer(_ file: ExplainedFile, _ place: WhyAnswer.Place?) throws(WhyError) -> WhyAnswer {
    let (text, sources) = try file.value(at: place)
    var steps = chain.steps(for: sources)
    // A rule alone is no place to go to: what it is a rule of follows.
    if !steps.contains(where: { $0.span != nil }) { steps += chain.steps(for: file.fallback) }
    return WhyAnswer(artifact: file.path, place: place, value: text, steps: steps)
  }

  /// The artifact at a path of the tree, explained.
  package mutating func file(at path: String) -> ExplainedFile? {
    if let known = recent?.files[path] { return known }
    for backend in Compiler.backends(options) {
      let plane = type(of: backend).plane
      for target in backend.targets(of: deployment) {
        let folder = target.folder(of: plane)
        guard path.hasPrefix(folder + "/"), recent?.folder != folder else { continue }
        let fallback = fallback(for: target)
        let reason = type(of: backend).reason
        var files: [String: ExplainedFile] = [:]
        for artifact in backend.explained(deployment, for: target) {
          let path = "\(folder)/\(artifact.path)"
          files[path] = ExplainedFile(
            path: path, bytes: artifact.bytes, marks: artifact.marks, fallback: fallback,
            reason: { reason($0) })
        }
        recent = (folder, files)
        return files[path]
      }
    }
    guard let artifact = build.artifacts.first(where: { $0.path == path }) else { return nil }
    return shared(artifact)
  }

  /// What stands for everything of a target: the node or zone.
  private func fallback(for target: Target) -> [ValueSource] {
    switch target {
    case .node(let name): deployment.nodes.filter { $0.name == name }.map { .origin($0.origin) }
    case .zone(let name):
      deployment.zones.filter { $0.name == name }.map { .declaration(.zone, $0.identity) }
    }
  }

  /// A file that belongs to no target.
  private func shared(_ artifact: Artifact) -> ExplainedFile {
    let marks: [ValueMark]
    switch artifact.path {
    case EndpointsFile.path: marks = deployment.slotMarks(artifact.bytes)
    case ReleaseFile.path: marks = deployment.releaseMarks(artifact.bytes)
    default: marks = []
    }
    return ExplainedFile(
      path: artifact.path, bytes: artifact.bytes, marks: marks,
      fallback: [.summary("the whole deployment, for nodes that plan without the compiler"), .workspace("workspace")],
      reason: { $0 == "format" ? "the name and version of the file's format" : nil })
  }
}

extension Compiler {
  /// Builds a workspace and prepares the explanation of its artifacts; nil where there is an error.
  package static func explain(
    _ fileSystem: some FileSystem, _ options: CompileOptions
  ) -> (compilation: Compilation, explanations: Explanations?) {
    var parsed = parse(fileSystem)
    let evaluation = evaluateNaming(parsed.units, interner: parsed.interner) { read($0, from: fileSystem) }
    let compilation = finish(
      &parsed, (evaluation.program, evaluation.diagnostics), fileSystem, options, emits: true)
    guard let build = compilation.build, let deployment = compilation.deployment else { return (compilation, nil) }
    let chain = SourceChain(
      program: evaluation.program, names: evaluation.names, trees: parsed.trees, sources: compilation.sources)
    return (compilation, Explanations(compilation, build, deployment, options, chain))
  }
}
