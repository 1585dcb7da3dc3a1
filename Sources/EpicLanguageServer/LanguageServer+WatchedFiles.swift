import EpicBase

/// `workspace/didChangeWatchedFiles`: files that change on the disk without the editor, by a checkout or a build.
extension LanguageServer {
  /// Asks a client that can to watch what a workspace is made of (LSP 3.17, `client/registerCapability`). Files that
  /// `data` names are left out: any file may be one.
  mutating func registerWatchers() {
    guard client.canWatchFiles else { return }
    let watchers = ["**/*.epic", "**/epic.lock"].map { JSONValue.object(["globPattern": .string($0)]) }
    let registration = JSONValue.object([
      "id": .string("watched-files"), "method": .string("workspace/didChangeWatchedFiles"),
      "registerOptions": .object(["watchers": .array(watchers)]),
    ])
    send("client/registerCapability", id: "watched-files", .object(["registrations": .array([registration])]))
  }
}
