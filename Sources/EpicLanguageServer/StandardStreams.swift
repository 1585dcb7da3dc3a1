package import EpicCompiler
import SystemPackage

/// The server on standard input and output, as editors start it.
package enum StandardStreams {
  /// Serves until the client says `exit` or goes away, and gives the process's exit status. Reads block: there is
  /// nothing to do between two messages.
  package static func run(open: @escaping @Sendable (String) -> any FileSystem = { DiskFileSystem(root: $0) }) -> Int32
  {
    var server = LanguageServer(open: open)
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      do {
        let count = try unsafe chunk.withUnsafeMutableBytes { try unsafe FileDescriptor.standardInput.read(into: $0) }
        // A client that went away without `exit` is no clean end.
        if count == 0 { return 1 }
        let answer = server.receive(chunk.prefix(count))
        try FileDescriptor.standardOutput.writeAll(answer)
      } catch {
        return 1
      }
      if let status = server.exitStatus { return status }
    }
  }
}
