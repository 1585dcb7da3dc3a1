package import EpicBase

extension TerminalRenderer {
  /// A value and what it was made from: each step with its source line, in the style of findings. A step without a span
  /// is a line of its own. Ends in a newline.
  package func renderChain(
    title: String, value: String, _ steps: [(text: String, span: SourceSpan?)], in sources: SourceSet
  ) -> String {
    var output = paint(escaped(title), .bold) + "\n"
    output += "   \(paint("=", .frame)) \(escaped(value))\n"
    for (text, span) in steps {
      output += "\n"
      output += paint(escaped(text), .note) + "\n"
      guard let span, let file = sources.file(span.source) else { continue }
      renderSnippet([mark(Annotation(span), in: file, isPrimary: true)], of: file, severity: .note, into: &output)
    }
    return output
  }
}
