import EpicArtifact
import EpicCompiler

/// The inputs of the guided run, in folders of files.
package struct GuidedCorpus {
  /// Ending of an input's file.
  static let suffix = "fuzz"

  /// Inputs by digest or name, in order of name.
  let inputs: [(name: String, bytes: [UInt8])]

  init(_ folders: [String]) throws(Files.Failure) {
    var inputs: [(name: String, bytes: [UInt8])] = []
    for path in try Files.below(folders.filter(Files.exists), extension: GuidedCorpus.suffix) {
      inputs.append((path, try Files.read(path)))
    }
    self.inputs = inputs
  }

  /// Writes an input under its digest.
  static func add(_ bytes: [UInt8], to folder: String) throws(Files.Failure) {
    try Files.write(bytes, to: "\(folder)/\(ContentDigest(of: bytes).hex.prefix(16)).\(suffix)")
  }

  /// What the first inputs are made of: the examples, the golden cases over their bases, generated workspaces and files
  /// that the grammar derives.
  package static func seeds(_ root: String, generator: TextGenerator) throws(Files.Failure) -> [FuzzText] {
    var texts = [try text(of: ["\(root)/examples/storefront"])]
    for golden in ["EpicCompilerTests/Golden", "EpicLintTests/Golden"] {
      let base = "\(root)/Tests/\(golden)/base"
      texts.append(try text(of: [base]))
      let parent = "\(root)/Tests/\(golden)/" + (golden.hasPrefix("EpicLint") ? "rules" : "diagnostics")
      for folder in Files.folders(in: parent) { texts.append(try text(of: [base, "\(parent)/\(folder)"])) }
    }
    for seed in 0..<4 {
      var size = GeneratedWorkspace.Size(ingresses: 2)
      size.endpoints = 3 + seed
      let files = GeneratedWorkspace(size, seed: UInt64(seed)).files
      texts.append(FuzzText(files: files.map { FuzzText.File(path: $0.path, text: $0.text) }))
    }
    for number in 0..<400 {
      texts.append(FuzzText(files: [FuzzText.File(path: "main.epic", text: generator.file(number).text)]))
    }
    return texts
  }

  /// Data files of the example and of the golden cases' base, which inputs may name.
  package static func data(_ root: String) throws(Files.Failure) -> [String: [UInt8]] {
    var data: [String: [UInt8]] = [:]
    for folder in ["\(root)/Tests/EpicCompilerTests/Golden/base", "\(root)/examples/storefront"] {
      for suffix in ["html", "mmdb"] {
        for path in try Files.below([folder], extension: suffix) {
          data[String(path.dropFirst(folder.utf8.count + 1))] = try Files.read(path)
        }
      }
    }
    return data
  }

  private static func text(of folders: [String]) throws(Files.Failure) -> FuzzText {
    var files: [String: [UInt8]] = [:]
    for folder in folders {
      for path in try Files.below([folder], extension: "epic") {
        files[String(path.dropFirst(folder.utf8.count + 1))] = try Files.read(path)
      }
    }
    return FuzzText(files: files.sorted { $0.key < $1.key }.map { FuzzText.File(path: $0.key, text: $0.value) })
  }
}
