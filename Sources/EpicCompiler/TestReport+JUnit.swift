import EpicBase
import EpicDiagnostics

extension TestReport {
  /// The results as JUnit's XML, as CI systems read it: a suite for each package, a case for each result. A workspace
  /// with errors is one suite with one case that has an error.
  package func junit() -> [UInt8] {
    var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    if hasErrors {
      let messages = findings.filter { $0.severity == .error }.map { "\($0.code.name): \($0.message)" }
      text += "<testsuites tests=\"1\" failures=\"0\" errors=\"1\">\n"
      text += "  <testsuite name=\"workspace\" tests=\"1\" failures=\"0\" errors=\"1\" skipped=\"0\" time=\"0\">\n"
      text += "    <testcase classname=\"workspace\" name=\"check\" time=\"0\">\n"
      text += "      <error message=\"\(escaped(messages.first ?? ""))\">"
      text += "\(escaped(messages.joined(separator: "\n")))</error>\n"
      text += "    </testcase>\n  </testsuite>\n</testsuites>\n"
      return Array(text.utf8)
    }
    var packages: [String] = []
    for result in results where !packages.contains(result.package) { packages.append(result.package) }
    text += "<testsuites tests=\"\(results.count)\" failures=\"\(failures)\" errors=\"0\">\n"
    for package in packages {
      let own = results.filter { $0.package == package }
      let name = escaped(package.isEmpty ? "workspace" : package)
      text += "  <testsuite name=\"\(name)\" tests=\"\(own.count)\" failures=\"\(own.count { !$0.passes })\""
      text += " errors=\"0\" skipped=\"0\" time=\"0\">\n"
      for result in own { text += testCase(result, name) }
      text += "  </testsuite>\n"
    }
    return Array((text + "</testsuites>\n").utf8)
  }

  private func testCase(_ result: Result, _ suite: String) -> String {
    let place = result.place.split(separator: ":")
    var text = "    <testcase classname=\"\(suite)\" name=\"\(escaped(result.name))\""
    if place.count == 2 { text += " file=\"\(escaped(String(place[0])))\" line=\"\(place[1])\"" }
    if result.passes { return text + " time=\"0\"/>\n" }
    text += " time=\"0\">\n"
    for failure in result.failures {
      let detail = TerminalRenderer().render(failure, in: sources)
      text += "      <failure type=\"\(failure.code.name)\" message=\"\(escaped(failure.message))\">"
      text += "\(escaped(detail))</failure>\n"
    }
    return text + "    </testcase>\n"
  }

  /// Text as XML 1.0 has it. What XML cannot hold, however it is written, becomes a question mark.
  private func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\n": result += "&#10;"
      case "\t": result += "&#9;"
      case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": result += "?"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
