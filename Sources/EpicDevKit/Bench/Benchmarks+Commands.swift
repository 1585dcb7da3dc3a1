import Glibc

extension Benchmarks {
  /// Most CPU seconds of a command over 100,000 lines.
  private static func bound(_ stage: BenchStage) -> Double? {
    switch stage {
    case .check: 1
    case .format: 0.5
    case .lint: nil
    }
  }

  /// `check`, `fmt` and `lint` of a generated workspace from cold, each a program of its own, beside `ruff` on as many
  /// lines of Python; and their growth with the input, by instructions.
  ///
  /// `lines` are those of the middle size; a tenth and ten times as many are measured beside them.
  static func commands(_ lines: Int, ruff: String?, folder: String, into report: inout BenchReport) throws {
    guard let own = Files.ownProgram else { return report.skip("this program has no path") }
    var folders: [Int: String] = [:]
    for count in [lines / 10, lines, lines * 10] {
      let workspace = GeneratedWorkspace(lines: count, seed: 1)
      let path = "\(folder)/workspace-\(count)"
      try write(workspace.files, to: path)
      folders[count] = path
      Output.complain("\(count): \(workspace.lineCount) lines, \(workspace.byteCount) bytes\n")
      for stage in BenchStage.allCases {
        let least = try leastOf(own, ["bench", "stage", stage.rawValue, path], runs: count > lines ? 1 : 15) {
          // The formatter has to find the files as they were written: it changes nearly all of them.
          if stage == .format { try write(workspace.files, to: path) }
        }
        let holds = count == lines ? bound(stage).map { least.cpu <= $0 } : nil
        report.add("epic \(stage.rawValue), \(count) lines", least.cpu, "CPU s", holds: holds)
        report.add("epic \(stage.rawValue), \(count) lines, peak memory", Double(least.peakMemory) / 1e6, "MB")
      }
    }
    let python = GeneratedPython(lines: lines).files
    let pythonFolder = "\(folder)/python-\(lines)"
    if let ruff {
      for word in ["check", "format"] {
        let words = [word, "--isolated", "--no-cache", "--quiet", pythonFolder]
        let least = try leastOf(ruff, words, runs: 15) { try write(python, to: pythonFolder) }
        report.add("ruff \(word), \(lines) lines of Python", least.cpu, "CPU s")
        report.add("ruff \(word), \(lines) lines of Python, peak memory", Double(least.peakMemory) / 1e6, "MB")
      }
    } else {
      report.skip("ruff is not installed (Tests/Support/install.sh bench)")
    }
    try growth(lines, folders, folder: folder, into: &report)
  }

  private static func write(_ files: [GeneratedWorkspace.File], to folder: String) throws {
    for file in files { try Files.write(file.text, to: "\(folder)/\(file.path)") }
  }

  /// The run that took the least CPU time. Programs have to succeed.
  private static func leastOf(
    _ program: String, _ words: [String], runs: Int, after prepare: () throws -> Void
  ) throws -> FinishedProgram {
    var least: FinishedProgram?
    for _ in 0..<max(runs, 1) {
      try prepare()
      let finished = try Program(program, words).finish()
      guard finished.status == 0 else {
        let output = String(decoding: finished.output.prefix(2000), as: UTF8.self)
        throw Arguments.UsageError(description: "\(words.joined(separator: " ")) gave \(finished.status)\n\(output)")
      }
      if least.map({ finished.cpu < $0.cpu }) ?? true { least = finished }
    }
    guard let least else { throw Arguments.UsageError(description: "nothing was run") }
    return least
  }

  /// Instructions of a tenth of the lines and of all of them: at most eleven times as many.
  private static func growth(
    _ lines: Int, _ folders: [Int: String], folder: String, into report: inout BenchReport
  ) throws {
    for stage in BenchStage.allCases {
      var counts: [Double] = []
      for count in [lines / 10, lines] {
        let arguments = ["bench", "stage", stage.rawValue, folders[count] ?? ""]
        guard let instructions = try instructions(of: arguments, within: "*10BenchStageO3run*F", folder: folder) else {
          return report.skip("valgrind or `strip` is not installed (Tests/Support/install.sh bench)")
        }
        counts.append(instructions)
      }
      let growth = counts[1] / max(counts[0], 1)
      report.add(
        "epic \(stage.rawValue), \(lines) lines, instructions", counts[1] / 1e6, "million",
        ratio: (growth, "a tenth of them"), holds: growth <= 11)
    }
  }
}
