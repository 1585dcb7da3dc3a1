import ArgumentParser

/// What the process tells its caller.
package enum ExitStatus: Int32, Sendable {
  case clean = 0
  /// The input has findings, or a check (`fmt --check`, `build --locked`) does not hold.
  case findings = 1
  /// The command line was not understood.
  case usage = 2
  /// EPIC or the machine failed: a file that cannot be written, a daemon that does not answer, an apply that could be
  /// neither finished nor taken back.
  case failure = 3
  /// An apply was refused, interrupted or rolled back; the edge is as it was.
  case refused = 4

  /// The error that ends a command with this status.
  var error: ExitCode { ExitCode(rawValue) }
}
