import Subprocess
import SystemPackage

/// Envoy's own check of a configuration.
enum EnvoyCheck {
  private static let outputBytes = 1 << 20

  /// How a check ended.
  private enum End: Sendable {
    case valid
    case invalid(String)
    case tooLate
    case failed(String)
  }

  /// Runs `--mode validate` on a file; nil if it is valid, else Envoy's reason. A check that takes longer than `seconds` is
  /// ended and counts as a failure.
  static func run(
    binary: String, file: String, in folder: String, seconds: UInt32
  ) async throws(DriverError) -> String? {
    let end = await withTaskGroup(of: End?.self) { group in
      group.addTask { await check(binary: binary, file: file, in: folder) }
      group.addTask {
        do {
          try await Task.sleep(for: .seconds(Int64(seconds)))
          return .tooLate
        } catch {
          return nil
        }
      }
      // The task that is cancelled ends its program before it returns.
      let first = await group.next()
      group.cancelAll()
      return first.flatMap { $0 } ?? .failed("nothing came back")
    }
    switch end {
    case .valid: return nil
    case .invalid(let reason): return reason
    case .tooLate: throw .refused("`\(binary) --mode validate` was ended: it took longer than \(seconds) s")
    case .failed(let reason): throw .refused("`\(binary) --mode validate` failed: \(reason)")
    }
  }

  private static func check(binary: String, file: String, in folder: String) async -> End {
    do {
      let result = try await Subprocess.run(
        .path(FilePath(binary)),
        arguments: [
          "--mode", "validate", "-c", file, "--disable-hot-restart", "--concurrency", "1", "--log-level", "warning",
        ],
        workingDirectory: FilePath(folder), input: .none, output: .string(limit: outputBytes),
        error: .string(limit: outputBytes))
      if result.terminationStatus.isSuccess { return .valid }
      let text = result.standardError + result.standardOutput
      let lines = text.split(separator: "\n").map(String.init)
      let reason = lines.last { $0.contains("[critical]") || $0.contains("[error]") || $0.contains("error") }
      return .invalid(reason ?? lines.last ?? "it ended with \(result.terminationStatus) and gave no reason")
    } catch {
      return .failed("\(error)")
    }
  }
}
