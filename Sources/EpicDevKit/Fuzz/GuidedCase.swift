import EpicBase
import EpicCompiler
import EpicDiagnostics
import EpicFormat
import EpicIR
import EpicSyntax

/// One workspace through parse, check, format and lower, with what has to hold of each.
package struct GuidedCase {
  /// Largest input, in bytes.
  static let largest = 32 * 1024

  /// Files that inputs may name by `data` and that are not text, by path.
  private let data: [String: [UInt8]]

  package init(data: [String: [UInt8]]) { self.data = data }

  /// What is wrong, one sentence each. A trap ends the process.
  package func findings(_ input: FuzzText) -> [String] {
    var findings: [String] = []
    var formatted = input
    for index in input.files.indices where input.files[index].path.hasSuffix(Compiler.sourceSuffix) {
      formatted.files[index].text = check(input.files[index], &findings)
    }
    let before = deployment(input, &findings)
    if formatted != input {
      let after = deployment(formatted, &findings)
      if before != after {
        findings.append(
          before == nil || after == nil
            ? "formatting decides whether the workspace compiles" : "formatting changes the deployment")
      }
    }
    return findings
  }

  /// What holds of one file alone. Gives its canonical form.
  private func check(_ file: FuzzText.File, _ findings: inout [String]) -> [UInt8] {
    var interner = Interner.withKeywords()
    let parsed = parse(file.text, source: SourceID(0), interner: &interner)
    if let problem = parsed.tree.problem { findings.append("\(file.path): \(problem)") }
    if parsed.tree.printed != file.text { findings.append("\(file.path): the tree prints as another text") }
    let result = format(file.text, source: SourceID(0))
    if !result.diagnostics.isEmpty {
      let reasons = result.diagnostics.flatMap(\.notes).joined(separator: "; ")
      findings.append("\(file.path): the formatter refuses: \(reasons)")
    }
    if format(result.text, source: SourceID(0)).text != result.text {
      findings.append("\(file.path): formatting is not idempotent")
    }
    return result.text
  }

  /// What the workspace means, apart from where it is written; nil if it has an error.
  private func deployment(_ input: FuzzText, _ findings: inout [String]) -> [UInt8]? {
    var fileSystem = MemoryFileSystem(data)
    for file in input.files { fileSystem.write(file.path, file.text) }
    let compilation = Compiler.check(fileSystem, CompileOptions(jobs: 1))
    for diagnostic in compilation.diagnostics {
      let spans = [diagnostic.primary.span] + diagnostic.secondary.map(\.span)
      for span in spans where span.start > span.end || !isInside(span, compilation.sources) {
        findings.append("\(diagnostic.code.name) points outside of its file")
      }
    }
    if compilation.hasErrors == (compilation.deployment != nil) {
      findings.append("a deployment stands beside an error")
    }
    guard var deployment = compilation.deployment else { return nil }
    deployment.sources = []
    return deployment.encoded(includingProvenance: false)
  }

  private func isInside(_ span: SourceSpan, _ sources: SourceSet) -> Bool {
    sources.file(span.source).map { Int(span.end) <= $0.text.count } ?? false
  }
}

extension SyntaxTree {
  /// The tokens with what stands between them.
  fileprivate var printed: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count)
    var end = 0
    for token in tokenRecords {
      guard Int(token.start) >= end, token.start <= token.end, Int(token.end) <= text.count else { break }
      bytes += text[end..<Int(token.start)]
      bytes += text[Int(token.start)..<Int(token.end)]
      end = Int(token.end)
    }
    return bytes
  }
}
