package import Glibc

/// CPU time and memory of this process and of programs it runs.
package enum Measure {
  /// CPU seconds of this process so far, all threads together.
  package static func processCPU() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// The least CPU seconds of several runs of each piece of work: what it takes when nothing disturbs it. The pieces take
  /// turns, so that a slow while of the machine does not fall on one of them alone.
  package static func leastCPUs(runs: Int, _ works: [() -> Void]) -> [Double] {
    var least = [Double](repeating: .infinity, count: works.count)
    for _ in 0..<max(runs, 1) {
      for (index, work) in works.enumerated() {
        let start = processCPU()
        work()
        least[index] = min(least[index], processCPU() - start)
      }
    }
    return least
  }

  /// Largest resident set of this process so far, in bytes.
  package static func peakMemory() -> UInt64 {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return UInt64(clamping: usage.ru_maxrss) * 1024
  }

  /// Largest resident set of the programs that this process waited for, in bytes.
  package static func childrensPeakMemory() -> UInt64 {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_CHILDREN.rawValue), &usage)
    return UInt64(clamping: usage.ru_maxrss) * 1024
  }
}

/// A program that ran to its end.
package struct FinishedProgram {
  /// The exit code; 128 and the signal's number where a signal ended it.
  package let status: Int32
  /// CPU seconds of the program and of what it waited for.
  package let cpu: Double
  /// Largest resident set of the program, in bytes.
  package let peakMemory: UInt64
  /// Its standard output; empty where that was not asked for.
  package let output: [UInt8]
}

/// Starts programs.
package struct Program {
  /// Why a program did not run.
  package struct Failure: Error, CustomStringConvertible {
    package let description: String
  }

  /// The process.
  package let id: pid_t
  private let reader: Int32

  /// Starts a program. Its standard output is kept; its standard error goes where this process's goes, or nowhere.
  package init(
    _ path: String, _ arguments: [String], folder: String? = nil, isSilent: Bool = false
  ) throws(Failure) {
    var pipe: [Int32] = [-1, -1]
    guard Glibc.pipe(&pipe) == 0 else { throw Failure(description: "cannot make a pipe") }
    for end in pipe { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, pipe[1], 1)
    if isSilent { posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0) }
    let command = (folder.map { ["env", "--chdir", $0] } ?? []) + [path] + arguments
    var words: [UnsafeMutablePointer<CChar>?] = command.map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var id: pid_t = 0
    let error = posix_spawnp(&id, command[0], &actions, nil, &words, environ)
    close(pipe[1])
    guard error == 0 else {
      close(pipe[0])
      throw Failure(description: "cannot run \(path): \(String(cString: strerror(error)))")
    }
    self.id = id
    reader = pipe[0]
  }

  /// Waits for the end and gives what the program left.
  package func finish() -> FinishedProgram {
    var output: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 14)
    while true {
      let count = read(reader, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      if count <= 0 { break }
      output += buffer[..<count]
    }
    close(reader)
    var status: Int32 = 0
    var usage = rusage()
    while wait4(id, &status, 0, &usage) < 0, errno == EINTR {}
    let signal = status & 0x7F
    return FinishedProgram(
      status: signal == 0 ? (status >> 8) & 0xFF : 128 + signal,
      cpu: seconds(usage.ru_utime) + seconds(usage.ru_stime),
      peakMemory: UInt64(clamping: usage.ru_maxrss) * 1024, output: output)
  }

  private func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
}
