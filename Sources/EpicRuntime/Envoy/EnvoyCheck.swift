import Subprocess
import SystemPackage

/// Envoy's own check of a configuration.
enum EnvoyCheck {
  private static let seconds = 120
  private static let outputBytes = 1 << 20

  /// Runs `--mode validate` on a file; nil if it is valid, else Envoy's reason.
  static func run(binary: String, file: String, in folder: String) async throws(DriverError) -> String? {
    do {
      let result = try await Subprocess.run(
        .path(FilePath(binary)),
        arguments: [
          "--mode", "validate", "-c", file, "--disable-hot-restart", "--concurrency", "1", "--log-level", "warning",
        ],
        workingDirectory: FilePath(folder), input: .none, output: .string(limit: outputBytes),
        error: .string(limit: outputBytes))
      if result.terminationStatus.isSuccess { return nil }
      let text = result.standardError + result.standardOutput
      let lines = text.split(separator: "\n").map(String.init)
      let reason = lines.last { $0.contains("[critical]") || $0.contains("[error]") || $0.contains("error") }
      return reason ?? lines.last ?? "it gave no reason"
    } catch {
      throw .unreachable("`\(binary)`")
    }
  }
}
