import EpicArtifact
import EpicBundle
import Foundation
import Testing

/// Standard tools read the layout.
@Suite struct BundleToolTests {
  private static let skopeo = ["/usr/bin/skopeo", "/usr/local/bin/skopeo"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  @Test(.enabled(if: BundleToolTests.skopeo != nil, "skopeo is not installed (Debian package `skopeo`)"))
  func skopeoInspectsTheLayout() throws {
    let folder = NSTemporaryDirectory() + "/epic-bundle-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    for file in try BundleWriter.layout(of: sampleTree()) {
      let path = "\(folder)/\(file.path)"
      try FileManager.default.createDirectory(
        atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
      #expect(FileManager.default.createFile(atPath: path, contents: Data(file.bytes)))
    }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try #require(BundleToolTests.skopeo))
    process.arguments = ["inspect", "oci:\(folder)"]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    #expect(text.components(separatedBy: "sha256:").count - 1 == 1 + 7)
  }
}
