/// `epic-dev gallery`: writes the gallery of mistakes, or tells whether it is what it would write.
enum GalleryCommand {
  static func run(_ words: [String]) throws -> Int32 {
    let arguments = try Arguments(words, options: ["golden", "to"], flags: ["check"])
    let path = arguments.value("to") ?? "docs/diagnostics/gallery.md"
    let gallery = try Gallery(golden: arguments.value("golden") ?? "Tests/EpicCompilerTests/Golden")
    let bytes = Array(gallery.text.utf8)
    if arguments.has("check") {
      if try Files.read(path) == bytes { return 0 }
      Output.print("\(path)\n")
      return 1
    }
    try Files.write(bytes, to: path)
    Output.complain("\(gallery.count) mistakes\n")
    return 0
  }
}
