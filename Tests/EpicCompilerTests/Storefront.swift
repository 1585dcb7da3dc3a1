import EpicArtifact
import EpicBase
import EpicCompiler
import Foundation

/// The repository's example, read from disk.
enum Storefront {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../examples/storefront").standardizedFileURL

  static var disk: DiskFileSystem { DiskFileSystem(root: root.path) }

  /// The example's files in memory: the compiler sees no path of the machine.
  static func memory() throws -> MemoryFileSystem {
    MemoryFileSystem(try GoldenCase.files(below: root).filter { !$0.key.hasPrefix("demo/") })
  }
}

/// Artifacts by path.
func byPath(_ build: Build) -> [String: [UInt8]] {
  Dictionary(build.artifacts.map { ($0.path, $0.bytes) }, uniquingKeysWith: { first, _ in first })
}
