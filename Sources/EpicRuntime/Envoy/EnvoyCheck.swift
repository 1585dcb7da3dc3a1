import Subprocess
import SystemPackage

/// Envoy's own check of a configuration.
enum EnvoyCheck {
  private static let outputBytes = 1 << 20

  /// How a program that was asked something ended.
  enum End: Sendable {
    /// By itself, with success; what it wrote.
    case success(String)
    /// By itself, without success; its reason, and all that it wrote.
    case failure(String, text: String)
    /// By a signal, or never began; why, as the end of a sentence.
    case broken(String)
    /// It was ended, because it took too long.
    case tooLate
  }

  /// Runs `--mode validate` on a file; nil if it is valid, else Envoy's reason. A check that takes longer than `seconds` is
  /// ended and counts as a failure.
  static func run(
    binary: String, file: String, in folder: String, seconds: UInt32
  ) async throws(DriverError) -> String? {
    switch await validate(binary: binary, file: file, in: folder, seconds: seconds) {
    case .success: return nil
    case .failure(let reason, _): return reason
    case .tooLate: throw .refused("`\(binary) --mode validate` was ended: it took longer than \(seconds) s")
    case .broken(let reason): throw .refused("`\(binary) --mode validate` failed: \(reason)")
    }
  }

  /// The same with every end told apart. Envoy warns of every value of a message that it calls work in progress, prefixes
  /// among them, which is more than anybody reads: it says errors only.
  static func validate(binary: String, file: String, in folder: String, seconds: UInt32) async -> End {
    await ask(
      binary,
      ["--mode", "validate", "-c", file, "--disable-hot-restart", "--concurrency", "1", "--log-level", "error"],
      in: folder, seconds: seconds)
  }

  /// Runs a program to its end, or until `seconds` are over.
  static func ask(_ binary: String, _ arguments: [String], in folder: String, seconds: UInt32) async -> End {
    await withTaskGroup(of: End?.self) { group in
      group.addTask { await run(binary, arguments, in: folder) }
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
      return first.flatMap { $0 } ?? .broken("nothing came back")
    }
  }

  private static func run(_ binary: String, _ arguments: [String], in folder: String) async -> End {
    do {
      let result = try await Subprocess.run(
        .path(FilePath(binary)), arguments: Arguments(arguments), workingDirectory: FilePath(folder), input: .none,
        output: .string(limit: outputBytes), error: .string(limit: outputBytes))
      if result.terminationStatus.isSuccess { return .success(result.standardOutput) }
      let text = result.standardError + result.standardOutput
      let lines = text.split(separator: "\n").map(String.init)
      let reason = lines.last { $0.contains("[critical]") || $0.contains("[error]") || $0.contains("error") }
      switch result.terminationStatus {
      case .signaled(let signal):
        return .broken((reason ?? lines.last).map { "\($0) (signal \(signal))" } ?? "it was ended by signal \(signal)")
      case .exited(let status):
        return .failure(reason ?? lines.last ?? "it ended with status \(status) and gave no reason", text: text)
      }
    } catch {
      return .broken("\(error)")
    }
  }
}
