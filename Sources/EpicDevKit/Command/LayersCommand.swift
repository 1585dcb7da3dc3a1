import EpicBase

/// `epic-dev layers`: the package keeps to the rows of docs/ARCHITECTURE.md.
enum LayersCommand {
  static func run(_ words: [String]) throws -> Int32 {
    _ = try Arguments(words, options: [])
    let problems = try RepositoryLayers.problems(root: ".")
    for problem in problems { Output.print(problem + "\n") }
    return problems.isEmpty ? 0 : 1
  }
}

/// The rows of this repository.
package enum RepositoryLayers {
  /// Why the package cannot be read.
  package struct Failure: Error, CustomStringConvertible {
    package let description: String
  }

  /// The description of the package at a folder, with every target that `Package.swift` can hold.
  package static func description(root: String) throws -> PackageDescription {
    // A scratch folder of its own: the package's is locked while its tests run, and the command would wait for them.
    let finished = try Program(
      "env",
      [
        "EPIC_PART=all", "swift", "package", "dump-package", "--package-path", root, "--scratch-path",
        "\(root)/build/layers",
      ], isSilent: true
    ).finish()
    guard finished.status == 0 else {
      throw Failure(description: "`swift package dump-package` failed (\(finished.status))")
    }
    guard let description = PackageDescription(dump: try JSONReader.read(finished.output)) else {
      throw Failure(description: "`swift package dump-package` wrote something else")
    }
    return description
  }

  /// What breaks the rows in the package at a folder: its declared edges and what its sources import.
  package static func problems(root: String) throws -> [String] {
    let description = try description(root: root)
    var problems = Layers.problems(in: description)
    for target in description.targets where !target.isTest && target.type != "system" && target.name.first != "C" {
      for path in try Files.below(["\(root)/\(target.path ?? "Sources/\(target.name)")"], extension: "swift") {
        let imports = Layers.imports(of: try Files.read(path))
        for problem in Layers.problems(ofImports: imports, in: target, of: description) {
          problems.append("\(path): \(problem)")
        }
      }
    }
    return problems
  }
}
