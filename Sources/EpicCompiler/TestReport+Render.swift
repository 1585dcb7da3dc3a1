import EpicBase
import EpicDiagnostics

extension TestReport {
  /// How much is shown to people, and how.
  package struct TextOptions: Sendable {
    package var usesColor = false
    package var showsCoverage = false
    /// Least coverage in whole percents; nil demands none.
    package var leastCoverage: Int?

    package init(usesColor: Bool = false, showsCoverage: Bool = false, leastCoverage: Int? = nil) {
      self.usesColor = usesColor
      self.showsCoverage = showsCoverage
      self.leastCoverage = leastCoverage
    }
  }

  /// Whether so much is covered.
  package func covers(_ least: Int?) -> Bool { least.map { coverage.perMille >= $0 * 10 } ?? true }

  /// Failures with their source lines, coverage where it is asked for, and a summary.
  package func text(_ options: TextOptions = TextOptions()) -> String {
    let renderer = TerminalRenderer(usesColor: options.usesColor)
    var text = ""
    for finding in findings { text += renderer.render(finding, in: sources) + "\n" }
    if hasErrors {
      return text + "\(TerminalRenderer.summary(findings)); no test was run\n"
    }
    for result in results where !result.passes {
      text += paint("FAILED", "31;1", options) + " \(result.name) (\(result.place))\n"
      for failure in result.failures { text += renderer.render(failure, in: sources) + "\n" }
    }
    if options.showsCoverage { text += coverageText(options) }
    text += summary(options)
    return text
  }

  private func summary(_ options: TextOptions) -> String {
    let passed = results.count - failures
    var parts = [paint("\(passed) passed", failures == 0 && passed > 0 ? "32;1" : "1", options)]
    parts.append(failures > 0 ? paint("\(failures) failed", "31;1", options) : "0 failed")
    if skipped > 0 { parts.append("\(skipped) left out") }
    var text = parts.joined(separator: ", ")
    if options.showsCoverage || options.leastCoverage != nil {
      text += "; coverage \(coverage.percentage) (\(coverage.reached) of \(coverage.total))"
    }
    if let least = options.leastCoverage, !covers(least) {
      text += "\n" + paint("coverage is below \(least)%", "31;1", options)
    }
    return text + "\n"
  }

  private func coverageText(_ options: TextOptions) -> String {
    var text = ""
    for part in coverage.parts {
      let figure = TestCoverage.text(part.reached, part.items.count)
      text += "\(part.kind) \(part.name): \(figure) (\(part.reached) of \(part.items.count))\n"
      for item in part.items where !item.isReached {
        text += "  \(paint("not reached", "33", options)) \(item.name) (\(item.place))\n"
      }
    }
    return text
  }

  private func paint(_ text: String, _ style: String, _ options: TextOptions) -> String {
    options.usesColor ? "\u{1B}[\(style)m\(text)\u{1B}[0m" : text
  }

  // MARK: JSON

  /// Everything as one JSON document.
  package func json() -> [UInt8] {
    var writer = JSONWriter()
    writer.object { json in
      json.array("findings") { json in
        for finding in findings { json.object { write(finding, to: &$0) } }
      }
      json.array("results") { json in
        for result in results { json.object { write(result, to: &$0) } }
      }
      json.member("passed", results.count - failures)
      json.member("failed", failures)
      json.member("skipped", skipped)
      json.object("coverage") { json in
        json.member("reached", coverage.reached)
        json.member("total", coverage.total)
        json.array("parts") { json in
          for part in coverage.parts { json.object { write(part, to: &$0) } }
        }
      }
    }
    return writer.finish()
  }

  private func write(_ result: Result, to json: inout JSONWriter) {
    json.member("name", result.name)
    json.member("kind", result.kind.rawValue)
    json.member("package", result.package)
    json.member("place", result.place)
    json.member("passed", result.passes)
    json.array("failures") { json in
      for failure in result.failures { json.object { write(failure, to: &$0) } }
    }
  }

  private func write(_ diagnostic: Diagnostic, to json: inout JSONWriter) {
    json.member("code", diagnostic.code.name)
    json.member("severity", diagnostic.severity.word)
    json.member("message", diagnostic.message)
    if !diagnostic.primary.label.isEmpty { json.member("label", diagnostic.primary.label) }
    if let location = SourceLocation(diagnostic.primary.span, in: sources) {
      json.member("file", location.path)
      json.member("line", location.start.line)
      json.member("column", location.start.column)
    }
    json.array("notes") { json in
      for note in diagnostic.notes { json.value(note) }
    }
  }

  private func write(_ part: TestCoverage.Part, to json: inout JSONWriter) {
    json.member("kind", part.kind)
    json.member("name", part.name)
    json.array("items") { json in
      for item in part.items {
        json.object { json in
          json.member("name", item.name)
          json.member("place", item.place)
          json.member("reached", item.isReached)
        }
      }
    }
  }
}
