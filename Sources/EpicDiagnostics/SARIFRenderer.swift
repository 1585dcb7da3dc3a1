package import EpicBase

/// Renders findings as a SARIF 2.1.0 log (OASIS standard), for code hosts and their CI.
package enum SARIFRenderer {
  /// One run of the tool; `version` is the compiler's.
  package static func render(_ diagnostics: [Diagnostic], in sources: SourceSet, version: String) -> [UInt8] {
    var rules: [DiagnosticCode] = []
    for diagnostic in diagnostics where !rules.contains(diagnostic.code) { rules.append(diagnostic.code) }
    rules.sort { $0.name < $1.name }
    var writer = JSONWriter()
    writer.object { json in
      json.member("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
      json.member("version", "2.1.0")
      json.array("runs") { json in
        json.object { json in
          json.object("tool") { writeDriver(rules, version: version, to: &$0) }
          json.member("columnKind", "unicodeCodePoints")
          json.array("results") { json in
            for diagnostic in diagnostics { write(diagnostic, rules: rules, in: sources, to: &json) }
          }
        }
      }
    }
    return writer.finish()
  }

  private static func writeDriver(_ rules: [DiagnosticCode], version: String, to json: inout JSONWriter) {
    json.object("driver") { json in
      json.member("name", "epic")
      json.member("semanticVersion", version)
      json.array("rules") { json in
        for rule in rules {
          json.object { json in
            json.member("id", rule.name)
            json.member("name", rule.slug)
            json.object("defaultConfiguration") { $0.member("level", rule.severity.word) }
          }
        }
      }
    }
  }

  private static func write(
    _ diagnostic: Diagnostic, rules: [DiagnosticCode], in sources: SourceSet, to json: inout JSONWriter
  ) {
    json.object { json in
      json.member("ruleId", diagnostic.code.name)
      if let index = rules.firstIndex(of: diagnostic.code) { json.member("ruleIndex", index) }
      json.member("level", diagnostic.severity.word)
      json.object("message") { $0.member("text", diagnostic.message) }
      json.array("locations") { json in
        json.object { writeLocation(diagnostic.primary, in: sources, to: &$0) }
      }
      if !diagnostic.secondary.isEmpty {
        json.array("relatedLocations") { json in
          for (index, annotation) in diagnostic.secondary.enumerated() {
            json.object { json in
              json.member("id", index)
              writeLocation(annotation, in: sources, to: &json)
            }
          }
        }
      }
      if !diagnostic.fixes.isEmpty {
        json.array("fixes") { json in
          for fix in diagnostic.fixes { write(fix, in: sources, to: &json) }
        }
      }
    }
  }

  private static func write(_ fix: FixIt, in sources: SourceSet, to json: inout JSONWriter) {
    json.object { json in
      json.object("description") { $0.member("text", fix.title) }
      json.array("artifactChanges") { json in
        // One change a file, in the order of the edits.
        var files: [SourceID] = []
        for edit in fix.edits where !files.contains(edit.span.source) { files.append(edit.span.source) }
        for file in files {
          json.object { json in
            json.object("artifactLocation") { $0.member("uri", reference(sources.file(file)?.path ?? "")) }
            json.array("replacements") { json in
              for edit in fix.edits where edit.span.source == file {
                json.object { json in
                  json.object("deletedRegion") { writeRegion(edit.span, in: sources, to: &$0) }
                  json.object("insertedContent") { $0.member("text", edit.replacement) }
                }
              }
            }
          }
        }
      }
    }
  }

  private static func writeLocation(_ annotation: Annotation, in sources: SourceSet, to json: inout JSONWriter) {
    json.object("physicalLocation") { json in
      json.object("artifactLocation") {
        $0.member("uri", reference(sources.file(annotation.span.source)?.path ?? ""))
      }
      json.object("region") { writeRegion(annotation.span, in: sources, to: &$0) }
    }
    if !annotation.label.isEmpty { json.object("message") { $0.member("text", annotation.label) } }
  }

  /// A path as a relative URI reference (RFC 3986 section 4.2), which is what a log says of a file: what is no letter,
  /// digit or `-._~/` is percent-encoded.
  private static func reference(_ path: String) -> String {
    let digits = Array("0123456789ABCDEF".unicodeScalars)
    var result = ""
    for byte in path.utf8 {
      let isPlain =
        byte >= 97 && byte <= 122 || byte >= 65 && byte <= 90 || byte >= 48 && byte <= 57 || "-._~/".utf8.contains(byte)
      if isPlain {
        result.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        result += "%"
        result.unicodeScalars.append(digits[Int(byte >> 4)])
        result.unicodeScalars.append(digits[Int(byte & 15)])
      }
    }
    return result
  }

  private static func writeRegion(_ span: SourceSpan, in sources: SourceSet, to json: inout JSONWriter) {
    guard let location = SourceLocation(span, in: sources) else { return }
    json.member("startLine", location.start.line)
    json.member("startColumn", location.start.column)
    json.member("endLine", location.end.line)
    json.member("endColumn", location.end.column)
  }
}
