import EpicArtifact
import EpicBackend
import EpicBase
import EpicDiagnostics
import EpicIR
import EpicLower
import EpicProve
import EpicSema

extension Compiler {
  /// Runs every check of a workspace, those of the planes included. Writes and emits nothing.
  package static func check(_ fileSystem: some FileSystem, _ options: CompileOptions) -> Compilation {
    run(fileSystem, options, emits: false)
  }

  /// Checks a workspace and, if it has no error, emits everything that `epic build` writes.
  package static func build(_ fileSystem: some FileSystem, _ options: CompileOptions) -> Compilation {
    run(fileSystem, options, emits: true)
  }

  /// The same for a workspace that is parsed already.
  static func check(
    _ parsed: ParsedWorkspace, in fileSystem: some FileSystem, _ options: CompileOptions
  ) -> Compilation {
    run(parsed, fileSystem, options, emits: false)
  }

  private static func run(
    _ fileSystem: some FileSystem, _ options: CompileOptions, emits: Bool
  ) -> Compilation {
    run(parse(fileSystem), fileSystem, options, emits: emits)
  }

  private static func run(
    _ parsed: ParsedWorkspace, _ fileSystem: some FileSystem, _ options: CompileOptions, emits: Bool
  ) -> Compilation {
    var parsed = parsed
    let evaluation = evaluate(parsed.units, interner: parsed.interner) { read($0, from: fileSystem) }
    return finish(&parsed, evaluation, fileSystem, options, emits: emits)
  }

  /// Everything behind evaluation. The sources of `parsed` gain the lock.
  static func finish(
    _ parsed: inout ParsedWorkspace, _ evaluation: (program: EvaluatedProgram, diagnostics: [Diagnostic]),
    _ fileSystem: some FileSystem, _ options: CompileOptions, emits: Bool
  ) -> Compilation {
    var sink = DiagnosticSink()
    sink.report(contentsOf: parsed.diagnostics)
    sink.report(contentsOf: evaluation.diagnostics)
    reportUnknownRejects(evaluation.program, reporting: &sink)
    var compilation = Compilation(
      sources: parsed.sources, diagnostics: [], program: evaluation.program, deployment: nil, build: nil)
    // The lock is a source of its own, so that findings can point into it.
    let lockBytes = readLock(from: fileSystem, sources: &parsed.sources, reporting: &sink)
    compilation.sources = parsed.sources
    if !sink.hasErrors {
      lower(
        evaluation.program, lockBytes: lockBytes, parsed: parsed, options: options, emits: emits, into: &compilation,
        reporting: &sink)
    }
    compilation.diagnostics = sink.sorted
    if sink.hasErrors || compilation.isAbandoned {
      compilation.deployment = nil
      compilation.build = nil
    }
    return compilation
  }

  /// From the evaluated program to the build. Each stage runs only where the one before found no error.
  private static func lower(
    _ program: EvaluatedProgram, lockBytes: [UInt8]?, parsed: ParsedWorkspace, options: CompileOptions, emits: Bool,
    into compilation: inout Compilation, reporting sink: inout DiagnosticSink
  ) {
    /// Leaves the rest undone if nobody wants it any more.
    func isAbandoned() -> Bool {
      if options.isSuperseded() { compilation.isAbandoned = true }
      return compilation.isAbandoned
    }
    if isAbandoned() { return }
    let lockSource = SourceID(UInt32(parsed.results.count))
    var lock: Lock?
    if let lockBytes {
      lock = Lock(parsing: lockBytes, source: lockSource, reporting: &sink)
      if lock == nil || sink.hasErrors { return }
    }
    let sources = parsed.sources.files.prefix(parsed.results.count).map {
      SourceRecord(path: $0.path, sha256: ContentDigest(of: $0.text).hex)
    }
    let lowered = Lowering.lower(
      program, lock: lock,
      options: LoweringOptions(
        sequence: options.sequence, isLocked: options.isLocked, sources: sources, lockSource: lockSource),
      reporting: &sink)
    guard let lowered, !isAbandoned() else { return }
    let texts = parsed.sources
    Prover.prove(lowered.deployment, reporting: &sink) { texts.text(of: $0) }
    if sink.hasErrors || isAbandoned() { return }
    for backend in backends(options) {
      backend.check(lowered.deployment, reporting: &sink)
      if isAbandoned() { return }
    }
    if sink.hasErrors { return }
    compilation.deployment = lowered.deployment
    guard emits else { return }
    let newLock = options.isLocked ? lockBytes ?? [] : lowered.lock.text
    let (artifacts, release) = emit(lowered.deployment, options)
    reportUnusablePaths(of: artifacts, lowered.deployment, reporting: &sink)
    compilation.build = Build(
      sequence: lowered.deployment.sequence, artifacts: artifacts, contentDigest: release.content.hex,
      lock: newLock, lockChanged: newLock != lockBytes ?? [])
  }

  /// What no plane's own check may let through: two artifacts of one path, of which one would silently win, and a path
  /// that nothing can be written to. `artifacts` are in order of path.
  static func reportUnusablePaths(
    of artifacts: [Artifact], _ deployment: Deployment, reporting sink: inout DiagnosticSink
  ) {
    let span =
      deployment.ingresses.first?.origin.span ?? deployment.sites.first?.origin.span
      ?? SourceSpan(source: SourceID(0), start: 0, end: 0)
    for (index, artifact) in artifacts.enumerated() {
      if let fault = ArtifactPath.fault(in: artifact.path) {
        sink.report(Diagnostic(.resourceNameTooLong, "the artifact `\(artifact.path)` \(fault)", at: span))
      }
      if index > 0 && artifact.path == artifacts[index - 1].path {
        sink.report(
          Diagnostic(
            .repeatedArtifact, "two artifacts would be written to `\(artifact.path)`", at: span,
            notes: ["names of artifacts derive from identities, which are unique: this is a fault of the compiler"]))
      }
    }
  }

  /// Adds the lock to the sources, as an empty file if there is none, and gives its bytes.
  private static func readLock(
    from fileSystem: some FileSystem, sources: inout SourceSet, reporting sink: inout DiagnosticSink
  ) -> [UInt8]? {
    do throws(FileSystemError) {
      let bytes = try fileSystem.read(lockPath, atMost: Limits.sourceFileBytes)
      _ = sources.add(SourceFile(path: lockPath, text: bytes))
      return bytes
    } catch .notFound {
      _ = sources.add(SourceFile(path: lockPath, text: []))
      return nil
    } catch {
      let id = sources.add(SourceFile(path: lockPath, text: []))
      sink.report(
        Diagnostic(.lockNotRead, "\(error)", at: SourceSpan(source: id, start: 0, end: 0)))
      return nil
    }
  }

  static func read(_ path: String, from fileSystem: some FileSystem) -> DataContent {
    do throws(FileSystemError) {
      return .bytes(try fileSystem.read(path, atMost: Limits.dataFileBytes))
    } catch {
      switch error {
      case .tooLarge: return .tooLarge
      case .notFound: return .unreadable("does not exist")
      case .outside: return .unreadable("is not a path inside the workspace")
      case .notRegular: return .unreadable("is not a regular file; links are not followed")
      case .tooMany, .system: return .unreadable("cannot be read: \(error)")
      }
    }
  }
}
