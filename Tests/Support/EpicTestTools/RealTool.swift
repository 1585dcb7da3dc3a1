import Foundation

/// A program that a test runs for real.
package struct RealTool: Sendable {
  package var path: String

  package init(path: String) { self.path = path }

  /// Finds a program: where the environment variable says, or in the usual folders. Nil if it is not there.
  package static func find(_ name: String, environment variable: String? = nil) -> RealTool? {
    if let variable, let path = ProcessInfo.processInfo.environment[variable] { return RealTool(path: path) }
    for folder in ["/usr/local/sbin", "/usr/local/bin", "/usr/sbin", "/usr/bin", "/sbin", "/bin"]
    where FileManager.default.isExecutableFile(atPath: "\(folder)/\(name)") {
      return RealTool(path: "\(folder)/\(name)")
    }
    return nil
  }

  /// What a program did.
  package struct Result: Sendable {
    package var status: Int32
    package var output: String
    package var errors: String
  }

  /// Runs the program to its end and gives what it wrote. It is killed after `limit` seconds, which gives a status
  /// other than 0.
  package func run(_ arguments: [String], in folder: TemporaryFolder, limit: Int = 60) throws -> Result {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/timeout")
    process.arguments = ["-k", "2", "\(limit)", path] + arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
    // Files, not pipes: a daemon that outlives the program must not hold the test.
    let output = folder.path + "/.stdout"
    let errors = folder.path + "/.stderr"
    for path in [output, errors] { try Data().write(to: URL(fileURLWithPath: path)) }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: output))
    process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: errors))
    try process.run()
    process.waitUntilExit()
    return Result(
      status: process.terminationStatus, output: try String(contentsOfFile: output, encoding: .utf8),
      errors: try String(contentsOfFile: errors, encoding: .utf8))
  }

  /// The repository's root, from the place of a test file.
  package static func repository(_ file: String = #filePath) -> String {
    var url = URL(fileURLWithPath: file)
    while url.path != "/", !FileManager.default.fileExists(atPath: url.appendingPathComponent("Package.swift").path) {
      url.deleteLastPathComponent()
    }
    return url.path
  }
}

/// A folder that is removed with its last reference.
package final class TemporaryFolder: Sendable {
  package let path: String

  package init() throws {
    path = NSTemporaryDirectory() + "/epic-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file, with the folders above it. Returns its path.
  @discardableResult
  package func write(_ name: String, _ bytes: [UInt8]) throws -> String {
    let url = URL(fileURLWithPath: path).appendingPathComponent(name)
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
    return url.path
  }

  /// Writes a text file. Returns its path.
  @discardableResult
  package func write(_ name: String, _ text: String) throws -> String { try write(name, Array(text.utf8)) }
}
