import Glibc

extension Benchmarks {
  /// Instructions of the front end for each byte, counted by callgrind: the same on every run.
  static func counts(_ ingresses: Int, folder: String, into report: inout BenchReport) throws {
    let program = "\(folder)/epic-dev"
    let profile = "\(folder)/callgrind.out"
    try Files.write([], to: profile)
    guard let own = Files.ownProgram, try runs("strip", ["-g", "-o", program, own]) else {
      report.skip("no `strip`, and valgrind does not read this program's debug information")
      return
    }
    // Only what the front end runs is counted, not the making of its input.
    let arguments = [
      "--tool=callgrind", "--collect-atstart=no", "--toggle-collect=*10Benchmarks*11runFrontEnd*",
      "--callgrind-out-file=\(profile)", program, "bench", "counted", "--ingresses", "\(ingresses)",
    ]
    guard try runs("valgrind", arguments) else {
      report.skip("valgrind is not installed (Tests/Support/install.sh bench)")
      return
    }
    let lines = String(decoding: try Files.read(profile), as: UTF8.self).split(separator: "\n")
    guard let line = lines.first(where: { $0.hasPrefix("summary: ") }), let count = Double(line.dropFirst(9)) else {
      throw Arguments.UsageError(description: "callgrind counted nothing")
    }
    let size = GeneratedWorkspace(GeneratedWorkspace.Size(ingresses: ingresses), seed: 1).byteCount
    let share = count / Double(size)
    report.add("front end, instructions", share, "instructions/byte", holds: share <= 100)
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
