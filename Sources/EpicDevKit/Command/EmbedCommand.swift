/// `epic-dev embed`: writes the list of the files that the compiler carries, or tells whether it is what it would write.
enum EmbedCommand {
  private static let target = "Sources/CEpicAssets/assets+Generated.h"

  static func run(_ words: [String]) throws -> Int32 {
    let arguments = try Arguments(words, options: [], flags: ["check"])
    let paths = try Embedding.paths()
    let bytes = Array(Embedding.header(of: paths).utf8)
    if arguments.has("check") {
      if try Files.read(target) == bytes { return 0 }
      Output.print("\(target)\n")
      return 1
    }
    try Files.write(bytes, to: target)
    Output.complain("\(paths.count) files\n")
    return 0
  }
}

/// The files that the compiler carries: a page for each code, the standard library, and the table of Envoy's API with what
/// only the published API has.
package enum Embedding {
  /// Their paths in the repository, whose root is at `root`, in order.
  package static func paths(root: String = ".") throws -> [String] {
    let prefix = root == "." ? "" : "\(root)/"
    let pages = try Files.below(["\(prefix)docs/diagnostics"], extension: "md").filter {
      // Pages are named by their code; what else lies there is for readers of the folder.
      ($0.split(separator: "/").last?.first?.isUppercase ?? false) && !$0.hasSuffix("README.md")
    }
    let library = try Files.below(["\(prefix)stdlib"], extension: "epic")
    let tables =
      try Files.below(["\(prefix)Tables"], extension: "bin") + ["\(prefix)Tables/envoy-api-differences.txt"]
    return (pages + library + tables).map { String($0.dropFirst(prefix.count)) }.sorted {
      Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8))
    }
  }

  /// The C header that holds them.
  package static func header(of paths: [String]) -> String {
    var text =
      "/* The files that the compiler carries, in order of name; a test compares the list with the folders. */\n"
    for path in paths {
      text += "static const unsigned char \(identifier(path))[] = {\n#embed \"../../\(path)\"\n};\n"
    }
    text += "\nstatic const struct epic_asset assets[] = {\n"
    for path in paths { text += "    {\"\(path)\", \(identifier(path)), sizeof \(identifier(path))},\n" }
    text += "    {0, 0, 0},\n};\n"
    return text
  }

  private static func identifier(_ path: String) -> String {
    String(path.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" })
  }
}
