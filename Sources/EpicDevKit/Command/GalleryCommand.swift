/// `epic-dev gallery`: writes the gallery of mistakes and the examples on the pages of codes, or tells what differs from
/// what it would write.
enum GalleryCommand {
  static func run(_ words: [String]) throws -> Int32 {
    let arguments = try Arguments(words, options: ["golden", "to"], flags: ["check"])
    let folder = arguments.value("to") ?? "docs/diagnostics"
    let gallery = try Gallery(golden: arguments.value("golden") ?? "Tests/EpicCompilerTests/Golden")
    var files = [("\(folder)/gallery.md", gallery.text)]
    for code in gallery.examples.keys.sorted() {
      let path = "\(folder)/\(code).md"
      files.append((path, gallery.page(String(decoding: try Files.read(path), as: UTF8.self), of: code)))
    }
    var differing = 0
    for (path, text) in files {
      let bytes = Array(text.utf8)
      if !arguments.has("check") {
        try Files.write(bytes, to: path)
      } else if (try? Files.read(path)) != bytes {
        differing += 1
        Output.print("\(path)\n")
      }
    }
    Output.complain("\(gallery.count) mistakes, \(gallery.examples.count) pages with an example\n")
    return differing == 0 ? 0 : 1
  }
}
