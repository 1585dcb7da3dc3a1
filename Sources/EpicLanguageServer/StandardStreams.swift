package import EpicCompiler
import Glibc
import SystemPackage

/// The server on standard input and output, as editors start it.
///
/// Whatever waits on the input is taken before the next message is answered, so that what the client took back is not
/// worked on. Findings are looked for when the client is quiet, and given up when it says something meanwhile.
package enum StandardStreams {
  /// Milliseconds without a message after which findings are looked for: less than a person sees, more than a client
  /// takes between the messages of one edit.
  private static let quietTime: Int32 = 25
  /// How often findings may be put off before they are looked for whatever comes: a client that never stops has to see
  /// them too.
  private static let mostDelays = 20
  /// Bytes that are taken at once before something is answered.
  private static let mostTaken = 16 << 20

  /// Serves until the client says `exit` or goes away, and gives the process's exit status.
  package static func run(open: @escaping @Sendable (String) -> any FileSystem = { DiskFileSystem(root: $0) }) -> Int32
  {
    var server = LanguageServer(open: open)
    var input = Input()
    var delays = 0
    do {
      while true {
        input.read(into: &server, atMost: mostTaken)
        while server.hasMessages {
          server.handleNext()
          try FileDescriptor.standardOutput.writeAll(server.flush())
          if input.isWaiting(0) { input.read(into: &server, atMost: mostTaken) }
        }
        if let status = server.exitStatus { return status }
        if server.isUnsettled {
          let mayWait = delays < mostDelays && !input.hasEnded
          delays += 1
          if mayWait, input.isWaiting(quietTime) { continue }
          let isWhole = server.settle { mayWait && Input.isWaiting(0) }
          try FileDescriptor.standardOutput.writeAll(server.flush())
          if !isWhole { continue }
        }
        delays = 0
        // A client that went away without `exit` is no clean end.
        if input.hasEnded { return 1 }
      }
    } catch {
      return 1
    }
  }

  /// Standard input.
  private struct Input {
    /// Whether its end was seen.
    private(set) var hasEnded = false
    private var chunk = [UInt8](repeating: 0, count: 1 << 16)

    /// Whether bytes, or the end, come within so many milliseconds.
    func isWaiting(_ milliseconds: Int32) -> Bool { !hasEnded && Input.isWaiting(milliseconds) }

    static func isWaiting(_ milliseconds: Int32) -> Bool {
      var request = pollfd(fd: FileDescriptor.standardInput.rawValue, events: Int16(POLLIN), revents: 0)
      return unsafe poll(&request, 1, milliseconds) > 0
    }

    /// Waits for bytes and takes all that are there.
    mutating func read(into server: inout LanguageServer, atMost limit: Int) {
      var taken = 0
      while !hasEnded, taken == 0 || taken < limit && isWaiting(0) {
        do {
          let count = try unsafe chunk.withUnsafeMutableBytes { try unsafe FileDescriptor.standardInput.read(into: $0) }
          hasEnded = count == 0
          taken += count
          server.take(chunk.prefix(count))
        } catch {
          hasEnded = true
        }
      }
    }
  }
}
