import EpicBase

/// `epic-dev grammars`: writes the editors' files, or says which ones are not as they would be written.
enum GrammarsCommand {
  static func run(_ words: [String]) throws -> Int32 {
    let arguments = try Arguments(words, options: [], flags: ["check"])
    if let path = arguments.positional.first { throw Arguments.UsageError(description: "`\(path)` is not known here") }
    var stale: [String] = []
    for file in EditorFiles.all {
      if arguments.has("check") {
        if (try? Files.read(file.path)) != file.content { stale.append(file.path) }
      } else {
        try Files.write(file.content, to: file.path)
      }
    }
    for path in stale { Output.print("\(path): not as `epic-dev grammars` writes it\n") }
    return stale.isEmpty ? 0 : 1
  }
}
