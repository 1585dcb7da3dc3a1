import Glibc

extension Benchmarks {
  /// Instructions of the front end for each byte, counted by callgrind: the same on every run.
  static func counts(_ ingresses: Int, folder: String, into report: inout BenchReport) throws {
    // Only what the front end runs is counted, not the making of its input.
    let arguments = ["bench", "counted", "--ingresses", "\(ingresses)"]
    guard let count = try instructions(of: arguments, within: "*10Benchmarks*11runFrontEnd*", folder: folder) else {
      report.skip("valgrind or `strip` is not installed (Tests/Support/install.sh bench)")
      return
    }
    let size = GeneratedWorkspace(GeneratedWorkspace.Size(ingresses: ingresses), seed: 1).byteCount
    let share = count / Double(size)
    report.add("front end, instructions", share, "instructions/byte", holds: share <= 100)
  }

  /// Instructions that this program runs for arguments while a function whose name fits is active; nil where a tool is
  /// missing. Valgrind does not read this program's debug information, so a copy without it is run.
  static func instructions(of arguments: [String], within function: String, folder: String) throws -> Double? {
    let program = "\(folder)/epic-dev"
    let profile = "\(folder)/callgrind.out"
    try Files.write([], to: profile)
    guard let own = Files.ownProgram, try runs("strip", ["-g", "-o", program, own]) else { return nil }
    let options = [
      "--tool=callgrind", "--collect-atstart=no", "--toggle-collect=\(function)", "--callgrind-out-file=\(profile)",
      program,
    ]
    guard try runs("valgrind", options + arguments) else { return nil }
    let lines = String(decoding: try Files.read(profile), as: UTF8.self).split(separator: "\n")
    guard let line = lines.first(where: { $0.hasPrefix("summary: ") }), let count = Double(line.dropFirst(9)) else {
      throw Arguments.UsageError(description: "callgrind counted nothing")
    }
    return count
  }

  private static func runs(_ program: String, _ arguments: [String]) throws -> Bool {
    // A program that is not there is no failure of the measurement, one that fails is.
    guard let running = try? Program(program, arguments, isSilent: true) else { return false }
    let finished = running.finish()
    if finished.status == 127 { return false }
    guard finished.status == 0 else {
      throw Arguments.UsageError(description: "\(program) failed (\(finished.status))")
    }
    return true
  }
}
