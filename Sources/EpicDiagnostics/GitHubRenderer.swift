package import EpicBase

/// Renders findings as workflow commands, which GitHub shows beside the changed lines.
package enum GitHubRenderer {
  /// One command a finding, each ending in a newline.
  package static func render(_ diagnostics: [Diagnostic], in sources: SourceSet) -> String {
    var output = ""
    for diagnostic in diagnostics {
      let word = diagnostic.severity == .note ? "notice" : diagnostic.severity.word
      var properties: [String] = []
      if let location = SourceLocation(diagnostic.primary.span, in: sources) {
        properties += [
          "file=\(property(location.path))", "line=\(location.start.line)", "col=\(location.start.column)",
          "endLine=\(location.end.line)", "endColumn=\(location.end.column)",
        ]
      }
      properties.append("title=\(property("\(diagnostic.code.name) \(diagnostic.code.slug)"))")
      let help = diagnostic.help.map { "\nhelp: \($0)" } ?? ""
      output += "::\(word) \(properties.joined(separator: ","))::\(data(diagnostic.message + help))\n"
    }
    return output
  }

  private static func data(_ text: String) -> String {
    replace(text, ["%": "%25", "\r": "%0D", "\n": "%0A"])
  }

  private static func property(_ text: String) -> String {
    replace(text, ["%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"])
  }

  private static func replace(_ text: String, _ table: [Unicode.Scalar: String]) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      if let replacement = table[scalar] { result += replacement } else { result.unicodeScalars.append(scalar) }
    }
    return result
  }
}
