package import EpicBase

/// Renders findings for people: the message, the source lines with carets, notes and help.
package struct TerminalRenderer: Sendable {
  /// Whether ANSI escapes are written. The caller decides from the terminal and NO_COLOR.
  package var usesColor: Bool

  package init(usesColor: Bool = false) { self.usesColor = usesColor }

  /// One finding, ending in a newline.
  package func render(_ diagnostic: Diagnostic, in sources: SourceSet) -> String {
    var output = ""
    let severityStyle = style(of: diagnostic.severity)
    output += paint("\(diagnostic.severity.word)[\(diagnostic.code.name)]", severityStyle)
    output += paint(": \(escaped(diagnostic.message))", .bold) + "\n"
    renderSnippets(of: diagnostic, in: sources, into: &output)
    for note in diagnostic.notes { output += "   \(paint("=", .frame)) \(escaped(note))\n" }
    renderHelp(of: diagnostic, into: &output)
    output += "   \(paint("=", .frame)) explain: epic explain \(diagnostic.code.name)\n"
    return output
  }

  /// The help, and what the first fix does: `[fix available]` stands behind nothing but that.
  private func renderHelp(of diagnostic: Diagnostic, into output: inout String) {
    func line(_ text: String, isFix: Bool) {
      output += "   \(paint("=", .frame)) help: \(escaped(text))\(isFix ? "      [fix available]" : "")\n"
    }
    let helpIsFix = diagnostic.helpIsFix
    if let help = diagnostic.help { line(help, isFix: helpIsFix) }
    if let fix = diagnostic.fixes.first, !helpIsFix { line(fix.title, isFix: true) }
  }

  /// `1 error, 2 warnings`, or nothing if there is nothing to count.
  package static func summary(_ diagnostics: [Diagnostic]) -> String {
    let errors = diagnostics.count { $0.severity == .error }
    let warnings = diagnostics.count { $0.severity == .warning }
    var parts: [String] = []
    if errors > 0 { parts.append("\(errors) error\(errors == 1 ? "" : "s")") }
    if warnings > 0 { parts.append("\(warnings) warning\(warnings == 1 ? "" : "s")") }
    return parts.joined(separator: ", ")
  }

  // MARK: Snippets

  struct Mark {
    var line: Int
    var start: Int
    var end: Int
    var label: String
    var isPrimary: Bool
  }

  private func renderSnippets(of diagnostic: Diagnostic, in sources: SourceSet, into output: inout String) {
    // The primary file first, then other files in the order of their first annotation.
    var order = [diagnostic.primary.span.source]
    for annotation in diagnostic.secondary where !order.contains(annotation.span.source) {
      order.append(annotation.span.source)
    }
    for source in order {
      guard let file = sources.file(source) else { continue }
      var marks: [Mark] = []
      if diagnostic.primary.span.source == source {
        marks.append(mark(diagnostic.primary, in: file, isPrimary: true))
      }
      for annotation in diagnostic.secondary where annotation.span.source == source {
        marks.append(mark(annotation, in: file, isPrimary: false))
      }
      renderSnippet(marks, of: file, severity: diagnostic.severity, into: &output)
    }
  }

  func mark(_ annotation: Annotation, in file: SourceFile, isPrimary: Bool) -> Mark {
    let start = SourcePosition(annotation.span.start, in: file)
    let end = SourcePosition(max(annotation.span.start, annotation.span.end), in: file)
    let lineLength = scalars(file.line(start.line - 1)).count
    let last = end.line == start.line ? end.column : lineLength + 1
    return Mark(
      line: start.line, start: start.column, end: max(last, start.column + 1), label: annotation.label,
      isPrimary: isPrimary)
  }

  func renderSnippet(_ marks: [Mark], of file: SourceFile, severity: Severity, into output: inout String) {
    guard let first = marks.first else { return }
    let sorted = marks.enumerated().sorted { ($0.element.line, $0.offset) < ($1.element.line, $1.offset) }
    let width = max(2, String(sorted.last?.element.line ?? 1).count)
    let margin = String(repeating: " ", count: width)
    let arrow = first.isPrimary ? "-->" : ":::"
    output += "\(margin)\(paint(arrow, .frame)) \(file.path):\(first.line):\(first.start)\n"
    output += "\(margin) \(paint("|", .frame))\n"
    var previous: Int?
    for (_, mark) in sorted {
      if mark.line != previous {
        if let previous, mark.line > previous + 1 { output += "\(paint("...", .frame))\n" }
        let number = String(mark.line)
        let padding = String(repeating: " ", count: width - number.count)
        let line = scalars(file.line(mark.line - 1))
        output += "\(paint("\(padding)\(number) |", .frame)) \(line)\n"
        previous = mark.line
      }
      let caret = String(repeating: mark.isPrimary ? "^" : "-", count: mark.end - mark.start)
      let label = mark.label.isEmpty ? "" : " \(escaped(mark.label))"
      output += "\(margin) \(paint("|", .frame)) \(String(repeating: " ", count: mark.start - 1))"
      output += paint("\(caret)\(label)", mark.isPrimary ? style(of: severity) : .frame) + "\n"
    }
  }

  /// The line as text in which control characters cannot move the cursor.
  private func scalars(_ bytes: ArraySlice<UInt8>) -> String {
    escaped(String(decoding: bytes, as: UTF8.self))
  }

  func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      if scalar == "\t" {
        result.append(" ")
      } else if scalar.value < 0x20 || scalar.value == 0x7F || (0x80...0x9F).contains(scalar.value) {
        result.append("\u{FFFD}")
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  // MARK: Colour

  enum Style: String {
    case error = "1;31"
    case warning = "1;33"
    case note = "1;36"
    case bold = "1"
    case frame = "1;34"
  }

  private func style(of severity: Severity) -> Style {
    switch severity {
    case .error: .error
    case .warning: .warning
    case .note: .note
    }
  }

  func paint(_ text: String, _ style: Style) -> String {
    usesColor ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
  }
}
