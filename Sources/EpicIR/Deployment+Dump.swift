import EpicBase

extension Deployment {
  /// The canonical text form: readable, complete, and the same bytes for equal deployments. Without provenance it holds
  /// neither spans nor the digests of sources, so that it stays put where only layout changed.
  package func dumped(includingProvenance: Bool = false) -> [UInt8] {
    var dump = DeploymentDump(self, includesProvenance: includingProvenance)
    dump.write()
    return dump.bytes
  }
}

/// Writes the canonical text form: one declaration a paragraph, one field a line, two spaces a level.
struct DeploymentDump {
  let deployment: Deployment
  let includesProvenance: Bool
  private(set) var bytes: [UInt8] = []
  private var level = 0

  init(_ deployment: Deployment, includesProvenance: Bool) {
    self.deployment = deployment
    self.includesProvenance = includesProvenance
  }

  mutating func write() {
    line("deployment \(deployment.workspace) edition \(deployment.edition) sequence \(deployment.sequence)")
    if includesProvenance {
      for source in deployment.sources { line("source \(quoted(source.path)) sha256 \(source.sha256)") }
    }
    writePlatform()
    for certificate in deployment.certificates { write(certificate) }
    for ingress in deployment.ingresses { write(ingress) }
    for table in deployment.routeTables { write(table) }
    for upstream in deployment.upstreams { write(upstream) }
  }

  /// One line at the present level.
  mutating func line(_ text: String) {
    for _ in 0..<level { bytes.append("  ") }
    bytes.append(text)
    bytes.append(UInt8(ascii: "\n"))
  }

  /// A line and, one level deeper, what belongs to it.
  mutating func block(_ text: String, _ body: (inout DeploymentDump) -> Void) {
    line(text)
    level += 1
    body(&self)
    level -= 1
  }

  /// A declaration: an empty line, its kind and identity, its fields, its origin.
  mutating func declaration(
    _ kind: String, _ identity: Identity, _ origin: Origin, _ body: (inout DeploymentDump) -> Void
  ) {
    bytes.append(UInt8(ascii: "\n"))
    let owner = identity.tenant.map { " of \($0)" } ?? ""
    block("\(kind) \(identity)\(owner)\(at(origin))", body)
  }

  /// ` @acme/shop.epic:12..20`, or nothing where provenance is left out.
  func at(_ origin: Origin) -> String {
    guard includesProvenance else { return "" }
    return " @\(text(origin.span))" + (origin.application.map { " through \(text($0))" } ?? "")
  }

  private func text(_ span: SourceSpan) -> String {
    let index = Int(span.source.rawValue)
    let path = index < deployment.sources.count ? deployment.sources[index].path : "source \(index)"
    return "\(path):\(span.start)..\(span.end)"
  }

  /// The items with commas, or `none`.
  func list(_ items: some Sequence<some CustomStringConvertible>) -> String {
    let text = items.map(\.description).joined(separator: ", ")
    return text.isEmpty ? "none" : text
  }

  /// The text in double quotes, what is not printable ASCII escaped.
  func quoted(_ text: String) -> String { quoted(Array(text.utf8)) }

  /// The bytes in double quotes, what is not printable ASCII escaped.
  func quoted(_ content: [UInt8]) -> String {
    var result: [UInt8] = [UInt8(ascii: "\"")]
    for byte in content {
      switch byte {
      case UInt8(ascii: "\""): result.append("\\\"")
      case UInt8(ascii: "\\"): result.append("\\\\")
      case UInt8(ascii: "\n"): result.append("\\n")
      case 32...126: result.append(byte)
      default:
        result.append("\\x")
        result.appendHex(CollectionOfOne(byte))
      }
    }
    result.append(UInt8(ascii: "\""))
    return String(decoding: result, as: UTF8.self)
  }

  func names(_ ids: [RowID<Site>]) -> String { list(ids.map { deployment.sites[$0].identity }) }
}
