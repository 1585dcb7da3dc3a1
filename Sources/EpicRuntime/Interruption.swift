import Glibc
import Synchronization

/// Signals that ask this process to end, kept until the work at hand is at a point where it can: an apply that is cut off
/// between two steps would leave the node between two releases.
package enum Interruption {
  private static let pending = Atomic<Int32>(0)
  /// C's `SIG_IGN`, which is no function.
  private static let ignored = 1
  private typealias Handler = @convention(c) (Int32) -> Void
  private static let signals: [(number: Int32, name: String)] = [
    (SIGINT, "SIGINT"), (SIGTERM, "SIGTERM"), (SIGHUP, "SIGHUP"),
  ]

  /// Keeps SIGINT, SIGTERM and SIGHUP from ending the process. One that was ignored before (`nohup`) stays so.
  package static func hold() {
    pending.store(0, ordering: .relaxed)
    for (number, _) in signals {
      var action = sigaction()
      guard sigaction(number, nil, &action) == 0 else { continue }
      let handler: Handler? = action.__sigaction_handler.sa_handler
      if unsafeBitCast(handler, to: Int.self) == ignored { continue }
      signal(number) { Interruption.pending.store($0, ordering: .relaxed) }
    }
  }

  /// Why the work should end, as a sentence; nil if nobody asked.
  package static var reason: String? {
    let number = pending.load(ordering: .relaxed)
    return signals.first { $0.number == number }.map { "\($0.name) asked it to end" }
  }
}
