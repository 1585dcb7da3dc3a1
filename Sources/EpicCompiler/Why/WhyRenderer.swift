package import EpicBase
package import EpicDiagnostics

extension WhyAnswer {
  /// The question as it can be asked again.
  private var question: String {
    switch place {
    case nil: artifact
    case .pointer(let pointer)?: "\(artifact)#\(pointer)"
    case .line(let line)?: "\(artifact):\(line)"
    }
  }

  /// For people: the value, then each link with its source line.
  package func text(in sources: SourceSet, _ renderer: TerminalRenderer) -> String {
    renderer.renderChain(
      title: question, value: value, steps.map { ($0.text, $0.span) }, in: sources)
  }

  /// For programs. Lines and columns count from 1.
  package func json(in sources: SourceSet) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { json in
      json.member("artifact", artifact)
      switch place {
      case nil: break
      case .pointer(let pointer)?: json.member("pointer", pointer)
      case .line(let line)?: json.member("line", line)
      }
      json.member("value", value)
      json.array("chain") { json in
        for step in steps { json.object { step.write(to: &$0, in: sources) } }
      }
    }
    return writer.finish()
  }
}

extension WhyStep {
  fileprivate func write(to json: inout JSONWriter, in sources: SourceSet) {
    json.member("kind", kind.name)
    json.member("text", text)
    guard let span, let location = SourceLocation(span, in: sources) else { return }
    json.member("file", location.path)
    for (name, position) in [("start", location.start), ("end", location.end)] {
      json.key(name)
      json.object { json in
        json.member("line", position.line)
        json.member("column", position.column)
      }
    }
    json.member("source", sources.text(of: span))
  }
}
