import EpicBase
import EpicDiagnostics
import EpicIR
import EpicLower
import EpicProve
import EpicSema
import EpicSyntax
import Foundation
import Testing

/// Sources in memory, taken through parsing, evaluation, lowering and proof: the one helper of this target's tests.
struct Workspace {
  /// In order of path.
  var files: [(path: String, text: String)]
  var data: [String: [UInt8]] = [:]

  init(_ files: [(path: String, text: String)], data: [String: [UInt8]] = [:]) {
    self.files = files.sorted { $0.path < $1.path }
    self.data = data
  }

  /// The storefront example, from the files of the repository.
  static func storefront() throws -> Workspace {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("examples/storefront")
    var files: [(path: String, text: String)] = []
    var data: [String: [UInt8]] = [:]
    let enumerator = try #require(FileManager.default.enumerator(atPath: root.path))
    for case let path as String in enumerator {
      let url = root.appendingPathComponent(path)
      if path.hasSuffix(".epic") {
        files.append((path, try String(contentsOf: url, encoding: .utf8)))
      } else if path.hasSuffix(".html") || path.hasSuffix(".mmdb") {
        data[path] = Array(try Data(contentsOf: url))
      }
    }
    // What the example names of the standard library, which the façade would read for it.
    let library = root.appendingPathComponent("../../stdlib/geo").standardizedFileURL
    for name in try FileManager.default.contentsOfDirectory(atPath: library.path) {
      files.append(("std/geo/\(name)", try String(contentsOf: library.appendingPathComponent(name), encoding: .utf8)))
    }
    return Workspace(files, data: data)
  }

  /// The workspace with text replaced in one file; the text must be there.
  func replacing(_ old: String, with new: String, in path: String) throws -> Workspace {
    var copy = self
    let index = try #require(files.firstIndex { $0.path == path })
    #expect(files[index].text.contains(old), "`\(old)` is not in \(path)")
    copy.files[index].text = files[index].text.replacing(old, with: new)
    return copy
  }

  /// The workspace with text added at the end of a file, or a new file.
  func adding(_ text: String, to path: String) -> Workspace {
    var copy = self
    if let index = files.firstIndex(where: { $0.path == path }) {
      copy.files[index].text += text
      return copy
    }
    return Workspace(files + [(path, text)], data: data)
  }

  func text(_ span: SourceSpan) -> String? {
    guard Int(span.source.rawValue) < files.count else { return nil }
    let bytes = Array(files[Int(span.source.rawValue)].text.utf8)
    guard span.start <= span.end, Int(span.end) <= bytes.count else { return nil }
    return String(decoding: bytes[Int(span.start)..<Int(span.end)], as: UTF8.self)
  }

  /// What a build gives.
  struct Build {
    var lowered: LoweredProgram?
    var diagnostics: [Diagnostic]
    var deployment: Deployment? { lowered?.deployment }
    var lock: Lock? { lowered?.lock }
    /// `E0407 message`, each on a line.
    var listing: String { diagnostics.map { "\($0.code.name) \($0.message)" }.joined(separator: "\n") }

    /// Addresses by ingress.
    var addresses: [String: [String]] {
      var result: [String: [String]] = [:]
      for ingress in deployment?.ingresses ?? [] {
        result[ingress.identity.description] = ingress.addresses.map(\.address.description)
      }
      return result
    }
  }

  /// Builds in memory. Where evaluation reports an error, nothing is lowered.
  func build(lock: Lock? = nil, options: LoweringOptions = LoweringOptions()) -> Build {
    var interner = Interner.withKeywords()
    var sink = DiagnosticSink()
    var units: [SourceUnit] = []
    for (index, file) in files.enumerated() {
      let parsed = parse(Array(file.text.utf8), source: SourceID(UInt32(index)), interner: &interner)
      sink.report(contentsOf: parsed.diagnostics)
      units.append(SourceUnit(path: file.path, parsed: parsed))
    }
    let result = evaluate(units, interner: interner) { path in
      data[path].map { .bytes($0) } ?? .unreadable("does not exist")
    }
    sink.report(contentsOf: result.diagnostics)
    if sink.hasErrors { return Build(lowered: nil, diagnostics: sink.sorted) }
    let lowered = Lowering.lower(result.program, lock: lock, options: options, reporting: &sink)
    if let lowered { Prover.prove(lowered.deployment, reporting: &sink) { text($0) } }
    return Build(lowered: lowered, diagnostics: sink.sorted)
  }

  /// The workspace with a fix applied.
  func applying(_ fix: FixIt) throws -> Workspace {
    var copy = self
    for index in files.indices {
      let bytes = try #require(fix.apply(to: Array(files[index].text.utf8), of: SourceID(UInt32(index))))
      copy.files[index].text = String(decoding: bytes, as: UTF8.self)
    }
    return copy
  }
}
