/// The gallery of mistakes: each negative golden case as what was changed in a sound workspace, and what the compiler says.
package struct Gallery {
  /// One case: the folder's name, what it changes, and what is printed.
  struct Case {
    let name: String
    let changes: [Change]
    /// What else is out of the ordinary, a sentence each.
    let circumstances: [String]
    let diagnostics: String
  }

  /// What differs in one file: the lines that went and those that came.
  struct Change {
    let path: String
    let removed: [Substring]
    let inserted: [Substring]
  }

  package private(set) var count = 0
  /// For each code the part of its page that is made from a case.
  package private(set) var examples: [String: String] = [:]
  package private(set) var text = """
    # A gallery of mistakes

    Each of these is a small change to a workspace that has no finding, and what the compiler prints for it. `epic explain
    CODE` tells more of each code. The page is written by `epic-dev gallery` from the compiler's own test cases.

    """

  /// Reads `base` and `diagnostics` below a folder of golden cases.
  package init(golden folder: String) throws {
    let base = try Gallery.files(below: "\(folder)/base")
    var names: Set<String> = []
    for path in try Gallery.files(below: "\(folder)/diagnostics").keys {
      if let slash = path.firstIndex(of: "/") { names.insert(String(path[..<slash])) }
    }
    for name in names.sorted() {
      var files = try Gallery.files(below: "\(folder)/diagnostics/\(name)")
      let expected = files.removeValue(forKey: "diagnostics.txt") ?? ""
      let recipe = GoldenRecipe(files.removeValue(forKey: "recipe.txt") ?? "")
      var changes = files.keys.sorted().map { Gallery.change(of: $0, from: base[$0] ?? "", to: files[$0] ?? "") }
        .filter { !$0.removed.isEmpty || !$0.inserted.isEmpty }
      changes += recipe.shownFiles.map { Change(path: $0.path, removed: [], inserted: $0.text) }
      let golden = Case(name: name, changes: changes, circumstances: recipe.summary, diagnostics: expected)
      add(golden)
      addExample(golden)
    }
  }

  private mutating func add(_ golden: Case) {
    count += 1
    let words = golden.name.split(separator: "-").joined(separator: " ")
    let title = (words.first.map { $0.uppercased() } ?? "") + words.dropFirst()
    text += """

      ## \(title)

      <table>
      <tr><th>change</th><th>what <code>epic check</code> prints</th></tr>
      <tr><td>

      \(golden.description)

      </td><td>

      ```text
      \(golden.diagnostics)```

      </td></tr>
      </table>

      """
  }

  /// The text of every file below a folder, by its path inside.
  private static func files(below folder: String) throws -> [String: String] {
    var files: [String: String] = [:]
    for kind in ["epic", "txt", "lock"] {
      for path in try Files.below([folder], extension: kind) {
        files[String(path.dropFirst(folder.utf8.count + 1))] = String(decoding: try Files.read(path), as: UTF8.self)
      }
    }
    return files
  }

  /// The lines that went and came, those without text left out.
  private static func change(of path: String, from old: String, to new: String) -> Change {
    let before = old.split(separator: "\n", omittingEmptySubsequences: false)
    let after = new.split(separator: "\n", omittingEmptySubsequences: false)
    let difference = after.difference(from: before)
    func lines(_ changes: [CollectionDifference<Substring>.Change]) -> [Substring] {
      changes.compactMap { change in
        switch change {
        case .insert(_, let line, _), .remove(_, let line, _): line.isEmpty ? nil : line
        }
      }
    }
    return Change(path: path, removed: lines(difference.removals), inserted: lines(difference.insertions))
  }

  /// What is right where nothing in the files is wrong.
  private static let otherwise = "Otherwise the workspace has no finding."

  // MARK: Pages of codes

  /// Where the made part of a page begins.
  private static let marks = ["\n## Wrong\n", "\n## As the compiler shows it\n"]

  /// The page of a code with its made part as it is now; a page without a case stays as it is.
  package func page(_ text: String, of code: String) -> String {
    guard let example = examples[code] else { return text }
    let start = Gallery.marks.compactMap { text.firstRange(of: $0)?.lowerBound }.min() ?? text.endIndex
    return text[..<start] + example
  }

  /// A case stands on the page of the one code that it is about: the first case of each code.
  private mutating func addExample(_ golden: Case) {
    var codes: [String] = []
    for line in golden.diagnostics.split(separator: "\n") {
      guard let open = line.firstIndex(of: "["), let close = line.firstIndex(of: "]"), open < close,
        line[..<open] == "error" || line[..<open] == "warning"
      else { continue }
      codes.append(String(line[line.index(after: open)..<close]))
    }
    guard let code = codes.first, Set(codes).count == 1, examples[code] == nil else { return }
    var text = "\n## Wrong\n"
    for change in golden.changes where !change.inserted.isEmpty {
      text += "\nIn `\(change.path)`:\n\n\(change.fenced(change.inserted))"
    }
    for sentence in golden.circumstances { text += "\n\(sentence)\n" }
    let hasInsertions = golden.changes.contains { !$0.inserted.isEmpty }
    if golden.changes.contains(where: { !$0.removed.isEmpty }) {
      if !hasInsertions { text += "\nWithout what is right:\n" }
      text += "\n## Right\n"
      for change in golden.changes where !change.removed.isEmpty {
        text += "\nIn `\(change.path)`:\n\n\(change.fenced(change.removed))"
      }
    } else {
      text +=
        "\n## Right\n\n\(hasInsertions ? "Without these lines the workspace has no finding." : Gallery.otherwise)\n"
    }
    text += "\n## As the compiler shows it\n\n```text\n\(golden.diagnostics)```\n"
    examples[code] = text
  }
}

extension Gallery.Change {
  /// Lines of the file in a fence of its language.
  fileprivate func fenced(_ lines: [Substring]) -> String {
    "```\(path.hasSuffix(".epic") ? "epic" : "text")\n\(lines.joined(separator: "\n"))\n```\n"
  }

  /// The change as people read one.
  fileprivate var diff: String {
    "// \(path)\n" + removed.map { "- \($0)\n" }.joined() + inserted.map { "+ \($0)\n" }.joined()
  }
}

extension Gallery.Case {
  /// What the case changes, as people read it.
  fileprivate var description: String {
    let sentences = circumstances.joined(separator: "\n")
    if changes.isEmpty { return sentences }
    return "```diff\n\(changes.map(\.diff).joined())```" + (sentences.isEmpty ? "" : "\n\n\(sentences)")
  }
}
