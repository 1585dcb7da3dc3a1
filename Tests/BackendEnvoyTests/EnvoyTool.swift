import EpicArtifact
import Foundation
import Testing

/// The real Envoy and what its tests need. `EPIC_ENVOY` names the binary; otherwise the one that the repository's
/// installer puts below `build/tools`.
enum EnvoyTool {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static let path: String? = {
    let named = ProcessInfo.processInfo.environment["EPIC_ENVOY"]
    let path = named ?? root.appendingPathComponent("build/tools/bin/envoy").path
    return FileManager.default.isExecutableFile(atPath: path) ? path : nil
  }()

  static var isMissing: Bool { path == nil }
}

/// A folder that goes with the test.
final class ScratchFolder {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appendingPathComponent("epic-envoy-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// Writes the files of an instance, whose folder is left off.
  func write(_ artifacts: [Artifact]) throws {
    for artifact in artifacts { try write(artifact.path, Data(artifact.bytes)) }
  }

  func write(_ path: String, _ data: Data) throws {
    let file = url.appendingPathComponent(path)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: file)
  }
}

/// What a finished process left.
struct Finished {
  let status: Int32
  let output: String
}

/// Runs a program to its end, with both outputs in one text; kills it after the time limit.
func run(_ program: String, _ arguments: [String], in folder: URL, seconds: Double = 60) throws -> Finished {
  let process = Process()
  process.executableURL = URL(fileURLWithPath: program)
  process.arguments = arguments
  process.currentDirectoryURL = folder
  let log = folder.appendingPathComponent(".output-\(UUID().uuidString)")
  _ = FileManager.default.createFile(atPath: log.path, contents: nil)
  let handle = try FileHandle(forWritingTo: log)
  process.standardOutput = handle
  process.standardError = handle
  try process.run()
  let deadline = Date().addingTimeInterval(seconds)
  while process.isRunning && Date() < deadline { usleep(20_000) }
  if process.isRunning { process.terminate() }
  process.waitUntilExit()
  try handle.close()
  return Finished(status: process.terminationStatus, output: try String(contentsOf: log, encoding: .utf8))
}
