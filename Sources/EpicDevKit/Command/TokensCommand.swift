import EpicBase
import EpicDiagnostics
import EpicSyntax

/// `epic-dev tokens`: the compiler's tokens for other programs.
enum TokensCommand {
  static func run(_ words: [String]) throws -> Int32 {
    let arguments = try Arguments(words, options: [], flags: ["kinds"])
    if arguments.has("kinds") {
      var json = JSONWriter(pretty: false)
      json.array { json in
        for kind in TokenKind.allCases { json.value(String(describing: kind)) }
      }
      Output.print(String(decoding: json.finish(), as: UTF8.self))
      return 0
    }
    if arguments.positional.isEmpty { throw Arguments.UsageError(description: "`tokens` needs a path") }
    for path in try Files.below(arguments.positional, extension: "epic") {
      var interner = Interner.withKeywords()
      let result = parse(try Files.read(path), source: SourceID(0), interner: &interner)
      Output.print(String(decoding: line(path, result), as: UTF8.self))
    }
    return 0
  }

  /// A file on one line: its path, whether lexer and parser find no mistake in it, its tokens as kind, start and end, and
  /// its comments likewise.
  private static func line(_ path: String, _ result: ParseResult) -> [UInt8] {
    let tree = result.tree
    var json = JSONWriter(pretty: false)
    func entry(_ json: inout JSONWriter, _ name: String, _ range: Range<UInt32>) {
      json.array { json in
        json.value(name)
        json.value(range.lowerBound)
        json.value(range.upperBound)
      }
    }
    let tokens = (0..<UInt32(tree.tokenCount)).map(TokenID.init)
    json.object { json in
      json.member("path", path)
      json.member("sound", !result.diagnostics.contains { $0.severity == .error })
      json.array("tokens") { json in
        for token in tokens where tree.kind(of: token) != .endOfFile {
          entry(&json, String(describing: tree.kind(of: token)), tree.start(of: token)..<tree.end(of: token))
        }
      }
      json.array("comments") { json in
        for piece in tokens.flatMap({ tree.trivia(before: $0) }) {
          switch piece {
          case .comment(let range): entry(&json, "comment", range)
          case .documentation(let range): entry(&json, "documentation", range)
          case .newlines: break
          }
        }
      }
    }
    return json.finish()
  }
}
