import EpicArtifact
import EpicBase
import EpicRuntime

/// What the runtime tells, as JSON for programs.
enum ReportWriter {
  static func json(_ report: ApplyReport) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { json in
      json.member("node", report.node)
      json.member("sequence", report.sequence)
      json.member("content", report.content.hex)
      json.array("parts") { json in
        for part in report.parts {
          json.object { json in
            json.member("plane", part.plane.rawValue)
            json.member("subject", part.subject)
            json.member("outcome", part.outcome.rawValue)
          }
        }
      }
      json.array("notes") { json in
        for note in report.notes { json.value(note) }
      }
      json.member("endpoints", report.endpoints)
      json.member("watches", report.watches)
    }
    return writer.finish()
  }

  static func json(_ plan: ReleasePlan, node: String) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { json in
      json.member("node", node)
      if let from = plan.from { json.member("from", from) }
      json.member("to", plan.to)
      json.array("changes") { json in
        for change in plan.changes {
          json.object { json in
            json.member("kind", change.kind.rawValue)
            json.member("plane", change.plane.rawValue)
            json.member("subject", change.subject)
            json.member("resource", change.resource)
            json.member("name", change.name)
          }
        }
      }
      json.array("shrinks") { json in
        for finding in plan.shrinks { json.value(finding) }
      }
    }
    return writer.finish()
  }

  static func json(_ status: NodeStatus) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { json in
      json.member("node", status.node)
      if let sequence = status.sequence { json.member("sequence", sequence) }
      if let content = status.content { json.member("content", content.hex) }
      json.member("healthy", status.isHealthy)
      json.array("planes") { json in
        for entry in status.planes {
          json.object { write(entry, to: &$0) }
        }
      }
    }
    return writer.finish()
  }

  private static func write(_ entry: NodeStatus.Entry, to json: inout JSONWriter) {
    json.member("plane", entry.plane.rawValue)
    json.member("subject", entry.state.subject)
    json.member("running", entry.state.isRunning)
    if let generation = entry.state.generation { json.member("generation", generation) }
    if !entry.state.digest.isEmpty { json.member("digest", entry.state.digest) }
    json.array("figures") { json in
      for figure in entry.state.figures {
        json.object { json in
          json.member("name", figure.name)
          json.member("value", "\(figure.value)")
        }
      }
    }
    json.array("faults") { json in
      for fault in entry.state.faults { json.value(fault) }
    }
  }
}
