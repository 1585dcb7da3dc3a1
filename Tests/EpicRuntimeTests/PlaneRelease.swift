import EpicArtifact
import EpicBase
import EpicRuntime
import Foundation
import Testing

/// A release that has one plane other than Envoy.
struct PlaneRelease {
  static let node = "fra-1"
  var sequence: UInt64
  /// Files by their paths below the plane's folder.
  var files: [(path: String, bytes: [UInt8])]
  var zone: String?

  /// Writes it as a build would; returns the folder.
  func write(below folder: String) throws -> String {
    var bird = ArtifactSink(root: "nodes/\(PlaneRelease.node)/bird")
    var parts: [ReleaseFile.Part] = []
    var artifacts: [Artifact] = []
    if let zone {
      var sink = ArtifactSink(root: "zones/\(zone)")
      for file in files { sink.add(file.path, file.bytes) }
      parts.append(ReleaseFile.Part(target: .zone(zone), plane: .dns, sink: sink))
      artifacts += sink.artifacts
      bird.add("epic.conf", [])
    } else {
      for file in files { bird.add(file.path, file.bytes) }
    }
    parts.append(ReleaseFile.Part(target: .node(PlaneRelease.node), plane: .bird, sink: bird))
    artifacts += bird.artifacts
    let release = ReleaseFile(
      workspace: "test", edition: 2026, compiler: "by hand", sequence: sequence, sources: [], parts: parts, shared: [])
    artifacts.append(Artifact(path: ReleaseFile.path, bytes: release.write()))
    let path = "\(folder)/build-\(UUID().uuidString.prefix(8))"
    for artifact in artifacts {
      let file = URL(fileURLWithPath: "\(path)/\(artifact.path)")
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(artifact.bytes).write(to: file)
    }
    return path
  }
}

/// The error of an apply that has to fail.
func refusal(_ settings: NodeSettings, _ request: ApplyRequest) async throws -> ApplyError? {
  do {
    _ = try await Applier(settings: settings).apply(request)
    return nil
  } catch {
    return error
  }
}
