import EpicDiagnostics
import EpicSema
import Testing

/// A workspace, and exactly what is found in it.
struct Rule: CustomTestStringConvertible, Sendable {
  var title: String
  /// `--- path` starts a file; text without one is file `t/a.epic`, which uses the names of `base` that it does not
  /// declare.
  var text: String
  /// `CODE |text under the span| message` and, indented, `+ file |text| label` of each secondary span.
  var findings: String
  /// Whether the first fix of the only finding leaves nothing to find.
  var isFixed: Bool
  /// Data files by path.
  var data: [String: [UInt8]] = [:]

  init(_ title: String, _ text: String, finds findings: String, isFixed: Bool = false) {
    self.title = title
    self.text = text
    self.findings = findings
    self.isFixed = isFixed
  }

  var testDescription: String { title }

  var workspace: Workspace {
    var files: [(path: String, text: String)] = []
    if text.hasPrefix("--- ") {
      for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
        if line.hasPrefix("--- ") {
          files.append((String(line.dropFirst(4)), ""))
        } else if !files.isEmpty {
          files[files.count - 1].text += line + "\n"
        }
      }
    } else {
      let names = ["acme-example", "c1", "early", "fra", "internal", "k1", "p4", "stable", "u", "web"]
      let used = names.filter {
        !text.contains(" \($0) {") && !text.contains(" \($0) from") && !text.contains(" \($0)[")
      }
      files.append(("t/a.epic", "use base.{\(used.joined(separator: ", "))}\n\(text)\n"))
    }
    files.append(("base/base.epic", platform))
    if !files.contains(where: { $0.path == "base/tenants.epic" }) { files.append(("base/tenants.epic", tenants)) }
    for tenant in ["acme", "globex"] where !files.contains(where: { $0.path.hasPrefix("\(tenant)/") }) {
      files.append(("\(tenant)/empty.epic", ""))
    }
    return Workspace(files, data: data.merging(["t/a.html": [104, 105]]) { first, _ in first })
  }
}

/// Checks a rule: its findings, and its fix.
func check(_ rule: Rule, sourceLocation: Testing.SourceLocation = #_sourceLocation) {
  let workspace = rule.workspace
  let outcome = workspace.check()
  #expect(outcome.listing == rule.findings, "\(rule.title)", sourceLocation: sourceLocation)
  guard rule.isFixed else { return }
  guard let fix = outcome.diagnostics.lazy.compactMap(\.fixes.first).first else {
    Issue.record("\(rule.title): no fix", sourceLocation: sourceLocation)
    return
  }
  let fixed = workspace.applying(fix).check().listing
  #expect(fixed == "", "\(rule.title): after the fix", sourceLocation: sourceLocation)
}

private let platform = """
  export pool p4 { range 198.51.100.0/24; announce bgp as AS64512 prefix each-address; sites all }
  export pool p6 { range 2001:db8:a::/64; sites all }
  export engine stable { envoy 1.40 }
  export engine early { envoy 1.41 }
  export issuer internal { local-ca secret ca/internal }
  export zone acme-example { name acme.example; server 192.0.2.53; key secret tsig/acme }
  export kubernetes k1 { pods 10.244.0.0/16 }
  export cdn c1 { host a.cdn.example; addresses dns }
  export site fra { at 50.11, 8.68; node fra-1 { address 192.0.2.11 }; bgp as AS64512 { peer tor { address 192.0.2.1; as AS64496 } } }
  export upstream u { endpoint 192.0.2.9:80 }
  export template web(name: host, grade: gold | silver = silver) for ingress {
    host name
    listen http 80
    engine stable
    sites all
    default timeout request 15s
    limit timeout request <= 60s
    final response-header x-a "1"
    required address
    if grade is gold { default retry 1 on connect-failure }
  }
  export template web6(name: host) for ingress { host name; listen http 80; engine early; sites all }
  """

private let tenants = """
  tenant acme {
    package acme
    owns host acme.example, **.acme.example
    owns prefix 2001:db8:50::/48
    may use pool p4 quota 2 addresses
    may use engine stable
    may use issuer internal
    may use zone acme-example
    may use kubernetes k1 namespaces shop, web
    may reach 192.0.2.80..192.0.2.95, id.acme.example
    limits ingresses 20, routes 4, upstreams 2
  }
  tenant globex { package globex; owns host globex.example, **.globex.example; may reach 192.0.2.97 }
  """
