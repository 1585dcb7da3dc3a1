import BackendEnvoy
package import EpicBase
package import EpicDiagnostics
import EpicIR

/// Every native hatch of a workspace: what Envoy is told outside of the language, and where.
package struct HatchList: Sendable {
  /// One statement of a hatch.
  package struct Entry: Hashable, Sendable {
    package var path: String
    /// From 1.
    package var line: Int
    package var column: Int
    package var ingress: String
    package var tenant: String?
    /// The release of Envoy that it is written for.
    package var release: String
    /// `http-filter` or `set`.
    package var statement: String
    /// The filter's name, or what is set: `cluster(cart)`.
    package var subject: String
    /// Where a filter stands: `before router`.
    package var place: String?
    /// Full name of the message.
    package var message: String
    /// The fields that are said, as paths in the message, in order of source, each once.
    package var fields: [String]
  }
  package var sources: SourceSet
  /// What `check` finds, if the workspace has errors: then nothing is listed.
  package var diagnostics: [Diagnostic]
  package var hasErrors: Bool
  /// By ingress, in order of source.
  package var entries: [Entry] = []
}

extension Compiler {
  /// Lists the hatches of a workspace. Writes nothing.
  package static func hatches(_ fileSystem: some FileSystem) -> HatchList {
    let compilation = check(fileSystem, CompileOptions())
    guard !compilation.hasErrors, let deployment = compilation.deployment else {
      return HatchList(sources: compilation.sources, diagnostics: compilation.diagnostics, hasErrors: true)
    }
    var list = HatchList(sources: compilation.sources, diagnostics: [], hasErrors: false)
    for ingress in deployment.ingresses {
      for hatch in ingress.hatches { list.add(hatch, of: ingress, in: deployment) }
    }
    return list
  }
}

extension HatchList {
  fileprivate mutating func add(_ hatch: NativeHatch, of ingress: Ingress, in deployment: Deployment) {
    func entry(_ origin: Origin, _ statement: String, _ subject: String, _ message: String) -> Entry {
      let position = sources.file(origin.span.source)?.lines.position(at: origin.span.start)
      return Entry(
        path: sources.file(origin.span.source)?.path ?? "", line: (position?.line ?? 0) + 1,
        column: (position?.column ?? 0) + 1,
        ingress: ingress.identity.description, tenant: ingress.identity.tenant, release: hatch.release.description,
        statement: statement, subject: subject, message: message, fields: [])
    }
    for filter in hatch.filters {
      var one = entry(filter.origin, "http-filter", filter.name.text, filter.message.text)
      one.place = "\(filter.isBefore ? "before" : "after") \(filter.anchor.text)"
      one.fields = HatchList.paths(filter.fields, below: "")
      entries.append(one)
    }
    for setting in hatch.settings {
      let subject =
        switch setting.target {
        case .cluster(let upstream): "cluster(\(deployment.upstreams[upstream].identity.nameInPackage))"
        case .http: "http"
        case .route(let arm): "route(\(arm))"
        }
      var one = entry(setting.origin, "set", subject, NativeMessageName.of(setting.target))
      let front = setting.path.map(\.text).joined(separator: ".")
      one.fields = HatchList.paths(setting.value, at: front)
      entries.append(one)
    }
  }

  private static func paths(_ fields: [NativeField], below front: String) -> [String] {
    var result: [String] = []
    var seen: Set<String> = []
    for field in fields {
      let name = front.isEmpty ? field.name.text : "\(front).\(field.name.text)"
      for path in paths(field.value, at: name) where seen.insert(path).inserted { result.append(path) }
    }
    return result
  }

  private static func paths(_ value: NativeValue, at path: String) -> [String] {
    switch value.content {
    case .message(_, let fields) where !fields.isEmpty: return paths(fields, below: path)
    case .list(let values):
      var result: [String] = []
      for value in values {
        for inner in paths(value, at: path) where !result.contains(inner) { result.append(inner) }
      }
      return result.isEmpty ? [path] : result
    default: return [path]
    }
  }
}

extension HatchList {
  /// The list for people: a line a statement, and below it the fields.
  package var text: String {
    var result = ""
    for entry in entries {
      let place = entry.place.map { " \($0)" } ?? ""
      result += "\(entry.path):\(entry.line):\(entry.column): ingress \(entry.ingress), envoy \(entry.release):"
      result += " \(entry.statement) \(entry.subject)\(place), \(entry.message)\n"
      for field in entry.fields { result += "    \(field)\n" }
    }
    return result
  }

  /// The list for programs.
  package var json: [UInt8] {
    var writer = JSONWriter()
    writer.object { json in
      json.array("hatches") { json in
        for entry in entries { json.object { HatchList.write(entry, to: &$0) } }
      }
    }
    return writer.finish()
  }

  private static func write(_ entry: Entry, to json: inout JSONWriter) {
    json.member("path", entry.path)
    json.member("line", entry.line)
    json.member("column", entry.column)
    json.member("ingress", entry.ingress)
    if let tenant = entry.tenant { json.member("tenant", tenant) }
    json.member("envoy", entry.release)
    json.member("statement", entry.statement)
    json.member("subject", entry.subject)
    if let place = entry.place { json.member("place", place) }
    json.member("message", entry.message)
    json.array("fields") { json in for field in entry.fields { json.value(field) } }
  }
}
