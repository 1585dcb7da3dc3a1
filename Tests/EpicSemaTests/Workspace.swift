import EpicBase
import EpicDiagnostics
import EpicSema
import EpicSyntax

/// Sources in memory, checked: the one helper of this target's tests.
struct Workspace {
  var files: [(path: String, text: String)]
  var data: [String: [UInt8]] = [:]
  var stepLimit: Int?

  /// A workspace of files; the root file is there unless given.
  init(_ files: [(path: String, text: String)], data: [String: [UInt8]] = [:]) {
    self.files = files
    if !files.contains(where: { $0.path == "workspace.epic" }) {
      self.files.append(("workspace.epic", "edition 2026\nworkspace test\n"))
    }
    self.files.sort { $0.path < $1.path }
    self.data = data
  }

  /// One file of the platform's, in package `p`.
  init(_ text: String, data: [String: [UInt8]] = [:]) { self.init([("p/a.epic", text)], data: data) }

  struct Outcome {
    var program: EvaluatedProgram
    var diagnostics: [Diagnostic]
    var files: [(path: String, text: String)]

    /// Codes in source order.
    var codes: [String] { diagnostics.map(\.code.name) }

    /// The text under a span.
    func text(_ span: SourceSpan) -> String {
      let bytes = Array(files[Int(span.source.rawValue)].text.utf8)
      return String(decoding: bytes[Int(span.start)..<Int(span.end)], as: UTF8.self)
    }

    /// `E0201 |text| message`, each on a line, secondary spans behind it.
    var listing: String {
      diagnostics.map { diagnostic in
        var line = "\(diagnostic.code.name) |\(text(diagnostic.primary.span))| \(diagnostic.message)"
        for annotation in diagnostic.secondary {
          line +=
            "\n  + \(files[Int(annotation.span.source.rawValue)].path) |\(text(annotation.span))| \(annotation.label)"
        }
        return line
      }.joined(separator: "\n")
    }
  }

  /// Parses and evaluates. Parse errors are among the diagnostics.
  func check() -> Outcome {
    var interner = Interner.withKeywords()
    var units: [SourceUnit] = []
    var diagnostics: [Diagnostic] = []
    for (index, file) in files.enumerated() {
      let parsed = parse(Array(file.text.utf8), source: SourceID(UInt32(index)), interner: &interner)
      diagnostics += parsed.diagnostics
      units.append(SourceUnit(path: file.path, parsed: parsed))
    }
    let result = evaluate(units, interner: interner, stepLimit: stepLimit) { path in
      data[path].map { .bytes($0) } ?? .unreadable("does not exist")
    }
    return Outcome(program: result.program, diagnostics: diagnostics + result.diagnostics, files: files)
  }

  /// The workspace with a diagnostic's first fix applied.
  func applying(_ fix: FixIt) -> Workspace {
    var copy = self
    for edit in fix.edits.sorted(by: { $0.span > $1.span }) {
      let index = Int(edit.span.source.rawValue)
      var bytes = Array(copy.files[index].text.utf8)
      bytes.replaceSubrange(Int(edit.span.start)..<Int(edit.span.end), with: Array(edit.replacement.utf8))
      copy.files[index].text = String(decoding: bytes, as: UTF8.self)
    }
    return copy
  }
}
