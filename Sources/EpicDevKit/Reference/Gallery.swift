/// The gallery of mistakes: each negative golden case as what was changed in a sound workspace, and what the compiler says.
package struct Gallery {
  /// One case: the folder's name, what it changes, and what is printed.
  struct Case {
    let name: String
    let changes: String
    let diagnostics: String
  }

  package private(set) var count = 0
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
      var changes = ""
      for path in files.keys.sorted() {
        let lines = Gallery.changes(from: base[path] ?? "", to: files[path] ?? "")
        if !lines.isEmpty { changes += "// \(path)\n" + lines }
      }
      add(Case(name: name, changes: changes, diagnostics: expected))
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

      ```diff
      \(golden.changes)```

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
    for kind in ["epic", "txt"] {
      for path in try Files.below([folder], extension: kind) {
        files[String(path.dropFirst(folder.utf8.count + 1))] = String(decoding: try Files.read(path), as: UTF8.self)
      }
    }
    return files
  }

  /// What differs: the lines that went with `-`, then those that came with `+`.
  static func changes(from old: String, to new: String) -> String {
    let before = old.split(separator: "\n", omittingEmptySubsequences: false)
    let after = new.split(separator: "\n", omittingEmptySubsequences: false)
    var text = ""
    let difference = after.difference(from: before)
    for change in difference.removals {
      if case .remove(_, let line, _) = change, !line.isEmpty { text += "- \(line)\n" }
    }
    for change in difference.insertions {
      if case .insert(_, let line, _) = change, !line.isEmpty { text += "+ \(line)\n" }
    }
    return text
  }
}
