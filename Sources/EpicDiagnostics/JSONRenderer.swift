package import EpicBase

/// Renders findings as one JSON document for programs.
package enum JSONRenderer {
  /// All findings with their locations, and the counts of errors and warnings. Lines and columns count from 1, offsets
  /// are bytes from 0. `others` are further members of the document.
  package static func render(
    _ diagnostics: [Diagnostic], in sources: SourceSet, with others: (inout JSONWriter) -> Void = { _ in }
  ) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { json in
      json.array("findings") { json in
        for diagnostic in diagnostics { write(diagnostic, in: sources, to: &json) }
      }
      json.member("errors", diagnostics.count { $0.severity == .error })
      json.member("warnings", diagnostics.count { $0.severity == .warning })
      others(&json)
    }
    return writer.finish()
  }

  private static func write(_ diagnostic: Diagnostic, in sources: SourceSet, to json: inout JSONWriter) {
    json.object { json in
      json.member("code", diagnostic.code.name)
      json.member("rule", diagnostic.code.slug)
      json.member("severity", diagnostic.severity.word)
      json.member("message", diagnostic.message)
      json.object("primary") { write(diagnostic.primary, in: sources, to: &$0) }
      json.array("related") { json in
        for annotation in diagnostic.secondary {
          json.object { write(annotation, in: sources, to: &$0) }
        }
      }
      json.array("notes") { json in
        for note in diagnostic.notes { json.value(note) }
      }
      if let help = diagnostic.help { json.member("help", help) }
      json.array("fixes") { json in
        for fix in diagnostic.fixes { write(fix, in: sources, to: &json) }
      }
    }
  }

  private static func write(_ fix: FixIt, in sources: SourceSet, to json: inout JSONWriter) {
    json.object { json in
      json.member("title", fix.title)
      json.array("edits") { json in
        for edit in fix.edits {
          json.object { json in
            write(Annotation(edit.span), in: sources, to: &json)
            json.member("replacement", edit.replacement)
          }
        }
      }
    }
  }

  private static func write(_ annotation: Annotation, in sources: SourceSet, to json: inout JSONWriter) {
    guard let location = SourceLocation(annotation.span, in: sources) else { return }
    json.member("file", location.path)
    for (name, position, offset) in [
      ("start", location.start, annotation.span.start), ("end", location.end, annotation.span.end),
    ] {
      json.key(name)
      json.object { json in
        json.member("line", position.line)
        json.member("column", position.column)
        json.member("offset", offset)
      }
    }
    if !annotation.label.isEmpty { json.member("label", annotation.label) }
  }
}
