package import EpicBase
package import EpicDiagnostics
package import EpicIR
package import EpicSema

/// What a build is asked for.
package struct LoweringOptions: Sendable {
  /// `--sequence N`; nil takes the lock's release counter plus one.
  package var sequence: UInt64?
  /// `--locked`: the lock may not change.
  package var isLocked: Bool
  /// Source files with their digests, for the deployment.
  package var sources: [SourceRecord]
  /// The lock's place among the sources, for diagnostics; nil if there is no such file.
  package var lockSource: SourceID?

  package init(
    sequence: UInt64? = nil, isLocked: Bool = false, sources: [SourceRecord] = [], lockSource: SourceID? = nil
  ) {
    self.sequence = sequence
    self.isLocked = isLocked
    self.sources = sources
    self.lockSource = lockSource
  }
}

/// What lowering gives.
package struct LoweredProgram: Sendable {
  package var deployment: Deployment
  /// The lock behind this build; equal to the one given where the build is `--locked`.
  package var lock: Lock
}

/// Turns a checked program into the deployment.
package enum Lowering {
  /// Lowers a program that was evaluated without errors. `lock` is the content of `epic.lock`, nil if there is none.
  ///
  /// Where an error is reported, the result is still whole enough for the proofs to run, so that all errors of a run
  /// come at once, but it must not be emitted, and its lock must not be written. Nil only where there is no sequence
  /// to give. Time is linear in the program's size.
  package static func lower(
    _ program: EvaluatedProgram, lock: Lock?, options: LoweringOptions, reporting sink: inout DiagnosticSink
  ) -> LoweredProgram? {
    let old = lock ?? Lock()
    guard let sequence = sequence(lock: old, program: program, options: options, reporting: &sink) else { return nil }
    var lowering = ProgramLowering(program, sequence: sequence, sources: options.sources)
    lowering.lowerPlatform(reporting: &sink)
    lowering.lowerRoutes()
    lowering.lowerCertificates()
    lowering.lowerUpstreams()
    lowering.lowerIngresses()
    lowering.fillSlots()
    // A locked build counts quarantines by the lock's own counter, so that its result does not depend on the sequence.
    let release = options.isLocked ? old.release : sequence
    var new = old
    lowering.allocate(&new, release: release, reporting: &sink)
    if options.isLocked {
      new.release = old.release
      reportChanges(from: lock, to: new, program: program, options: options, reporting: &sink)
    } else {
      new.release = sequence
    }
    return LoweredProgram(deployment: lowering.deployment, lock: options.isLocked ? old : new)
  }

  /// Where to point at when the whole build is meant: the lock, or the first declaration.
  private static func place(_ program: EvaluatedProgram, _ options: LoweringOptions) -> SourceSpan {
    if let source = options.lockSource { return SourceSpan(source: source, start: 0, end: 0) }
    return program.declarations(of: .ingress).first?.origin.span
      ?? program.tables.lazy.compactMap { $0.first?.origin.span }.first
      ?? SourceSpan(source: SourceID(0), start: 0, end: 0)
  }

  private static func sequence(
    lock: Lock, program: EvaluatedProgram, options: LoweringOptions, reporting sink: inout DiagnosticSink
  ) -> UInt64? {
    guard let sequence = options.sequence else {
      if !options.isLocked { return lock.release + 1 }
      sink.report(
        Diagnostic(
          .badSequence, "a locked build needs a sequence", at: place(program, options),
          help: "give one with `--sequence N`, above that of the release that is running"))
      return nil
    }
    if options.isLocked || sequence > lock.release { return sequence }
    sink.report(
      Diagnostic(
        .badSequence, "sequence `\(sequence)` is not above `\(lock.release)`, the lock's last release",
        at: place(program, options), help: "leave `--sequence` out, or give `\(lock.release + 1)` or more"))
    return nil
  }

  /// Most lines of a lock's changes that are shown.
  private static let shownChanges = 40

  private static func reportChanges(
    from old: Lock?, to new: Lock, program: EvaluatedProgram, options: LoweringOptions,
    reporting sink: inout DiagnosticSink
  ) {
    let changes = (old ?? Lock()).changes(to: new)
    if changes.isEmpty { return }
    var notes = Array(changes.prefix(shownChanges))
    if changes.count > shownChanges { notes.append("… and \(changes.count - shownChanges) more") }
    sink.report(
      Diagnostic(
        .lockWouldChange,
        old == nil ? "there is no `epic.lock`, and a locked build writes none" : "the lock would change",
        at: place(program, options), notes: notes, help: "build without `--locked` and commit `epic.lock`"))
  }
}

/// Builds the deployment, table by table. A declaration's row is its position in the program.
struct ProgramLowering {
  let program: EvaluatedProgram
  var deployment: Deployment

  init(_ program: EvaluatedProgram, sequence: UInt64, sources: [SourceRecord]) {
    self.program = program
    deployment = Deployment(
      workspace: program.workspace, edition: program.edition, sequence: sequence, sources: sources)
  }

  /// The rows of a kind's declarations, in order.
  func rows<Row>(_ kind: DeclarationKind, _ make: (EvaluatedDeclaration) -> Row) -> [Row] {
    program.declarations(of: kind).map(make)
  }

  /// Every site, or the ones that are named, in table order and each once.
  func sites(_ field: EvaluatedField?) -> [RowID<Site>] {
    guard let field else { return [] }
    let named = field.all(.sites) { $0.declaration?.row(as: Site.self) }
    if !named.isEmpty { return Set(named).sorted() }
    return deployment.sites.indices.map { RowID(UInt32($0)) }
  }
}

extension DeclarationID {
  /// The row that the declaration becomes.
  func row<Row>(as _: Row.Type) -> RowID<Row> { row() }
}
