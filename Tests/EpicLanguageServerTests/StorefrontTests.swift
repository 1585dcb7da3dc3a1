import EpicBase
import EpicCompiler
import EpicLanguageServer
import Testing

/// The example workspace, as an editor sees it: it has everything that the language has.
@Suite struct StorefrontTests {
  private static let repository = #filePath.split(separator: "/").dropLast(3).map { "/\($0)" }.joined()

  /// The files of the workspace, as if the disk held them at `/storefront`.
  private static let files: [String: [UInt8]] = {
    let disk = DiskFileSystem(root: "\(repository)/examples/storefront")
    var files: [String: [UInt8]] = [:]
    for path in (try? disk.files(withSuffix: "")) ?? [] {
      files["/storefront/\(path)"] = try? disk.read(path, atMost: 1 << 20)
    }
    return files
  }()

  private static var sources: [String] { files.keys.filter { $0.hasSuffix(".epic") }.sorted() }

  private static func text(_ path: String) -> String { String(decoding: files[path] ?? [], as: UTF8.self) }

  private static func lines(_ path: String) -> [Substring] {
    text(path).split(separator: "\n", omittingEmptySubsequences: false)
  }

  private func client() -> Client {
    var client = Client(StorefrontTests.files, encoding: "utf-8")
    for path in StorefrontTests.sources { client.open(path, StorefrontTests.text(path)) }
    return client
  }

  @Test func itHasNoFindings() {
    let client = client()
    #expect(StorefrontTests.sources.count > 10)
    for path in StorefrontTests.sources { #expect(client.codes(path) == [], "\(path)") }
  }

  /// Every name that is declared has a definition at itself, is found from each of its uses, and can be renamed: the
  /// edits give texts without findings.
  @Test func everyDeclaredNameCanBeRenamed() throws {
    var client = client()
    var renamed = 0
    for path in StorefrontTests.sources {
      let symbols = client.request("textDocument/documentSymbol", Client.about(path))["result"]?.elements ?? []
      for symbol in symbols where symbol["containerName"] == nil {
        guard let line = symbol.at("location", "range", "start", "line")?.integer(Int.self),
          let name = symbol["name"]?.string,
          let found = StorefrontTests.lines(path)[line].range(of: " \(name)")
        else { continue }
        let text = StorefrontTests.lines(path)[line]
        let column = text.utf8.distance(from: text.startIndex, to: found.lowerBound) + 1
        let references = client.request(
          "textDocument/references", Client.at(path, line, column, #", "context": {"includeDeclaration": true}"#)
        )["result"]?.elements
        guard let references, !references.isEmpty else { continue }
        try checkDefinitions(&client, references, of: name)
        let answer = client.request(
          "textDocument/rename", Client.at(path, line, column, #", "newName": "quite-another""#))
        let changes = answer.at("result", "changes")?.members
        #expect(changes != nil, "\(name): \(answer.at("error", "message")?.string ?? "")")
        #expect(changes?.reduce(0) { $0 + ($1.value.elements?.count ?? 0) } == references.count, "\(name)")
        renamed += 1
      }
    }
    #expect(renamed > 40)
  }

  private func checkDefinitions(_ client: inout Client, _ references: [JSONValue], of name: String) throws {
    var definitions: Set<String> = []
    for reference in references {
      let uri = try #require(reference["uri"]?.string)
      let path = try #require(DocumentURI.path(uri))
      let line = reference.at("range", "start", "line")?.integer(Int.self) ?? 0
      let character = reference.at("range", "start", "character")?.integer(Int.self) ?? 0
      definitions.insert(client.result("textDocument/definition", Client.at(path, line, character)))
    }
    #expect(definitions.count == 1, "\(name)")
  }

  /// Every request, at every token's start of every file, is answered by a result.
  @Test func everyPlaceIsAnswered() {
    var client = client()
    for path in StorefrontTests.sources {
      for (line, text) in StorefrontTests.lines(path).enumerated() {
        for (column, byte) in text.utf8.enumerated() where byte == UInt8(ascii: " ") && column % 3 == 0 {
          for method in ["completion", "hover"] {
            let answer = client.request("textDocument/\(method)", Client.at(path, line, column + 1))
            #expect(answer["error"] == nil, "\(method) at \(path):\(line):\(column)")
          }
        }
      }
      #expect(client.result("textDocument/formatting", Client.about(path)) == "[]", "\(path)")
      #expect(client.request("textDocument/semanticTokens/full", Client.about(path))["error"] == nil)
    }
  }
}

extension StringProtocol {
  /// The first place of a text.
  fileprivate func range(of text: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(text), let end = index(start, offsetBy: text.count, limitedBy: endIndex) {
        let isWhole = end == endIndex || !(self[end].isLetter || self[end].isNumber || self[end] == "-")
        if isWhole { return start..<end }
      }
      start = index(after: start)
    }
    return nil
  }
}
