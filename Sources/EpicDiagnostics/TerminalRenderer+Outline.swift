package import EpicBase

/// A part of an outline: a heading and lines below it.
package struct OutlineSection: Sendable {
  /// What a line says by its first word.
  package enum Mark: Sendable {
    case none, no, yes
  }

  /// One line: what it is about, what is said of it, and where that is written.
  package struct Line: Sendable {
    package var mark: Mark
    package var label: String
    package var text: String
    package var span: SourceSpan?

    package init(_ label: String, _ text: String, _ span: SourceSpan? = nil, mark: Mark = .none) {
      self.mark = mark
      self.label = label
      self.text = text
      self.span = span
    }
  }

  package var title: String
  package var span: SourceSpan?
  package var lines: [Line]

  package init(_ title: String, _ span: SourceSpan? = nil, _ lines: [Line] = []) {
    self.title = title
    self.span = span
    self.lines = lines
  }
}

extension TerminalRenderer {
  /// A question, the answer, and what it is made of, section by section; places stand behind what they are of, as
  /// `path:line:column`. Ends in a newline.
  package func renderOutline(
    title: String, value: String, _ sections: [OutlineSection], in sources: SourceSet
  ) -> String {
    var output = paint(escaped(title), .bold) + "\n"
    output += "   \(paint("=", .frame)) \(escaped(value))\n"
    for section in sections where !section.lines.isEmpty {
      output += "\n\(paint(escaped(section.title), .note))\(place(section.span, in: sources))\n"
      let width = section.lines.reduce(0) { max($0, $1.label.unicodeScalars.count) }
      let isMarked = section.lines.contains { $0.mark != .none }
      for line in section.lines {
        let padding = String(repeating: " ", count: width - line.label.unicodeScalars.count)
        output += "  \(isMarked ? word(line.mark) : "")\(escaped(line.label))\(padding)  \(escaped(line.text))"
        output += place(line.span, in: sources) + "\n"
      }
    }
    return output
  }

  private func word(_ mark: OutlineSection.Mark) -> String {
    switch mark {
    case .none: "     "
    case .no: "no   "
    case .yes: paint("yes", .bold) + "  "
    }
  }

  private func place(_ span: SourceSpan?, in sources: SourceSet) -> String {
    guard let span, let location = SourceLocation(span, in: sources) else { return "" }
    return " " + paint("(\(location.path):\(location.start.line):\(location.start.column))", .frame)
  }
}
