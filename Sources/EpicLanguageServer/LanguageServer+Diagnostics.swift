import EpicBase
import EpicCompiler
import EpicDiagnostics
import EpicSyntax

/// `textDocument/publishDiagnostics`: findings of whole workspaces, also in files that are not open.
extension LanguageServer {
  /// Tells the client the findings of every workspace whose texts changed. False if that was given up on the way.
  mutating func publishDiagnostics(unless isSuperseded: @escaping @Sendable () -> Bool) -> Bool {
    let open = Set(places.values.map(\.ground))
    if open != settledGrounds {
      // Which workspace tells the findings of a file that lies in two may have changed.
      for ground in workspaces.keys { workspaces[ground]?.isStale = true }
      settledGrounds = open
    }
    let stale = workspaces.keys.sorted { $0.key < $1.key }.filter { workspaces[$0]?.isStale ?? false }
    for ground in stale where open.contains(ground) {
      if !check(ground, unless: isSuperseded) { return false }
    }
    for ground in stale { publish(ground) }
    return true
  }

  private mutating func publish(_ ground: Workspace.Ground) {
    var shown: Set<String> = []
    if settledGrounds.contains(ground) {
      let analysis = analysis(of: ground)
      var locator = locator(analysis, ground)
      for (source, findings) in grouped(shownFindings(analysis, ground)) {
        guard let uri = locator.uri(source), tellsFindings(of: uri, ground) else { continue }
        shown.insert(uri)
        publish(findings.map { json($0, &locator) }, of: uri)
      }
    }
    // A file that has none any more, and every open one that never had: an editor may wait for it.
    let others = workspaces.filter { $0.key != ground }.map(\.value.shown)
    let gone = (workspaces[ground]?.shown ?? []).filter { uri in !others.contains { $0.contains(uri) } }
    let open = places.filter { $0.value.ground == ground }.map(\.key)
    for uri in gone.union(open).subtracting(shown).sorted() { publish([], of: uri) }
    if open.isEmpty {
      workspaces[ground] = nil
    } else {
      workspaces[ground]?.shown = shown
      workspaces[ground]?.isStale = false
    }
  }

  private mutating func publish(_ findings: [JSONValue], of uri: String) {
    send(
      "textDocument/publishDiagnostics",
      .object([
        "uri": .string(uri), "version": documents[uri].map { .number($0.version) }, "diagnostics": .array(findings),
      ]))
  }

  /// Whether a workspace is the innermost open one that a file lies in: a folder of a workspace may be one itself.
  private func tellsFindings(of uri: String, _ ground: Workspace.Ground) -> Bool {
    if let place = places[uri] { return place.ground == ground }
    guard case .folder(let folder) = ground, let path = DocumentURI.path(uri) else { return true }
    return !settledGrounds.contains {
      guard case .folder(let other) = $0 else { return false }
      return other.hasPrefix(folder + "/") && path.hasPrefix(other + "/")
    }
  }

  /// The findings that the client is shown. Of a document outside of any workspace only the parser's: what it names may
  /// well be declared in the workspace that it is meant for.
  func shownFindings(_ analysis: Analysis, _ ground: Workspace.Ground) -> [Diagnostic] {
    guard case .document = ground else { return analysis.diagnostics }
    return analysis.trees.first.map { Compiler.parse(text: $0.text).diagnostics } ?? []
  }

  /// Findings about text that could go: editors fade it.
  private static let unnecessary: Set<DiagnosticCode> = [
    .unusedUse, .unusedLet, .unusedParameter, .unusedTemplate, .unusedUpstream, .unusedRoutes, .unusedCertificate,
    .unusedResource, .unusedAllowance,
  ]

  /// By file, in the order of the findings, which is that of the files.
  private func grouped(_ findings: [Diagnostic]) -> [(SourceID, [Diagnostic])] {
    var groups: [(SourceID, [Diagnostic])] = []
    for finding in findings {
      if groups.last?.0 != finding.primary.span.source { groups.append((finding.primary.span.source, [])) }
      groups[groups.count - 1].1.append(finding)
    }
    return groups
  }

  /// A finding as the protocol's `Diagnostic`. What the terminal shows below the source lines stands in the message.
  func json(_ finding: Diagnostic, _ locator: inout Locator) -> JSONValue {
    var message = finding.message
    if !finding.primary.label.isEmpty { message += ": \(finding.primary.label)" }
    for note in finding.notes { message += "\nnote: \(note)" }
    if let help = finding.help { message += "\nhelp: \(help)" }
    var related: [JSONValue] = []
    for annotation in finding.secondary {
      guard let location = locator.location(annotation.span) else { continue }
      related.append(.object(["location": location, "message": .string(annotation.label)]))
    }
    return .object([
      "range": locator.range(finding.primary.span),
      "severity": .number(Int(finding.severity.rawValue) + 1),
      "code": .string(finding.code.name),
      "source": .string("epic"),
      "tags": client.hasUnnecessaryTag && LanguageServer.unnecessary.contains(finding.code)
        ? .array([.number(1)]) : nil,
      "message": .string(message),
      "relatedInformation": client.hasRelatedInformation && !related.isEmpty ? .array(related) : nil,
    ])
  }
}
